using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Packaging;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published figures of renewals by pricing model, and the figures that they imply.</summary>
/// <remarks>
/// The published gap between the two models need not equal the difference of their published retentions. This record
/// has both.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PricingFigures
{
    /// <summary>Gets the renewal retention under predictable tiers with overage protection.</summary>
    public required PricingRetention PredictableTiers
    {
        get;
        init => field = Guard.Against.Null(value, nameof(PredictableTiers));
    }

    /// <summary>Gets the renewal retention under a price per operation alone.</summary>
    public required PricingRetention PureUsage { get; init => field = Guard.Against.Null(value, nameof(PureUsage)); }

    /// <summary>Gets the percentage points by which more renews under predictable tiers, as stated by the
    /// source.</summary>
    public Band<decimal>? StatedRetentionGapPoints
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(StatedRetentionGapPoints)) : null;
    }

    /// <summary>Gets the multiple from which a bill is a shock, above one.</summary>
    public decimal? BillShockMultiple
    {
        get;
        init => field = value is { } multiple
            ? BillShockRule.RequireMultiple(multiple, nameof(BillShockMultiple))
            : null;
    }

    /// <summary>Gets the survey that <see cref="StatedRetentionGapPoints"/> is from, or <see langword="null"/> if
    /// it is not published.</summary>
    public string? Source { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Source)); }

    /// <summary>Gets the units in which vendors of the market price usage.</summary>
    public ValueList<string> PricedUnits { get; init; }

    /// <summary>Gets the quantity that a vendor should measure before it prices those units.</summary>
    public string? Instrument { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Instrument)); }

    /// <summary>Gets the pricing that the source recommends.</summary>
    public string? Offer { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Offer)); }

    /// <summary>Gets the gap that the two retentions imply, in percentage points:
    /// <c>(predictable - pure usage) × 100</c>.</summary>
    public decimal ImpliedRetentionGapPoints => Comparison.RetentionPoints;

    /// <summary>Gets the gap in percentage points of ARR up for renewal that the retentions and the price pressure
    /// imply together.</summary>
    public Band<decimal> ImpliedArrGapPoints => Comparison.ArrPoints;

    /// <summary>Gets whether the gap that the retentions imply lies in the stated gap, or <see langword="null"/> if no
    /// gap is stated.</summary>
    public bool? IsStatedGapImplied => StatedRetentionGapPoints?.Contains(ImpliedRetentionGapPoints);

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; init; }

    private RenewalComparison Comparison =>
        RenewalOutlookCalculator.Compare(PureUsage, PredictableTiers, upForRenewal: 1m);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{PredictableTiers}; {PureUsage}; ")
            + Invariant($"stated gap {StatedRetentionGapPoints:0.##} points, ")
            + Invariant($"implied {ImpliedRetentionGapPoints:0.##}");
}
