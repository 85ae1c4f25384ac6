using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>A weakness of a ladder that satisfies its constraints. Created by
/// <see cref="LadderEvaluation.Warnings"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record LadderWarning
{
    internal LadderWarning(
        LadderWarningKind kind,
        decimal figure,
        decimal comparedWith,
        decimal limit,
        int? tierIndex = null,
        LadderTier? tier = null)
    {
        Kind = kind;
        Figure = figure;
        ComparedWith = comparedWith;
        Limit = limit;
        TierIndex = tierIndex;
        Tier = tier;
    }

    /// <summary>Gets the kind of the weakness.</summary>
    public LadderWarningKind Kind { get; }

    /// <summary>Gets the tier, counted from zero, or <see langword="null"/> for a warning about the whole
    /// ladder.</summary>
    public int? TierIndex { get; }

    /// <summary>Gets the tier, or <see langword="null"/> for a warning about the whole ladder.</summary>
    public LadderTier? Tier { get; }

    /// <summary>Gets the figure that caused the warning, as documented by <see cref="LadderWarningKind"/>.</summary>
    public decimal Figure { get; }

    /// <summary>Gets the figure that it is compared with, as documented by <see cref="LadderWarningKind"/>.</summary>
    public decimal ComparedWith { get; }

    /// <summary>Gets the limit of <see cref="LadderWarningLimits"/> that is exceeded.</summary>
    public decimal Limit { get; }

    /// <summary>Returns a readable description of the warning.</summary>
    public override string ToString() =>
        (TierIndex is { } index ? Invariant($"Tier {index + 1} ({Tier}): ") : "") + (Kind switch
        {
            LadderWarningKind.CommitToNothing => Invariant(
                $"{Figure:#,0} of {ComparedWith:#,0} customers commit to nothing, since the months that a commitment ")
                    + Invariant($"covers have no usage; the limit is {Limit * 100m:0.##}% of customers"),
            LadderWarningKind.FewCustomers => Invariant(
                $"it has {Figure:#,0} of {ComparedWith:#,0} customers; {Limit:#,0} or more are expected"),
            LadderWarningKind.CheapestTierLoss => Invariant(
                $"revenue falls from {ComparedWith:#,0.00} to {Figure:#,0.00} if each customer takes its ")
                    + (ComparedWith == 0m
                        ? "cheapest tier; "
                        : Invariant($"cheapest tier, by {(ComparedWith - Figure) / ComparedWith * 100m:0.##}%; "))
                    + Invariant($"the limit is {Limit * 100m:0.##}%"),
            LadderWarningKind.TierMargin => Invariant(
                $"it costs {Figure:#,0.00} to serve and brings {ComparedWith:#,0.00}; ")
                    + Invariant($"a margin of {Limit * 100m:0.##}% is expected"),
            _ => Invariant(
                $"a month with a bill of {Figure:#,0.00} today is billed at most {ComparedWith:#,0.00}; ")
                    + Invariant($"the limit is {Limit:0.##}x"),
        });
}

/// <summary>The kind of a weakness of a ladder.</summary>
public enum LadderWarningKind
{
    /// <summary>The largest current bill of a month is many times the largest bill of the tier. The figure is the
    /// largest current bill of the customers of the tier. For the last tier it is that of all customers, since the
    /// tier includes all units for any customer. It is compared with the largest bill of the tier: the fee of the next
    /// tier, or its own fee for the last tier.</summary>
    FeeFarBelowMonths = 0,

    /// <summary>Many customers have a commit level of zero. The figure is their number, compared with the number of
    /// all customers.</summary>
    CommitToNothing = 1,

    /// <summary>A tier depends on few customers. The figure is their number, compared with the number of all
    /// customers.</summary>
    FewCustomers = 2,

    /// <summary>Much revenue depends on customers not choosing their tier. The figure is the revenue if each takes its
    /// cheapest tier, compared with that of the assigned tiers, which is above zero: without revenue there is no loss
    /// and no warning.</summary>
    CheapestTierLoss = 3,

    /// <summary>The revenue of a tier is below its cost, or little above it. The figure is the cost to serve its
    /// customers, compared with their revenue. Only if the cost is known.</summary>
    TierMargin = 4,
}
