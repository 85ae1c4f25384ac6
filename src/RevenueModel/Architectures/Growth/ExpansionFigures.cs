using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Expansion;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>Published figures of the expansion of accounts, and the figures that they imply.</summary>
/// <remarks>
/// Immutable; equal by value. Published figures can contradict each other: the stated growth, the volumes of the years
/// and the contract values of the years are all carried as published.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionFigures
{
    /// <summary>Gets the unit of <see cref="Volume"/>, such as active integrations, or <see langword="null"/> if no
    /// volume is published.</summary>
    public string? VolumeUnit { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(VolumeUnit)); }

    /// <summary>Gets the volume of an account by month since its start.</summary>
    public ExpansionCurve? Volume { get; init; }

    /// <summary>Gets the vendor that disclosed <see cref="Volume"/>, or <see langword="null"/> if it is not
    /// published.</summary>
    public string? VolumeDisclosedBy
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(VolumeDisclosedBy));
    }

    /// <summary>Gets the year in which it was disclosed, one or more.</summary>
    public int? VolumeDisclosedIn
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(VolumeDisclosedIn));
    }

    /// <summary>Gets what the volume of an account grows with.</summary>
    public ValueList<string> VolumeGrowsWith { get; init; }

    /// <summary>Gets the annual contract value of an account by month since its start, as a multiple of the initial
    /// one.</summary>
    public ExpansionCurve? AcvMultiple { get; init; }

    /// <summary>Gets the growth of volume per year that the source states, as a fraction of zero or more.</summary>
    public decimal? StatedVolumeGrowthPerYear
    {
        get;
        init => field = value is { } growth
            ? Guard.Against.BelowZero(growth, nameof(StatedVolumeGrowthPerYear))
            : null;
    }

    /// <summary>Gets the drivers of expansion, each once.</summary>
    public ValueList<ExpansionDriver> Drivers
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static driver => driver.Name, nameof(Drivers), "name");
    }

    /// <summary>Gets the ARR that an AI module adds to an account, as a band of fractions between 0 and 1.</summary>
    public Band<decimal>? ModuleUplift
    {
        get;
        init => field = value is { } uplift ? Guard.Against.NotFractionBand(uplift, nameof(ModuleUplift)) : null;
    }

    /// <summary>Gets the percentage points by which the attach rate lags without the overlay role, zero or
    /// more.</summary>
    public Band<decimal>? AttachLagPoints
    {
        get;
        init => field = value is { } points ? Guard.Against.BelowZero(points, nameof(AttachLagPoints)) : null;
    }

    /// <summary>Gets the percentage points by which expansion lags if no customer-success manager watches volume by
    /// account, zero or more.</summary>
    public Band<decimal>? ExpansionLagPoints
    {
        get;
        init => field = value is { } points ? Guard.Against.BelowZero(points, nameof(ExpansionLagPoints)) : null;
    }

    /// <summary>Gets the document and sections in which the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Gets the multiples of volume and contract value over the published years with their elasticity, or
    /// <see langword="null"/> if both are not published for the same months.</summary>
    public ExpansionMultiples? Multiples
    {
        get
        {
            if (Volume is not { LastMonth: { } last, FirstMonth: var first }
                || AcvMultiple is null
                || AcvMultiple.FirstMonth != first
                || AcvMultiple.LastMonth != last
                || !HasMultiple(Volume)
                || !HasMultiple(AcvMultiple))
            {
                return null;
            }

            return ExpansionCurveCalculator.Compare(Volume, AcvMultiple, first, last);
        }
    }

    /// <summary>Gets the stated growth of volume beside the growth of the published volumes, or
    /// <see langword="null"/> if one of them is not published.</summary>
    public GrowthComparison? StatedGrowth =>
        StatedVolumeGrowthPerYear is { } growth && Volume is { LastMonth: { } last } volume && HasMultiple(volume)
            ? ExpansionCurveCalculator.CompareStated(volume, (double)growth, volume.FirstMonth, last)
            : null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string drivers = string.Join(", ", Drivers.Select(static driver => driver.Name));
        string multiples = Multiples is { } given ? $"; {given}" : "";
        return $"drivers: {(drivers.Length == 0 ? "none published" : drivers)}{multiples}";
    }

    private static bool HasMultiple(ExpansionCurve curve) =>
        curve.LastMonth is { } last and <= 1_200
        && last > curve.FirstMonth
        && ExpansionCurveCalculator.Multiple(curve, curve.FirstMonth, last) is not null;
}
