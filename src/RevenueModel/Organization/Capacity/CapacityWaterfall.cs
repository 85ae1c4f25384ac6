using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Capacity in ramped heads from the start to the end of a period: what was lost with leavers and what
/// backfills recovered.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CapacityWaterfall
{
    /// <summary>Gets the capacity at the start, zero or more.</summary>
    public required decimal Opening { get; init => field = Guard.Against.BelowZero(value, nameof(Opening)); }

    /// <summary>Gets the capacity of the heads who left, zero or more.</summary>
    public required decimal Lost { get; init => field = Guard.Against.BelowZero(value, nameof(Lost)); }

    /// <summary>Gets the capacity of the heads who replaced them, zero or more.</summary>
    public required decimal Recovered { get; init => field = Guard.Against.BelowZero(value, nameof(Recovered)); }

    /// <summary>Gets the capacity at the end.</summary>
    public decimal Closing => Opening - Lost + Recovered;

    /// <summary>Gets the share of the opening capacity that was lost, or <see langword="null"/> without opening
    /// capacity.</summary>
    public decimal? LostShare => Opening == 0m ? null : Lost / Opening;

    /// <summary>Gets the share of the lost capacity that was recovered, or <see langword="null"/> if nothing was
    /// lost.</summary>
    public decimal? RecoveredShare => Lost == 0m ? null : Recovered / Lost;

    /// <summary>Gets the share of the lost capacity that was not recovered, or <see langword="null"/> if nothing was
    /// lost.</summary>
    public decimal? UnrecoveredShare => 1m - RecoveredShare;

    /// <summary>Returns the capacities.</summary>
    public override string ToString() =>
        Invariant($"{Opening:0.##} less {Lost:0.##} and plus {Recovered:0.##} is {Closing:0.##} ramped heads");
}
