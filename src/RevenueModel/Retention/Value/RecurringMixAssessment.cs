using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A recurring mix beside published figures. Created by <see cref="RecurringMixCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RecurringMixAssessment
{
    internal RecurringMixAssessment(RecurringMix mix, RecurringMixBenchmark benchmark)
    {
        Mix = mix;
        Benchmark = benchmark;
    }

    /// <summary>Gets the mix.</summary>
    public RecurringMix Mix { get; }

    /// <summary>Gets the published figures.</summary>
    public RecurringMixBenchmark Benchmark { get; }

    /// <summary>Gets the band of gross margins that the mix implies, or <see langword="null"/> without
    /// revenue.</summary>
    public Band<decimal>? GrossMargin => Mix.RecurringShare is { } share ? Benchmark.GrossMargin(share) : null;

    /// <summary>Gets whether the recurring share reaches the profile that investors reward.</summary>
    public bool IsRewarded => Mix.RecurringShare >= Benchmark.RewardedShare;

    /// <summary>Gets the status of the mix, or <see langword="null"/> without revenue. The share of services is
    /// compared first.</summary>
    public RecurringMixStatus? Status => Mix.RecurringShare is not { } share ? null
        : 1m - share >= Benchmark.ServicesWarningShare ? RecurringMixStatus.ServicesHeavy
        : Benchmark.HealthyShare.Locate(share) switch
        {
            BandPosition.Below => RecurringMixStatus.BelowHealthy,
            BandPosition.Above => RecurringMixStatus.AboveHealthy,
            _ => RecurringMixStatus.Healthy,
        };

    /// <summary>Returns the mix, its status and the gross margin that it implies.</summary>
    public override string ToString() => Mix
        + (Status is { } status ? Invariant($": {status}, gross margin {GrossMargin:0.##%}") : "")
        + (IsRewarded ? ", rewarded profile" : "");
}

/// <summary>An assessment of the share of recurring revenue.</summary>
public enum RecurringMixStatus
{
    /// <summary>The share of services has reached the level at which a book earns like a consultancy.</summary>
    ServicesHeavy = 0,

    /// <summary>The recurring share is below the healthy band.</summary>
    BelowHealthy = 1,

    /// <summary>The recurring share is in the healthy band.</summary>
    Healthy = 2,

    /// <summary>The recurring share is above the healthy band.</summary>
    AboveHealthy = 3,
}
