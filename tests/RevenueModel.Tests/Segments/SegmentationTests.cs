using FsCheck.Xunit;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Segments;

public class SegmentationTests
{
    private static readonly Segment Small = new()
    {
        Name = "Small",
        SizeUnit = "sites",
        Size = Band.Between(1L, 10L),
        Acv = Band.Between(1_000m, 5_000m),
        CycleMonths = Band.Between(1, 3),
        CycleDays = Band.Between(30, 90),
        WinRate = Band.Between(0.2m, 0.3m),
        Stage2ToCloseRate = 0.2m,
        CoverageTarget = 3m,
    };

    private static readonly Segment Large = Small with
    {
        Name = "Large",
        Size = Band.AtLeast(10L),
        Acv = Band.AtLeast(5_000m),
    };

    [Fact]
    public void BandsCanShareAnEnd() => Assert.Equal(2, Segmentation.Of(Small, Large).Segments.Count);

    [Fact]
    public void SegmentationsAreEqualByValue()
    {
        Assert.Equal(Segmentation.Of(Small, Large), Segmentation.Of(Small with { }, Large with { }));
        Assert.Equal(
            Segmentation.Of(Small, Large).GetHashCode(),
            Segmentation.Of(Small with { }, Large with { }).GetHashCode());
        Assert.NotEqual(Segmentation.Of(Small, Large), Segmentation.Of(Small));
    }

    [Fact]
    public void WithoutSegmentsThereIsNoSegmentation() => Refused("at least one");

    [Fact]
    public void TheEmptySegmentationHasNothing()
    {
        Assert.Empty(Segmentation.Empty.Segments);
        Assert.Null(Segmentation.Empty.SizeUnit);
        Assert.Null(Segmentation.Empty.Find("Small"));
        Assert.Equal("no segments", Segmentation.Empty.ToString());
        Assert.NotEqual(Segmentation.Empty, Segmentation.Of(Small));
    }

    [Fact]
    public void AnAccountHasNoPlaceInNoSegments()
    {
        const string Message = "segmentation had no segments; at least one is expected.";
        Refusal.With(Message, () => SegmentCalculator.BySize(Segmentation.Empty, 1));
        Refusal.With(Message, () => SegmentCalculator.ByAcv(Segmentation.Empty, 1m));
    }

    [Fact]
    public void NoSegmentContainsAnAcvOfNoSegments()
    {
        int[] positions = [7];
        SegmentCalculator.PositionsByAcv(Segmentation.Empty, [1_000m], positions);
        Assert.Equal([-1], positions);
    }

    [Fact]
    public void ANullSegmentIsRefused()
    {
        Refusal.By<ArgumentNullException>(() => Segmentation.Of([null!]));
        Refusal.By<ArgumentNullException>(() => Segmentation.Of(Small, null!));
    }

    [Fact]
    public void ADuplicateNameIsRefusedIgnoringCase() =>
        Refused("\"SMALL\" twice", Small, Large with { Name = "SMALL" });

    [Fact]
    public void AllSizesAreInOneUnit() => Refused("\"sites\"", Small, Large with { SizeUnit = "developers" });

    [Fact]
    public void BandsDoNotOverlap()
    {
        Refused("Size", Small, Large with { Size = Band.AtLeast(9L) });
        Refused("Acv", Small, Large with { Acv = Band.AtLeast(4_999.99m) });
    }

    [Fact]
    public void BandsAscend() =>
        Refused("ascend", Large with { Size = Band.Between(20L, 30L), Acv = Band.Between(6_000m, 7_000m) }, Small);

    [Fact]
    public void OnlyTheLastBandIsOpen()
    {
        Refused("Size", Small with { Size = Band.AtLeast(1L) }, Large);
        Refused("Acv", Small with { Acv = Band.AtLeast(1_000m) }, Large);
    }

    [Fact]
    public void ASegmentIsFoundByNameIgnoringCase()
    {
        Segmentation segmentation = Segmentation.Of(Small, Large);
        Assert.Same(Large, segmentation.Find("large"));
        Assert.Null(segmentation.Find("Medium"));
        Refusal.By<ArgumentNullException>(() => segmentation.Find(null!));
    }

    [Fact]
    public void NamesAreComparedWithoutCulture()
    {
        // In Turkish, "I" is not the capital of "i".
        Segment industry = Small with { Name = "industry" };
        Assert.Equal(industry, Culture.In("tr-TR", () => Segmentation.Of(industry, Large).Find("INDUSTRY")));
    }

    [Fact]
    public void TheUnitIsTheOneOfItsSegments() => Assert.Equal("sites", Segmentation.Of(Small, Large).SizeUnit);

    [Property]
    public bool EachSegmentIsFoundByItsName(Segmentation segmentation) =>
        segmentation.Segments.All(segment => segmentation.Find(segment.Name.ToUpperInvariant()) == segment);

    private static void Refused(string message, params Segment[] segments)
    {
        var refused = Refusal.By<ArgumentException>("segments", () => Segmentation.Of(segments));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }
}
