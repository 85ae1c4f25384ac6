using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A measured share next to a published one. Created by <see cref="PartnerCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PublishedShareComparison
{
    /// <summary>Gets the published share, a band within 0 to 1.</summary>
    public required Band<decimal> Published
    {
        get;
        init => field = Guard.Against.NotFractionBand(value, nameof(Published));
    }

    /// <summary>Gets the measured share.</summary>
    public required CountedShare Measured { get; init; }

    /// <summary>Gets the position of the measured share by number in the published band, or <see langword="null"/>
    /// without deals.</summary>
    public BandPosition? Position => Measured.ByCount is { } share ? Published.Locate(share) : null;

    /// <summary>Gets the distance of the measured share from the published band, zero within it and negative below
    /// it, or <see langword="null"/> without deals.</summary>
    public decimal? Difference => Measured.ByCount is { } share
        ? Position == BandPosition.Below ? -Published.DistanceTo(share) : Published.DistanceTo(share)
        : null;

    /// <summary>Gets whether the interval of the measured share reaches the published band, so that chance can explain
    /// the difference, or <see langword="null"/> without deals.</summary>
    public bool? IsCompatible => Measured.Interval is { } interval
        ? interval.Upper >= (double)Published.Min && interval.Lower <= (double)Published.Max!.Value
        : null;

    /// <summary>Returns both shares.</summary>
    public override string ToString() => Invariant($"{Measured}; published {Published:0.##%}")
        + (IsCompatible switch
        {
            null => "",
            true => ", compatible",
            false => ", not compatible",
        });
}
