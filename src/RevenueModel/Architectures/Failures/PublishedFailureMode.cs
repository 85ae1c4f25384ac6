using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A failure mode of a revenue architecture as published: its effects, its signs and its fixes.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PublishedFailureMode
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the names of the segments that it concerns; empty if it is not limited to some.</summary>
    public ValueList<string> Segments { get; init; }

    /// <summary>Gets the effects that are published as figures.</summary>
    public ValueList<FailureEffect> Effects { get; init; }

    /// <summary>Gets the effects that are published without a figure.</summary>
    public ValueList<string> Consequences { get; init; }

    /// <summary>Gets the signs by which it is recognized.</summary>
    public ValueList<string> Signs { get; init; }

    /// <summary>Gets the fixes.</summary>
    public ValueList<string> Fixes { get; init; }

    /// <summary>Gets its ranks among mistakes, such as the single largest one.</summary>
    public ValueList<string> Ranks { get; init; }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{Name}: {string.Join("; ", Effects.Select(static effect => effect.ToString()).Concat(Consequences))}";
}
