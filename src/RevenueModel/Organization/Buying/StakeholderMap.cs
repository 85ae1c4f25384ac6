using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The known people on the buyer's side of a deal.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record StakeholderMap
{
    /// <summary>Gets the id of the deal, as <see cref="Opportunity.Id"/> has it.</summary>
    public required string DealId { get; init => field = Guard.Against.Blank(value, nameof(DealId)); }

    /// <summary>Gets the account, or <see langword="null"/> if that of the deal applies.</summary>
    public string? Account { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Account)); }

    /// <summary>Gets the people, each once.</summary>
    public ValueList<Stakeholder> People
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static one => one.Person, nameof(People), "name");
    }

    /// <summary>Returns the deal, the account and the number of people.</summary>
    public override string ToString() =>
        Invariant($"{DealId}{(Account is null ? "" : " of " + Account)}: {People.Count:#,0} people");
}
