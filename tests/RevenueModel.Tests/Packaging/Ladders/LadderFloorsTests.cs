using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

/// <summary>
/// The case of <see cref="LadderCalculatorTests"/>: one ladder, up to 100 for 86.8 and unlimited for 217, whose tiers
/// bring 781.2 and 651 for 630 and 800 calls.
/// </summary>
public class LadderFloorsTests
{
    private static readonly UsageHistory[] Three =
    [
        HistoryOf("A", 90m, 120m, 90m),
        HistoryOf("B", 100m, 100m, 130m),
        HistoryOf("C", 250m, 300m, 250m),
    ];

    private static readonly CostToServe HalfACall =
        new() { Meters = [new MeterCost { Meter = "calls", Cost = PriceModel.PerUnit(0.5m) }], FixedPerMonth = 10m };

    private static readonly LadderFloors Known = new() { Cost = HalfACall };

    private static readonly LadderConstraints Two = new()
    {
        Tiers = Band.Between(2, 2),
        MaxBillGrowth = 2.5m,
        CandidateBoundaries = 2,
        Floors = Known,
    };

    // 630 / 2 + 60 = 375 of 781.2, 800 / 2 + 30 = 430 of 651, together 805 of 1,432.2. What 100 calls cost is 60; a
    // month of C costs 430 / 3.
    [Fact]
    public void MarginsAndCostsOfTiersAreStated()
    {
        LadderEvaluation best = LadderCalculator.Design(Two, LadderCalculatorTests.PerCall, Three).Best!;

        Assert.Equal([375m, 430m], best.Tiers.Select(tier => tier.Cost!.Value));
        Assert.Equal([406.2m / 781.2m, 221m / 651m], best.Tiers.Select(tier => tier.Margin!.Value));
        Assert.Equal([60m, 430m / 3m], best.Tiers.Select(tier => tier.IncludedCost!.Value));
        Assert.Equal([86.8m / 60m, 217m / (430m / 3m)], best.Tiers.Select(tier => tier.FeeToCost!.Value));
        Assert.Equal(627.2m / 1_432.2m, best.Margin);
        Assert.Equal(221m / 651m, best.LowestTierMargin);
        Assert.Equal(86.8m / 60m, best.LowestFeeToCost);
        Assert.Equal(
            best, LadderCalculator.Evaluate(best.Ladder, LadderCalculatorTests.PerCall, Three, cost: HalfACall));
        Assert.Null(LadderCalculator.Evaluate(best.Ladder, LadderCalculatorTests.PerCall, Three).Margin);
    }

    [Theory]
    [InlineData(0.4379, true)] // 627.2 / 1,432.2 = 0.43793
    [InlineData(0.4380, false)]
    public void TotalMarginKeepsItsFloor(double floor, bool isKept) =>
        AssertFloor(
            Known with { MinMargin = (decimal)floor },
            isKept,
            LadderRejection.Margin,
            "it takes a margin floor of 43.79% in place of 43.8%");

    [Theory]
    [InlineData(0.3394, true)] // 221 / 651 = 0.33948
    [InlineData(0.3395, false)]
    public void MarginOfEachTierKeepsItsFloor(double floor, bool isKept) =>
        AssertFloor(
            Known with { MinTierMargin = (decimal)floor },
            isKept,
            LadderRejection.TierMargin,
            "it takes a margin floor of a tier of 33.94% in place of 33.95%");

    [Theory]
    [InlineData(1.4466, true)] // 86.8 / 60 = 1.44667
    [InlineData(1.4467, false)]
    public void NoFeeIsBelowTheMultipleOfItsCost(double floor, bool isKept) =>
        AssertFloor(
            Known with { MinFeeToCost = (decimal)floor },
            isKept,
            LadderRejection.CostFloor,
            "it takes fees from 1.4466x their cost in place of 1.4467x");

    // If C takes the first tier, it pays 3 x 217 as before: two tiers of which the last is always reached lose
    // nothing.
    [Fact]
    public void TwoTiersLoseNothingToCustomersAboveTheFirst() =>
        Assert.Equal(0m, LadderCalculator.Design(
            Two with { MaxCheapestTierLoss = 0m }, LadderCalculatorTests.PerCall, Three).Best!.CheapestTierLoss);

    // Three customers at 100, 250 and 700: fees f, 2.5 f and 6.25 f at most; the third pays the second fee instead.
    [Fact]
    public void LossByCheapestTiersKeepsItsLimit()
    {
        UsageHistory[] customers =
            [HistoryOf("A", 100m, 100m), HistoryOf("B", 250m, 250m), HistoryOf("C", 600m, 600m)];
        LadderConstraints three = new() { Tiers = Band.Between(3, 3), MaxBillGrowth = 2.5m, CandidateBoundaries = 9 };
        LadderEvaluation free = LadderCalculator.Design(three, LadderCalculatorTests.PerCall, customers).Best!;
        decimal share = free.CheapestTierLossShare!.Value;
        LadderDesign limited = LadderCalculator.Design(
            three with { MaxCheapestTierLoss = 0.3m }, LadderCalculatorTests.PerCall, customers);

        Assert.Equal([100m, 250m, 600m], free.Ladder.Tiers.Select(tier => tier.Fee));
        Assert.Equal(2m * 350m / 1_900m, share); // 0.36842
        Assert.Null(limited.Best);
        Assert.Equal([new RejectedLadders(LadderRejection.CheapestTierLoss, 1)], limited.Rejected);
        Assert.Equal(0.3685m, limited.MaxCheapestTierLossNeeded);
        Assert.EndsWith(
            "it takes a loss of 36.85% by cheapest tiers in place of 30%",
            limited.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(
            free, LadderCalculator.Design(
                three with { MaxCheapestTierLoss = 0.3685m }, LadderCalculatorTests.PerCall, customers).Best);
    }

    // The generated cases would prove nothing about floors that none of their ladders breaks.
    [Fact]
    public void GeneratedCasesBreakEachLimit()
    {
        HashSet<LadderRejection> seen = [];
        foreach (LadderCase one in LadderArbitraries.LadderCase().Generator.Sample(600, new Rnd(7UL, 11UL), 50))
        {
            seen.UnionWith(one.Design().Rejected.Select(rejected => rejected.Reason));
        }

        Assert.Equal(Enum.GetValues<LadderRejection>(), seen.Order());
    }

    // A pays 20 and then 60, which is 20 a month more.
    [Theory]
    [InlineData(20, 1)]
    [InlineData(20.01, 0)]
    public void TripledCustomersHaveAMinimumIncrease(double least, int count)
    {
        UsageHistory[] customers = [HistoryOf("A", 10m, 10m), HistoryOf("B", 50m, 50m), HistoryOf("C", 150m, 150m)];
        TierLadder ladder = TierLadder.Of("calls", LadderTier.UpTo(50m, 30m), LadderTier.Unlimited(150m));
        LadderConstraints constraints = Two with
        {
            CandidateBoundaries =
                9, MaxBillGrowth = 5m, MaxTripledShare = 0.3m, MinTripledIncrease = (decimal)least, Floors = null,
        };

        Assert.Equal(count, LadderCalculator.Evaluate(
            ladder, LadderCalculatorTests.PerCall, customers, minTripledIncrease: (
                decimal)least).TripledCustomerCount);
        LadderDesign design = LadderCalculator.Design(constraints, LadderCalculatorTests.PerCall, customers);
        Assert.Equal(count == 0, design.Best is not null);
        Assert.Equal(ladder, (design.Best ?? design.Nearest)!.Ladder);
    }

    [Fact]
    public void CostsOfColumnsAreThoseOfHistories()
    {
        decimal[] usage = [90m, 120m, 90m, 100m, 100m, 130m, 250m, 300m, 250m];
        Assert.Equal(
            LadderCalculator.Design(Two, LadderCalculatorTests.PerCall, Three),
            LadderCalculator.Design(Two, "calls", 3, usage, usage));
    }

    [Fact]
    public void WhatCannotBeCostedIsRefusedWithItsPlace()
    {
        MeterCost sites = new() { Meter = "sites", Cost = PriceModel.PerUnit(1m) };
        MeterCost few = new() { Meter = "calls", Cost = PriceModel.Graduated(PriceTier.UpTo(280m, 1m)) };
        MeterCost fewer = new() { Meter = "calls", Cost = PriceModel.Graduated(PriceTier.UpTo(249m, 1m)) };
        Refusal.With(
            "The cost to serve is of \"sites\"; \"calls\" alone is expected, since columns have the usage of one "
                + "meter.",
            () => LadderCalculator.Design(With(sites), "calls", 1, [1m], [1m]));
        Refusal.With(
            "histories[0]: A had no usage of \"sites\", to which the cost refers; a series for it is expected.",
            () => LadderCalculator.Design(With(sites), LadderCalculatorTests.PerCall, Three));
        Assert.StartsWith(
            "histories[2]: Customer \"C\" in 2026-02, cost of \"calls\": ",
            Refusal.By<ArgumentException>(
                () => LadderCalculator.Design(With(few), LadderCalculatorTests.PerCall, Three)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Customer 2, month 1, cost of \"calls\": ",
            Refusal.By<ArgumentException>(
                () => LadderCalculator.Design(With(few), "calls", 1, [1m, 281m], [1m, 1m])).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "The cost of 250 included \"calls\": ",
            Refusal.By<ArgumentException>(() => LadderCalculator.Design(
                With(fewer) with
                {
                    BoundaryDigits = 2,
                }, LadderCalculatorTests.PerCall, [HistoryOf("A", 90m), HistoryOf("B", 241m)])).Message,
            StringComparison.Ordinal);
        Refusal.With(
            "Customer 2, month 1 of \"calls\": usage[2] was -1; zero or more is expected.",
            () => LadderCalculator.Design(
                Two with { Floors = null }, "calls", 2, [1m, 1m, -1m, 1m], [1m, 1m, 1m, 1m]));
        Refusal.With(
            "Customer 1, month 2 of \"calls\": bills[1] was -2; zero or more is expected.",
            () => LadderCalculator.Design(Two with { Floors = null }, "calls", 2, [1m, 1m], [1m, -2m]));
    }

    [Fact]
    public void FloorsOutsideTheirRangesAreRefused()
    {
        Refusal.By<ArgumentNullException>(() => new LadderFloors { Cost = null! });
        Refusal.By<ArgumentOutOfRangeException>(() => Known with { MinMargin = 60m });
        Refusal.By<ArgumentOutOfRangeException>(() => Known with { MinTierMargin = 1.1m });
        Refusal.By<ArgumentOutOfRangeException>(() => Known with { MinFeeToCost = -1m });
        Refusal.By<ArgumentOutOfRangeException>(() => Two with { MaxCheapestTierLoss = 1.1m });
        Refusal.By<ArgumentOutOfRangeException>(() => Two with { MinTripledIncrease = -1m });
    }

    private static void AssertFloor(LadderFloors floors, bool isKept, LadderRejection reason, string needed)
    {
        LadderDesign design = LadderCalculator.Design(
            Two with { Floors = floors }, LadderCalculatorTests.PerCall, Three);
        Assert.Equal(isKept, design.Best is not null);
        if (!isKept)
        {
            Assert.Equal([new RejectedLadders(reason, 1)], design.Rejected);
            Assert.EndsWith(needed, Culture.In("de-DE", design.ToString), StringComparison.Ordinal);
        }
    }

    private static LadderConstraints With(MeterCost meter) =>
        Two with { Floors = new LadderFloors { Cost = new CostToServe { Meters = [meter] }, MinFeeToCost = 0m } };

    private static UsageHistory HistoryOf(string customer, params decimal[] usage) =>
        UsageHistory.Of(customer, new YearMonth(2026, 1), "calls", usage);
}
