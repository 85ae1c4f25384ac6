using FsCheck.Xunit;
using RevenueModel.Architectures;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Segments;

public class SegmentCalculatorTests
{
    private static readonly Segmentation IndustrialIot = PublishedArchitectures.IndustrialIot2027.Segmentation;
    private static readonly Segmentation Ipaas = PublishedArchitectures.Ipaas2027.Segmentation;

    [Theory]
    [InlineData(12_000, "SMB Single-Site")]
    [InlineData(58_000, "SMB Single-Site")]
    [InlineData(98_000, "Mid-Market Industrial")]
    [InlineData(679_999, "Mid-Market Industrial")]
    [InlineData(680_000, "Enterprise Asset-Intensive")]
    [InlineData(1_000_000_000, "Enterprise Asset-Intensive")]
    public void AnAcvInABandBelongsToItsSegment(int acv, string segment) =>
        Assert.Equal(segment, SegmentCalculator.ByAcv(IndustrialIot, acv).Segment?.Name);

    [Theory]
    [InlineData(1, "SMB Department-Level")]
    [InlineData(5, "SMB Department-Level")]
    [InlineData(6, "Mid-Market Cross-System")]
    [InlineData(40, "Mid-Market Cross-System")]
    [InlineData(41, "Enterprise Integration-CoE")]
    public void ASizeInABandBelongsToItsSegment(int size, string segment) =>
        Assert.Equal(segment, SegmentCalculator.BySize(Ipaas, size).Segment?.Name);

    [Theory]
    [InlineData(58_000.01, "SMB Single-Site", 0.01)]
    [InlineData(60_000, "SMB Single-Site", 2_000)]
    [InlineData(78_000, "SMB Single-Site", 20_000)]
    [InlineData(78_000.01, "Mid-Market Industrial", 19_999.99)]
    [InlineData(97_999.99, "Mid-Market Industrial", 0.01)]
    public void InTheGapTheNearerSegmentIsNamedAndATieGoesToTheLower(double acv, string nearest, double distance)
    {
        SegmentMatch match = SegmentCalculator.ByAcv(IndustrialIot, (decimal)acv);
        Assert.Equal(SegmentPlacement.BetweenSegments, match.Placement);
        Assert.Null(match.Segment);
        Assert.Equal("SMB Single-Site", match.Lower?.Name);
        Assert.Equal("Mid-Market Industrial", match.Upper?.Name);
        Assert.Equal(nearest, match.Nearest?.Name);
        Assert.Equal((decimal)distance, match.DistanceToNearest);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheSharedEndCountsAsTheUpperSegment(bool isIpaas)
    {
        Segmentation segmentation = isIpaas ? Ipaas : IndustrialIot;
        SegmentMatch match = SegmentCalculator.ByAcv(segmentation, 680_000m);
        Assert.Equal(SegmentPlacement.OnSharedEnd, match.Placement);
        Assert.Equal(segmentation.Segments[2], match.Segment);
        Assert.Equal(segmentation.Segments[1], match.Lower);
        Assert.Equal(segmentation.Segments[2], match.Nearest);
        Assert.Equal(0m, match.DistanceToNearest);
    }

    [Fact]
    public void BelowAllAndAboveAllNameTheOneNeighbor()
    {
        SegmentMatch below = SegmentCalculator.ByAcv(IndustrialIot, 11_999m);
        Assert.Equal(SegmentPlacement.BelowAll, below.Placement);
        Assert.Null(below.Segment);
        Assert.Null(below.Lower);
        Assert.Equal("SMB Single-Site", below.Nearest?.Name);
        Assert.Equal(1m, below.DistanceToNearest);

        Segmentation closed = Segmentation.Of(IndustrialIot.Segments[0], IndustrialIot.Segments[1]);
        SegmentMatch above = SegmentCalculator.ByAcv(closed, 680_000.01m);
        Assert.Equal(SegmentPlacement.AboveAll, above.Placement);
        Assert.Null(above.Segment);
        Assert.Null(above.Upper);
        Assert.Equal("Mid-Market Industrial", above.Nearest?.Name);
        Assert.Equal(0.01m, above.DistanceToNearest);
    }

    [Fact]
    public void NegativeValuesAndNoSegmentationAreRefused()
    {
        Assert.Equal(
            "acv", Refusal.By<ArgumentOutOfRangeException>(() => SegmentCalculator.ByAcv(Ipaas, -1m)).ParamName);
        Assert.Equal(
            "size", Refusal.By<ArgumentOutOfRangeException>(() => SegmentCalculator.BySize(Ipaas, -1)).ParamName);
        Refusal.By<ArgumentNullException>(() => SegmentCalculator.ByAcv(null!, 1m));
        Refusal.By<ArgumentOutOfRangeException>(() => SegmentCalculator.PositionsByAcv(Ipaas, [1m, -1m], new int[2]));
        Refusal.By<ArgumentException>(() => SegmentCalculator.PositionsByAcv(Ipaas, [1m, 1m], new int[3]));
    }

    [Fact]
    public void SizeAndAcvThatPointToTheSameSegmentAgree()
    {
        SegmentClassification both = SegmentCalculator.Classify(IndustrialIot, size: 51, acv: 98_000m);
        Assert.True(both.Agrees);
        Assert.Equal("Mid-Market Industrial", both.Segment?.Name);
    }

    [Fact]
    public void SizeAndAcvThatPointToDifferentSegmentsDisagreeAndGiveNone()
    {
        SegmentClassification both = SegmentCalculator.Classify(IndustrialIot, size: 2_001, acv: 12_000m);
        Assert.False(both.Agrees);
        Assert.Null(both.Segment);
        Assert.Equal("Enterprise Asset-Intensive", both.BySize.Segment?.Name);
        Assert.Equal("SMB Single-Site", both.ByAcv.Segment?.Name);
        Assert.Contains("disagree", both.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50, 60_000, true, "SMB Single-Site")]
    [InlineData(51, 60_000, true, "Mid-Market Industrial")]
    [InlineData(2_001, 60_000, false, null)]
    [InlineData(50, 0, true, "SMB Single-Site")]
    [InlineData(51, 0, false, null)]
    [InlineData(0, 12_000, true, "SMB Single-Site")]
    [InlineData(0, 98_000, false, null)]
    [InlineData(2_000, 680_000, true, "Mid-Market Industrial")]
    [InlineData(2_001, 680_000, true, "Enterprise Asset-Intensive")]
    [InlineData(50, 680_000, false, null)]
    public void BesideItsNeighborAGapAgrees(int size, int acv, bool agrees, string? segment)
    {
        SegmentClassification both = SegmentCalculator.Classify(IndustrialIot, size, acv);
        Assert.Equal(agrees, both.Agrees);
        Assert.Equal(segment, both.Segment?.Name);
    }

    [Fact]
    public void WhatIsNotGivenNeitherAgreesNorDisagrees()
    {
        SegmentClassification neither = SegmentCalculator.Classify(IndustrialIot);
        Assert.Null(neither.Agrees);
        Assert.Null(neither.Segment);
        Assert.Equal(default, neither);
        Assert.Equal(SegmentPlacement.NotGiven, neither.BySize.Placement);
        Assert.Null(neither.BySize.Nearest);
        Assert.Null(SegmentCalculator.Classify(IndustrialIot, size: 50).Agrees);
        Assert.Equal("SMB Single-Site", SegmentCalculator.Classify(IndustrialIot, size: 50).Segment?.Name);
        Assert.Equal("SMB Single-Site", SegmentCalculator.Classify(IndustrialIot, acv: 12_000m).Segment?.Name);
        Assert.Null(SegmentCalculator.Classify(IndustrialIot, size: 0, acv: 60_000m).Agrees);
        Assert.Null(SegmentCalculator.Classify(IndustrialIot, size: 0, acv: 60_000m).Segment);
    }

    [Fact]
    public void ASharedEndAgreesWithEitherNeighborBySizeAsByAcv()
    {
        Segment lower = IndustrialIot.Segments[0] with { Size = Band.Between(1L, 50L), Acv = Band.Between(1m, 50m) };
        Segment upper = IndustrialIot.Segments[1] with { Size = Band.Between(50L, 90L), Acv = Band.Between(50m, 90m) };
        Segmentation segmentation = Segmentation.Of(lower, upper);
        foreach ((long size, decimal acv, Segment expected) in (ReadOnlySpan<(long, decimal, Segment)>)
            [(50, 20m, lower), (20, 50m, lower), (50, 70m, upper), (70, 50m, upper), (50, 50m, upper)])
        {
            SegmentClassification both = SegmentCalculator.Classify(segmentation, size, acv);
            Assert.True(both.Agrees);
            Assert.Equal(expected, both.Segment);
        }
    }

    [Property]
    public bool AValueIsPlacedByItsDistancesToAllBands(Segmentation segmentation, Fraction share)
    {
        decimal acv = decimal.Round(share * 1_500m, 2);
        SegmentMatch match = SegmentCalculator.ByAcv(segmentation, acv);
        Segment[] holding = [.. segmentation.Segments.Where(segment => segment.Acv.Contains(acv))];
        decimal nearest = segmentation.Segments.Min(segment => segment.Acv.DistanceTo(acv));
        return match.Segment == holding.LastOrDefault()
            && match.DistanceToNearest == nearest
            && match.Nearest is { } named && named.Acv.DistanceTo(acv) == nearest
            && (holding.Length > 0
                || named == segmentation.Segments.First(segment => segment.Acv.DistanceTo(acv) == nearest))
            && match.Value == acv
            && match.Placement == (holding.Length, acv) switch
            {
                (1, _) => SegmentPlacement.InSegment,
                (> 1, _) => SegmentPlacement.OnSharedEnd,
                var (_, value) when value < segmentation.Segments[0].Acv.Min => SegmentPlacement.BelowAll,
                var (_, value) when value > segmentation.Segments[^1].Acv.Max => SegmentPlacement.AboveAll,
                _ => SegmentPlacement.BetweenSegments,
            };
    }

    [Property]
    public bool ASizeIsPlacedAsAnAcvIs(Segmentation segmentation, byte size)
    {
        Segmentation swapped = Segmentation.Of([.. segmentation.Segments.Select(segment => segment with
        {
            Acv = segment.Size.Max is { } max
                ? Band.Between((decimal)segment.Size.Min, max)
                : Band.AtLeast((decimal)segment.Size.Min),
        })]);
        SegmentMatch bySize = SegmentCalculator.BySize(swapped, size);
        SegmentMatch byAcv = SegmentCalculator.ByAcv(swapped, (decimal)size);
        return bySize.Placement == byAcv.Placement && bySize.Value == byAcv.Value && bySize.Lower == byAcv.Lower
            && bySize.Upper == byAcv.Upper
                && bySize.Nearest == byAcv.Nearest
                && bySize.DistanceToNearest == byAcv.DistanceToNearest;
    }

    [Property]
    public bool ManyValuesAreClassifiedAsEachOne(Segmentation segmentation, Fraction[] shares)
    {
        decimal[] acvs = [.. shares.Select(share => decimal.Round(share * 1_500m, 0))];
        var positions = new int[acvs.Length];
        SegmentCalculator.PositionsByAcv(segmentation, acvs, positions);
        return acvs.Select((acv, at) => positions[at] < 0 ? null : segmentation.Segments[positions[at]])
            .SequenceEqual(acvs.Select(acv => SegmentCalculator.ByAcv(segmentation, acv).Segment));
    }

    [Property]
    public bool AgreementIsSymmetricBetweenSizeAndAcv(Segmentation segmentation, byte at, byte other)
    {
        // Ends and what lies next to them, where the rules differ.
        long[] values = [.. segmentation.Segments
            .SelectMany(segment => new[] { segment.Size.Min, segment.Size.Max ?? 1_000 })
            .SelectMany(end => new[] { end, end + 1 })];
        (long size, long acv) = (values[at % values.Length], values[other % values.Length]);
        Segmentation alike = Segmentation.Of([.. segmentation.Segments.Select(segment => segment with
        {
            Acv = segment.Size.Max is { } max
                ? Band.Between((decimal)segment.Size.Min, max)
                : Band.AtLeast((decimal)segment.Size.Min),
        })]);
        SegmentClassification straight = SegmentCalculator.Classify(alike, size, acv);
        SegmentClassification swapped = SegmentCalculator.Classify(alike, acv, size);
        return straight.Agrees == swapped.Agrees && straight.Segment == swapped.Segment;
    }

    [Fact]
    public void MatchesReadAsSentences()
    {
        Assert.Equal("ACV 20,000 is in SMB Single-Site", SegmentCalculator.ByAcv(IndustrialIot, 20_000m).ToString());
        Assert.Equal(
            "ACV 680,000 is where Mid-Market Industrial ends and Enterprise Asset-Intensive starts; it counts as "
                + "Enterprise Asset-Intensive",
            SegmentCalculator.ByAcv(IndustrialIot, 680_000m).ToString());
        Assert.Equal(
            "ACV 60,000 is between SMB Single-Site and Mid-Market Industrial, 2,000 from SMB Single-Site",
            SegmentCalculator.ByAcv(IndustrialIot, 60_000m).ToString());
        Assert.Equal(
            "ACV 11,000 is below SMB Single-Site, by 1,000",
            SegmentCalculator.ByAcv(IndustrialIot, 11_000m).ToString());
        Assert.Equal("not given", default(SegmentMatch).ToString());
        Assert.Equal(
            "240 integration developers is in Enterprise Integration-CoE",
            SegmentCalculator.BySize(Ipaas, 240).ToString());
        Assert.Equal("1 integration developer is in", SegmentCalculator.BySize(OneUp(), 1).ToString()[..29]);
        Assert.Equal(
            "40 connected assets is in SMB Single-Site; ACV 250,000 is in Mid-Market Industrial; size and ACV "
                + "disagree",
            SegmentCalculator.Classify(IndustrialIot, size: 40, acv: 250_000m).ToString());
        Assert.Equal(
            "size not given; ACV 20,000 is in SMB Single-Site",
            SegmentCalculator.Classify(IndustrialIot, acv: 20_000m).ToString());

        static Segmentation OneUp() => Segmentation.Of(Ipaas.Segments[0] with { Size = Band.Between(1L, 10L) });
    }
}
