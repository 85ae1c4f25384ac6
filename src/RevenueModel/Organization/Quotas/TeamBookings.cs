using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The bookings that a team is expected to bring against its quota. Created by
/// <see cref="AttainmentCalculator"/>.</summary>
/// <remarks>Immutable; equal by value. Expected figures are estimates and are not rounded.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record TeamBookings
{
    /// <summary>Gets the number of people, zero or more.</summary>
    public required int Heads { get; init => field = Guard.Against.BelowZero(value, nameof(Heads)); }

    /// <summary>Gets the sum of the quotas, zero or more.</summary>
    public required decimal Quota { get; init => field = Guard.Against.BelowZero(value, nameof(Quota)); }

    /// <summary>Gets the expected bookings: <c>Σ quota × mean attainment</c>.</summary>
    public required double Expected { get; init; }

    /// <summary>Gets the standard deviation of the bookings, if people attain independently of each other:
    /// <c>√(Σ quota²) × standard deviation of attainment</c>. In a common downturn it is larger.</summary>
    public required double StandardDeviation { get; init; }

    /// <summary>Gets the expected number of people who reach their quota.</summary>
    public required double HeadsAtQuota { get; init; }

    /// <summary>Gets the expected bookings less the quota; negative if they fall short.</summary>
    public double Difference => Expected - (double)Quota;

    /// <summary>Gets the expected bookings as a share of the quota, or <see langword="null"/> without quota.</summary>
    public double? Attainment => Quota == 0m ? null : Expected / (double)Quota;

    /// <summary>Returns the bookings, the standard deviation and the quota.</summary>
    public override string ToString() => Invariant($"{Expected:#,0} expected (± {StandardDeviation:#,0}) of ")
        + Invariant($"{Quota:#,0.##}, {HeadsAtQuota:0.0} of {Heads:#,0} at quota");
}
