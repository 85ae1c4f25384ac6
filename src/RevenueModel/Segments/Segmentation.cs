using System.Numerics;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Segments;

/// <summary>The segments that a market is cut into, from the smallest accounts to the largest.</summary>
/// <remarks>
/// Immutable; equal when the segments are equal, in order. Bands of size and of ACV ascend and do not overlap; they
/// may leave gaps, as published ones do, and may share an end.
/// </remarks>
public sealed record Segmentation
{
    private Segmentation(ValueList<Segment> segments) => Segments = segments;

    /// <summary>The segments in ascending order, at least one.</summary>
    public ValueList<Segment> Segments { get; }

    /// <summary>What the size of an account is counted in.</summary>
    public string SizeUnit => Segments[0].SizeUnit;

    /// <summary>Creates a segmentation.</summary>
    /// <param name="segments">The segments in ascending order of size and of ACV, at least one.</param>
    /// <exception cref="ArgumentException">There is no segment, a name stands twice, the size units differ, or bands
    /// overlap or are out of order.</exception>
    public static Segmentation Of(params ReadOnlySpan<Segment> segments)
    {
        if (segments.IsEmpty)
        {
            throw new ArgumentException("segments had no segment; a segmentation has at least one.", nameof(segments));
        }

        Guard.Against.Null(segments[0], nameof(segments));
        for (int i = 1; i < segments.Length; i++)
        {
            Segment segment = Guard.Against.Null(segments[i], nameof(segments));
            RequireDistinct(segments[..i], segment);
            RequireAscending(segments[i - 1], segment, s => s.Size, "Size");
            RequireAscending(segments[i - 1], segment, s => s.Acv, "Acv");
        }

        return new Segmentation(ValueList.Create(segments));
    }

    /// <summary>Finds a segment by its name, ignoring case.</summary>
    /// <returns>The segment, or <see langword="null"/> where none has that name.</returns>
    public Segment? Find(string name)
    {
        Guard.Against.Null(name);
        foreach (Segment segment in Segments)
        {
            if (string.Equals(segment.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return segment;
            }
        }

        return null;
    }

    /// <summary>The segments in words.</summary>
    public override string ToString() => string.Join("; ", Segments);

    private static void RequireDistinct(ReadOnlySpan<Segment> earlier, Segment segment)
    {
        foreach (Segment other in earlier)
        {
            if (string.Equals(other.Name, segment.Name, StringComparison.OrdinalIgnoreCase))
            {
                throw new ArgumentException(
                    Invariant($"Segment \"{segment.Name}\" stands twice; each segment has a name of its own."),
                    nameof(segment));
            }

            if (!string.Equals(other.SizeUnit, segment.SizeUnit, StringComparison.Ordinal))
            {
                throw new ArgumentException(
                    Invariant($"Segment \"{segment.Name}\" had SizeUnit \"{segment.SizeUnit}\"; \"{other.SizeUnit}\", the unit of \"{other.Name}\", is expected."),
                    nameof(segment));
            }
        }
    }

    private static void RequireAscending<T>(Segment lower, Segment upper, Func<Segment, Band<T>> band, string name)
        where T : struct, INumber<T>
    {
        if (band(lower).Max is not { } end || band(upper).Min < end)
        {
            throw new ArgumentException(
                Invariant($"Segment \"{upper.Name}\" had {name} {band(upper)} after \"{lower.Name}\" with {band(lower)}; bands ascend and do not overlap."),
                nameof(upper));
        }
    }
}
