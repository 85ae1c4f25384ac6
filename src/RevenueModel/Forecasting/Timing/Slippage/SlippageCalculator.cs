using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Measures how far expected close dates were off, from deals and the history of their dates.</summary>
/// <remarks>
/// The date that was expected on a day is the one after the last change up to the end of that day; before the first
/// change, the one from which that change started; without a change, that of the deal. Changes on and after the day of
/// the close do not count as pushes or pulls, since a CRM moves the date to that day by itself.
/// </remarks>
public static class SlippageCalculator
{
    /// <summary>Measures pushes and pulls, errors of won deals, and deals that slipped past their quarter.</summary>
    /// <param name="opportunities">The deals, open and closed, each id once.</param>
    /// <param name="histories">The histories of deals, each id once. A deal without one counts in
    /// <see cref="Slippage.WithoutHistoryCount"/> only.</param>
    /// <param name="asOf">The day of the measurement. Later facts have no effect.</param>
    /// <param name="calendar">The fiscal calendar of the quarters. Default: the calendar year.</param>
    /// <param name="leadDays">The numbers of days before the close at which the error is measured too, each 1 or more.
    /// Default: 30, 60 and 90 days.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.
    /// </param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">A deal or a history is null or occurs twice, or a number is outside its
    /// range.</exception>
    /// <remarks>
    /// The error is <c>actual close - expected close</c> in days. A deal counts in a quarter if it was created before
    /// the quarter, open at its start, and then expected to close in it. It slipped if it was still open at the end.
    /// Only quarters that ended by <paramref name="asOf"/> count. The outcome and the close day are those of the deal;
    /// one whose history contradicts it counts in <see cref="Slippage.ContradictoryCount"/> only.
    /// </remarks>
    /// <example><code>
    /// LocalDate april = new(2027, 4, 15);
    /// DealTimeline won = DealTimeline.Won(created: new(2027, 1, 20), closed: april, expectedClose: april);
    /// Opportunity[] deals = [new() { Id = "A", Stage = "Won", Timeline = won }];
    /// DealHistory[] histories = [new()
    /// {
    ///     Deal = "A", Outcome = DealOutcome.Won, Closed = april,
    ///     CloseDateChanges = [new(new(2027, 3, 20), from: new(2027, 3, 31), to: april)],
    /// }];
    /// Slippage slippage = SlippageCalculator.Measure(deals, histories, asOf: new(2027, 6, 30));
    /// Console.WriteLine(slippage.Quarters[0]); // 2027-Q2: 1 deal expected, 1 won, 0 lost, 0 slipped (0.0%)
    /// </code></example>
    public static Slippage Measure(
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<DealHistory> histories,
        LocalDate asOf,
        FiscalCalendar calendar = default,
        IEnumerable<int>? leadDays = null,
        double confidence = 0.95)
    {
        RequireOnce(opportunities);
        return Measure(
            opportunities,
            DealHistories.ById(histories),
            asOf,
            calendar,
            Leads(leadDays),
            Confidence.Require(confidence));
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{Opportunity}, ReadOnlySpan{DealHistory}, LocalDate, FiscalCalendar,
    /// IEnumerable{int}, double)"/>
    public static Slippage Measure(
        IEnumerable<Opportunity> opportunities,
        IEnumerable<DealHistory> histories,
        LocalDate asOf,
        FiscalCalendar calendar = default,
        IEnumerable<int>? leadDays = null,
        double confidence = 0.95) =>
        Measure(opportunities.AsItems(), histories.AsItems(), asOf, calendar, leadDays, confidence);

    /// <summary>Measures slippage by segment.</summary>
    /// <param name="opportunities">The deals, open and closed, each id once.</param>
    /// <param name="histories">The histories of deals, each id once.</param>
    /// <param name="asOf">The day of the measurement; later facts have no effect.</param>
    /// <param name="calendar">The fiscal calendar of the quarters. Default: the calendar year.</param>
    /// <param name="leadDays">The numbers of days before the close at which the error is measured too, each 1 or more.
    /// Default: 30, 60 and 90 days.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.
    /// </param>
    /// <returns>A line for each segment in the order of names; deals without a segment are last.</returns>
    /// <exception cref="ArgumentException">A deal or a history is null or occurs twice, or a number is outside its
    /// range.</exception>
    public static ValueList<Keyed<string?, Slippage>> BySegment(
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<DealHistory> histories,
        LocalDate asOf,
        FiscalCalendar calendar = default,
        IEnumerable<int>? leadDays = null,
        double confidence = 0.95) =>
        By(
            opportunities,
            histories,
            asOf,
            static opportunity => opportunity.Segment,
            StringComparer.Ordinal,
            calendar,
            leadDays,
            confidence);

    /// <inheritdoc cref="BySegment(ReadOnlySpan{Opportunity}, ReadOnlySpan{DealHistory}, LocalDate, FiscalCalendar,
    /// IEnumerable{int}, double)"/>
    public static ValueList<Keyed<string?, Slippage>> BySegment(
        IEnumerable<Opportunity> opportunities,
        IEnumerable<DealHistory> histories,
        LocalDate asOf,
        FiscalCalendar calendar = default,
        IEnumerable<int>? leadDays = null,
        double confidence = 0.95) =>
        BySegment(opportunities.AsItems(), histories.AsItems(), asOf, calendar, leadDays, confidence);

    /// <summary>Measures slippage by any property of a deal.</summary>
    /// <typeparam name="TKey">The type of the property.</typeparam>
    /// <param name="opportunities">The deals, open and closed, each id once.</param>
    /// <param name="histories">The histories of deals, each id once.</param>
    /// <param name="asOf">The day of the measurement; later facts have no effect.</param>
    /// <param name="key">The property by which deals are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <param name="calendar">The fiscal calendar of the quarters. Default: the calendar year.</param>
    /// <param name="leadDays">The numbers of days before the close at which the error is measured too, each 1 or more.
    /// Default: 30, 60 and 90 days.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.
    /// </param>
    /// <returns>A line for each group.</returns>
    /// <exception cref="ArgumentException">A deal or a history is null or occurs twice, or a number is outside its
    /// range.</exception>
    public static ValueList<Keyed<TKey, Slippage>> By<TKey>(
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<DealHistory> histories,
        LocalDate asOf,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        FiscalCalendar calendar = default,
        IEnumerable<int>? leadDays = null,
        double confidence = 0.95)
    {
        RequireOnce(opportunities);
        OrderedDictionary<string, DealHistory> byId = DealHistories.ById(histories);
        int[] leads = Leads(leadDays);
        Confidence.Require(confidence);
        return OpportunityGroups.Measure(
            opportunities,
            static _ => true,
            key,
            order,
            group => Measure(group, byId, asOf, calendar, leads, confidence));
    }

    /// <inheritdoc cref="By{TKey}(ReadOnlySpan{Opportunity}, ReadOnlySpan{DealHistory}, LocalDate,
    /// Func{Opportunity, TKey}, IComparer{TKey}, FiscalCalendar, IEnumerable{int}, double)"/>
    public static ValueList<Keyed<TKey, Slippage>> By<TKey>(
        IEnumerable<Opportunity> opportunities,
        IEnumerable<DealHistory> histories,
        LocalDate asOf,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        FiscalCalendar calendar = default,
        IEnumerable<int>? leadDays = null,
        double confidence = 0.95) =>
        By(opportunities.AsItems(), histories.AsItems(), asOf, key, order, calendar, leadDays, confidence);

    private static Slippage Measure(
        ReadOnlySpan<Opportunity> opportunities,
        OrderedDictionary<string, DealHistory> histories,
        LocalDate asOf,
        FiscalCalendar calendar,
        int[] leadDays,
        double confidence)
    {
        var tally = new SlippageTally(asOf, calendar, leadDays, confidence);
        for (int i = 0; i < opportunities.Length; i++)
        {
            Opportunity opportunity = OpportunityGuards.Item(opportunities, i);
            tally.Add(opportunity, histories.TryGetValue(opportunity.Id, out DealHistory? history) ? history : null);
        }

        return tally.ToSlippage();
    }

    // Each deal once, in all groups together.
    private static void RequireOnce(ReadOnlySpan<Opportunity> opportunities)
    {
        var ids = new HashSet<string>(opportunities.Length, StringComparer.Ordinal);
        for (int i = 0; i < opportunities.Length; i++)
        {
            string id = OpportunityGuards.Item(opportunities, i).Id;
            if (!ids.Add(id))
            {
                throw new ArgumentException(
                    Invariant($"opportunities had deal \"{id}\" twice; each deal once is expected."),
                    nameof(opportunities));
            }
        }
    }

    private static int[] Leads(IEnumerable<int>? leadDays)
    {
        int[] leads = leadDays is null ? [30, 60, 90] : [.. leadDays];
        foreach (int days in leads)
        {
            if (days is < 1 or > 36_500)
            {
                throw DomainGuards.OutOfRange(nameof(leadDays), days, "1 to 36,500");
            }
        }

        return leads;
    }
}
