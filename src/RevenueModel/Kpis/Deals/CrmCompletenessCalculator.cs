using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>Measures which fields that the indicators need are filled in a CRM.</summary>
public static class CrmCompletenessCalculator
{
    /// <summary>Measures the completeness of each field.</summary>
    /// <param name="opportunities">The deals, open and closed.</param>
    /// <returns>The fields in the order of <see cref="DealField"/>.</returns>
    /// <exception cref="ArgumentException">A deal is null.</exception>
    /// <remarks>A blank regulation may also be a deal that no regulation drives, which the record does not tell
    /// apart.</remarks>
    /// <example><code>
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Won", Timeline = DealTimeline.Won(), Segment = "SMB" },
    ///     new() { Id = "B", Stage = "Won", Timeline = DealTimeline.Won() },
    /// ];
    /// Console.WriteLine(CrmCompletenessCalculator.Measure(deals)[0]); // Segment: 1 of 2 (50.0%)
    /// </code></example>
    public static ValueList<FieldCompleteness> Measure(ReadOnlySpan<Opportunity> opportunities)
    {
        long segments = 0, created = 0, competitive = 0, withRivals = 0, known = 0, engaged = 0, triggers = 0;
        long closed = 0, closedWithDay = 0;
        foreach (Opportunity deal in opportunities)
        {
            Guard.Against.Null(deal, nameof(opportunities));
            bool hasRivals = !deal.Rivals.IsEmpty;
            bool isCompetitive = deal.IsCompetitive == true || hasRivals;
            segments += deal.Segment is null ? 0 : 1;
            created += deal.Created is null ? 0 : 1;
            known += deal.IsCompetitive is null && !hasRivals ? 0 : 1;
            competitive += isCompetitive ? 1 : 0;
            withRivals += hasRivals ? 1 : 0;
            engaged += deal.BuyerEngagement is null ? 0 : 1;
            triggers += deal.RegulatoryTrigger is null ? 0 : 1;
            closed += deal.IsOpen ? 0 : 1;
            closedWithDay += deal.Closed is null ? 0 : 1;
        }

        long all = opportunities.Length;
        string win = StandardKpis.CompetitiveWinRate.Name;
        string cycle = StandardKpis.CycleLength.Name;
        return
        [
            Field(DealField.Segment, segments, all, cycle, win),
            Field(DealField.Created, created, all, cycle),
            Field(DealField.IsCompetitive, known, all, win),
            Field(DealField.Rivals, withRivals, competitive, win),
            Field(DealField.BuyerEngagement, engaged, all, cycle),
            Field(DealField.RegulatoryTrigger, triggers, all, cycle),
            Field(DealField.Closed, closedWithDay, closed, cycle, win),
        ];
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{Opportunity})"/>
    public static ValueList<FieldCompleteness> Measure(IEnumerable<Opportunity> opportunities) =>
        Measure(opportunities.AsItems());

    private static FieldCompleteness Field(DealField field, long count, long of, params ValueList<string> kpis) =>
        new() { Field = field, Count = count, Of = of, Kpis = kpis };
}
