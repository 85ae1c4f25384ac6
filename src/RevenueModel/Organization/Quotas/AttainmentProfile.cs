using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>The distribution of measured attainments: quantiles, bands, and the share that reaches its quota. Created
/// by <see cref="AttainmentCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. The average alone hides whether few people carry the result.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AttainmentProfile
{
    /// <summary>Gets the number of people, zero or more.</summary>
    public required int Count { get; init => field = Guard.Against.BelowZero(value, nameof(Count)); }

    /// <summary>Gets the mean attainment, each person alike, or <see langword="null"/> without people.</summary>
    public decimal? Mean { get; init; }

    /// <summary>Gets the attainment that a tenth of the people does not exceed.</summary>
    public decimal? P10 { get; init; }

    /// <summary>Gets the lower quartile.</summary>
    public decimal? P25 { get; init; }

    /// <summary>Gets the median.</summary>
    public decimal? Median { get; init; }

    /// <summary>Gets the upper quartile.</summary>
    public decimal? P75 { get; init; }

    /// <summary>Gets the attainment that nine tenths of the people do not exceed.</summary>
    public decimal? P90 { get; init; }

    /// <summary>Gets the number of people at or above 100%, zero or more.</summary>
    public required int AtQuotaCount { get; init => field = Guard.Against.BelowZero(value, nameof(AtQuotaCount)); }

    /// <summary>Gets Wilson's interval of <see cref="AtQuotaShare"/>, or <see langword="null"/> without
    /// people.</summary>
    public ConfidenceInterval? AtQuotaInterval { get; init; }

    /// <summary>Gets the bands in ascending order; their numbers sum to <see cref="Count"/>.</summary>
    public ValueList<AttainmentBand> Bands { get; init; }

    /// <summary>Gets the share of people at or above 100%, or <see langword="null"/> without people.</summary>
    public decimal? AtQuotaShare => Count == 0 ? null : (decimal)AtQuotaCount / Count;

    /// <summary>Returns the number, the median and the share that reaches its quota.</summary>
    public override string ToString() => Invariant($"{Count:#,0} people")
        + (Median is { } median ? Invariant($", median {median:0.0%}") : "")
        + (AtQuotaShare is { } share ? Invariant($", {share:0.0%} at quota ({AtQuotaInterval})") : "");
}
