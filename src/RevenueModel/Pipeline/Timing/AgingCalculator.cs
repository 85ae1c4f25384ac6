using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Finds open deals that are older than any closed deal was, or that are past their expected close.</summary>
public static class AgingCalculator
{
    /// <summary>Finds open deals older than the longest sales cycle of any closed deal, won or lost.</summary>
    /// <param name="opportunities">Open and closed deals.</param>
    /// <param name="asOf">The day on which the age of open deals is measured.</param>
    /// <returns>The deals and the longest cycle.</returns>
    /// <exception cref="ArgumentNullException">A deal is null.</exception>
    /// <remarks>
    /// The age is <c>asOf - created</c> in days. It is compared with the longest <see cref="DealTimeline.CycleDays"/>.
    /// No observed deal of that age has closed, so a win probability measured on closed deals is not reliable for it.
    /// Deals that closed after <paramref name="asOf"/> are excluded from the longest cycle, since it was not known on
    /// that day.
    /// </remarks>
    /// <example><code>
    /// DealTimeline won = DealTimeline.Won(created: new LocalDate(2026, 11, 1), closed: new LocalDate(2027, 2, 1));
    /// DealTimeline open = DealTimeline.Open(created: new LocalDate(2026, 10, 1));
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Won", Amount = 90_000m, Timeline = won },
    ///     new() { Id = "B", Stage = "Proposal", Amount = 30_000m, Timeline = open },
    /// ];
    /// StaleDeals stale = AgingCalculator.OlderThanAnyClosed(deals, asOf: new LocalDate(2027, 3, 31));
    /// Console.WriteLine($"longest cycle {stale.LongestClosedCycleDays} days"); // longest cycle 92 days
    /// Console.WriteLine(stale.Deals[0].Id); // B
    /// </code></example>
    public static StaleDeals OlderThanAnyClosed(ReadOnlySpan<Opportunity> opportunities, LocalDate asOf)
    {
        int? longest = null;
        foreach (Opportunity opportunity in opportunities)
        {
            Guard.Against.Null(opportunity, nameof(opportunities));
            if (!(opportunity.Closed > asOf) && opportunity.Timeline.CycleDays is { } days && !(days <= longest))
            {
                longest = days;
            }
        }

        var stale = new List<Opportunity>();
        int withoutAge = 0;
        foreach (Opportunity opportunity in opportunities)
        {
            if (!opportunity.IsOpen)
            {
                continue;
            }

            int? age = opportunity.Timeline.AgeInDays(asOf);
            withoutAge += age is null ? 1 : 0;
            if (age > longest)
            {
                stale.Add(opportunity);
            }
        }

        return new StaleDeals
        {
            AsOf = asOf,
            LongestClosedCycleDays = longest,
            Deals = stale.ToValueList(),
            WithoutAgeCount = withoutAge,
        };
    }

    /// <inheritdoc cref="OlderThanAnyClosed(ReadOnlySpan{Opportunity}, LocalDate)"/>
    public static StaleDeals OlderThanAnyClosed(IEnumerable<Opportunity> opportunities, LocalDate asOf) =>
        OlderThanAnyClosed(opportunities.AsItems(), asOf);

    /// <summary>Finds open deals older than the longest sales cycle of any closed deal of the same segment.</summary>
    /// <param name="opportunities">Open and closed deals.</param>
    /// <param name="asOf">The day on which the age of open deals is measured.</param>
    /// <returns>A line for each segment in the order of names; deals without a segment are last.</returns>
    /// <exception cref="ArgumentNullException">A deal is null.</exception>
    public static ValueList<Keyed<string?, StaleDeals>> OlderThanAnyClosedBySegment(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf) =>
        OlderThanAnyClosedBy(opportunities, asOf, static opportunity => opportunity.Segment, StringComparer.Ordinal);

    /// <inheritdoc cref="OlderThanAnyClosedBySegment(ReadOnlySpan{Opportunity}, LocalDate)"/>
    public static ValueList<Keyed<string?, StaleDeals>> OlderThanAnyClosedBySegment(
        IEnumerable<Opportunity> opportunities,
        LocalDate asOf) =>
        OlderThanAnyClosedBySegment(opportunities.AsItems(), asOf);

    /// <summary>Finds open deals older than the longest sales cycle of any closed deal of the same group.</summary>
    /// <typeparam name="TKey">The type of the property by which deals are grouped.</typeparam>
    /// <param name="opportunities">Open and closed deals.</param>
    /// <param name="asOf">The day on which the age of open deals is measured.</param>
    /// <param name="key">The property by which deals are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <returns>A line for each group.</returns>
    /// <exception cref="ArgumentNullException">A deal or <paramref name="key"/> is null.</exception>
    public static ValueList<Keyed<TKey, StaleDeals>> OlderThanAnyClosedBy<TKey>(
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate asOf,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null) =>
        OpportunityGroups.Measure(
            opportunities, static _ => true, key, order, group => OlderThanAnyClosed(group, asOf));

    /// <inheritdoc cref="OlderThanAnyClosedBy{TKey}(ReadOnlySpan{Opportunity}, LocalDate, Func{Opportunity, TKey},
    /// IComparer{TKey})"/>
    public static ValueList<Keyed<TKey, StaleDeals>> OlderThanAnyClosedBy<TKey>(
        IEnumerable<Opportunity> opportunities,
        LocalDate asOf,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null) =>
        OlderThanAnyClosedBy(opportunities.AsItems(), asOf, key, order);

    /// <summary>Finds open deals whose expected close is before a day.</summary>
    /// <param name="opportunities">The deals; closed ones are excluded.</param>
    /// <param name="asOf">The day; a deal expected to close on it is not included.</param>
    /// <returns>The deals, in the order in which they were given.</returns>
    /// <exception cref="ArgumentNullException">A deal is null.</exception>
    public static ValueList<Opportunity> PastExpectedClose(ReadOnlySpan<Opportunity> opportunities, LocalDate asOf)
    {
        var late = new List<Opportunity>();
        foreach (Opportunity opportunity in opportunities)
        {
            if (Guard.Against.Null(opportunity, nameof(opportunities)).IsOpen && opportunity.ExpectedClose < asOf)
            {
                late.Add(opportunity);
            }
        }

        return late.ToValueList();
    }

    /// <inheritdoc cref="PastExpectedClose(ReadOnlySpan{Opportunity}, LocalDate)"/>
    public static ValueList<Opportunity> PastExpectedClose(IEnumerable<Opportunity> opportunities, LocalDate asOf) =>
        PastExpectedClose(opportunities.AsItems(), asOf);
}
