using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Organization.Partners.PartnerNetworks;

namespace RevenueModel.Tests.Organization.Partners;

public class PartnerCalculatorTests
{
    private static readonly Opportunity[] Deals =
    [
        Deal(1, 100m, "Deloitte", "Optimation") with { Segment = "Enterprise" },
        Deal(2, 200m, "accenture", "TCS") with { Segment = "Enterprise" },
        Deal(3, 50m, "Bluestone PIM") with { Segment = "Mid" },
        Deal(4, null, "ATS", "Bluestone PIM", "bluestone pim") with { Segment = "Mid" },
        Deal(5, 30m),
    ];

    [Fact]
    public void EachDealIsOfAllSomeOrNoKind()
    {
        PartnerShares shares = PartnerCalculator.Measure(IndustrialIot, Deals);

        Assert.Equal(new CountedAmount(1, 100m), shares.All.Part);
        Assert.Equal(new CountedAmount(2, 200m), shares.Some.Part);
        Assert.Equal(new CountedAmount(2, 80m), shares.None.Part);
        Assert.All(
            [shares.All, shares.Some, shares.None], share => Assert.Equal(new CountedAmount(5, 380m), share.Whole));
        Assert.Equal(0.2m, shares.All.ByCount);
        Assert.Equal(100m / 380m, shares.All.ByAmount);
        Assert.Equal(ProportionCalculator.Wilson(1, 5), shares.All.Interval);
    }

    [Fact]
    public void ADealCountsForEachKindThatTakesPart() =>
        Assert.Equal(
            [
                new("Big-4 SI", new CountedAmount(2, 300m)), new("OT-specialty SI", new CountedAmount(2, 100m)),
            ],
            PartnerCalculator.Measure(IndustrialIot, Deals).Kinds
                .Select(kind => new Keyed<string, CountedAmount>(kind.Key, kind.Value.Part)));

    [Fact]
    public void PartnersThatNoKindListsAreNamed() =>
        Assert.Equal(
            [new("Bluestone PIM", 2)], PartnerCalculator.Measure(IndustrialIot, Deals).UnlistedPartners);

    [Fact]
    public void SegmentsSumToAllDeals()
    {
        var segments = PartnerCalculator.BySegment(IndustrialIot, Deals);

        Assert.Equal(["Enterprise", "Mid", null], segments.Select(segment => segment.Key));
        Assert.Equal(0.5m, segments[0].Value.All.ByCount);
        Assert.Equal(5, segments.Sum(segment => segment.Value.None.Whole.Count));
        Assert.Equal(2, segments.Sum(segment => segment.Value.None.Part.Count));
    }

    [Theory]
    [InlineData(74, BandPosition.In, true)]
    [InlineData(70, BandPosition.Below, true)]
    [InlineData(50, BandPosition.Below, false)]
    [InlineData(90, BandPosition.Above, false)]
    public void APublishedShareIsComparedWithItsInterval(int both, BandPosition position, bool isCompatible)
    {
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, 100).Select(i => i < both ? Deal(i, 1m, "TCS", "ATS") : Deal(i, 1m, "TCS")),
        ];
        PublishedShareComparison comparison = PartnerCalculator.Compare(
            Band.Between(0.74m, 0.74m), PartnerCalculator.Measure(IndustrialIot, deals).All);

        Assert.Equal(position, comparison.Position);
        Assert.Equal((both - 74) / 100m, comparison.Difference);
        Assert.Equal(isCompatible, comparison.IsCompatible);
    }

    [Fact]
    public void WithoutDealsThereIsNoShare()
    {
        PartnerShares shares = PartnerCalculator.Measure(IndustrialIot, []);
        PublishedShareComparison comparison = PartnerCalculator.Compare(Band.Between(0.3m, 0.5m), shares.All);

        Assert.Null(shares.All.ByCount);
        Assert.Null(comparison.Position);
        Assert.Null(comparison.IsCompatible);
        Assert.Null(comparison.Difference);
    }

    [Fact]
    public void RefusalsNameThePartnerAndTheKinds()
    {
        Refusal.With(
            "kinds had the partner \"tcs\" in \"Big-4 SI\" and in \"boutique\"; one kind is expected.",
            () => PartnerNetwork.Of(
                IndustrialIot.Kinds[0], new PartnerKind { Name = "boutique", Partners = ["tcs"] }));
        Refusal.With("kinds had no kind; a network has at least one.", () => PartnerNetwork.Of([]));
        Refusal.By<ArgumentException>(
            "opportunities",
            () => PartnerCalculator.Measure(IndustrialIot, [Deal(1, decimal.MaxValue), Deal(2, decimal.MaxValue)]));
        Refusal.By<ArgumentNullException>("opportunities", () => PartnerCalculator.Measure(IndustrialIot, [null!]));
        Refusal.Any<ArgumentException>(() => PartnerCalculator.Compare(
            Band.Between(30m, 50m), PartnerCalculator.Measure(IndustrialIot, []).All));
    }
}
