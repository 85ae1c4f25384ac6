using FsCheck.Xunit;
using RevenueModel.Packaging;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Packaging;

/// <summary>Tests that the floating-point estimates drop only ladders that the exact evaluation rejects.</summary>
[Properties(MaxTest = 300, Arbitrary = [typeof(LadderArbitraries)])]
public class LadderFeeEstimatesProperties
{
    private const int Tiers = 3;

    [Property]
    public bool NoLadderIsDroppedAtAShareThatItsRoundedFeesKeep(LadderCase given)
    {
        bool isKept = true;
        ForEachLadder(given, (estimates, fees) =>
        {
            if (fees.FiguresOf(0).RevenueToday == 0m)
            {
                return; // has no fees
            }

            if (!fees.TryRound(Tiers))
            {
                isKept &= !estimates.ExceedsTierTolerance(Tiers, 0); // another reason than the tiers' revenue
            }
            else if (OffByMost(fees) is { } share)
            {
                isKept &= !estimates.ExceedsTierTolerance(Tiers, (double)share);
            }
        });
        return isKept;
    }

    [Fact]
    public void ALadderFarFromTodayIsDropped()
    {
        var given = LadderArbitraries.CaseOf(
            [.. new[] { 1, 4, 16, 64, 256 }.SelectMany(
                usage => Enumerable.Repeat(new[] { (decimal)usage }, 256 / usage))],
            LadderCalculatorTests.PerCall,
            new LadderConstraints { CandidateBoundaries = 9, MaxBillGrowth = 1.5m });
        int dropped = 0;
        int all = 0;
        ForEachLadder(given, (estimates, _) =>
        {
            all++;
            dropped += estimates.ExceedsTierTolerance(Tiers, 0.5) ? 1 : 0;
        });
        Assert.True(all > 0);
        Assert.Equal(all, dropped); // four times the usage at one and a half times the fee
    }

    private static decimal? OffByMost(LadderFees fees)
    {
        decimal most = 0m;
        for (int tier = 0; tier < Tiers; tier++)
        {
            decimal today = fees.FiguresOf(tier).RevenueToday;
            if (today == 0m)
            {
                return null;
            }

            most = Math.Max(most, Math.Abs(fees.RevenueOf(tier) - today) / today);
        }

        return most;
    }

    private static void ForEachLadder(LadderCase given, Action<LadderFeeEstimates, LadderFees> evaluate)
    {
        LadderConstraints goal = given.Goal with { Tiers = Band.Between(Tiers, Tiers), MinCustomersPerTier = 1 };
        var customers = CustomerUsageTable.Of(UsageColumns.Of(given.Today.Plan, given.Histories), goal.CommitQuantile);
        var candidates = BoundaryCandidates.Of(customers, goal);
        var figures = TierFigureTable.Of(customers, candidates, goal.TierRevenueTolerance);
        var estimates = new LadderFeeEstimates(Tiers, goal, customers.RevenueToday);
        int[] ends = [0, 0, candidates.Values.Length];
        var fees = new LadderFees(figures, ends, estimates, goal, customers.RevenueToday);
        for (ends[0] = candidates.FirstEndAbove(-1); ends[0] <= candidates.LastEnd; ends[0]++)
        {
            for (ends[1] = candidates.FirstEndAbove(ends[0]); ends[1] <= candidates.LastEnd; ends[1]++)
            {
                for (int tier = 0; tier < Tiers; tier++)
                {
                    estimates.SetTier(tier, figures.EstimateOf(tier == 0 ? -1 : ends[tier - 1], ends[tier]));
                }

                evaluate(estimates, fees);
            }
        }
    }
}
