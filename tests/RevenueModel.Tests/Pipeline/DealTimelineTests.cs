using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class DealTimelineTests
{
    private static readonly LocalDate January = new(2026, 1, 15);
    private static readonly LocalDate February = new(2026, 2, 15);
    private static readonly LocalDate March = new(2026, 3, 15);

    [Fact]
    public void ADealDoesNotCloseBeforeItWasCreated()
    {
        foreach (Func<DealTimeline> impossible in (Func<DealTimeline>[])
            [() => DealTimeline.Won(February, January), () => DealTimeline.Lost(February, January)])
        {
            var refused = Refusal.By<ArgumentException>(() => impossible());
            Assert.Contains("closed was 2026-01-15", refused.Message, StringComparison.Ordinal);
            Assert.Contains("created 2026-02-15", refused.Message, StringComparison.Ordinal);
            Assert.Contains("on or after", refused.Message, StringComparison.Ordinal);
        }

        Assert.False(DealTimeline.IsValid(February, null, January));
    }

    [Fact]
    public void ADealDoesNotEnterItsStageBeforeItWasCreated()
    {
        var refused = Refusal.By<ArgumentException>(() => DealTimeline.Open(February, stageEntered: January));
        Assert.Contains("stageEntered was 2026-01-15", refused.Message, StringComparison.Ordinal);
        Assert.Contains("created 2026-02-15", refused.Message, StringComparison.Ordinal);
        Assert.False(DealTimeline.IsValid(February, January, null));
    }

    [Fact]
    public void ADealDoesNotEnterAStageAfterItClosed()
    {
        Assert.False(DealTimeline.IsValid(January, March, February));
        Assert.False(DealTimeline.IsValid(null, March, February));
        Assert.True(DealTimeline.IsValid(January, February, March));
    }

    [Fact]
    public void AllOfItMayHappenOnOneDay()
    {
        Assert.True(DealTimeline.IsValid(January, January, January));
        Assert.Equal(0, DealTimeline.Won(January, January).CycleDays);
        Assert.Equal(January, DealTimeline.Open(January, January, January).StageEntered);
    }

    [Fact]
    public void AnExpectedCloseMayLieAnywhere()
    {
        Assert.Equal(January, DealTimeline.Open(March, expectedClose: January).ExpectedClose);
        Assert.Equal(January, DealTimeline.Won(February, March, expectedClose: January).ExpectedClose);
    }

    [Fact]
    public void ImpossibleDatesAreRefusedInEveryCulture() => Assert.Contains(
        "2026-01-15",
        Culture.In("ar-SA", () => Refusal.By<ArgumentException>(() => DealTimeline.Won(February, January))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ANegativeCycleIsRefused()
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(() => DealTimeline.Won(cycleDays: -1));
        Assert.Equal("cycleDays", refused.ParamName);
        Assert.Contains("-1", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentOutOfRangeException>(() => DealTimeline.Lost(January, March, cycleDays: -1));
        Assert.Equal(0, DealTimeline.Won(cycleDays: 0).CycleDays);
    }

    [Fact]
    public void TheDatesComeBeforeAStatedCycle()
    {
        Assert.Equal(59, DealTimeline.Won(January, March, cycleDays: 10).CycleDays);
        Assert.Equal(10, DealTimeline.Won(January, cycleDays: 10).CycleDays);
        Assert.Equal(10, DealTimeline.Lost(closed: March, cycleDays: 10).CycleDays);
        Assert.Null(DealTimeline.Won(January).CycleDays);
        Assert.Null(DealTimeline.Won(closed: January).CycleDays);
        Assert.Null(DealTimeline.Open(January).CycleDays);
    }

    [Fact]
    public void ACycleMayCrossALeapDay() =>
        Assert.Equal(366, DealTimeline.Won(new LocalDate(2024, 1, 1), new LocalDate(2025, 1, 1)).CycleDays);

    [Fact]
    public void TheDefaultIsAnOpenDealOfWhichNothingIsKnown()
    {
        Assert.Equal(DealTimeline.Open(), default);
        Assert.Equal(DealOutcome.Open, default(DealTimeline).Outcome);
        Assert.Null(default(DealTimeline).CycleDays);
        Assert.Null(default(DealTimeline).AgeInDays(January));
    }

    [Fact]
    public void OnlyAnOpenDealThatExistsHasAnAge()
    {
        Assert.Equal(31, DealTimeline.Open(January).AgeInDays(February));
        Assert.Equal(0, DealTimeline.Open(January).AgeInDays(January));
        Assert.Null(DealTimeline.Open(February).AgeInDays(January));
        Assert.Null(DealTimeline.Won(January, February).AgeInDays(March));
        Assert.Null(DealTimeline.Open().AgeInDays(March));
    }

    [Fact]
    public void TimelinesThatReadAlikeAreEqual() =>
        Assert.Equal(DealTimeline.Won(January, March), DealTimeline.Won(January, March, cycleDays: 10));

    [Fact]
    public void TimelinesPrintIsoDates()
    {
        Assert.Equal(
            "open, created 2026-01-15, expected 2026-03-15",
            DealTimeline.Open(January, expectedClose: March).ToString());
        Assert.Equal("won 2026-03-15, created 2026-01-15", DealTimeline.Won(January, March).ToString());
    }

    [Property]
    public bool IsValidSaysWhetherTheFactoriesAccept(LocalDate created, LocalDate later, bool isOpen)
    {
        bool isAccepted = true;
        try
        {
            _ = isOpen ? DealTimeline.Open(created, later) : DealTimeline.Won(created, later);
        }
        catch (ArgumentException)
        {
            isAccepted = false;
        }

        return isAccepted == (isOpen
            ? DealTimeline.IsValid(created, later, null)
            : DealTimeline.IsValid(created, null, later));
    }

    [Property]
    public bool ATimelineIsAlwaysPossible(DealTimeline timeline) =>
        DealTimeline.IsValid(timeline.Created, timeline.StageEntered, timeline.Closed)
            && timeline.CycleDays is not < 0
            && (timeline.Outcome != DealOutcome.Open || (timeline.Closed is null && timeline.CycleDays is null));

    [Property]
    public bool AgeGrowsByADayADay(LocalDate created, ushort days) =>
        DealTimeline.Open(created).AgeInDays(created.PlusDays(days)) == days;
}
