using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A figure that a failure mode is published to change or to break.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record FailureEffect
{
    /// <summary>Gets what the figure is of.</summary>
    public required FailureMeasure Measure { get; init => field = Guard.Against.Undefined(value, nameof(Measure)); }

    /// <summary>Gets the figure under the failure mode, zero or more, in the unit of the measure.</summary>
    public required Band<decimal> Value { get; init => field = Guard.Against.BelowZero(value, nameof(Value)); }

    /// <summary>Gets the figure without the failure mode, in the same unit, or <see langword="null"/> if it is not
    /// published.</summary>
    public Band<decimal>? InsteadOf
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(InsteadOf)) : null;
    }

    /// <summary>Gets the name of the segment that the figure is of, or <see langword="null"/> for none.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets whether the figure is approximate. Default: <see langword="false"/>.</summary>
    public bool IsApproximate { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Measure} {Value}{(InsteadOf is null ? "" : " instead of ")}{InsteadOf}")
            + (Segment is null ? "" : $" ({Segment})");
}

/// <summary>The measures that failure modes change, each with its unit.</summary>
public enum FailureMeasure
{
    /// <summary>A win rate, as a fraction.</summary>
    WinRate = 0,

    /// <summary>The share of the pipeline that is lost, as a fraction.</summary>
    PipelineLost = 1,

    /// <summary>The lag of an attach rate, in percentage points.</summary>
    AttachLag = 2,

    /// <summary>The lag of expansion, in percentage points.</summary>
    ExpansionLag = 3,

    /// <summary>The loss of renewal retention, in percentage points.</summary>
    RetentionGap = 4,

    /// <summary>The incremental ARPU that is lost, as a fraction.</summary>
    UpliftLost = 5,

    /// <summary>The length of a sale, in months.</summary>
    CycleMonths = 6,

    /// <summary>The length of a sale, in days.</summary>
    CycleDays = 7,

    /// <summary>The delay of deals, in quarters.</summary>
    DelayQuarters = 8,

    /// <summary>The lifetime value of an account that is lost, in money.</summary>
    LifetimeValueLost = 9,

    /// <summary>The length of a sale for which a forecast is built, in days.</summary>
    ForecastDays = 10,
}
