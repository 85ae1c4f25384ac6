using FsCheck.Xunit;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Packaging;

namespace RevenueModel.Tests.Packaging;

[Properties(MaxTest = 300, Arbitrary = [typeof(LadderArbitraries)])]
public class LadderDesignProperties
{
    [Property(MaxTest = 1_000)]
    public bool TheLadderIsThatOfANaiveSearchInExactFractions(LadderCase given)
    {
        LadderDesign design = given.Design();
        var oracle = new LadderOracle(given);
        return design.Candidates.SequenceEqual(oracle.Candidates)
            && design.EvaluatedCount == oracle.Ladders.Count
            && design.Best is not null == oracle.IsSatisfied
            && (design.Best ?? design.Nearest)?.Ladder == oracle.Ladder;
    }

    [Property]
    public bool RejectedLaddersAreCountedByTheirFirstReason(LadderCase given)
    {
        var oracle = new LadderOracle(given);
        return given.Design().Rejected.AsEnumerable().ToDictionary(one => one.Reason, one => one.Count)
            .OrderBy(one => one.Key).SequenceEqual(oracle.Rejected.OrderBy(one => one.Key));
    }

    [Property]
    public bool BestSatisfiesEveryGoalWhereEveryMonthIsBilledUnderItsPlans(LadderCase given)
    {
        if (given.Design().Best is not { } best)
        {
            return true;
        }

        LadderConstraints goal = given.Goal;
        TierLadder ladder = best.Ladder;
        UsageHistory[] histories = given.Histories;
        PricePlan[] plans = [.. LadderCalculator.Plans(ladder, histories, goal.CommitQuantile)];
        BillComparison comparison = BillComparisonCalculator.Compare([given.Today.Plan], plans, histories);
        CustomerBillComparison[] customers = [.. comparison.Customers];
        var tiers = customers.GroupBy(customer => customer.ProposedPlan).ToArray();
        return goal.Tiers.Contains(ladder.Tiers.Count)
            && tiers.Length == ladder.Tiers.Count
            && tiers.All(tier => tier.Count() >= goal.MinCustomersPerTier)
            && tiers.All(tier => IsWithin(
                tier.Sum(customer => customer.Proposed.Total),
                tier.Sum(customer => customer.Current.Total),
                goal.TierRevenueTolerance))
            && IsWithin(
                customers.Sum(customer => customer.Proposed.Total),
                customers.Sum(customer => customer.Current.Total),
                goal.RevenueTolerance)
            && ladder.Tiers.Zip(ladder.Tiers.Skip(1)).All(pair => pair.Second.Fee <= pair.First.Fee * goal.MaxBillGrowth)
            && !(ladder.UsageGrowthOfOneTier < goal.UsageGrowth)
            && customers.Count(one => one.Proposed.Total > 0m && one.Proposed.Total >= 3m * one.Current.Total)
                <= goal.MaxTripledShare * customers.Length;
    }

    [Property]
    public bool WhatAFitSaysIsWhatTheMonthsComeToUnderThePlans(LadderCase given)
    {
        LadderDesign design = given.Design();
        if ((design.Best ?? design.Nearest) is not { } fit)
        {
            return true;
        }

        BillVariation today = default;
        BillVariation then = default;
        int tripled = 0;
        PricePlan[] plans = [.. LadderCalculator.Plans(fit.Ladder, given.Histories, given.Goal.CommitQuantile)];
        for (int i = 0; i < plans.Length; i++)
        {
            LadderCustomer customer = given.Customers[i];
            decimal[] bills = [.. customer.Usage.Select(month => BillCalculator.Amount(plans[i], month))];
            today = today.Combine(BillVariationCalculator.Measure(customer.Bills));
            then = then.Combine(BillVariationCalculator.Measure(bills));
            tripled += bills.Sum() >= 3m * customer.Bills.Sum() ? 1 : 0;
        }

        return fit.BillsToday == today && fit.Bills == then && fit.TripledCustomerCount == tripled
            && fit.Tiers.AsEnumerable().Sum(tier => tier.Revenue) == fit.Revenue
            && fit.Tiers.AsEnumerable().Sum(tier => tier.CustomerCount) == plans.Length;
    }

    [Property]
    public bool NearestSatisfiesTheGoalWithTheTolerancesThatItIsSaidToNeed(LadderCase given)
    {
        LadderDesign design = given.Design();
        return design.Nearest is null || (given with
        {
            Goal = given.Goal with
            {
                RevenueTolerance = design.RevenueToleranceNeeded!.Value,
                TierRevenueTolerance = design.TierRevenueToleranceNeeded!.Value,
                MaxTripledShare = design.MaxTripledShareNeeded!.Value,
            },
        }).Design().Best is not null;
    }

    [Property]
    public bool TheOrderOfCustomersChangesNothing(LadderCase given, int seed)
    {
        LadderCustomer[] customers = [.. given.Customers];
        new Random(seed).Shuffle(customers);
        return (given with { Customers = customers }).Design() == given.Design();
    }

    [Property]
    public bool ColumnsGiveWhatHistoriesDo(LadderCase given)
    {
        int months = given.Customers.Min(customer => customer.Usage.Length);
        LadderCase even = LadderArbitraries.CaseOf(
            [.. given.Customers.Select(customer => customer.Usage[..months])], given.Today.Plan, given.Goal);
        decimal[] bills = [.. even.Customers.SelectMany(customer => customer.Bills)];
        return bills.Sum() == 0m || even.Design() == LadderCalculator.Design(
            even.Goal, "calls", months, even.Customers.SelectMany(customer => customer.Usage).ToArray(), bills);
    }

    [Property]
    public bool UsageTenTimesAsLargeMakesBoundariesTenTimesAsLarge(LadderCase given)
    {
        LadderDesign design = given.Design();
        decimal[][] larger = [.. given.Customers.Select(customer => customer.Usage.Select(month => month * 10m).ToArray())];
        decimal[] bills = [.. given.Customers.SelectMany(customer => customer.Bills)];
        int months = given.Customers[0].Usage.Length;
        if (given.Customers.Any(customer => customer.Usage.Length != months))
        {
            return true; // columns have the same months for all
        }

        LadderDesign scaled = LadderCalculator.Design(given.Goal, "calls", months, larger.SelectMany(usage => usage).ToArray(), bills);
        return scaled.EvaluatedCount == design.EvaluatedCount
            && scaled.Candidates.SequenceEqual(design.Candidates.Select(included => included * 10m))
            && scaled.Best?.Ladder == Tenfold(design.Best?.Ladder)
            && scaled.Nearest?.Ladder == Tenfold(design.Nearest?.Ladder);
    }

    private static TierLadder? Tenfold(TierLadder? ladder) => ladder is null ? null : TierLadder.Of(ladder.Meter, [
        .. ladder.Tiers.Select(tier => tier.Included is { } included
            ? LadderTier.UpTo(included * 10m, tier.Fee)
            : tier)]);

    private static bool IsWithin(decimal value, decimal of, decimal share)
    {
        ExactFraction off = ExactFraction.Of(Math.Abs(value - of));
        return off <= ExactFraction.Of(of) * ExactFraction.Of(share);
    }
}
