using System.Numerics;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Segments;

/// <summary>Finds the segment of an account by its size or its annual contract value.</summary>
/// <remarks>
/// Bands are closed at both ends. A value on an end that two bands share belongs to the upper segment. A value in a
/// gap belongs to no segment; the result names both neighbors and the nearer one.
/// </remarks>
public static class SegmentCalculator
{
    /// <summary>Finds the segment of an account by its size.</summary>
    /// <param name="segmentation">The segments.</param>
    /// <param name="size">The size in <see cref="Segmentation.SizeUnit"/>, zero or more.</param>
    /// <returns>The segment, or the segments that the size lies between.</returns>
    /// <exception cref="ArgumentException"><paramref name="size"/> is negative.</exception>
    /// <example><code>
    /// using RevenueModel.Architectures;
    /// 
    /// Segmentation segmentation = PublishedArchitectures.Ipaas2027.Segmentation;
    /// SegmentMatch match = SegmentCalculator.BySize(segmentation, size: 25); // integration developers
    /// Console.WriteLine(match.Segment?.Name); // Mid-Market Cross-System
    /// </code></example>
    public static SegmentMatch BySize(Segmentation segmentation, long size) =>
        Match(segmentation, Guard.Against.BelowZero(size), static segment => segment.Size, isSize: true);

    /// <summary>Finds the segment of an account by its annual contract value.</summary>
    /// <param name="segmentation">The segments.</param>
    /// <param name="acv">The ACV in the currency of the segmentation, zero or more.</param>
    /// <returns>The segment, or the segments that the ACV lies between.</returns>
    /// <exception cref="ArgumentException"><paramref name="acv"/> is negative, or there are no segments.</exception>
    public static SegmentMatch ByAcv(Segmentation segmentation, decimal acv) =>
        Match(segmentation, Guard.Against.BelowZero(acv), static segment => segment.Acv, isSize: false);

    /// <summary>Finds the segment of an account by its size, its ACV or both, and compares the two.</summary>
    /// <param name="segmentation">The segments.</param>
    /// <param name="size">The size in <see cref="Segmentation.SizeUnit"/>, zero or more, or <see langword="null"/> if
    /// it is not known.</param>
    /// <param name="acv">The ACV, zero or more, or <see langword="null"/> if it is not known.</param>
    /// <returns>Both matches.</returns>
    /// <exception cref="ArgumentException">A value is negative, or there are no segments.</exception>
    public static SegmentClassification Classify(Segmentation segmentation, long? size = null, decimal? acv = null) =>
        new(
            size is { } givenSize ? BySize(segmentation, Guard.Against.BelowZero(givenSize, nameof(size))) : default,
            acv is { } givenAcv ? ByAcv(segmentation, Guard.Against.BelowZero(givenAcv, nameof(acv))) : default);

    /// <summary>Finds the positions of the segments of many accounts by their annual contract values.</summary>
    /// <param name="segmentation">The segments.</param>
    /// <param name="acvs">The ACVs in the currency of the segmentation, each zero or more.</param>
    /// <param name="destination">Receives, for each ACV, the position of its segment in
    /// <see cref="Segmentation.Segments"/>, or -1 if no band contains it. Of the same length.</param>
    /// <exception cref="ArgumentException">A value is negative, or the lengths differ.</exception>
    public static void PositionsByAcv(Segmentation segmentation, ReadOnlySpan<decimal> acvs, Span<int> destination)
    {
        ReadOnlySpan<Segment> segments = Guard.Against.Null(segmentation).Segments.AsSpan();
        DomainGuards.RequireSameLength(acvs.Length, destination.Length);

        for (int i = 0; i < acvs.Length; i++)
        {
            Guard.Against.BelowZero(acvs[i], nameof(acvs));
            int at = LastStartingAtOrBelow(segments, acvs[i], static segment => segment.Acv);
            destination[i] = at >= 0 && segments[at].Acv.Contains(acvs[i]) ? at : -1;
        }
    }

    private static SegmentMatch Match<T>(Segmentation segmentation, T value, Func<Segment, Band<T>> band, bool isSize)
        where T : struct, INumber<T>
    {
        ReadOnlySpan<Segment> segments = Guard.Against.Null(segmentation).Segments.AsSpan();
        if (segments.IsEmpty)
        {
            throw new ArgumentException(
                "segmentation had no segments; at least one is expected.", nameof(segmentation));
        }

        decimal given = decimal.CreateChecked(value);
        int at = LastStartingAtOrBelow(segments, value, band);
        if (at < 0)
        {
            decimal below = decimal.CreateChecked(band(segments[0]).DistanceTo(value));
            return new SegmentMatch(isSize, SegmentPlacement.BelowAll, given, null, segments[0], below);
        }

        if (band(segments[at]).Contains(value))
        {
            bool isShared = at > 0 && band(segments[at - 1]).Contains(value);
            return isShared
                ? new SegmentMatch(isSize, SegmentPlacement.OnSharedEnd, given, segments[at - 1], segments[at], 0m)
                : new SegmentMatch(isSize, SegmentPlacement.InSegment, given, null, segments[at], 0m);
        }

        decimal toLower = decimal.CreateChecked(band(segments[at]).DistanceTo(value));
        if (at == segments.Length - 1)
        {
            return new SegmentMatch(isSize, SegmentPlacement.AboveAll, given, segments[at], null, toLower);
        }

        decimal toUpper = decimal.CreateChecked(band(segments[at + 1]).DistanceTo(value));
        return new SegmentMatch(
            isSize,
            SegmentPlacement.BetweenSegments,
            given,
            segments[at],
            segments[at + 1],
            Math.Min(toLower, toUpper))
        {
            IsNearerToUpper = toUpper < toLower,
        };
    }

    private static int LastStartingAtOrBelow<T>(ReadOnlySpan<Segment> segments, T value, Func<Segment, Band<T>> band)
        where T : struct, INumber<T>
    {
        int at = segments.Length - 1;
        while (at >= 0 && band(segments[at]).Min > value)
        {
            at--;
        }

        return at;
    }
}
