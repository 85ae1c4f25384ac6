using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>The results of a pilot on a day: alerts, discovered assets, and events that touched the
/// process.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PocReading
{
    /// <summary>Gets the id of the pilot.</summary>
    public required string Poc { get; init => field = Guard.Against.Blank(value, nameof(Poc)); }

    /// <summary>Gets the day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Gets the number of alerts, zero or more.</summary>
    public long Alerts { get; init => field = Guard.Against.BelowZero(value, nameof(Alerts)); }

    /// <summary>Gets the number of alerts that were false, zero or more.</summary>
    public long FalseAlerts { get; init => field = Guard.Against.BelowZero(value, nameof(FalseAlerts)); }

    /// <summary>Gets the number of assets discovered so far, zero or more.</summary>
    public long AssetsFound { get; init => field = Guard.Against.BelowZero(value, nameof(AssetsFound)); }

    /// <summary>Gets the number of assets that the site has, zero or more.</summary>
    public long AssetsTotal { get; init => field = Guard.Against.BelowZero(value, nameof(AssetsTotal)); }

    /// <summary>Gets the number of events that touched the process of the plant, zero or more.</summary>
    public long ProcessEvents { get; init => field = Guard.Against.BelowZero(value, nameof(ProcessEvents)); }

    /// <summary>Returns the pilot, the day and the counts.</summary>
    public override string ToString() =>
        Invariant($"{Poc} on {Day:R}: {FalseAlerts:#,0} of {Alerts:#,0} alerts false, ")
        + Invariant($"{AssetsFound:#,0} of {AssetsTotal:#,0} assets, {Plural.Of(ProcessEvents, "process event")}");
}
