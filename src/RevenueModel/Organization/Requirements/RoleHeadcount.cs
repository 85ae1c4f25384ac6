using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The number of people of a role, and what one costs.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RoleHeadcount
{
    /// <summary>Gets the role.</summary>
    public required string Role { get; init => field = Guard.Against.Blank(value, nameof(Role)); }

    /// <summary>Gets the number of people, zero or more.</summary>
    public required int Heads { get; init => field = Guard.Against.BelowZero(value, nameof(Heads)); }

    /// <summary>Gets the cost of a person per year, zero or more, such as on-target earnings with overhead. Default:
    /// <see langword="null"/>, not known.</summary>
    public decimal? CostPerYear
    {
        get;
        init => field = value is { } cost ? Guard.Against.BelowZero(cost, nameof(CostPerYear)) : null;
    }

    /// <summary>Returns the number, the role and the cost.</summary>
    public override string ToString() => Invariant($"{Heads:#,0} {Role}")
        + (CostPerYear is { } cost ? Invariant($" at {cost:#,0.##} a year") : "");
}
