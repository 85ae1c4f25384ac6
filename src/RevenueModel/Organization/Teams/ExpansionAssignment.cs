using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The accounts of expansion teams, the room that they cover, and the moves from the current teams. Created
/// by <see cref="ExpansionTeamCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ExpansionAssignment
{
    /// <summary>Gets the teams with their accounts, in the order in which they were given.</summary>
    public ValueList<ExpansionTeamAccounts> Teams { get; init; }

    /// <summary>Gets the accounts that no team should serve, from the highest rank to the lowest.</summary>
    public ValueList<ExpansionAccount> Left { get; init; }

    /// <summary>Gets the accounts that change their team, in the order of names.</summary>
    public ValueList<ExpansionMove> Moves { get; init; }

    /// <summary>Gets the room of the accounts with a team, zero or more.</summary>
    public required decimal CoveredRoom { get; init => field = Guard.Against.BelowZero(value, nameof(CoveredRoom)); }

    /// <summary>Gets the room of the accounts that the current teams serve, zero or more.</summary>
    public required decimal CurrentRoom { get; init => field = Guard.Against.BelowZero(value, nameof(CurrentRoom)); }

    /// <summary>Gets the room of the accounts without a team, zero or more.</summary>
    public required decimal LeftRoom { get; init => field = Guard.Against.BelowZero(value, nameof(LeftRoom)); }

    /// <summary>Returns the covered room, the room that is left and the number of moves.</summary>
    public override string ToString() => Invariant($"room {CoveredRoom:#,0.##} covered, {LeftRoom:#,0.##} left, ")
        + Plural.Of(Moves.Count, "move");
}
