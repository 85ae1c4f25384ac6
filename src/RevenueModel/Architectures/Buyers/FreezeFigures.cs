using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The windows in which a customer changes nothing in its plants, and how they delay deals.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record FreezeFigures
{
    /// <summary>Gets the windows.</summary>
    public ValueList<string> Windows { get; init; }

    /// <summary>Gets the delay of a deal, in quarters, one or more, or <see langword="null"/> if it is not
    /// published.</summary>
    public int? DelayQuarters { get; init => field = Guard.Against.BelowOne(value, nameof(DelayQuarters)); }

    /// <summary>Gets the effect on a deal.</summary>
    public string? Effect { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Effect)); }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{string.Join(", ", Windows)}: {Effect}";
}
