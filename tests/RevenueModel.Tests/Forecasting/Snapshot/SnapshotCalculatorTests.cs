using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Oracles.Forecasting;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting;

public class SnapshotCalculatorTests
{
    private const decimal LargestInCents = 92_233_720_368_547_758.07m;

    private static readonly SalesProcess Process = SalesProcess.Of(
        new PipelineStage { Name = "Discovery", WinProbability = 0.000001m },
        new PipelineStage { Name = "Proposal", WinProbability = 0.4m, ForecastCategory = ForecastCategory.BestCase },
        new PipelineStage { Name = "Negotiation", WinProbability = 1m, ForecastCategory = ForecastCategory.Commit });

    [Fact]
    public void TotalsThatExceedADecimalAreRefused()
    {
        SnapshotTotals total = SnapshotCalculator.Total(
            PipelineSnapshot.Of(Process, [Open("Negotiation", LargestInCents)]));
        for (int doublings = 0; doublings < 33; doublings++)
        {
            total += total;
        }

        Assert.Equal(LargestInCents * (1L << 33), total.Amount);
        Refusal.By<ArgumentException>("other", () => total.Add(total));
        Refusal.By<ArgumentException>("right", () => total + total);
    }

    [Fact]
    public void AnEmptySnapshotHasNoGroupsAndTheDefaultTotal()
    {
        PipelineSnapshot empty = PipelineSnapshot.Of(Process, []);
        Assert.Equal(0, empty.Count);
        Assert.Equal(default, SnapshotCalculator.Total(empty));
        Assert.Equal(default, SnapshotCalculator.Total(empty, threads: 8));
        Assert.Equal(0m, SnapshotCalculator.Weighted(empty));
        Assert.True(SnapshotCalculator.Group(empty, (SnapshotDimensions)63, threads: 3).IsEmpty);
        Assert.Equal("0 deals, 0, weighted 0", SnapshotCalculator.Total(empty).ToString());
    }

    [Fact]
    public void DealsWithoutAnAmountAreCountedApart()
    {
        SnapshotTotals total = SnapshotCalculator.Total(PipelineSnapshot.Of(
            Process, [Open("Proposal", null), Open("Proposal", 0m), Open("Proposal", 100m)]));
        Assert.Equal(3L, total.Count);
        Assert.Equal(1L, total.WithoutAmountCount);
        Assert.Equal(100m, total.Amount);
        Assert.Equal(40m, total.Weighted);
    }

    [Fact]
    public void TheLargestAmountsOf64BitsAreSummedExactly()
    {
        Opportunity[] deals = [.. Enumerable.Range(0, 1_000).Select(_ => Open("Negotiation", LargestInCents))];
        PipelineSnapshot snapshot = PipelineSnapshot.Of(Process, deals);
        foreach (int threads in (int[])[1, 2, 3, 8])
        {
            SnapshotTotals total = SnapshotCalculator.Total(snapshot, threads);
            Assert.Equal(1_000 * (Int128)long.MaxValue, total.AmountMinorUnits);
            Assert.Equal(1_000_000_000 * (Int128)long.MaxValue, total.WeightedMillionths);
            Assert.Equal(1_000 * LargestInCents, total.Amount);
            Assert.Equal(1_000 * LargestInCents, total.Weighted);
        }

        Assert.Equal(1_000 * LargestInCents, SnapshotCalculator.Weighted(snapshot));
    }

    [Fact]
    public void MillionthsBeyondADecimalStillGiveTheAmount()
    {
        Opportunity[] deals = [.. Enumerable.Range(0, 10_000).Select(_ => Open("Negotiation", LargestInCents))];
        SnapshotTotals total = SnapshotCalculator.Total(PipelineSnapshot.Of(Process, deals));
        Assert.Equal(10_000_000_000 * (Int128)long.MaxValue, total.WeightedMillionths);
        Assert.Equal(10_000 * LargestInCents, total.Amount);
        Assert.Equal(total.Amount, total.Weighted);
    }

    [Fact]
    public void TheSmallestWeightOfTheSmallestAmountIsNotLost()
    {
        SnapshotTotals total = SnapshotCalculator.Total(PipelineSnapshot.Of(Process, [Open("Discovery", 0.01m)]));
        Assert.Equal(1, total.WeightedMillionths);
        Assert.Equal(0.00000001m, total.Weighted);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(9)]
    public void MinorUnitsOtherThanCentsAreCountedAlike(int digits)
    {
        RoundingPolicy unit = RoundingPolicy.ToDigits(digits);
        decimal smallest = 1m / unit.MinorUnitsPerUnit;
        SnapshotTotals total = SnapshotCalculator.Total(
            PipelineSnapshot.Of(Process, [Open("Proposal", smallest), Open("Proposal", 12m)], unit));
        Assert.Equal((12 * (Int128)unit.MinorUnitsPerUnit) + 1, total.AmountMinorUnits);
        Assert.Equal(12m + smallest, total.Amount);
        Assert.Equal((12m + smallest) * 0.4m, total.Weighted);
        Assert.Equal(unit, total.MinorUnit);
    }

    [Fact]
    public void AnAmountFinerThanTheMinorUnitIsRefusedAndNamed()
    {
        var refused = Refusal.By<ArgumentException>(() => PipelineSnapshot.Of(Process, [Open("Proposal", 0.001m)]));
        Assert.Contains("D-1", refused.Message, StringComparison.Ordinal);
        Assert.Contains("0.001", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentException>(
            () => PipelineSnapshot.Of(Process, [Open("Proposal", 0.5m)], RoundingPolicy.WholeUnits));
        Refusal.By<ArgumentException>(
            () => PipelineSnapshot.Of(Process, [Open("Proposal", LargestInCents + 0.01m)]));
        Refusal.By<ArgumentException>(() => PipelineSnapshot.Of(Process, [Open("Proposal", decimal.MaxValue)]));
    }

    [Fact]
    public void TrailingZerosAreNoFinerAmountOrProbability()
    {
        SalesProcess process = SalesProcess.Of(
            new PipelineStage { Name = "Proposal", WinProbability = 0.40000000000m });
        Assert.Equal(
            40m, SnapshotCalculator.Weighted(PipelineSnapshot.Of(process, [Open("Proposal", 100.000000000m)])));
    }

    [Fact]
    public void AProbabilityFinerThanAMillionthIsRefusedAndNamed()
    {
        SalesProcess fine = SalesProcess.Of(new PipelineStage { Name = "Proposal", WinProbability = 0.1234567m });
        var refused = Refusal.By<ArgumentException>(() => PipelineSnapshot.Of(fine, []));
        Assert.Contains("\"Proposal\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains("0.1234567", refused.Message, StringComparison.Ordinal);
        Assert.Contains("6 decimal places", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADealInAStageThatTheProcessLacksIsRefused()
    {
        var refused = Refusal.By<ArgumentException>(() => PipelineSnapshot.Of(Process, [Open("Legal", 1m)]));
        Assert.Contains("\"Legal\"", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentNullException>(() => PipelineSnapshot.Of(Process, [null!]));
        Refusal.By<ArgumentNullException>(() => PipelineSnapshot.Of(null!, []));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ThreadsAreOneOrMore(int threads)
    {
        PipelineSnapshot snapshot = PipelineSnapshot.Of(Process, []);
        Assert.Equal(
            "threads",
            Refusal.By<ArgumentOutOfRangeException>(() => SnapshotCalculator.Total(snapshot, threads)).ParamName);
        Refusal.By<ArgumentOutOfRangeException>(
            () => SnapshotCalculator.Group(snapshot, SnapshotDimensions.None, default, threads));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(-1)]
    [InlineData(65)]
    public void DimensionsAreDefined(int dimensions)
    {
        PipelineSnapshot snapshot = PipelineSnapshot.Of(Process, []);
        Refusal.By<ArgumentOutOfRangeException>(
            () => SnapshotCalculator.Group(snapshot, (SnapshotDimensions)dimensions));
    }

    [Fact]
    public void NullIsNoSnapshot()
    {
        Refusal.By<ArgumentNullException>(() => SnapshotCalculator.Total(null!));
        Refusal.By<ArgumentNullException>(() => SnapshotCalculator.Weighted(null!));
        Refusal.By<ArgumentNullException>(() => SnapshotCalculator.Group(null!, SnapshotDimensions.None));
    }

    [Fact]
    public void TotalsOfDifferentMinorUnitsAreNotAdded()
    {
        SnapshotTotals cents = SnapshotCalculator.Total(PipelineSnapshot.Of(Process, [Open("Proposal", 1m)]));
        SnapshotTotals whole = SnapshotCalculator.Total(
            PipelineSnapshot.Of(Process, [Open("Proposal", 1m)], RoundingPolicy.WholeUnits));
        Refusal.By<ArgumentException>(() => cents + whole);
        Assert.Equal(cents, cents + default(SnapshotTotals));
    }

    [Fact]
    public void MoreGroupsThanAnArrayHoldsAreSummedThroughADictionary()
    {
        // 301 segments by 121 months by 4 motions are 145,684 possible keys, more than 65,536.
        Opportunity[] deals = ManyGroups(20_000);
        PipelineSnapshot snapshot = PipelineSnapshot.Of(Process, deals);
        const SnapshotDimensions Dimensions =
            SnapshotDimensions.Segment | SnapshotDimensions.Month | SnapshotDimensions.Motion;
        ValueList<Keyed<SnapshotGroup, SnapshotTotals>> groups = SnapshotCalculator.Group(snapshot, Dimensions);
        Assert.True(groups.Count > 10_000);
        Assert.True(SnapshotOracle.AreSame(
            SnapshotOracle.Group(deals, Process, Dimensions, default, RoundingPolicy.Cents),
            SnapshotOracle.Lines(groups)));
        foreach (int threads in (int[])[2, 3, 8])
        {
            Assert.True(SnapshotCalculator.Group(snapshot, Dimensions, default, threads) == groups);
        }
    }

    [Theory]
    [InlineData(SnapshotDimensions.None)]
    [InlineData(SnapshotDimensions.Stage | SnapshotDimensions.Category)]
    [InlineData(SnapshotDimensions.Segment | SnapshotDimensions.Quarter)]
    [InlineData(SnapshotDimensions.Segment | SnapshotDimensions.Month)]
    [InlineData((SnapshotDimensions)63)]
    public void ManyChunksOfDealsAreSummedAsFew(SnapshotDimensions dimensions)
    {
        // Counts around the ends of chunks and of what threads share.
        foreach (int count in (int[])[1, 1_023, 1_024, 1_025, 4_095, 4_097, 8_191])
        {
            Opportunity[] deals = ManyGroups(count);
            PipelineSnapshot snapshot = PipelineSnapshot.Of(Process, deals);
            SnapshotOracle.Line[] expected = SnapshotOracle.Group(
                deals, Process, dimensions, FiscalCalendar.StartingIn(2), RoundingPolicy.Cents);
            foreach (int threads in (int[])[1, 2, 3, 8])
            {
                Assert.True(SnapshotOracle.AreSame(expected, SnapshotOracle.Lines(
                    SnapshotCalculator.Group(snapshot, dimensions, FiscalCalendar.StartingIn(2), threads))));
            }
        }
    }

    [Fact]
    public void AColumnHolds65535ValuesAndSaysWhenThereIsOneMore()
    {
        Opportunity deal = Open("Proposal", 1m);
        Opportunity[] deals =
            [.. Enumerable.Range(0, 65_536).Select(number =>
                deal with { Segment = FormattableString.Invariant($"S{number:00000}") })];
        PipelineSnapshot snapshot = PipelineSnapshot.Of(Process, deals.AsSpan(1));
        ValueList<Keyed<SnapshotGroup, SnapshotTotals>> groups = SnapshotCalculator.Group(
            snapshot, SnapshotDimensions.Segment);
        Assert.Equal(65_535, groups.Count);
        Assert.Equal("S00001", groups[0].Key.Segment);
        Assert.Equal("S65535", groups[^1].Key.Segment);
        var refused = Refusal.By<ArgumentException>(() => PipelineSnapshot.Of(Process, deals));
        Assert.Contains("65535", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MoreThreadsThanDealsDoNoHarm() => Assert.Equal(
        SnapshotCalculator.Total(PipelineSnapshot.Of(Process, ManyGroups(3))),
        SnapshotCalculator.Total(PipelineSnapshot.Of(Process, ManyGroups(3)), threads: 1_000));

    [Fact]
    public void AWonDealCountsInFullAndALostOrOmittedOneAtNothing()
    {
        Opportunity won = Open("Proposal", 100m) with { Timeline = DealTimeline.Won() };
        Opportunity lost = Open("Proposal", 100m) with { Timeline = DealTimeline.Lost() };
        Opportunity omitted = Open("Proposal", 100m) with { ForecastCategory = ForecastCategory.Omitted };
        PipelineSnapshot snapshot = PipelineSnapshot.Of(Process, [won, lost, omitted, Open("proposal", 100m)]);
        Assert.Equal([1_000_000, 0, 0, 400_000], snapshot.Weights.ToArray());
        Assert.Equal(140m, SnapshotCalculator.Weighted(snapshot));
        Assert.Equal(400m, SnapshotCalculator.Total(snapshot).Amount);
    }

    [Fact]
    public void TheSnapshotDoesNotChangeWithTheArrayItWasMadeFrom()
    {
        Opportunity[] deals = [Open("Proposal", 100m)];
        PipelineSnapshot snapshot = PipelineSnapshot.Of(Process, deals);
        deals[0] = Open("Proposal", 1m);
        Assert.Equal(100m, SnapshotCalculator.Total(snapshot).Amount);
    }

    private static Opportunity Open(string stage, decimal? amount) => new()
    {
        Id = "D-1",
        Stage = stage,
        Timeline = DealTimeline.Open(),
        Amount = amount,
    };

    private static Opportunity[] ManyGroups(int count)
    {
        // A linear congruential sequence: every run makes the same deals.
        uint state = 2_027;
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            LocalDate date = new LocalDate(2020, 1, 1).PlusMonths(Next(120)).PlusDays(Next(28));
            return new Opportunity
            {
                Id = FormattableString.Invariant($"D-{number}"),
                Stage = Process.Stages[Next(3)].Name,
                Timeline = Next(3) switch
                {
                    0 => DealTimeline.Won(closed: date),
                    1 => DealTimeline.Lost(closed: date),
                    _ => DealTimeline.Open(expectedClose: Next(10) == 0 ? null : date),
                },
                Amount = Next(10) == 0 ? null : Next(1_000_000_000) / 100m,
                Segment = Next(20) == 0 ? null : FormattableString.Invariant($"Segment {Next(300):000}"),
                Motion = Next(4) is var motion and < 3 ? (DealMotion)motion : null,
            };
        })];

        int Next(int below)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            return (int)(((ulong)state * (ulong)below) >> 32);
        }
    }
}
