using FsCheck.Xunit;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Forecasting;

namespace RevenueModel.Tests.Forecasting;

public class SnapshotCalculatorProperties
{
    private static readonly SnapshotDimensions[] Combinations =
        [.. Enumerable.Range(0, 64).Select(bits => (SnapshotDimensions)bits)];

    [Property(MaxTest = 40)]
    public bool ForEveryCombinationTheSumsAreThoseInBigIntegers(DealBook book, FiscalCalendar calendar)
    {
        PipelineSnapshot snapshot = PipelineSnapshot.Of(book.Process, book.Span);
        return Combinations.All(dimensions => SnapshotOracle.AreSame(
            SnapshotOracle.Group(book.Deals, book.Process, dimensions, calendar, RoundingPolicy.Cents),
            SnapshotOracle.Lines(SnapshotCalculator.Group(snapshot, dimensions, calendar))));
    }

    [Property(MaxTest = 40)]
    public bool ForEveryCombinationTheSumsAreThoseOfTheWeightedForecast(DealBook book, FiscalCalendar calendar)
    {
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(book.Process, book.Span);
        PipelineSnapshot snapshot = PipelineSnapshot.Of(book.Process, book.Span);
        return Combinations.All(dimensions => Lines(forecast, dimensions, calendar)
            .SetEquals(SnapshotCalculator.Group(snapshot, dimensions, calendar).Select(line =>
                new Keyed<SnapshotGroup, ForecastAmounts>(line.Key, new ForecastAmounts(
                    (int)line.Value.Count,
                    (int)line.Value.WithoutAmountCount,
                    line.Value.Amount,
                    line.Value.Weighted)))));
    }

    [Property]
    public bool TheTotalsAreThoseOfTheWeightedForecastWithWhatItOmits(DealBook book)
    {
        WeightedForecast forecast = WeightedForecastCalculator.Forecast(book.Process, book.Span);
        PipelineSnapshot snapshot = PipelineSnapshot.Of(book.Process, book.Span);
        SnapshotTotals total = SnapshotCalculator.Total(snapshot);
        return total.Count == book.Deals.Count
            && total.Weighted == forecast.Total.Weighted
            && total.Amount == forecast.Total.Amount + forecast.Rollup().Omitted.Amount
            && SnapshotCalculator.Weighted(snapshot) == forecast.Total.Weighted;
    }

    [Property(MaxTest = 40)]
    public bool AnyNumberOfThreadsGivesTheSameLinesInTheSameOrder(DealBook book, FiscalCalendar calendar, byte bits)
    {
        var dimensions = (SnapshotDimensions)(bits % 64);
        PipelineSnapshot snapshot = PipelineSnapshot.Of(book.Process, book.Span);
        ValueList<Keyed<SnapshotGroup, SnapshotTotals>> one = SnapshotCalculator.Group(snapshot, dimensions, calendar);
        return new[] { 2, 3, 8 }.All(threads =>
            SnapshotCalculator.Group(snapshot, dimensions, calendar, threads) == one
                && SnapshotCalculator.Total(snapshot, threads) == SnapshotCalculator.Total(snapshot));
    }

    [Property]
    public bool GroupsStandInTheOrderOfTheirParts(DealBook book, FiscalCalendar calendar, byte bits)
    {
        PipelineSnapshot snapshot = PipelineSnapshot.Of(book.Process, book.Span);
        SnapshotGroup[] groups =
            [.. SnapshotCalculator.Group(snapshot, (SnapshotDimensions)(bits % 64), calendar).Select(line =>
                line.Key)];
        return groups.Zip(groups.Skip(1)).All(pair => Compare(pair.First, pair.Second, book.Process) < 0);
    }

    [Property]
    public bool GroupsAddUpToTheTotal(DealBook book, FiscalCalendar calendar, byte bits)
    {
        PipelineSnapshot snapshot = PipelineSnapshot.Of(book.Process, book.Span);
        SnapshotTotals sum = default;
        foreach ((SnapshotGroup _, SnapshotTotals totals) in
            SnapshotCalculator.Group(snapshot, (SnapshotDimensions)(bits % 64), calendar))
        {
            sum += totals;
        }

        return sum == SnapshotCalculator.Total(snapshot);
    }

    [Property]
    public bool AddingTotalsIsAssociativeAndCommutative(DealBook one, DealBook two, DealBook three)
    {
        SnapshotTotals a = Total(one);
        SnapshotTotals b = Total(two);
        SnapshotTotals c = Total(three);
        return (a + b) + c == a + (b + c)
            && a + b == b + a
            && a + default(SnapshotTotals) == a
            && default(SnapshotTotals) + a == a;
    }

    [Property]
    public bool TotalsOfPartsAddUpToTheTotalOfTheWhole(DealBook book, byte at)
    {
        int split = at % (book.Deals.Count + 1);
        return Total(book with { Deals = book.Deals.Take(split).ToValueList() })
            + Total(book with { Deals = book.Deals.Skip(split).ToValueList() }) == Total(book);
    }

    [Property]
    public bool TheOrderOfTheDealsDoesNotMatter(DealBook book, byte bits)
    {
        var dimensions = (SnapshotDimensions)(bits % 64);
        Opportunity[] reversed = [.. book.Deals.Reverse()];
        return SnapshotCalculator.Group(PipelineSnapshot.Of(book.Process, book.Span), dimensions)
            == SnapshotCalculator.Group(PipelineSnapshot.Of(book.Process, reversed), dimensions);
    }

    [Property]
    public bool TheColumnsHoldWhatTheDealsSay(DealBook book)
    {
        PipelineSnapshot snapshot = PipelineSnapshot.Of(book.Process, book.Span);
        return snapshot.Count == book.Deals.Count
            && snapshot.Amounts.ToArray().SequenceEqual(book.Deals.Select(deal => (long)((deal.Amount ?? 0m) * 100m)))
            && snapshot.Weights.ToArray().SequenceEqual(book.Deals.Select(
                deal => (int)(WeightedForecastCalculator.Weight(book.Process, deal) * PipelineSnapshot.PartsPerOne)));
    }

    private static SnapshotTotals Total(DealBook book) =>
        SnapshotCalculator.Total(PipelineSnapshot.Of(book.Process, book.Span));

    private static HashSet<Keyed<SnapshotGroup, ForecastAmounts>> Lines(
        WeightedForecast forecast,
        SnapshotDimensions dimensions,
        FiscalCalendar calendar)
    {
        var sums = new Dictionary<SnapshotGroup, ForecastAmounts>();
        foreach ((ForecastKey key, ForecastAmounts amounts) in forecast.Cells)
        {
            var group = new SnapshotGroup
            {
                Stage = dimensions.HasFlag(SnapshotDimensions.Stage) ? key.Stage : null,
                Segment = dimensions.HasFlag(SnapshotDimensions.Segment) ? key.Segment : null,
                Month = dimensions.HasFlag(SnapshotDimensions.Month) ? key.Month : null,
                Quarter = dimensions.HasFlag(SnapshotDimensions.Quarter) && key.Month is { } month
                    ? calendar.QuarterOf(month)
                    : null,
                Motion = dimensions.HasFlag(SnapshotDimensions.Motion) ? key.Motion : null,
                Category = dimensions.HasFlag(SnapshotDimensions.Category) ? key.Category : null,
            };
            sums[group] = sums.GetValueOrDefault(group) + amounts;
        }

        return [.. sums.Select(pair => new Keyed<SnapshotGroup, ForecastAmounts>(pair.Key, pair.Value))];
    }

    // Stage in the order of the process, segment, month, quarter, motion, category; what deals do not say first.
    private static int Compare(SnapshotGroup x, SnapshotGroup y, SalesProcess process)
    {
        int[] orders =
        [
            At(x.Stage).CompareTo(At(y.Stage)),
            string.CompareOrdinal(x.Segment, y.Segment),
            Nullable.Compare(x.Month, y.Month),
            Nullable.Compare(x.Quarter, y.Quarter),
            Nullable.Compare(x.Motion, y.Motion),
            Nullable.Compare(x.Category, y.Category),
        ];
        return orders.FirstOrDefault(order => order != 0);

        int At(string? stage) => stage is null ? -1 : process.Stages.Select(own => own.Name).ToList().IndexOf(stage);
    }
}
