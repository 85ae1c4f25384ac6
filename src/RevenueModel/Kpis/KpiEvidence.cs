using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>The evidence for a likely cause: the number of the relevant cases in which it occurs.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record KpiEvidence
{
    /// <summary>Gets the cause.</summary>
    public required string Cause { get; init => field = Guard.Against.Blank(value, nameof(Cause)); }

    /// <summary>Gets the number of cases in which the cause occurs, zero or more.</summary>
    public required long Count { get; init => field = Guard.Against.BelowZero(value, nameof(Count)); }

    /// <summary>Gets the number of cases for which it is recorded whether it occurs, zero or more.</summary>
    public required long Of { get; init => field = Guard.Against.BelowZero(value, nameof(Of)); }

    /// <summary>Gets the number of further cases for which it is not recorded, zero or more.</summary>
    public long UnknownCount { get; init => field = Guard.Against.BelowZero(value, nameof(UnknownCount)); }

    /// <summary>Returns the cause and the numbers.</summary>
    public override string ToString() => Invariant($"{Cause}: {Count:#,0} of {Of:#,0}")
        + (UnknownCount == 0 ? "" : Invariant($", {UnknownCount:#,0} not recorded"));
}
