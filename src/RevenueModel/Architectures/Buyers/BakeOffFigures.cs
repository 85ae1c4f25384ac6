using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A competitive evaluation: the rivals in it and what the winner shows.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BakeOffFigures
{
    /// <summary>Gets the number of rivals in a bake-off, zero or more.</summary>
    public Band<int>? RivalsPerBakeOff
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(RivalsPerBakeOff)) : null;
    }

    /// <summary>Gets the rivals that are named.</summary>
    public ValueList<string> Rivals { get; init; }

    /// <summary>Gets what the winner shows.</summary>
    public ValueList<string> WinnerShows { get; init; }

    /// <summary>Gets the standard that the alerts of the winner are mapped to.</summary>
    public string? AlertsMappedTo { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(AlertsMappedTo)); }

    /// <summary>Gets the champions that the winner has.</summary>
    public ValueList<string> Champions { get; init; }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{RivalsPerBakeOff} rivals of {string.Join(", ", Rivals)}");
}
