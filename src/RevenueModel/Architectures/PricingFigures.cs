using Ardalis.GuardClauses;
using RevenueModel.Packaging;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published figures of what a pricing model does to renewals, as published and as they imply each other.</summary>
/// <remarks>The published gap between the two models need not be the difference of their published retentions; both stand
/// here.</remarks>
public sealed record PricingFigures
{
    /// <summary>Renewal under predictable tiers with overage protection.</summary>
    public required PricingRetention PredictableTiers
    {
        get;
        init => field = Guard.Against.Null(value, nameof(PredictableTiers));
    }

    /// <summary>Renewal under a price per operation alone.</summary>
    public required PricingRetention PureUsage { get; init => field = Guard.Against.Null(value, nameof(PureUsage)); }

    /// <summary>By how many percentage points more renews under predictable tiers, as the source states it.</summary>
    public Band<decimal>? StatedRetentionGapPoints
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(StatedRetentionGapPoints)) : null;
    }

    /// <summary>The multiple from which a bill is a shock, above one.</summary>
    public decimal? BillShockMultiple
    {
        get;
        init => field = value is { } multiple ? BillShockRule.RequireMultiple(multiple, nameof(BillShockMultiple)) : null;
    }

    /// <summary>The same gap as the two retentions imply it: <c>(predictable - pure usage) × 100</c>.</summary>
    public decimal ImpliedRetentionGapPoints => Comparison.RetentionPoints;

    /// <summary>The gap in percentage points of ARR up for renewal that the retentions and the price pressure imply
    /// together.</summary>
    public Band<decimal> ImpliedArrGapPoints => Comparison.ArrPoints;

    /// <summary>Whether the gap that the retentions imply lies in the stated one, or <see langword="null"/> where none is
    /// stated.</summary>
    public bool? IsStatedGapImplied => StatedRetentionGapPoints?.Contains(ImpliedRetentionGapPoints);

    /// <summary>Where the figures are published.</summary>
    public Citation? Citation { get; init; }

    private RenewalComparison Comparison => RenewalOutlookCalculator.Compare(PureUsage, PredictableTiers, upForRenewal: 1m);

    /// <summary>The figures in words.</summary>
    public override string ToString() =>
        Invariant($"{PredictableTiers}; {PureUsage}; stated gap {StatedRetentionGapPoints:0.##} points, implied {ImpliedRetentionGapPoints:0.##}");
}
