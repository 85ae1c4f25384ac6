using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A review that a company holds regularly.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record OperatingReview
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets how often it is held.</summary>
    public required ReviewFrequency Frequency
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(Frequency));
    }

    /// <summary>Gets the role that owns it. Default: <see langword="null"/>, not stated.</summary>
    public string? Owner { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Owner)); }

    /// <summary>Gets the names of the indicators that are reviewed, each once; a <c>KpiDefinition</c> has such a
    /// name. Default: empty, none is stated.</summary>
    public ValueList<string> Kpis
    {
        get;
        init => field = DomainGuards.RequireDistinct(
            value, static kpi => Guard.Against.Blank(kpi, nameof(Kpis)), nameof(Kpis), "name");
    }

    /// <summary>Gets the document and section of the review.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns the frequency, the name and the owner.</summary>
    public override string ToString() =>
        Invariant($"{Frequency}: {Name}") + (Owner is null ? "" : Invariant($" ({Owner})"));
}

/// <summary>The frequencies of reviews.</summary>
public enum ReviewFrequency
{
    /// <summary>Each business day. The default.</summary>
    Daily = 0,

    /// <summary>Each week.</summary>
    Weekly = 1,

    /// <summary>Each month.</summary>
    Monthly = 2,

    /// <summary>Each fiscal quarter.</summary>
    Quarterly = 3,
}
