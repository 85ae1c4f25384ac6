using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A champion that a deal needs: a person of the buyer who sells the deal inside one side of it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ChampionRole
{
    /// <summary>Gets the name, such as security champion, which each buying group has once, ignoring case.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the name of the side that the champion belongs to.</summary>
    public required string Side { get; init => field = Guard.Against.Blank(value, nameof(Side)); }

    /// <summary>Gets what the champion provides, such as budget. Default: <see langword="null"/>, not
    /// stated.</summary>
    public string? Provides { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Provides)); }

    /// <summary>Gets what a deal lacks without the champion, such as network access. Default:
    /// <see langword="null"/>, what the champion provides.</summary>
    public string? Gap { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Gap)); }

    /// <summary>Gets the titles that a champion of this role can have, each once. Default: empty, any title of the
    /// side.</summary>
    public ValueList<string> Titles
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static title => Guard.Against.Blank(title, nameof(Titles)), nameof(Titles), "title");
    }

    /// <summary>Returns the name, the titles and what the champion provides.</summary>
    public override string ToString() => Name
        + (Titles.IsEmpty ? "" : Invariant($" ({string.Join(", ", Titles)})"))
        + (Provides is null ? "" : ": " + Provides);
}
