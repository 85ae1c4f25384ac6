using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Measures the share of the open pipeline that is driven by regulation, and the quarters of the
/// deadlines.</summary>
public static class RegulatoryDeadlineCalculator
{
    /// <summary>Measures the regulation-driven share of the open pipeline by the quarter of the deadline.</summary>
    /// <param name="opportunities">The deals. Closed deals are excluded; deals without an amount count as
    /// zero.</param>
    /// <param name="calendar">The fiscal calendar of the quarters. Default: the calendar year.</param>
    /// <returns>The totals and a line for each quarter with a deadline.</returns>
    /// <exception cref="ArgumentException">The amount of the open deals exceeds the range of a decimal; the message
    /// names the deal.</exception>
    /// <example><code>
    /// var rule = new RegulatoryTrigger { Name = "NIS2", Deadline = new LocalDate(2027, 10, 17) };
    /// DealTimeline open = DealTimeline.Open(expectedClose: new LocalDate(2027, 9, 30));
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Proposal", Amount = 300_000m, Timeline = open, RegulatoryTrigger = rule },
    ///     new() { Id = "B", Stage = "Proposal", Amount = 100_000m, Timeline = open },
    /// ];
    /// RegulatoryPipeline pipeline = RegulatoryDeadlineCalculator.Measure(deals);
    /// Console.WriteLine(pipeline.ShareByAmount); // 0.75
    /// </code></example>
    public static RegulatoryPipeline Measure(
        ReadOnlySpan<Opportunity> opportunities,
        FiscalCalendar calendar = default)
    {
        int open = 0;
        decimal openAmount = 0m;
        int at = 0;
        try
        {
            for (; at < opportunities.Length; at++)
            {
                Opportunity opportunity = OpportunityGuards.Item(opportunities, at);
                if (opportunity.IsOpen)
                {
                    open++;
                    openAmount += opportunity.Amount ?? 0m;
                }
            }
        }
        catch (OverflowException overflow)
        {
            throw OpportunityGuards.Overflow(opportunities[at], overflow);
        }

        ValueList<Keyed<YearQuarter?, RegulatoryQuarter>> quarters = OpportunityGroups.Measure(
            opportunities,
            static opportunity => opportunity.IsOpen && opportunity.RegulatoryTrigger is not null,
            opportunity => opportunity.RegulatoryTrigger?.Deadline is { } deadline
                ? calendar.QuarterOf(deadline)
                : (YearQuarter?)null,
            order: null,
            group => Sum(group, openAmount));

        return new RegulatoryPipeline
        {
            OpenCount = open,
            OpenAmount = openAmount,
            Quarters = quarters.Select(line => line.Value with { Quarter = line.Key }).ToValueList(),
        };
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{Opportunity}, FiscalCalendar)"/>
    public static RegulatoryPipeline Measure(
        IEnumerable<Opportunity> opportunities,
        FiscalCalendar calendar = default) =>
        Measure(opportunities.AsItems(), calendar);

    /// <summary>Measures the regulation-driven share of the open pipeline by segment.</summary>
    /// <param name="opportunities">The deals; closed ones are excluded, deals without an amount count as zero.</param>
    /// <param name="calendar">The fiscal calendar of the quarters. Default: the calendar year.</param>
    /// <returns>A line for each segment in the order of names; deals without a segment are last.</returns>
    /// <exception cref="ArgumentException">The amount of the open deals of a segment exceeds the range of a
    /// decimal.</exception>
    public static ValueList<Keyed<string?, RegulatoryPipeline>> BySegment(
        ReadOnlySpan<Opportunity> opportunities,
        FiscalCalendar calendar = default) =>
        By(opportunities, static opportunity => opportunity.Segment, StringComparer.Ordinal, calendar);

    /// <inheritdoc cref="BySegment(ReadOnlySpan{Opportunity}, FiscalCalendar)"/>
    public static ValueList<Keyed<string?, RegulatoryPipeline>> BySegment(
        IEnumerable<Opportunity> opportunities,
        FiscalCalendar calendar = default) =>
        BySegment(opportunities.AsItems(), calendar);

    /// <summary>Measures the regulation-driven share of the open pipeline by any property of a deal.</summary>
    /// <typeparam name="TKey">The type of the property.</typeparam>
    /// <param name="opportunities">The deals; closed ones are excluded, deals without an amount count as zero.</param>
    /// <param name="key">The property by which deals are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <param name="calendar">The fiscal calendar of the quarters. Default: the calendar year.</param>
    /// <returns>A line for each group; shares are of the open pipeline of the group.</returns>
    /// <exception cref="ArgumentException">The amount of the open deals of a group exceeds the range of a
    /// decimal.</exception>
    public static ValueList<Keyed<TKey, RegulatoryPipeline>> By<TKey>(
        ReadOnlySpan<Opportunity> opportunities,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        FiscalCalendar calendar = default) =>
        OpportunityGroups.Measure(
            opportunities, static opportunity => opportunity.IsOpen, key, order, group => Measure(group, calendar));

    /// <inheritdoc cref="By{TKey}(ReadOnlySpan{Opportunity}, Func{Opportunity, TKey}, IComparer{TKey},
    /// FiscalCalendar)"/>
    public static ValueList<Keyed<TKey, RegulatoryPipeline>> By<TKey>(
        IEnumerable<Opportunity> opportunities,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        FiscalCalendar calendar = default) =>
        By(opportunities.AsItems(), key, order, calendar);

    private static RegulatoryQuarter Sum(ReadOnlySpan<Opportunity> group, decimal openAmount)
    {
        decimal amount = 0m;
        foreach (Opportunity opportunity in group)
        {
            amount += opportunity.Amount ?? 0m;
        }

        return new RegulatoryQuarter(null, group.Length, amount, openAmount == 0m ? null : amount / openAmount);
    }
}
