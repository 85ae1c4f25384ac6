using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The people who decide on the buyer's side, as a market has them: sides, sign-off, vetoes and the champions
/// that a deal needs.</summary>
/// <remarks>Immutable; equal by value. Names are compared ignoring case. <see cref="Validate"/> checks the rules
/// across properties; <see cref="BuyingGroupCalculator"/> calls it.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BuyingGroup
{
    /// <summary>Gets the sides, each name once.</summary>
    public required ValueList<BuyerSide> Sides
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static side => side.Name, nameof(Sides), "name");
    }

    /// <summary>Gets the champions that a deal needs, each name once. Default: none.</summary>
    public ValueList<ChampionRole> Champions
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static role => role.Name, nameof(Champions), "name");
    }

    /// <summary>Gets whether each side with titles that sign off has to sign off. Default: <see langword="false"/>,
    /// one of them suffices.</summary>
    public bool RequiresAllSides { get; init; }

    /// <summary>Gets the subjects in which the sides differ, such as procurement processes, each once. Default:
    /// none.</summary>
    public ValueList<string> DiffersIn
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static subject => Guard.Against.Blank(subject, nameof(DiffersIn)), nameof(DiffersIn), "name");
    }

    /// <summary>Gets the document and section of the group.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Finds a side by its name, ignoring case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The side, or <see langword="null"/> if there is none of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public BuyerSide? FindSide(string name) =>
        NameLookup.Find(Sides.AsSpan(), Guard.Against.Null(name), static side => side.Name);

    /// <summary>Checks the rules across properties: the side of each champion is one of the sides.</summary>
    /// <exception cref="ArgumentException">A champion is of another side; the message names both.</exception>
    public void Validate() => Require(name: null);

    internal void Require(string? name)
    {
        foreach (ChampionRole role in Champions)
        {
            if (FindSide(role.Side) is null)
            {
                string sides = string.Join(", ", Sides.Select(static side => Invariant($"\"{side.Name}\"")));
                throw new ArgumentException(
                    Invariant($"ChampionRole \"{role.Name}\" had Side \"{role.Side}\"; one of the sides ({sides}) is ")
                        + "expected.",
                    name);
            }
        }
    }

    /// <summary>Returns the sides and the champions.</summary>
    public override string ToString() =>
        Invariant($"{string.Join(" and ", Sides.Select(static side => side.Name))}, ")
        + (RequiresAllSides ? "each signs off, " : "one signs off, ")
        + Plural.Of(Champions.Count, "champion");
}
