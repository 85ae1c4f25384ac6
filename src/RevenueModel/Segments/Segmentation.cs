using System.Numerics;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Segments;

/// <summary>The segments of a market, from the smallest accounts to the largest.</summary>
/// <remarks>
/// Immutable; equal if the segments are equal, in order. The bands of size and of ACV ascend and do not overlap. They
/// may leave gaps, as published bands do, and may share an end. <see cref="Empty"/> has no segments.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Segmentation
{
    private Segmentation(ValueList<Segment> segments) => Segments = segments;

    /// <summary>Gets the segmentation without segments, of a market whose segments are not published.</summary>
    public static Segmentation Empty { get; } = new([]);

    /// <summary>Gets the segments in ascending order; none in <see cref="Empty"/>.</summary>
    public ValueList<Segment> Segments { get; }

    /// <summary>Gets the unit of the size of an account, or <see langword="null"/> if there are no
    /// segments.</summary>
    public string? SizeUnit => Segments.IsEmpty ? null : Segments[0].SizeUnit;

    /// <summary>Creates a segmentation.</summary>
    /// <param name="segments">The segments in ascending order of size and of ACV, at least one, with different names
    /// and one size unit.</param>
    /// <returns>The segmentation.</returns>
    /// <exception cref="ArgumentException">There is no segment, two segments have the same name, the size units
    /// differ, or bands overlap or are out of order; the message names the segments.</exception>
    public static Segmentation Of(params ReadOnlySpan<Segment> segments)
    {
        if (segments.IsEmpty)
        {
            throw new ArgumentException(
                "segments had no segment; at least one is expected. Segmentation.Empty has none.", nameof(segments));
        }

        ValueList<Segment> distinct = DomainGuards.RequireDistinct(
            ValueList.Create(segments), static segment => segment.Name, nameof(segments), "name");
        for (int i = 1; i < segments.Length; i++)
        {
            RequireSizeUnit(segments[0], segments[i], nameof(segments));
            RequireAscending(segments[i - 1], segments[i], static segment => segment.Size, "Size", nameof(segments));
            RequireAscending(segments[i - 1], segments[i], static segment => segment.Acv, "Acv", nameof(segments));
        }

        return new Segmentation(distinct);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{Segment})"/>
    public static Segmentation Of(IEnumerable<Segment> segments) => Of(segments.AsItems());

    /// <summary>Finds a segment by its name, ignoring case.</summary>
    /// <param name="name">The name of the segment.</param>
    /// <returns>The segment, or <see langword="null"/> if none has that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public Segment? Find(string name) =>
        NameLookup.Find(Segments.AsSpan(), Guard.Against.Null(name), static segment => segment.Name);

    /// <summary>Returns the segments in order.</summary>
    public override string ToString() => Segments.IsEmpty ? "no segments" : string.Join("; ", Segments);

    private static void RequireSizeUnit(Segment first, Segment segment, string parameter)
    {
        if (!string.Equals(first.SizeUnit, segment.SizeUnit, StringComparison.Ordinal))
        {
            throw new ArgumentException(
                Invariant($"Segment \"{segment.Name}\" had SizeUnit \"{segment.SizeUnit}\"; ")
                    + Invariant($"\"{first.SizeUnit}\", the unit of \"{first.Name}\", is expected."),
                parameter);
        }
    }

    private static void RequireAscending<T>(
        Segment lower, Segment upper, Func<Segment, Band<T>> band, string name, string parameter)
        where T : struct, INumber<T>
    {
        if (band(lower).Max is not { } end || band(upper).Min < end)
        {
            throw new ArgumentException(
                Invariant($"Segment \"{upper.Name}\" had {name} {band(upper)} after ")
                    + Invariant($"\"{lower.Name}\" with {band(lower)}; bands ascend and do not overlap."),
                parameter);
        }
    }
}
