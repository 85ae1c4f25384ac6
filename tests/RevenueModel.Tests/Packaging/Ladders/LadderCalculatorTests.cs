using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

public class LadderCalculatorTests
{
    internal static readonly PricePlan PerCall = new()
    {
        Name = "Per call",
        Charges = [new Charge { Name = "calls", Price = PriceModel.PerUnit(1m) }],
    };

    // Levels 90, 100 and 250; bills of 300, 330 and 800: 1,430 in nine months.
    private static readonly UsageHistory[] Three =
    [
        HistoryOf("A", 90m, 120m, 90m),
        HistoryOf("B", 100m, 100m, 130m),
        HistoryOf("C", 250m, 300m, 250m),
    ];

    private static readonly LadderConstraints Two = new()
    {
        Tiers = Band.Between(2, 2),
        MaxBillGrowth = 2.5m,
        CandidateBoundaries = 2,
    };

    // Thirds of 1,430 lie at the levels 100 and 250, and none commits to more than 250, so that 100 is the boundary. A
    // month of A and of B is above it, once crossed down and once up, and C is above it always and unlimited. means:
    // 630 / 6 = 105 and 800 / 3 = 266.67, held to 2.5 x 105 = 262.5 revenue: 4 x 105 + 2 x 262.5 + 3 x 262.5 =
    // 1,732.5, so that the factor is 1,430 / 1,732.5 fees: 216.67 and 86.67, which round to 217 and 86.7; 2.5 x 86.7 =
    // 216.75 is less than 217, so that it is 86.8 revenue: 4 x 86.8 + 5 x 217 = 1,432.2, the first tier 781.2 for 630,
    // the last 651 for 800 changes: A down and up and B up, 3 x 130.2 = 390.6 for today's 60 + 30 + 100 = 190
    [Fact]
    public void SharesOfNoCustomersAreUndefined()
    {
        var nobody = new LadderEvaluation
        {
            Ladder = TierLadder.Of("calls", new List<LadderTier> { LadderTier.Unlimited(1m) }),
            Tiers = [],
            BillsToday = default,
            Bills = default,
        };

        Assert.Null(nobody.TripledShare);
        Assert.Null(nobody.LargestTierRevenueChange);
        Assert.Equal("calls: unlimited for 1; revenue 0 -> 0, bills grow by at most 1x", nobody.ToString());
    }

    [Fact]
    public void PlansOfCustomersAreThoseOfTheirTiers()
    {
        TierLadder ladder = LadderCalculator.Design(Two, PerCall, Three.ToList()).Best!.Ladder;
        Assert.Equal(
            LadderCalculator.Plans(ladder, Three),
            [.. Three.Select(history => LadderCalculator.Plan(ladder, history))]);
    }

    [Fact]
    public void AmountsThatAreTooLargeNameTheCustomerOrTheTier()
    {
        TierLadder ladder = TierLadder.Of(
            "calls", LadderTier.UpTo(130m, 100m), LadderTier.Unlimited(decimal.MaxValue));
        Refusal.With(
            "Customer 2: the total of the bills is too large: the result exceeds 7.9 × 10^28, the range of a decimal; "
                + "smaller figures are expected.",
            () => LadderCalculator.Evaluate(ladder, 2, [1m, 1m, 1m, 1m], [1m, 1m, decimal.MaxValue, 1m]));
        Refusal.With(
            "The total of the bills of all customers is too large: the result exceeds 7.9 × 10^28, the range of a "
                + "decimal; smaller figures are expected.",
            () => LadderCalculator.Evaluate(ladder, 1, [1m, 1m], [decimal.MaxValue, decimal.MaxValue]));
        Refusal.With(
            "Customer \"A\": the total of the bills is too large: the result exceeds 7.9 × 10^28, the range of a "
                + "decimal; smaller figures are expected.",
            () => LadderCalculator.Design(
                Two,
                new PricePlan { Name = "Huge", BaseFee = decimal.MaxValue, Charges = PerCall.Charges },
                [HistoryOf("A", 0m, 0m)]));
        Refusal.With(
            "The revenue of the ladder up to tier 2 (unlimited for 79,228,162,514,264,337,593,543,950,335) is too "
                + "large: the result exceeds 7.9 × 10^28, the range of a decimal; smaller figures are expected.",
            () => LadderCalculator.Evaluate(ladder, PerCall, [HistoryOf("A", 200m, 200m)]));
        Refusal.With(
            "The usage or the revenue of the customers under a ladder is too large: the result exceeds 7.9 × 10^28, "
                + "the range of a decimal; smaller figures are expected.",
            () => LadderCalculator.Design(Two, "calls", 1, [1m, decimal.MaxValue, decimal.MaxValue], [1m, 1m, 1m]));
    }

    [Fact]
    public void ALadderOfAnotherMeterThanThePlanIsRefused()
    {
        TierLadder ladder = TierLadder.Of("sites", LadderTier.Unlimited(1m));
        Refusal.With(
            "Plan \"Per call\" bills \"calls\"; \"sites\", the meter of the ladder, is expected.",
            () => LadderCalculator.Evaluate(ladder, PerCall, Three));
    }

    [Fact]
    public void FeesFollowFromTodaysBillsStepByStep()
    {
        LadderDesign design = LadderCalculator.Design(Two, PerCall, Three);

        Assert.Equal([100m, 250m], design.Candidates);
        Assert.Equal(1, design.EvaluatedCount);
        Assert.Equal(2, design.MaxTiers);
        Assert.Empty(design.Rejected);
        LadderEvaluation fit = design.Best!;
        Assert.Equal(TierLadder.Of("calls", LadderTier.UpTo(100m, 86.8m), LadderTier.Unlimited(217m)), fit.Ladder);
        Assert.Equal(1_430m, fit.RevenueToday);
        Assert.Equal(1_432.2m, fit.Revenue);
        Assert.Equal(2.2m / 1_430m, fit.RevenueChange);
        Assert.Equal(190m, fit.BillsToday.Changes);
        Assert.Equal(390.6m, fit.Bills.Changes);
        Assert.Equal(6, fit.Bills.ChangeCount);
        Assert.Equal(151.2m / 630m, fit.LargestTierRevenueChange);
        Assert.Equal(
            new TierEvaluation
            {
                Tier = LadderTier.UpTo(100m, 86.8m),
                CustomerCount = 2,
                ZeroCommitCustomerCount = 0,
                CheaperTierCustomerCount = 0,
                TripledCustomerCount = 0,
                Months = 6,
                MonthsAbove = 2,
                RevenueToday = 630m,
                Revenue = 781.2m,
                LargestBillToday = 130m,
                CheapestTierRevenue = 781.2m,
            },
            fit.Tiers[0]);
        Assert.Equal(651m, fit.Tiers[1].Revenue);
    }

    [Fact]
    public void WhereNoLadderSatisfiesTheNearestSaysWhatItTakes()
    {
        LadderConstraints strict = Two with { TierRevenueTolerance = 0.1m };
        LadderDesign design = LadderCalculator.Design(strict, PerCall, Three);

        Assert.Null(design.Best);
        Assert.Equal([new RejectedLadders(LadderRejection.TierRevenue, 1)], design.Rejected);
        Assert.Equal(217m, design.Nearest!.Ladder.Tiers[1].Fee);
        Assert.Equal(0.02m, design.RevenueToleranceNeeded);
        Assert.Equal(0.24m, design.TierRevenueToleranceNeeded); // 151.2 / 630
        Assert.EndsWith(
            "it takes a tier revenue tolerance of 24% in place of 10%",
            Culture.In("de-DE", design.ToString),
            StringComparison.Ordinal);
    }

    [Fact]
    public void RevenueThatRoundingDoesNotKeepIsAReason()
    {
        LadderDesign design = LadderCalculator.Design(Two with { RevenueTolerance = 0.001m }, PerCall, Three);

        Assert.Equal([new RejectedLadders(LadderRejection.Revenue, 1)], design.Rejected);
        Assert.Equal(0.0016m, design.RevenueToleranceNeeded); // 2.2 / 1,430 = 0.00154
        Assert.EndsWith(
            "it takes a revenue tolerance of 0.16% in place of 0.1%", design.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void FeesOfOneDigitCannotRiseByATwentieth()
    {
        LadderDesign design = LadderCalculator.Design(
            Two with { FeeDigits = 1, MaxBillGrowth = 1.05m }, PerCall, Three);

        Assert.Equal([new RejectedLadders(LadderRejection.FeeSteps, 1)], design.Rejected);
        Assert.Null(design.Nearest);
    }

    // Means of 100 and 600, held to 100 and 133.3..., times three: 300 and 400. But 1.33...3 x 300 is short of 400.
    [Fact]
    public void AFeeIsWithinTheStepToTheLastDigit()
    {
        LadderConstraints goal =
            Two with { MaxBillGrowth = 1.333_333_333_333_333m, TierRevenueTolerance = 3m, CandidateBoundaries = 9 };
        LadderDesign design = LadderCalculator.Design(goal, "calls", 1, [1m, 10m], [100m, 600m]);

        Assert.Equal([301m, 400m], design.Best!.Ladder.Tiers.Select(tier => tier.Fee));
    }

    [Fact]
    public void WhoPaysNothingTodayIsNoTier()
    {
        PricePlan freeBelow = PerCall with
        {
            Charges = [new Charge { Name = "calls", Price = PriceModel.PerUnit(1m), Allowance = Allowance.Of(150m) }],
        };
        LadderConstraints goal = Two with { CandidateBoundaries = 9, TierRevenueTolerance = 100m };
        LadderDesign design = LadderCalculator.Design(
            goal, freeBelow, [.. Three, HistoryOf("D", 500m, 700m, 500m)]);

        Assert.All(design.Best!.Tiers, tier => Assert.True(tier.RevenueToday > 0m));
        Assert.Equal(250m, design.Best.Ladder.Tiers[0].Included);
        Assert.Equal(2, design.Best.Tiers[0].TripledCustomerCount); // A and B, who paid nothing
    }

    // Means of 60 for A and B and of 300 for C are the fees: A pays exactly three times its 20.
    [Fact]
    public void AMoveThatTriplesABillIsAReasonWhereItIsAskedFor()
    {
        UsageHistory[] customers = [HistoryOf("A", 20m, 20m), HistoryOf("B", 100m, 100m), HistoryOf("C", 300m, 300m)];
        LadderConstraints goal = Two with { CandidateBoundaries = 9, MaxBillGrowth = 5m };
        LadderDesign any = LadderCalculator.Design(goal, PerCall, customers);
        LadderDesign none = LadderCalculator.Design(goal with { MaxTripledShare = 0.3m }, PerCall, customers);

        Assert.Equal(TierLadder.Of("calls", LadderTier.UpTo(100m, 60m), LadderTier.Unlimited(300m)), any.Best!.Ladder);
        Assert.Equal(1, any.Best.Tiers[0].TripledCustomerCount);
        Assert.Equal(1m / 3m, any.Best.TripledShare);
        Assert.Null(none.Best);
        Assert.Contains(new RejectedLadders(LadderRejection.Tripled, 1), none.Rejected);
        Assert.Equal(any.Best.Ladder, none.Nearest!.Ladder);
        Assert.Equal(0.3334m, none.MaxTripledShareNeeded);
        Assert.Equal(
            any.Best, LadderCalculator.Design(goal with { MaxTripledShare = 0.3334m }, PerCall, customers).Best);
    }

    [Fact]
    public void TooFewCustomersForTheTiersThatAreAskedForIsSaid()
    {
        LadderDesign design = LadderCalculator.Design(Two with { MinCustomersPerTier = 2 }, PerCall, Three);

        Assert.Equal(0, design.EvaluatedCount);
        Assert.Equal(1, design.MaxTiers);
        Assert.Null(design.Nearest);
        Assert.Equal(
            "No ladder satisfies the constraints: the usage allows at most 1 tier, with 2x the units of the one "
                + "before and 2 customers each, and 2-2 are required",
            design.ToString());
    }

    [Fact]
    public void TheGoalOfOneUsageForAllIsNotMet()
    {
        LadderDesign design = LadderCalculator.Design(
            new LadderConstraints(), PerCall, [HistoryOf("A", 5m, 5m), HistoryOf("B", 5m, 5m)]);
        Assert.Equal((1, 0), (design.MaxTiers, design.EvaluatedCount));
    }

    [Fact]
    public void CandidatesAreThinnedUntilTheLaddersAreFewEnough()
    {
        UsageHistory[] many =
            [.. Enumerable.Range(1, 60).Select(number => HistoryOf($"C{number}", number * number, number * number))];
        LadderConstraints goal = new() { UsageGrowth = 1.1m, MaxBillGrowth = 2m };
        LadderDesign all = LadderCalculator.Design(goal with { CandidateBoundaries = 16 }, PerCall, many);
        LadderDesign few = LadderCalculator.Design(
            goal with { CandidateBoundaries = 16, MaxLadders = 100 }, PerCall, many);

        Assert.True(all.EvaluatedCount > 100);
        Assert.InRange(few.EvaluatedCount, 1, 100);
        Assert.True(few.Candidates.Count < all.Candidates.Count);
        LadderDesign largest = Enumerable.Range(1, 16).Reverse()
            .Select(count => LadderCalculator.Design(goal with { CandidateBoundaries = count }, PerCall, many))
            .First(design => design.EvaluatedCount <= 100);
        Assert.Equal(few, largest with { Constraints = few.Constraints });
    }

    [Fact]
    public void ALadderOfOnesOwnIsTriedOnTheSameUsage()
    {
        TierLadder own = TierLadder.Of("calls", LadderTier.UpTo(130m, 100m), LadderTier.Unlimited(250m));
        LadderEvaluation fit = LadderCalculator.Evaluate(own, PerCall, Three);

        Assert.Equal(1_350m, fit.Revenue);
        Assert.Equal(0m, fit.Bills.Ratio);
        Assert.Equal(0, fit.Tiers[0].MonthsAbove);
        Assert.Equal(fit, LadderCalculator.Evaluate(
            own,
            3,
            [90m, 120m, 90m, 100m, 100m, 130m, 250m, 300m, 250m],
            [90m, 120m, 90m, 100m, 100m, 130m, 250m, 300m, 250m]));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(0.25, 10)]
    [InlineData(0.5, 20)]
    [InlineData(0.51, 30)]
    [InlineData(1, 40)]
    public void TheCommitLevelIsAUsageThatWasSeen(double quantile, int level) =>
        Assert.Equal(level, LadderCalculator.CommitLevel([40m, 10m, 30m, 20m], (decimal)quantile));

    [Fact]
    public void CustomersOfATierShareItsPlan()
    {
        TierLadder ladder = LadderCalculator.Design(Two, PerCall, Three).Best!.Ladder;
        ValueList<PricePlan> plans = LadderCalculator.Plans(ladder, Three);

        Assert.Same(plans[0], plans[1]);
        Assert.Equal([86.8m, 86.8m, 217m], plans.Select(plan => plan.BaseFee));
    }

    [Fact]
    public void RealHeavyTailsHaveALadderWhereFeesGrowLikeUsage()
    {
        UsageHistory[] customers = HeavyTailed(400);
        LadderConstraints goal =
            new() { Tiers = Band.Between(4, 8), MaxBillGrowth = 2.5m, TierRevenueTolerance = 0.6m };
        LadderDesign design = LadderCalculator.Design(goal, PerCall, customers);

        Assert.True(
            customers.Max(one => one.Series[0].Quantities.Max()) / customers.Min(one => one.Series[0].Quantities.Max())
                > 10_000m);
        Assert.NotNull(design.Best);
        Assert.InRange(design.Best.Bills.Ratio!.Value, 0m, design.Best.BillsToday.Ratio!.Value / 2m);
        // half as much for twice the usage
        Assert.Null(LadderCalculator.Design(new LadderConstraints(), PerCall, customers).Best);
    }

    [Fact]
    public void WhatDoesNotGoTogetherIsRefused()
    {
        LadderConstraints goal = new();
        Refusal.By<ArgumentException>(() => LadderCalculator.Design(goal, PerCall, []));
        Refusal.By<ArgumentNullException>(() => LadderCalculator.Design(null!, PerCall, Three));
        Refusal.By<ArgumentNullException>(() => LadderCalculator.Design(goal, null!, Three));
        Refusal.By<ArgumentException>(() => LadderCalculator.Design(
            goal, PerCall with
            {
                Charges = [.. PerCall.Charges, new Charge { Name = "runs", Price = PriceModel.PerUnit(1m) }],
            }, Three));
        Refusal.By<ArgumentException>(
            () => LadderCalculator.Design(goal, PerCall, [UsageHistory.Of("A", new YearMonth(2026, 1), "runs", 1m)]));
        Refusal.By<ArgumentException>(() => LadderCalculator.Design(goal, PerCall, [HistoryOf("A", 0m)]));
        Refusal.By<ArgumentException>(() => LadderCalculator.Design(goal, "calls", 2, [1m, 2m, 3m], [1m, 2m, 3m]));
        Refusal.By<ArgumentException>(() => LadderCalculator.Design(goal, "calls", 1, [], []));
        Refusal.By<ArgumentException>(() => LadderCalculator.Design(goal, "calls", 1, [1m], [1m, 2m]));
        Refusal.By<ArgumentOutOfRangeException>(() => LadderCalculator.Design(goal, "calls", 0, [1m], [1m]));
        Refusal.By<ArgumentOutOfRangeException>(() => LadderCalculator.Design(goal, "calls", 1, [-1m], [1m]));
        Refusal.By<ArgumentOutOfRangeException>(() => LadderCalculator.Design(goal, "calls", 1, [1m], [-1m]));
        Refusal.By<ArgumentException>(() => LadderCalculator.Design(goal, " ", 1, [1m], [1m]));
        Refusal.By<ArgumentException>(() => LadderCalculator.CommitLevel([]));
        Refusal.By<ArgumentOutOfRangeException>(() => LadderCalculator.CommitLevel([1m], 50m));
    }

    // Levels spread evenly in their logarithms' normal order over more than four decades, months within a factor of
    // three around them, by a generator whose numbers are the same everywhere.
    private static UsageHistory[] HeavyTailed(int customers)
    {
        ulong state = 12_345;
        var histories = new UsageHistory[customers];
        for (int i = 0; i < customers; i++)
        {
            double spread = 0;
            for (int k = 0; k < 12; k++)
            {
                spread += Next(ref state) / 1_000_000.0; // twelve of them are near enough to a normal one
            }

            decimal level = (decimal)Math.Round(Math.Exp(7 + (2 * (spread - 6))), 3) + 0.1m;
            var usage = new decimal[12];
            for (int month = 0; month < usage.Length; month++)
            {
                usage[month] = decimal.Round(level * (600m + (Next(ref state) / 1_000m)) / 1_000m, 2);
            }

            histories[i] = HistoryOf($"C{i}", usage);
        }

        return histories;
    }

    private static long Next(ref ulong state)
    {
        state = (state * 6_364_136_223_846_793_005) + 1_442_695_040_888_963_407;
        return (long)((state >> 33) % 1_000_000);
    }

    private static UsageHistory HistoryOf(string customer, params decimal[] usage) =>
        UsageHistory.Of(customer, new YearMonth(2026, 1), "calls", usage);
}
