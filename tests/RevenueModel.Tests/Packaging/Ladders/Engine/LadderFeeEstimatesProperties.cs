using FsCheck.Xunit;
using RevenueModel.Packaging;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Packaging;

/// <summary>What the sieve in floating point drops is what the exact evaluation would reject.</summary>
[Properties(MaxTest = 300, Arbitrary = [typeof(LadderArbitraries)])]
public class LadderFeeEstimatesProperties
{
    private const int Tiers = 3;

    [Property]
    public bool NoLadderIsDroppedAtAShareThatItsRoundedFeesKeep(LadderCase given)
    {
        bool isKept = true;
        ForEachLadder(given, (sketch, fees) =>
        {
            if (fees.FiguresOf(0).Today == 0m)
            {
                return; // has no fees
            }

            if (!fees.TryRound(Tiers))
            {
                isKept &= !sketch.ExceedsTierTolerance(Tiers, 0); // another reason than the tiers' revenue
            }
            else if (OffByMost(fees) is { } share)
            {
                isKept &= !sketch.ExceedsTierTolerance(Tiers, (double)share);
            }
        });
        return isKept;
    }

    [Fact]
    public void ALadderFarFromTodayIsDropped()
    {
        var given = LadderArbitraries.CaseOf(
            [.. new[] { 1, 4, 16, 64, 256 }.SelectMany(usage => Enumerable.Repeat(new[] { (decimal)usage }, 256 / usage))],
            LadderCalculatorTests.PerCall,
            new LadderConstraints { CandidateBoundaries = 9, MaxBillGrowth = 1.5m });
        int dropped = 0;
        int all = 0;
        ForEachLadder(given, (sketch, _) =>
        {
            all++;
            dropped += sketch.ExceedsTierTolerance(Tiers, 0.5) ? 1 : 0;
        });
        Assert.True(all > 0);
        Assert.Equal(all, dropped); // four times the usage at one and a half times the fee
    }

    private static decimal? OffByMost(LadderFees fees)
    {
        decimal most = 0m;
        for (int tier = 0; tier < Tiers; tier++)
        {
            decimal today = fees.FiguresOf(tier).Today;
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
        decimal[] usage = [.. given.Customers.SelectMany(customer => customer.Usage)];
        decimal[] bills = [.. given.Customers.SelectMany(customer => customer.Bills)];
        int[] starts = [0, .. given.Customers.Select((_, at) => given.Customers.Take(at + 1).Sum(customer => customer.Usage.Length))];
        var book = CustomerUsageTable.Of(usage, bills, starts, goal.CommitQuantile);
        var candidates = BoundaryCandidates.Of(book, goal);
        var pairs = TierFigureTable.Of(book, candidates, goal.TierRevenueTolerance);
        var sketch = new LadderFeeEstimates(Tiers, goal, book.Today);
        int[] ends = [0, 0, candidates.Values.Length];
        var fees = new LadderFees(pairs, ends, sketch, goal, book.Today);
        for (ends[0] = candidates.First(-1); ends[0] <= candidates.LastEnd; ends[0]++)
        {
            for (ends[1] = candidates.First(ends[0]); ends[1] <= candidates.LastEnd; ends[1]++)
            {
                for (int tier = 0; tier < Tiers; tier++)
                {
                    sketch.SetTier(tier, pairs.EstimateOf(tier == 0 ? -1 : ends[tier - 1], ends[tier]));
                }

                evaluate(sketch, fees);
            }
        }
    }
}
