using System.Numerics;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Oracles.Forecasting;

/// <summary>Computes the sums of deals by group in big integers, without the grouping of the library.</summary>
internal static class SnapshotOracle
{
    public readonly record struct Line(
        SnapshotGroup Group, long Count, long WithoutAmount, BigInteger Amount, BigInteger Weighted);

    public static Line[] Group(
        IEnumerable<Opportunity> deals,
        SalesProcess process,
        SnapshotDimensions dimensions,
        FiscalCalendar calendar,
        RoundingPolicy minorUnit) =>
    [
        .. deals
            .GroupBy(deal => GroupOf(deal, process, dimensions, calendar))
            .Select(group => new Line(
                group.Key,
                group.LongCount(),
                group.LongCount(deal => deal.Amount is null),
                group.Aggregate(BigInteger.Zero, (sum, deal) => sum + Units(deal, minorUnit)),
                group.Aggregate(
                    BigInteger.Zero,
                    (sum, deal) =>
                        sum + (Units(deal, minorUnit) * (BigInteger)(WeightOf(deal, process) * 1_000_000m))))),
    ];

    /// <summary>Converts the result of <see cref="Group"/> to comparable lines.</summary>
    public static Line[] Lines(ValueList<Keyed<SnapshotGroup, SnapshotTotals>> groups) =>
    [
        .. groups.Select(line => new Line(
            line.Key,
            line.Value.Count,
            line.Value.WithoutAmountCount,
            (BigInteger)line.Value.AmountMinorUnits,
            (BigInteger)line.Value.WeightedMillionths)),
    ];

    /// <summary>Returns whether both contain the same lines, in any order.</summary>
    public static bool AreSame(Line[] expected, Line[] actual) =>
        expected.Length == actual.Length
            && actual.Select(line => line.Group).Distinct().Count() == actual.Length
            && expected.ToHashSet().SetEquals(actual);

    private static SnapshotGroup GroupOf(
        Opportunity deal,
        SalesProcess process,
        SnapshotDimensions dimensions,
        FiscalCalendar calendar)
    {
        LocalDate? date = deal.Outcome == DealOutcome.Open ? deal.ExpectedClose : deal.Closed;
        return new SnapshotGroup
        {
            Stage = Asks(SnapshotDimensions.Stage) && deal.IsOpen
                ? process.Stages.Single(
                    stage => string.Equals(stage.Name, deal.Stage, StringComparison.OrdinalIgnoreCase)).Name
                : null,
            Segment = Asks(SnapshotDimensions.Segment) ? deal.Segment : null,
            Month = Asks(SnapshotDimensions.Month) && date is { } day ? new YearMonth(day.Year, day.Month) : null,
            Quarter = Asks(SnapshotDimensions.Quarter) && date is { } inQuarter ? calendar.QuarterOf(inQuarter) : null,
            Motion = Asks(SnapshotDimensions.Motion) ? deal.Motion : null,
            Category = Asks(SnapshotDimensions.Category) ? process.CategoryOf(deal) : null,
        };

        bool Asks(SnapshotDimensions dimension) => (dimensions & dimension) != SnapshotDimensions.None;
    }

    private static BigInteger Units(Opportunity deal, RoundingPolicy minorUnit) =>
        (BigInteger)((deal.Amount ?? 0m) * minorUnit.MinorUnitsPerUnit);

    private static decimal WeightOf(Opportunity deal, SalesProcess process) => deal.Outcome switch
    {
        DealOutcome.Won => 1m,
        DealOutcome.Lost => 0m,
        _ when process.CategoryOf(deal) == ForecastCategory.Omitted => 0m,
        _ => process.Stages.Single(
            stage => string.Equals(stage.Name, deal.Stage, StringComparison.OrdinalIgnoreCase)).WinProbability,
    };
}
