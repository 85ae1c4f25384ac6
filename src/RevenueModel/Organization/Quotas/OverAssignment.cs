using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The quotas that people carry against the plan that they have to bring. Created by
/// <see cref="OverAssignmentCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record OverAssignment
{
    /// <summary>Gets the plan, zero or more.</summary>
    public required decimal Plan { get; init => field = Guard.Against.BelowZero(value, nameof(Plan)); }

    /// <summary>Gets the sum of the quotas, zero or more.</summary>
    public required decimal Assigned { get; init => field = Guard.Against.BelowZero(value, nameof(Assigned)); }

    /// <summary>Gets the number of people with a quota, zero or more.</summary>
    public required int Heads { get; init => field = Guard.Against.BelowZero(value, nameof(Heads)); }

    /// <summary>Gets the amount by which the quotas exceed the plan; negative if they do not reach it.</summary>
    public decimal Amount => Assigned - Plan;

    /// <summary>Gets the over-assignment as a share of the plan, 0.15 for 15% more quota than plan, or
    /// <see langword="null"/> without a plan, or beyond a million times the plan.</summary>
    public decimal? Rate => Plan == 0m || Assigned / 1_000_000m > Plan ? null : (Assigned / Plan) - 1m;

    /// <summary>Gets the attainment of the quotas at which the plan is reached: <c>plan / assigned</c>, or
    /// <see langword="null"/> without quotas, or beyond a million times the quotas.</summary>
    public decimal? AttainmentForPlan => Assigned == 0m || Plan / 1_000_000m > Assigned ? null : Plan / Assigned;

    /// <summary>Returns the quotas, the plan and the rate.</summary>
    public override string ToString() => Invariant($"{Assigned:#,0.##} assigned for {Plan:#,0.##}")
        + (Rate is { } rate ? Invariant($" ({rate:+0.0%;-0.0%;0.0%})") : "");
}
