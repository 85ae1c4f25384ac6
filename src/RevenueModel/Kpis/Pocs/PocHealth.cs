using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Kpis;

/// <summary>The health of a pilot through a day.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PocHealth
{
    /// <summary>Gets the id of the pilot.</summary>
    public required string Poc { get; init => field = Guard.Against.Blank(value, nameof(Poc)); }

    /// <summary>Gets the last day with a reading.</summary>
    public required LocalDate LastDay { get; init; }

    /// <summary>Gets the number of alerts of all days, zero or more.</summary>
    public required long Alerts { get; init => field = Guard.Against.BelowZero(value, nameof(Alerts)); }

    /// <summary>Gets the number of false alerts of all days, zero or more.</summary>
    public required long FalseAlerts { get; init => field = Guard.Against.BelowZero(value, nameof(FalseAlerts)); }

    /// <summary>Gets the share of assets that are discovered on the last day, or <see langword="null"/> if the site
    /// has none.</summary>
    public decimal? AssetCompleteness { get; init; }

    /// <summary>Gets the number of process events of all days, zero or more.</summary>
    public required long ProcessEvents { get; init => field = Guard.Against.BelowZero(value, nameof(ProcessEvents)); }

    /// <summary>Gets the share of alerts that are false, or <see langword="null"/> without alerts.</summary>
    public decimal? FalsePositiveRate => Alerts == 0 ? null : (decimal)FalseAlerts / Alerts;

    /// <summary>Gets Wilson's interval of the false-positive rate at 95%, or <see langword="null"/> without
    /// alerts.</summary>
    public ConfidenceInterval? FalsePositiveInterval => ProportionCalculator.Wilson(FalseAlerts, Alerts);

    /// <summary>Returns the pilot and its figures.</summary>
    public override string ToString() => Invariant($"{Poc} through {LastDay:R}: ")
        + (FalsePositiveRate is { } rate ? Invariant($"{rate * 100m:0.0}% false alerts, ") : "no alerts, ")
        + (AssetCompleteness is { } share ? Invariant($"{share * 100m:0.0}% of assets, ") : "no assets, ")
        + Plural.Of(ProcessEvents, "process event");
}
