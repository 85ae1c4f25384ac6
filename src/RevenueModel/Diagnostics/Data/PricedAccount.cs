using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>An account with its price plan: what it pays, how its bill has changed, and who watches its cost per
/// unit.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PricedAccount
{
    /// <summary>Gets the account.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the name of its price plan.</summary>
    public required string PricePlan { get; init => field = Guard.Against.Blank(value, nameof(PricePlan)); }

    /// <summary>Gets its ARR, zero or more.</summary>
    public required decimal Arr { get; init => field = Guard.Against.BelowZero(value, nameof(Arr)); }

    /// <summary>Gets the largest bill as a multiple of the usual one, zero or more, or <see langword="null"/> if it is
    /// not known.</summary>
    public decimal? BillMultiple
    {
        get;
        init => field = value is { } multiple ? Guard.Against.BelowZero(multiple, nameof(BillMultiple)) : null;
    }

    /// <summary>Gets the role that watches the cost per unit of the account, or <see langword="null"/> if nobody
    /// does.</summary>
    public string? UnitCostWatchedBy
    {
        get;
        init => field = Guard.Against.BlankWhenGiven(value, nameof(UnitCostWatchedBy));
    }

    /// <summary>Returns the account, its plan and its ARR.</summary>
    public override string ToString() => Invariant($"{Account}: {Arr:#,0.##} on {PricePlan}");
}
