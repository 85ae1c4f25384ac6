using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The capacity at risk by convention, and their union, in which no capacity is counted twice. Created by
/// <see cref="CapacityRiskCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. The parts overlap; their sum can exceed the union.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CapacityAtRisk
{
    /// <summary>Gets the heads and open positions with their planned capacity.</summary>
    public required CountedAmount Planned { get; init; }

    /// <summary>Gets the filled positions with attainment below the threshold.</summary>
    public required CountedAmount LowAttainment { get; init; }

    /// <summary>Gets the heads that have not finished their ramp.</summary>
    public required CountedAmount Ramping { get; init; }

    /// <summary>Gets the filled positions that can leave, with the capacity that is expected to be lost.</summary>
    public required CountedAmount Attrition { get; init; }

    /// <summary>Gets the positions that are not filled.</summary>
    public required CountedAmount OpenPositions { get; init; }

    /// <summary>Gets those with one of the risks of the terms. The capacity of a head counts once: as a whole if a
    /// risk other than attrition applies, and otherwise with the probability that it leaves.</summary>
    public required CountedAmount Union { get; init; }

    /// <summary>Gets the filled positions of which no attainment is known, zero or more.</summary>
    public int UnknownAttainmentCount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(UnknownAttainmentCount));
    }

    /// <summary>Gets the union as a share of the planned capacity, between 0 and 1, or <see langword="null"/> if none
    /// is planned.</summary>
    public decimal? Share =>
        Planned.Amount == 0m || Union.Amount > Planned.Amount ? null : Union.Amount / Planned.Amount;

    /// <summary>Returns the union and the planned capacity.</summary>
    public override string ToString() => Invariant($"{Union.Amount:#,0.##} of {Planned.Amount:#,0.##} at risk")
        + (Share is { } share ? Invariant($" ({share:0.0%})") : "");
}
