using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What a search for a ladder came to: the steadiest one that satisfies the goal, or what came nearest.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record LadderDesign
{
    /// <summary>What was asked for.</summary>
    public required LadderConstraints Constraints { get; init; }

    /// <summary>The ladder with the least variation of bills among those that satisfy the goal, and what it comes to, or
    /// <see langword="null"/> where none does.</summary>
    public LadderEvaluation? Best { get; init; }

    /// <summary>Where none does: the ladder that misses by least, and what it comes to, or <see langword="null"/> where
    /// there is none to speak of.</summary>
    /// <remarks>It satisfies the goal with <see cref="RevenueToleranceNeeded"/>, <see cref="TierRevenueToleranceNeeded"/> and
    /// <see cref="MaxTripledShareNeeded"/>.</remarks>
    public LadderEvaluation? Nearest { get; init; }

    /// <summary>The included units that ladders were made up from, in ascending order.</summary>
    public required ValueList<decimal> Candidates { get; init; }

    /// <summary>The most tiers that these candidates make, each with the units and the customers that the goal asks for;
    /// no ladder is considered where it asks for more.</summary>
    public required int MaxTiers { get; init; }

    /// <summary>The ladders that were considered: all that the candidates make with the tiers, the units and the customers
    /// that the goal asks for.</summary>
    public required int EvaluatedCount { get; init; }

    /// <summary>How many of these were rejected, by reason.</summary>
    public required ValueList<RejectedLadders> Rejected { get; init; }

    /// <summary>The revenue tolerance that the nearest ladder would satisfy the goal with, rounded up to a hundredth of a
    /// percent.</summary>
    public decimal? RevenueToleranceNeeded =>
        Nearest is null ? null : Needed(Constraints.RevenueTolerance, Nearest.RevenueChange);

    /// <summary>The tier revenue tolerance that the nearest ladder would satisfy the goal with, rounded up to a hundredth of
    /// a percent.</summary>
    public decimal? TierRevenueToleranceNeeded =>
        Nearest is null ? null : Needed(Constraints.TierRevenueTolerance, Nearest.LargestTierRevenueChange);

    /// <summary>The share of tripled customers that the nearest ladder would satisfy the goal with, rounded up to a hundredth
    /// of a percent.</summary>
    public decimal? MaxTripledShareNeeded => Nearest is null ? null : Needed(Constraints.MaxTripledShare, Nearest.TripledShare);

    /// <summary>The design in words.</summary>
    public override string ToString()
    {
        string considered = Invariant($"{EvaluatedCount:#,0} ladders of {Candidates.Count} candidates considered")
            + (Rejected.IsEmpty ? "" : ", rejected " + string.Join(", ", Rejected));
        if (Best is not null)
        {
            return Best + "; " + considered;
        }

        string why = EvaluatedCount == 0
            ? Invariant($"the usage makes {Plural.Of(MaxTiers, "tier")} at most, with {Constraints.UsageGrowth:0.######}x the units of the one before and {Plural.Of(Constraints.MinCustomersPerTier, "customer")} each, and {Constraints.Tiers} are asked for")
            : considered;
        return "No ladder satisfies the goal: " + why + (Nearest is null ? "" : "; nearest: " + Nearest + "; " + WhatIsNeeded());
    }

    private static decimal Needed(decimal tolerance, decimal? change) =>
        Math.Max(tolerance, decimal.Ceiling(Math.Abs(change ?? 0m) * 10_000m) / 10_000m);

    private string WhatIsNeeded()
    {
        List<string> needs = [];
        if (RevenueToleranceNeeded > Constraints.RevenueTolerance)
        {
            needs.Add(Invariant($"a revenue tolerance of {RevenueToleranceNeeded * 100m:0.##}% in place of {Constraints.RevenueTolerance * 100m:0.##}%"));
        }

        if (TierRevenueToleranceNeeded > Constraints.TierRevenueTolerance)
        {
            needs.Add(Invariant($"a tier revenue tolerance of {TierRevenueToleranceNeeded * 100m:0.##}% in place of {Constraints.TierRevenueTolerance * 100m:0.##}%"));
        }

        if (MaxTripledShareNeeded > Constraints.MaxTripledShare)
        {
            needs.Add(Invariant($"{MaxTripledShareNeeded * 100m:0.##}% of customers that pay three times as much in place of {Constraints.MaxTripledShare * 100m:0.##}%"));
        }

        return "it takes " + string.Join(" and ", needs);
    }
}
