using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>The revenue of an account in the window, split into recurring revenue and services.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AccountRevenue
{
    /// <summary>Gets the account.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the segment of the account.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the recurring revenue, zero or more.</summary>
    public required decimal Recurring { get; init => field = Guard.Against.BelowZero(value, nameof(Recurring)); }

    /// <summary>Gets the revenue of services and assessments, zero or more.</summary>
    public required decimal Services { get; init => field = Guard.Against.BelowZero(value, nameof(Services)); }

    /// <summary>Returns the account and its revenue.</summary>
    public override string ToString() =>
        Invariant($"{Account}: {Recurring:#,0.##} recurring, {Services:#,0.##} of services");
}
