using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The accounts that an expansion team should serve. Created by
/// <see cref="ExpansionTeamCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionTeamAccounts
{
    /// <summary>Gets the name of the team.</summary>
    public required string Team { get; init => field = Guard.Against.Blank(value, nameof(Team)); }

    /// <summary>Gets the accounts from the highest rank to the lowest.</summary>
    public ValueList<ExpansionAccount> Accounts { get; init; }

    /// <summary>Gets the room of the accounts, zero or more.</summary>
    public required decimal Room { get; init => field = Guard.Against.BelowZero(value, nameof(Room)); }

    /// <summary>Returns the team, its accounts and their room.</summary>
    public override string ToString() =>
        Invariant($"{Team}: {string.Join(", ", Accounts.Select(static one => one.Account))}, room {Room:#,0.##}");
}
