using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>An account that changes its expansion team, gets one or loses it. Created by
/// <see cref="ExpansionTeamCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionMove
{
    /// <summary>Gets the account.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the team that served it, or <see langword="null"/> if none did.</summary>
    public string? From { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(From)); }

    /// <summary>Gets the team that should serve it, or <see langword="null"/> if none should.</summary>
    public string? To { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(To)); }

    /// <summary>Returns the account and the teams.</summary>
    public override string ToString() => Invariant($"{Account}: {From ?? "no team"} to {To ?? "no team"}");
}
