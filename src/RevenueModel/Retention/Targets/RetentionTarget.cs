using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Retention;

/// <summary>A published NRR: a target band of a segment, or the figure that a vendor disclosed.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RetentionTarget
{
    /// <summary>Gets the name: the segment, or the vendor with the year.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the NRR as a band of ratios, zero or more; a disclosed figure is a band of one value.</summary>
    public required Band<decimal> Nrr { get; init => field = Guard.Against.BelowZero(value, nameof(Nrr)); }

    /// <summary>Gets the accounts that the figure covers. Default: one segment.</summary>
    public RetentionScope Scope { get; init => field = Guard.Against.Undefined(value, nameof(Scope)); }

    /// <summary>Gets the document and section, or <see langword="null"/> if the figure is not published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Creates the targets of segments that have one.</summary>
    /// <param name="segmentation">The segments with their NRR targets.</param>
    /// <returns>The targets in the order of the segments.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segmentation"/> is null.</exception>
    public static ValueList<RetentionTarget> OfSegments(Segmentation segmentation)
    {
        Guard.Against.Null(segmentation);
        var targets = new List<RetentionTarget>();
        foreach (Segment segment in segmentation.Segments)
        {
            if (segment.NrrTarget is { } target)
            {
                targets.Add(new RetentionTarget { Name = segment.Name, Nrr = target });
            }
        }

        return targets.ToValueList();
    }

    /// <summary>Creates the figure that a vendor disclosed.</summary>
    /// <param name="vendor">The vendor with the year; not blank.</param>
    /// <param name="nrr">The NRR as a ratio, zero or more.</param>
    /// <param name="scope">The accounts that it covers.</param>
    /// <param name="citation">The document and section. Default: none.</param>
    /// <returns>The target.</returns>
    /// <exception cref="ArgumentException">The name is blank, or a value is outside its range.</exception>
    public static RetentionTarget Disclosed(
        string vendor, decimal nrr, RetentionScope scope, Citation? citation = null) =>
        new()
        {
            Name = Guard.Against.Blank(vendor),
            Nrr = Band.Between(Guard.Against.BelowZero(nrr), nrr),
            Scope = Guard.Against.Undefined(scope),
            Citation = citation,
        };

    /// <summary>Returns the name, the figure and what it covers.</summary>
    public override string ToString() => Name + ": NRR "
        + (Nrr.Max == Nrr.Min ? Invariant($"{Nrr.Min:0.##%}") : Invariant($"{Nrr:0.##%}"))
        + Invariant($" ({Scope})");
}

/// <summary>The accounts that a published NRR covers.</summary>
public enum RetentionScope
{
    /// <summary>One segment. The default.</summary>
    Segment = 0,

    /// <summary>The whole base, all segments together.</summary>
    AllSegments = 1,

    /// <summary>A composite that a vendor disclosed without the mix of segments, the method or the window.</summary>
    Composite = 2,

    /// <summary>A part of a vendor's business, which is not a segment of this base.</summary>
    PartOfVendor = 3,
}
