using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Which capacity counts as at risk.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CapacityRiskTerms
{
    /// <summary>Gets the risks that count in the union. Default: all.</summary>
    public CapacityRisks Risks
    {
        get;
        init => field = (value & ~CapacityRisks.All) == CapacityRisks.None
            ? value
            : throw DomainGuards.OutOfRange(nameof(Risks), value, "a combination of the risks");
    } = CapacityRisks.All;

    /// <summary>Gets the attainment below which the capacity of a filled position is at risk, a ratio of zero or more.
    /// Default: 0.5.</summary>
    public decimal AttainmentThreshold
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(AttainmentThreshold));
    } = 0.5m;

    /// <summary>Gets the share of heads that leave in the period, between 0 and 1, for heads without a probability of
    /// their own. Default: zero.</summary>
    public decimal Attrition { get; init => field = Guard.Against.NotFraction(value, nameof(Attrition)); }

    /// <summary>Returns the risks and their figures.</summary>
    public override string ToString() =>
        Invariant($"{Risks}, below {AttainmentThreshold:0.##%}, {Attrition:0.##%} leave");
}

/// <summary>Conventions by which tools of sales planning call capacity at risk.</summary>
/// <remarks>A combination of flags.</remarks>
[Flags]
public enum CapacityRisks
{
    /// <summary>No risk.</summary>
    None = 0,

    /// <summary>The capacity of heads whose latest attainment is below a threshold.</summary>
    LowAttainment = 1,

    /// <summary>The capacity of heads that have not finished their ramp.</summary>
    Ramping = 2,

    /// <summary>The capacity of filled positions times the share that leaves: the metric "capacity at risk" of
    /// capacity planning with ramped rep equivalents.</summary>
    Attrition = 4,

    /// <summary>The capacity of positions that are not filled.</summary>
    OpenPositions = 8,

    /// <summary>All four. The default.</summary>
    All = LowAttainment | Ramping | Attrition | OpenPositions,
}
