using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>A way in which a market is sold to: the playbook, its users and the vendors that follow it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record GoToMarketMotion
{
    /// <summary>Gets the name of the motion.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the playbook.</summary>
    public required string Playbook { get; init => field = Guard.Against.Blank(value, nameof(Playbook)); }

    /// <summary>Gets who uses the product in this motion.</summary>
    public string? UsedBy { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(UsedBy)); }

    /// <summary>Gets what they use it for.</summary>
    public string? Purpose { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Purpose)); }

    /// <summary>Gets the vendors of the motion.</summary>
    public ValueList<string> Vendors { get; init; }

    /// <summary>Gets the names of the segments whose figures are of this motion. Empty: no figures of the motion are
    /// published.</summary>
    public ValueList<string> Segments { get; init; }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{Name}: {Playbook}{(Segments.IsEmpty ? "; no figures are published" : "")}";
}
