using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The demands of the buyers who run the systems of a plant.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record TechnicalBuyer
{
    /// <summary>Gets the roles of these buyers.</summary>
    public ValueList<string> Roles { get; init; }

    /// <summary>Gets what they refuse.</summary>
    public ValueList<string> Refuses { get; init; }

    /// <summary>Gets what a product has to be to enter at all.</summary>
    public string? PriceOfEntry { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(PriceOfEntry)); }

    /// <summary>Gets the events that they fear most.</summary>
    public ValueList<string> WorstCases { get; init; }

    /// <summary>Gets the published cost of such an event.</summary>
    public string? WorstCaseCost { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(WorstCaseCost)); }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{string.Join(", ", Roles)}: {PriceOfEntry}";
}
