using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A team that expands named accounts.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionTeam
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the number of accounts that the team can serve, zero or more.</summary>
    public required int Capacity { get; init => field = Guard.Against.BelowZero(value, nameof(Capacity)); }

    /// <summary>Gets the names of the accounts that it serves, each once. Default: none.</summary>
    public ValueList<string> Accounts
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static account => Guard.Against.Blank(account, nameof(Accounts)), nameof(Accounts), "name");
    }

    /// <summary>Returns the name, the accounts and the capacity.</summary>
    public override string ToString() => Invariant($"{Name}: {Accounts.Count:#,0} of {Capacity:#,0} accounts");
}
