using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

public class LadderWarningTests
{
    private static readonly PricePlan PerOperation = new()
    {
        Name = "Per operation",
        Charges = [new Charge { Name = "operations", Price = PriceModel.PerUnit(0.004m) }],
    };

    // Twelve customers use about the same in each month. Twelve use nothing in ten months of twelve; in the two others
    // they use 12,000 operations, and two of them 175,400 in one month, which costs 701.60.
    private static readonly UsageHistory[] HalfIdle =
    [
        .. Enumerable.Range(0, 12).SelectMany(customer => new[]
        {
            HistoryOf(
                $"Steady {customer + 1}",
                month => 2_000m + (250m * customer) + (100m * ((customer + (5 * month)) % 7))),
            HistoryOf(
                $"Idle {customer + 1}",
                month => month % 6 != customer % 6 ? 0m : customer < 2 && month >= 6 ? 175_400m : 12_000m),
        }),
    ];

    [Fact]
    public void AnUnlimitedTierFarBelowMonthsIsWarnedOf()
    {
        LadderDesign design = LadderCalculator.Design(new LadderConstraints(), PerOperation, HalfIdle);

        Assert.Equal(LadderTier.Unlimited(19.2m), design.Best!.Ladder.Tiers[^1]);
        LadderWarning warning = Assert.Single(
            design.Warnings, one => one.Kind is LadderWarningKind.FeeFarBelowMonths && one.TierIndex == 2);
        Assert.Equal((701.6m, 19.2m, 10m), (warning.Figure, warning.ComparedWith, warning.Limit));
        Assert.Equal(
            "Tier 3 (unlimited for 19.2): a month with a bill of 701.60 today is billed at most 19.20; the limit is "
                + "10x",
            Culture.In("de-DE", warning.ToString));
        Assert.Equal(
            [
                (LadderWarningKind.CommitToNothing, null),
                (LadderWarningKind.FeeFarBelowMonths, 0),
                (LadderWarningKind.FeeFarBelowMonths, 2),
                (LadderWarningKind.FewCustomers, 2),
            ],
            design.Warnings.Select(one => (one.Kind, one.TierIndex)));
        Assert.EndsWith("; 4 warnings", design.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void CustomersThatCommitToNothingAreCountedAndWarnedOf()
    {
        LadderDesign design = LadderCalculator.Design(new LadderConstraints(), PerOperation, HalfIdle);
        LadderWarning warning = Assert.Single(design.Warnings, one => one.Kind is LadderWarningKind.CommitToNothing);

        Assert.Equal((12, 0.5m), (design.Best!.ZeroCommitCustomerCount, design.Best.ZeroCommitShare));
        Assert.Equal(12, design.Best.Tiers[0].ZeroCommitCustomerCount);
        Assert.Equal(
            "12 of 24 customers commit to nothing, since the months that a commitment covers have no usage; the limit "
                + "is 25% of customers",
            warning.ToString());
        Assert.Null(warning.Tier);
        Assert.DoesNotContain(
            LadderCalculator.Evaluate(design.Best.Ladder, PerOperation, HalfIdle, commitQuantile: 0.9m).Warnings(),
            one => one.Kind is LadderWarningKind.CommitToNothing);
    }

    // Each customer takes the tier up to 10 for 15: the first pays 15 in two months and 30 in two, as contracted, the
    // second 60 as contracted, and the third 4 x 30 = 120 in place of 4 x 90.
    [Fact]
    public void CheapestTiersOfCustomersAreCountedByHand()
    {
        decimal[] usage = [8m, 12m, 8m, 12m, 10m, 10m, 10m, 10m, 50m, 60m, 70m, 80m];
        TierLadder ladder = TierLadder.Of(
            "calls", LadderTier.UpTo(10m, 15m), LadderTier.UpTo(40m, 30m), LadderTier.Unlimited(90m));
        LadderEvaluation evaluation = LadderCalculator.Evaluate(ladder, 4, usage, usage);

        Assert.Equal(90m + 60m + 360m, evaluation.Revenue);
        Assert.Equal(90m + 60m + 120m, evaluation.CheapestTierRevenue);
        Assert.Equal((240m, 240m / 510m), (evaluation.CheapestTierLoss, evaluation.CheapestTierLossShare));
        Assert.Equal(1, evaluation.CheaperTierCustomerCount);
        Assert.Equal(
            [
                "revenue falls from 510.00 to 270.00 if each customer takes its cheapest tier, by 47.06%; the limit "
                    + "is 10%",
                "Tier 1 (up to 10 for 15): it has 2 of 3 customers; 3 or more are expected",
                "Tier 2 (up to 40 for 30): it has 0 of 3 customers; 3 or more are expected",
                "Tier 3 (unlimited for 90): it has 1 of 3 customers; 3 or more are expected",
            ],
            evaluation.Warnings().Select(one => one.ToString()));
        Assert.Contains("510 (", evaluation.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            ", 270 (-47.06%) if each takes its cheapest tier", evaluation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AWarningGoesAwayExactlyAtItsLimit()
    {
        LadderEvaluation evaluation = LadderCalculator.Design(new LadderConstraints(), PerOperation, HalfIdle).Best!;
        LadderWarningLimits at = new()
        {
            MaxMonthToFee = 701.6m / evaluation.Ladder.Tiers[1].Fee,
            MaxZeroCommitShare = 0.5m,
            MinCustomersPerTier = evaluation.Tiers.Min(tier => tier.CustomerCount),
            MaxCheapestTierLoss = decimal.Round(evaluation.CheapestTierLossShare!.Value, 6) + 0.000_001m,
        };

        Assert.Empty(evaluation.Warnings(at));
        Assert.Equal(
            [LadderWarningKind.CommitToNothing],
            evaluation.Warnings(at with { MaxZeroCommitShare = 0.499m }).Select(one => one.Kind));
        Assert.Equal(
            [LadderWarningKind.CheapestTierLoss],
            evaluation.Warnings(at with { MaxCheapestTierLoss = at.MaxCheapestTierLoss - 0.000_002m })
                .Select(one => one.Kind));
        Assert.Equal(
            [LadderWarningKind.FeeFarBelowMonths],
            evaluation.Warnings(at with { MaxMonthToFee = at.MaxMonthToFee - 0.01m }).Select(one => one.Kind));
        Assert.Contains(
            evaluation.Warnings(at with { MinCustomersPerTier = at.MinCustomersPerTier + 1 }),
            one => one.Kind is LadderWarningKind.FewCustomers);
    }

    [Fact]
    public void ATierBelowItsMarginIsWarnedOfWhereTheCostIsKnown()
    {
        var cost =
            new CostToServe { Meters = [new MeterCost { Meter = "operations", Cost = PriceModel.PerUnit(0.003m) }] };
        LadderConstraints constraints = new() { Floors = new LadderFloors { Cost = cost } };
        LadderDesign design = LadderCalculator.Design(constraints, PerOperation, HalfIdle);
        LadderWarningLimits limits = new() { MinTierMargin = 0.5m };

        Assert.Equal(0.25m, 1m - (design.Best!.Cost!.Value / design.Best.RevenueToday)); // 0.003 of 0.004
        Assert.Equal(
            LadderCalculator.Design(new LadderConstraints(), PerOperation, HalfIdle).Best!.Ladder, design.Best.Ladder);
        foreach (LadderWarning warning in design.Best.Warnings(limits).Where(one =>
            one.Kind is LadderWarningKind.TierMargin))
        {
            TierEvaluation tier = design.Best.Tiers[warning.TierIndex!.Value];
            Assert.Equal((tier.Cost, tier.Revenue, 0.5m), (warning.Figure, warning.ComparedWith, warning.Limit));
        }

        Assert.Equal(
            design.Best.Tiers.Count(tier => tier.Margin < 0.5m),
            design.Best.Warnings(limits).Count(one => one.Kind is LadderWarningKind.TierMargin));
        Assert.Contains(design.Best.Tiers, tier => tier.Margin < 0.5m);
    }

    [Fact]
    public void LimitsOutsideTheirRangesAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderWarningLimits { MaxMonthToFee = -1m });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderWarningLimits { MaxZeroCommitShare = 25m });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderWarningLimits { MinCustomersPerTier = 0 });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderWarningLimits { MaxCheapestTierLoss = -0.1m });
        Refusal.By<ArgumentOutOfRangeException>(() => new LadderWarningLimits { MinTierMargin = 60m });
        Refusal.By<ArgumentNullException>(() => new LadderConstraints { WarningLimits = null! });
    }

    private static UsageHistory HistoryOf(string customer, Func<int, decimal> usage) => UsageHistory.Of(
        customer, new YearMonth(2026, 1), "operations", [.. Enumerable.Range(0, 12).Select(usage)]);
}
