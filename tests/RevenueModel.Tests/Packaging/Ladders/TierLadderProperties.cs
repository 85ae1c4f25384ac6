using FsCheck.Xunit;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Packaging;

[Properties(MaxTest = 300, Arbitrary = [typeof(LadderArbitraries)])]
public class TierLadderProperties
{
    [Property]
    public bool PlansBillTheirTierWithinItsUnitsAndTheNextTierAbove(TierLadder ladder, Fraction part)
    {
        foreach (decimal usage in Around(ladder, part))
        {
            for (int tier = 0; tier < ladder.Tiers.Count; tier++)
            {
                bool isAbove = ladder.Tiers[tier].Included is { } included && usage > included;
                decimal expected = ladder.Tiers[isAbove ? tier + 1 : tier].Fee;
                if (ladder.BillOf(tier, usage) != expected
                    || BillCalculator.Amount(ladder.ToPlan(tier), usage) != expected)
                {
                    return false;
                }
            }
        }

        return true;
    }

    [Property]
    public bool ALevelLiesInTheTierThatIncludesItAndInNoneBefore(TierLadder ladder, Fraction part) =>
        Around(ladder, part).All(level =>
        {
            int tier = ladder.IndexOf(level);
            return ladder.Tiers[tier].Includes(level)
                && ladder.Tiers.Take(tier).All(before => before.Included < level);
        });

    [Property]
    public bool WithinAContractABillNeverGrowsByMoreThanTheLargestStep(TierLadder ladder, Fraction one, Fraction other)
    {
        if (ladder.LargestBillGrowth is not { } growth)
        {
            return ladder.Tiers[0].Fee == 0m && ladder.Tiers.Count > 1;
        }

        decimal[] usages = [.. Around(ladder, one), .. Around(ladder, other)];
        return Enumerable.Range(0, ladder.Tiers.Count).All(tier =>
        {
            decimal[] bills = [.. usages.Select(usage => ladder.BillOf(tier, usage))];
            return bills.Max() <= (bills.Min() * growth) + 1e-20m;
        });
    }

    [Property]
    public bool UsageGrowthOfOneTierGrowsBillsByOneFeeStepAtMost(TierLadder ladder, Fraction part, Fraction share)
    {
        if (ladder.LargestBillGrowth is not { } growth)
        {
            return true;
        }

        decimal most = ladder.UsageGrowthOfOneTier ?? 1_000m;
        decimal factor = 1m + ((most - 1m) * share * 0.999_999m);
        return Around(ladder, part).All(usage =>
        {
            decimal before = ladder.Tiers[ladder.IndexOf(usage)].Fee;
            decimal after = ladder.Tiers[ladder.IndexOf(usage * factor)].Fee;
            return after <= (before * growth) + 1e-20m;
        });
    }

    [Property]
    public bool NoBillIsThreeTimesAnyBillBeforeWhereNoStepIs(LadderCase given)
    {
        LadderConstraints goal = given.Goal with { RevenueTolerance = 1m, TierRevenueTolerance = 1_000m };
        if ((given with { Goal = goal }).Design().Best is not { } best)
        {
            return true;
        }

        PricePlan[] plans = [.. LadderCalculator.Plans(best.Ladder, given.Histories, goal.CommitQuantile)];
        return new[]
        {
            BillReference.PreviousBill, BillReference.FirstBill, BillReference.Median, BillReference.TrailingMean,
        }
            .All(reference =>
                BillShockCalculator.Find(plans, given.Histories, BillShockRule.Of(3m, reference)).Shocks.IsEmpty);
    }

    [Property]
    public bool GrowingCustomersOfADesignPayWithinMaxBillGrowth(LadderCase given, Fraction share)
    {
        LadderDesign design = given.Design();
        if ((design.Best ?? design.Nearest) is not { } fit)
        {
            return true;
        }

        LadderConstraints goal = given.Goal;
        decimal factor = 1m + ((goal.UsageGrowth - 1m) * share);
        return given.Customers.All(customer =>
        {
            decimal level = LadderCalculator.CommitLevel(customer.Usage, goal.CommitQuantile);
            int before = fit.Ladder.IndexOf(level);
            int after = fit.Ladder.IndexOf(level * factor);
            return after <= before + 1 && customer.Usage.All(month =>
                fit.Ladder.Tiers[fit.Ladder.IndexOf(month * factor)].Fee
                    <= fit.Ladder.Tiers[fit.Ladder.IndexOf(month)].Fee * goal.MaxBillGrowth
                && fit.Ladder.BillOf(before, month * 1_000m) <= fit.Ladder.BillOf(before, month) * goal.MaxBillGrowth);
        });
    }

    private static IEnumerable<decimal> Around(TierLadder ladder, Fraction part)
    {
        decimal last = ladder.Tiers.Count > 1 ? ladder.Tiers[^2].Included!.Value : 100m;
        return ladder.Tiers
            .Where(tier => tier.Included is not null)
            .SelectMany(
                tier => new[] { tier.Included!.Value, tier.Included!.Value + 0.01m, tier.Included!.Value - 0.01m })
            .Append(0m)
            .Append(decimal.Round(last * part * 1.2m, 2));
    }
}
