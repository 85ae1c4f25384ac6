using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>An account with its partners, and its ARR at the start and at the end of a period.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PartnerAccount
{
    /// <summary>Gets the account.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the names of the partners that serve the account, each once. Default: none, direct.</summary>
    public ValueList<string> Partners
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static partner => Guard.Against.Blank(partner, nameof(Partners)), nameof(Partners), "name");
    }

    /// <summary>Gets the ARR at the start, zero or more.</summary>
    public required decimal OpeningArr { get; init => field = Guard.Against.BelowZero(value, nameof(OpeningArr)); }

    /// <summary>Gets the ARR at the end, zero or more.</summary>
    public required decimal ClosingArr { get; init => field = Guard.Against.BelowZero(value, nameof(ClosingArr)); }

    /// <summary>Returns the account, its ARR and its partners.</summary>
    public override string ToString() => Invariant($"{Account}: {OpeningArr:#,0.##} to {ClosingArr:#,0.##}")
        + (Partners.IsEmpty ? ", direct" : ", " + string.Join(", ", Partners));
}
