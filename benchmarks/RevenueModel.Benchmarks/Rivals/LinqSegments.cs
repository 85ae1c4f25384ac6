using RevenueModel.Segments;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>
/// Classification as LINQ: the first band that contains the value, from the largest down. A value on an end that two
/// bands share therefore belongs to the upper band.
/// </summary>
public static class LinqSegments
{
    /// <summary>The bands, from the largest down.</summary>
    public static AcvBand[] Bands(Segmentation segmentation) => segmentation.Segments
        .Select((segment, position) => new AcvBand(position, segment.Acv.Min, segment.Acv.Max ?? decimal.MaxValue))
        .Reverse()
        .ToArray();

    /// <summary>The position of the segment of each value, or -1.</summary>
    public static int[] ByAcv(AcvBand[] bands, decimal[] acvs) => acvs
        .Select(acv => bands.FirstOrDefault(band => acv >= band.Min && acv <= band.Max)?.Position ?? -1)
        .ToArray();

    /// <summary>The band of a segment.</summary>
    public sealed record AcvBand(int Position, decimal Min, decimal Max);
}
