using NodaTime;
using RevenueModel.Kpis;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The answers of a scorecard in the form of the rivals, so that they can be compared.</summary>
internal static class ScorecardAnswers
{
    /// <summary>The position of the last month of <see cref="RevenueRows"/>.</summary>
    public const int Last = RevenueRows.Months - 1;

    /// <summary>The position of the month at the start of the window.</summary>
    public const int First = Last - 12;

    public static readonly ScorecardOptions Options = new() { AsOf = new LocalDate(2027, 12, 31) };

    /// <summary>Gets the days from which a cycle is long.</summary>
    public static int LongDays { get; } = ScorecardSample.Of(new ScorecardData(), Options).LongDaysOf(segment: null);

    public static IEnumerable<DealCell> DealsOf(Scorecard card) => ScorecardDeals.SegmentNames.Select((name, i) =>
    {
        KpiReading cycle = card.Find(StandardKpis.CycleLength.Name, name)!.Reading;
        return new DealCell(
            i,
            card.Find(StandardKpis.CompetitiveWinRate.Name, name)!.Reading.Value!.Value,
            cycle.Value!.Value,
            cycle.Evidence[0].Count,
            cycle.Evidence[1].Count);
    });

    public static IEnumerable<RevenueCell> RevenueOf(Scorecard card) => ScorecardDeals.SegmentNames.Select((name, i) =>
        new RevenueCell(
            i,
            RevenueCell.Round(card.Find(StandardKpis.Nrr.Name, name)!.Reading.Value!.Value),
            RevenueCell.Round(card.Find(StandardKpis.LogoRetention.Name, name)!.Reading.Value!.Value),
            RevenueCell.Round(card.Find(StandardKpis.Acv.Name, name)!.Reading.Value!.Value)));
}

/// <summary>The indicators of the deals of a segment.</summary>
public readonly record struct DealCell(
    int Segment, decimal WinRate, decimal MedianMonths, long LongWithoutChampion, long LongWithoutTrigger)
{
    public static DealCell Of(int segment, long won, long competitive, decimal days, long champion, long trigger) =>
        new(segment, (decimal)won / competitive, days / (365.25m / 12m), champion, trigger);
}

/// <summary>The indicators of the revenue of a segment, to twelve decimal places.</summary>
public readonly record struct RevenueCell(int Segment, decimal Nrr, decimal LogoRetention, decimal ArrOfAccount)
{
    public static RevenueCell Of(
        int segment, decimal opening, decimal kept, long logos, long retained, decimal closing, long accounts) =>
        new(segment, Round(kept / opening), Round((decimal)retained / logos), Round(closing / accounts));

    public static decimal Round(decimal value) => decimal.Round(value, 12);
}
