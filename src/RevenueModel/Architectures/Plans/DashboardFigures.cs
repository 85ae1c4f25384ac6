using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Architectures;

/// <summary>The most important dashboards of an architecture and their owner.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record DashboardFigures
{
    /// <summary>Gets the dashboards.</summary>
    public ValueList<string> Names { get; init; }

    /// <summary>Gets the role that owns them.</summary>
    public string? Owner { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Owner)); }

    /// <summary>Gets the role that the owner reports to.</summary>
    public string? OwnerReportsTo { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(OwnerReportsTo)); }

    /// <summary>Gets the document and section in which it is published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        $"{string.Join(", ", Names)} ({Owner})";
}
