using RevenueModel.Primitives;

namespace RevenueModel.Pricing.Ladders;

/// <summary>What a search for a ladder came to: the steadiest one that satisfies the goal, or what came nearest.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record LadderDesign
{
    /// <summary>What was asked for.</summary>
    public required LadderGoal Goal { get; init; }

    /// <summary>The ladder with the least variation of bills among those that satisfy the goal, and what it comes to, or
    /// <see langword="null"/> where none does.</summary>
    public LadderFit? Best { get; init; }

    /// <summary>Where none does: the ladder that misses by least, and what it comes to, or <see langword="null"/> where
    /// there is none to speak of.</summary>
    /// <remarks>It satisfies the goal with <see cref="RevenueToleranceNeeded"/>, <see cref="TierRevenueToleranceNeeded"/> and
    /// <see cref="MostTripledNeeded"/>.</remarks>
    public LadderFit? Nearest { get; init; }

    /// <summary>The included units that ladders were made up from, in ascending order.</summary>
    public required ValueList<decimal> Candidates { get; init; }

    /// <summary>The most tiers that these candidates make, each with the units and the customers that the goal asks for;
    /// no ladder is considered where it asks for more.</summary>
    public required int MostTiers { get; init; }

    /// <summary>The ladders that were considered: all that the candidates make with the tiers, the units and the customers
    /// that the goal asks for.</summary>
    public required int Considered { get; init; }

    /// <summary>How many of these were rejected, by reason.</summary>
    public required ValueList<RejectedLadders> Rejected { get; init; }

    /// <summary>The revenue tolerance that the nearest ladder would satisfy the goal with, rounded up to a hundredth of a
    /// percent.</summary>
    public decimal? RevenueToleranceNeeded =>
        Nearest is null ? null : Needed(Goal.RevenueTolerance, Nearest.RevenueChange);

    /// <summary>The tier revenue tolerance that the nearest ladder would satisfy the goal with, rounded up to a hundredth of
    /// a percent.</summary>
    public decimal? TierRevenueToleranceNeeded =>
        Nearest is null ? null : Needed(Goal.TierRevenueTolerance, Nearest.LargestTierRevenueChange);

    /// <summary>The share of tripled customers that the nearest ladder would satisfy the goal with, rounded up to a hundredth
    /// of a percent.</summary>
    public decimal? MostTripledNeeded => Nearest is null ? null : Needed(Goal.MostTripled, Nearest.TripledShare);

    /// <summary>The design in words.</summary>
    public override string ToString()
    {
        string considered = Invariant($"{Considered:#,0} ladders of {Candidates.Count} candidates considered")
            + (Rejected.IsEmpty ? "" : ", rejected " + string.Join(", ", Rejected));
        if (Best is not null)
        {
            return Best + "; " + considered;
        }

        string why = Considered == 0
            ? Invariant($"the usage makes {Plural.Of(MostTiers, "tier")} at most, with {Goal.UsageGrowth:0.######}x the units of the one before and {Plural.Of(Goal.MinimumCustomersPerTier, "customer")} each, and {Goal.Tiers} are asked for")
            : considered;
        return "No ladder satisfies the goal: " + why + (Nearest is null ? "" : "; nearest: " + Nearest + "; " + WhatIsNeeded());
    }

    private static decimal Needed(decimal tolerance, decimal? change) =>
        Math.Max(tolerance, decimal.Ceiling(Math.Abs(change ?? 0m) * 10_000m) / 10_000m);

    private string WhatIsNeeded()
    {
        List<string> needs = [];
        if (RevenueToleranceNeeded > Goal.RevenueTolerance)
        {
            needs.Add(Invariant($"a revenue tolerance of {RevenueToleranceNeeded * 100m:0.##}% in place of {Goal.RevenueTolerance * 100m:0.##}%"));
        }

        if (TierRevenueToleranceNeeded > Goal.TierRevenueTolerance)
        {
            needs.Add(Invariant($"a tier revenue tolerance of {TierRevenueToleranceNeeded * 100m:0.##}% in place of {Goal.TierRevenueTolerance * 100m:0.##}%"));
        }

        if (MostTripledNeeded > Goal.MostTripled)
        {
            needs.Add(Invariant($"{MostTripledNeeded * 100m:0.##}% of customers that pay three times as much in place of {Goal.MostTripled * 100m:0.##}%"));
        }

        return "it takes " + string.Join(" and ", needs);
    }
}
