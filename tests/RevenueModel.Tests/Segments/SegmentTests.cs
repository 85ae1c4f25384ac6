using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Segments;

public class SegmentTests
{
    private static readonly Segment Valid = new()
    {
        Name = "SMB",
        SizeUnit = "sites",
        Size = Band.Between(1L, 50L),
        Acv = Band.Between(12_000m, 58_000m),
        CycleMonths = Band.Between(3, 7),
        CycleDays = Band.Between(90, 210),
        WinRate = Band.Between(0.22m, 0.30m),
        Stage2ToCloseRate = 0.22m,
        CoverageTarget = 3.6m,
        DecisionMakers = ["CIO", "COO"],
    };

    [Fact]
    public void SegmentsAreEqualByValueListsIncluded()
    {
        Assert.Equal(Valid, Valid with { DecisionMakers = ["CIO", "COO"] });
        Assert.NotEqual(Valid, Valid with { DecisionMakers = ["COO", "CIO"] });
        Assert.NotEqual(Valid, Valid with { CoverageTarget = 3.7m });
    }

    [Fact]
    public void APercentageWhereAFractionIsMeantIsRefusedWithAHint()
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => Valid with { Stage2ToCloseRate = 22m });
        Assert.Equal("Stage2ToCloseRate", refused.ParamName);
        Assert.Contains("0.22", refused.Message, StringComparison.Ordinal);
        refused = Refusal.By<ArgumentOutOfRangeException>(() => Valid with { WinRate = Band.Between(0.22m, 30m) });
        Assert.Contains("0.3", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWinRateIsNotOpenAtTheTop()
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => Valid with { WinRate = Band.AtLeast(0.22m) });
        Assert.Equal("WinRate", refused.ParamName);
    }

    [Fact]
    public void NegativeFiguresAreRefused()
    {
        Refused("Size", () => Valid with { Size = Band.Between(-1L, 50L) });
        Refused("Acv", () => Valid with { Acv = Band.AtLeast(-0.01m) });
        Refused("CycleMonths", () => Valid with { CycleMonths = Band.Between(-1, 7) });
        Refused("CycleDays", () => Valid with { CycleDays = Band.Between(-1, 7) });
        Refused("CoverageTarget", () => Valid with { CoverageTarget = 0m });
        Refused("CoverageTargetAtStage2", () => Valid with { CoverageTargetAtStage2 = -1m });
        Refused("NrrTarget", () => Valid with { NrrTarget = Band.Between(-0.1m, 1m) });
        Refused("StakeholderCount", () => Valid with { StakeholderCount = Band.Between(-1, 1) });
        Refused("LargestQuotedSize", () => Valid with { LargestQuotedSize = -1 });
        Refused("LargestQuotedAcv", () => Valid with { LargestQuotedAcv = -1m });
    }

    [Fact]
    public void BlankTextIsRefused()
    {
        Assert.Equal("Name", Refusal.By<ArgumentException>(() => Valid with { Name = " " }).ParamName);
        Assert.Equal("SizeUnit", Refusal.By<ArgumentException>(() => Valid with { SizeUnit = null! }).ParamName);
        Assert.Equal("SalesMotion", Refusal.By<ArgumentException>(() => Valid with { SalesMotion = "" }).ParamName);
    }

    [Fact]
    public void FiguresThatAreNotPublishedAreNull()
    {
        Assert.Null(Valid.CoverageTargetAtStage2);
        Assert.Null(Valid.NrrTarget);
        Assert.Null((Valid with { NrrTarget = Band.AtLeast(1m) } with { NrrTarget = null }).NrrTarget);
        Assert.Null((Valid with { CoverageTargetAtStage2 = null }).CoverageTargetAtStage2);
        Assert.True(Valid.Modules.IsEmpty);
    }

    private static void Refused(string name, Func<Segment> change) =>
        Assert.Equal(name, Refusal.By<ArgumentOutOfRangeException>(change).ParamName);

    [Fact]
    public void ADescriptionHasALineForEachGivenFigure()
    {
        Segment small = RevenueModel.Architectures.PublishedArchitectures.Ipaas2027.Segmentation.Segments[0];
        Segment large = RevenueModel.Architectures.PublishedArchitectures.Ipaas2027.Segmentation.Segments[^1];

        Assert.Equal(
            ["Size", "ACV", "Cycle", "Win rate", "Stage 2 to close", "Coverage target"],
            small.Describe().Select(line => line.Key).Take(6));
        Assert.DoesNotContain(small.Describe(), line => line.Value.Length == 0 || line.Key == "NRR target");
        Assert.Contains(
            large.Describe(), line => line.Key == "Coverage target at stage 2" && line.Value.EndsWith('x'));
        Assert.Equal("Source", large.Describe()[^1].Key);
    }
}
