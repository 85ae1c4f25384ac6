using RevenueModel.Architectures;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

public class DealTeamCoverageTests
{
    private static readonly DealTeamCoverage Pair =
        new() { PeoplePerDeal = 2, WinRateLossWithOne = 0.4m, RequiredFromSegment = "Mid-Market" };

    [Fact]
    public void EngagingOneBuyerLosesAShareOfTheWinRate()
    {
        Assert.Equal(0.15m, Pair.WinRateWithOne(0.25m));
        Assert.Null(new DealTeamCoverage { PeoplePerDeal = 1 }.WinRateWithOne(0.25m));
    }

    [Fact]
    public void TextShowsThePublishedFigures()
    {
        Assert.Equal("2 a deal; one alone loses 40% of the win rate; required from Mid-Market", Pair.ToString());
        Assert.Equal("1 a deal", new DealTeamCoverage { PeoplePerDeal = 1 }.ToString());
    }

    [Fact]
    public void FiguresOutsideTheirRangesAreRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>("PeoplePerDeal", () => Pair with { PeoplePerDeal = 0 });
        Refusal.By<ArgumentOutOfRangeException>("WinRateLossWithOne", () => Pair with { WinRateLossWithOne = 40m });
        Refusal.By<ArgumentException>("RequiredFromSegment", () => Pair with { RequiredFromSegment = "" });
        Refusal.By<ArgumentOutOfRangeException>("pairWinRate", () => Pair.WinRateWithOne(25m));
    }
}
