using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The result of the search for a ladder: the ladder with the least variation of bills that satisfies the
/// constraints, or the one with the smallest violation.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LadderDesign
{
    /// <summary>Gets the constraints of the search.</summary>
    public required LadderConstraints Constraints { get; init; }

    /// <summary>Gets the evaluation of the ladder with the least variation of bills among those that satisfy the
    /// constraints, or <see langword="null"/> if there is none.</summary>
    public LadderEvaluation? Best { get; init; }

    /// <summary>Gets the evaluation of the ladder with the smallest violation if none satisfies the constraints;
    /// <see langword="null"/> if one does, or if no ladder has fees at all.</summary>
    /// <remarks>It satisfies the constraints with <see cref="RevenueToleranceNeeded"/>,
    /// <see cref="TierRevenueToleranceNeeded"/>, <see cref="MaxTripledShareNeeded"/>,
    /// <see cref="MaxCheapestTierLossNeeded"/>, <see cref="MinMarginNeeded"/>, <see cref="MinTierMarginNeeded"/> and
    /// <see cref="MinFeeToCostNeeded"/>.</remarks>
    public LadderEvaluation? Nearest { get; init; }

    /// <summary>Gets the included units from which ladders were built, ascending.</summary>
    public required ValueList<decimal> Candidates { get; init; }

    /// <summary>Gets the largest number of tiers that these candidates allow with the required width and number of
    /// customers of each tier. No ladder is evaluated if the constraints require more.</summary>
    public required int MaxTiers { get; init; }

    /// <summary>Gets the number of ladders that were evaluated: all that the candidates allow with the required number
    /// of tiers, and the required width and number of customers of each tier.</summary>
    public required int EvaluatedCount { get; init; }

    /// <summary>Gets the number of evaluated ladders that were rejected, by reason.</summary>
    public required ValueList<RejectedLadders> Rejected { get; init; }

    /// <summary>Gets the revenue tolerance with which the nearest ladder would satisfy the constraints, rounded up to
    /// a hundredth of a percent, or <see langword="null"/> if there is no nearest ladder.</summary>
    public decimal? RevenueToleranceNeeded =>
        Nearest is null ? null : Needed(Constraints.RevenueTolerance, Nearest.RevenueChange);

    /// <summary>Gets the tier revenue tolerance with which the nearest ladder would satisfy the constraints, rounded
    /// up to a hundredth of a percent, or <see langword="null"/> if there is no nearest ladder.</summary>
    public decimal? TierRevenueToleranceNeeded =>
        Nearest is null ? null : Needed(Constraints.TierRevenueTolerance, Nearest.LargestTierRevenueChange);

    /// <summary>Gets the share of tripled customers with which the nearest ladder would satisfy the constraints,
    /// rounded up to a hundredth of a percent, or <see langword="null"/> if there is no nearest ladder.</summary>
    public decimal? MaxTripledShareNeeded =>
        Nearest is null ? null : Needed(Constraints.MaxTripledShare, Nearest.TripledShare);

    /// <summary>Gets the loss by cheapest tiers with which the nearest ladder would satisfy the constraints, rounded
    /// up to a hundredth of a percent, or <see langword="null"/> if there is no nearest ladder.</summary>
    public decimal? MaxCheapestTierLossNeeded =>
        Nearest is null ? null : Needed(Constraints.MaxCheapestTierLoss, Nearest.CheapestTierLossShare);

    /// <summary>Gets the margin floor with which the nearest ladder would satisfy the constraints, rounded down to a
    /// hundredth of a percent, or <see langword="null"/> if there is no floor.</summary>
    public decimal? MinMarginNeeded => NeededFloor(Constraints.Floors?.MinMargin, Nearest?.Margin);

    /// <summary>Gets the margin floor of a tier with which the nearest ladder would satisfy the constraints, rounded
    /// down to a hundredth of a percent, or <see langword="null"/> if there is no floor.</summary>
    public decimal? MinTierMarginNeeded => NeededFloor(Constraints.Floors?.MinTierMargin, Nearest?.LowestTierMargin);

    /// <summary>Gets the fee floor, as a multiple of the cost of the included units, with which the nearest ladder
    /// would satisfy the constraints, rounded down to a hundredth of a percent, or <see langword="null"/> if there is
    /// no floor.</summary>
    public decimal? MinFeeToCostNeeded => NeededFloor(Constraints.Floors?.MinFeeToCost, Nearest?.LowestFeeToCost);

    /// <summary>Gets the weaknesses of the best ladder, or of the nearest one, by
    /// <see cref="LadderConstraints.WarningLimits"/>: first those of the whole ladder, then tier by tier.</summary>
    public ValueList<LadderWarning> Warnings => (Best ?? Nearest)?.Warnings(Constraints.WarningLimits) ?? [];

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string count = Plural.Of(EvaluatedCount, "ladder");
        string evaluated = $"{count} of {Plural.Of(Candidates.Count, "candidate")} evaluated"
            + (Rejected.IsEmpty ? "" : ", rejected " + string.Join(", ", Rejected));
        if (Best is not null)
        {
            ValueList<LadderWarning> warnings = Warnings;
            return Best + "; " + evaluated + (warnings.IsEmpty ? "" : "; " + Plural.Of(warnings.Count, "warning"));
        }

        string why = EvaluatedCount == 0
            ? Invariant($"the usage allows at most {Plural.Of(MaxTiers, "tier")}, ")
                + Invariant($"with {Constraints.UsageGrowth:0.######}x the units of the one before and ")
                + $"{Plural.Of(Constraints.MinCustomersPerTier, "customer")} each, "
                + Invariant($"and {Constraints.Tiers} are required")
            : evaluated;
        return "No ladder satisfies the constraints: " + why
            + (Nearest is null ? "" : "; nearest: " + Nearest + "; " + WhatIsNeeded());
    }

    private static decimal? Needed(decimal tolerance, decimal? share) =>
        share is { } known ? Math.Max(tolerance, decimal.Ceiling(Math.Abs(known) * 10_000m) / 10_000m) : null;

    private decimal? NeededFloor(decimal? floor, decimal? figure) =>
        Nearest is null || floor is not { } required ? null
            : figure is { } known ? Math.Min(required, decimal.Floor(known * 10_000m) / 10_000m)
            : required;

    private string WhatIsNeeded()
    {
        List<string> needs = [];
        if (RevenueToleranceNeeded > Constraints.RevenueTolerance)
        {
            needs.Add(
                Invariant($"a revenue tolerance of {RevenueToleranceNeeded * 100m:0.##}% ")
                    + Invariant($"in place of {Constraints.RevenueTolerance * 100m:0.##}%"));
        }

        if (TierRevenueToleranceNeeded > Constraints.TierRevenueTolerance)
        {
            needs.Add(
                Invariant($"a tier revenue tolerance of {TierRevenueToleranceNeeded * 100m:0.##}% ")
                    + Invariant($"in place of {Constraints.TierRevenueTolerance * 100m:0.##}%"));
        }

        if (MaxTripledShareNeeded > Constraints.MaxTripledShare)
        {
            needs.Add(
                Invariant($"{MaxTripledShareNeeded * 100m:0.##}% of customers that pay three times as much ")
                    + Invariant($"in place of {Constraints.MaxTripledShare * 100m:0.##}%"));
        }

        if (MaxCheapestTierLossNeeded > Constraints.MaxCheapestTierLoss)
        {
            needs.Add(
                Invariant($"a loss of {MaxCheapestTierLossNeeded * 100m:0.##}% by cheapest tiers ")
                    + Invariant($"in place of {Constraints.MaxCheapestTierLoss * 100m:0.##}%"));
        }

        if (MinMarginNeeded < Constraints.Floors?.MinMargin)
        {
            needs.Add(
                Invariant($"a margin floor of {MinMarginNeeded * 100m:0.##}% ")
                    + Invariant($"in place of {Constraints.Floors.MinMargin * 100m:0.##}%"));
        }

        if (MinTierMarginNeeded < Constraints.Floors?.MinTierMargin)
        {
            needs.Add(
                Invariant($"a margin floor of a tier of {MinTierMarginNeeded * 100m:0.##}% ")
                    + Invariant($"in place of {Constraints.Floors.MinTierMargin * 100m:0.##}%"));
        }

        if (MinFeeToCostNeeded < Constraints.Floors?.MinFeeToCost)
        {
            needs.Add(
                Invariant($"fees from {MinFeeToCostNeeded:0.####}x their cost ")
                    + Invariant($"in place of {Constraints.Floors.MinFeeToCost:0.####}x"));
        }

        return "it takes " + string.Join(" and ", needs);
    }
}
