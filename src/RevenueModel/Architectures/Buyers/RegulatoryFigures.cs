using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The regulations that drive purchases in a market, and how they become a purchase.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RegulatoryFigures
{
    /// <summary>Gets the regulations, each once.</summary>
    public ValueList<PublishedRegulation> Triggers
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static item => item.Name, nameof(Triggers), "name");
    }

    /// <summary>Gets what kind of obligations they are.</summary>
    public string? Kind { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Kind)); }

    /// <summary>Gets what a seller maps to each other, in order.</summary>
    public ValueList<string> Mapping { get; init; }

    /// <summary>Gets the effect of that mapping on a purchase.</summary>
    public string? Effect { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Effect)); }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        string.Join("; ", Triggers);
}
