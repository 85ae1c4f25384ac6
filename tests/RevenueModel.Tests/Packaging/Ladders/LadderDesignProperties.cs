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
    public bool BestMeetsEveryGoalWhenBilledUnderItsPlans(LadderCase given)
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
            && ladder.Tiers.Zip(ladder.Tiers.Skip(1)).All(pair =>
                pair.Second.Fee <= pair.First.Fee * goal.MaxBillGrowth)
            && !(ladder.UsageGrowthOfOneTier < goal.UsageGrowth)
            && customers.Zip(histories).Count(one => IsTripled(one.First, one.Second.Months, goal.MinTripledIncrease))
                <= goal.MaxTripledShare * customers.Length
            && (goal.Floors is not { } floors || KeepsFloors(floors, ladder, plans, histories));
    }

    [Property]
    public bool CheapestTierRevenueIsTheLeastBillOfEachCustomer(LadderCase given, TierLadder ladder)
    {
        LadderEvaluation fit = LadderCalculator.Evaluate(ladder, given.Today.Plan, given.Histories);
        decimal cheapest = 0m;
        int better = 0;
        foreach (UsageHistory history in given.Histories)
        {
            decimal[] totals = [.. ladder.ToPlans().Select(plan => BillsOf(plan, history).Sum())];
            int own = ladder.IndexOf(LadderCalculator.CommitLevel(history.Series[0].Quantities));
            cheapest += totals.Min();
            better += totals.Min() < totals[own] ? 1 : 0;
        }

        return fit.CheapestTierRevenue == cheapest
            && fit.CheapestTierLoss == fit.Revenue - cheapest
            && fit.CheaperTierCustomerCount == better;
    }

    [Property]
    public bool FiguresOfATierAreThoseOfItsCustomers(LadderCase given, TierLadder ladder)
    {
        var cost = new CostToServe
        {
            Meters = [new MeterCost
            {
                Meter = "calls",
                Cost = PriceModel.Graduated(PriceTier.UpTo(80m, 0.3m), PriceTier.Beyond(0.02m)),
            }],
            FixedPerMonth = 1.5m,
        };
        LadderEvaluation fit = LadderCalculator.Evaluate(
            ladder, given.Today.Plan, given.Histories, given.Goal.CommitQuantile, cost);
        PricePlan[] plans = [.. LadderCalculator.Plans(ladder, given.Histories, given.Goal.CommitQuantile)];
        MarginReport margins = MarginCalculator.Measure(plans, cost, given.Histories, floor: 0m);
        for (int i = 0; i < ladder.Tiers.Count; i++)
        {
            PricePlan plan = ladder.ToPlan(i);
            LadderCustomer[] own = [.. given.Customers.Where((_, at) => plans[at] == plan)];
            decimal costs = margins.Customers.Where(one => one.Plan == plan).Sum(one => one.Figures.Cost);
            if (fit.Tiers[i].Cost != costs
                || fit.Tiers[i].LargestBillToday != own.SelectMany(one => one.Bills).Append(0m).Max()
                || fit.Tiers[i].ZeroCommitCustomerCount
                    != own.Count(
                        one => one.Usage.Count(month => month == 0m) >= given.Goal.CommitQuantile * one.Usage.Length
                        && one.Usage.Contains(0m)))
            {
                return false;
            }
        }

        return fit.Margin == margins.Total.Margin;
    }

    [Property]
    public bool AnEvaluationEqualsTheMonthsBilledUnderThePlans(LadderCase given)
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
            tripled += bills.Sum() >= 3m * customer.Bills.Sum()
                && bills.Sum() - customer.Bills.Sum() >= given.Goal.MinTripledIncrease * bills.Length ? 1 : 0;
        }

        return fit.BillsToday == today && fit.Bills == then && fit.TripledCustomerCount == tripled
            && fit.Tiers.AsEnumerable().Sum(tier => tier.Revenue) == fit.Revenue
            && fit.Tiers.AsEnumerable().Sum(tier => tier.CustomerCount) == plans.Length;
    }

    [Property]
    public bool NearestMeetsTheGoalWithTheStatedTolerances(LadderCase given)
    {
        LadderDesign design = given.Design();
        return design.Nearest is null || (given with
        {
            Goal = given.Goal with
            {
                RevenueTolerance = design.RevenueToleranceNeeded!.Value,
                TierRevenueTolerance = design.TierRevenueToleranceNeeded!.Value,
                MaxTripledShare = design.MaxTripledShareNeeded!.Value,
                MaxCheapestTierLoss = design.MaxCheapestTierLossNeeded!.Value,
                Floors = given.Goal.Floors is { } floors
                    ? floors with
                    {
                        MinMargin = design.MinMarginNeeded,
                        MinTierMargin = design.MinTierMarginNeeded,
                        MinFeeToCost = design.MinFeeToCostNeeded,
                    }
                    : null,
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
    public bool ColumnsGiveTheSameAsHistories(LadderCase given)
    {
        int months = given.Customers.Min(customer => customer.Usage.Length);
        LadderCase even = LadderArbitraries.CaseOf(
            [.. given.Customers.Select(customer => customer.Usage[..months])], given.Today.Plan, given.Goal);
        decimal[] bills = [.. even.Customers.SelectMany(customer => customer.Bills)];
        return bills.Sum() == 0m || even.Design() == LadderCalculator.Design(
            even.Goal, "calls", months, even.Customers.SelectMany(customer => customer.Usage).ToArray(), bills);
    }

    // Costs have tiers of their own, which do not grow with usage, so that the law holds without cost floors.
    [Property]
    public bool TenTimesTheUsageGivesTenTimesTheBoundaries(LadderCase withFloors)
    {
        LadderCase given = withFloors with { Goal = withFloors.Goal with { Floors = null } };
        LadderDesign design = given.Design();
        decimal[][] larger =
            [.. given.Customers.Select(customer => customer.Usage.Select(month => month * 10m).ToArray())];
        decimal[] bills = [.. given.Customers.SelectMany(customer => customer.Bills)];
        int months = given.Customers[0].Usage.Length;
        if (given.Customers.Any(customer => customer.Usage.Length != months))
        {
            return true; // in columns, all customers have the same months
        }

        LadderDesign scaled = LadderCalculator.Design(
            given.Goal, "calls", months, larger.SelectMany(usage => usage).ToArray(), bills);
        return scaled.EvaluatedCount == design.EvaluatedCount
            && scaled.Candidates.SequenceEqual(design.Candidates.Select(included => included * 10m))
            && scaled.Best?.Ladder == Tenfold(design.Best?.Ladder)
            && scaled.Nearest?.Ladder == Tenfold(design.Nearest?.Ladder);
    }

    private static bool KeepsFloors(
        LadderFloors floors, TierLadder ladder, PricePlan[] plans, UsageHistory[] histories)
    {
        MarginReport margins = MarginCalculator.Measure(plans, floors.Cost, histories, floor: 0m);
        var tiers = margins.Customers.GroupBy(one => one.Plan).Select(tier => (
            Revenue: tier.Sum(one => one.Figures.Revenue), Cost: tier.Sum(one => one.Figures.Cost)));
        return IsMargin(margins.Total.Revenue, margins.Total.Cost, floors.MinMargin)
            && tiers.All(tier => IsMargin(tier.Revenue, tier.Cost, floors.MinTierMargin))
            && (floors.MinFeeToCost is not { } multiple || ladder.Tiers.SkipLast(1).All(tier =>
                tier.Fee >= multiple * (floors.Cost.FixedPerMonth
                    + RatingCalculator.Amount(floors.Cost.Meters[0].Cost, tier.Included!.Value))));
    }

    private static bool IsMargin(decimal revenue, decimal cost, decimal? margin) =>
        margin is not { } least
        || ExactFraction.Of(revenue - cost) >= ExactFraction.Of(least) * ExactFraction.Of(revenue);

    private static bool IsTripled(CustomerBillComparison customer, int months, decimal minIncrease) =>
        customer.Proposed.Total > 0m
        && customer.Proposed.Total >= 3m * customer.Current.Total
        && customer.Change.Amount >= minIncrease * months;

    private static decimal[] BillsOf(PricePlan plan, UsageHistory history)
    {
        var bills = new decimal[history.Months];
        BillCalculator.MonthlyAmounts(plan, history, bills);
        return bills;
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
