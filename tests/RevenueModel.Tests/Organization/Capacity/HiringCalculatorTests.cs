using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Organization.Capacity;

public class HiringCalculatorTests
{
    private static readonly YearMonth From = new(2027, 1);

    private static readonly CapacityTerms Terms = new()
    {
        AnnualQuota = 1_200_000m, Attainment = 0.8m, Ramp = RampCurve.AfterCycle(2, 4),
    };

    // The hires reach the target, one less does not, and a later start does not suffice either.
    [Property(MaxTest = 60)]
    public void HiresReachTheTargetAndOneLessDoesNot(PositiveInt size, byte start)
    {
        ValueList<CapacityMonth> capacity = CapacityCalculator.ByMonth(Terms, [Head(2026, 1)], From, 12);
        decimal target = size.Get % 60 * 100_000m;
        YearMonth month = From.PlusMonths(start % 12);
        HiringNeed need = HiringCalculator.RequiredHires(Terms, capacity, target, month);
        if (need.Hires is not { } hires)
        {
            Assert.True(start % 12 >= 9 && need.Shortfall > 0m);
            return;
        }

        Assert.True(With(hires) >= target);
        Assert.True(hires == 0 || With(hires - 1) < target);
        if (hires > 0)
        {
            YearMonth latest = HiringCalculator.LatestStart(Terms, capacity, target, hires, From)!.Value;
            Assert.True(latest >= month);
            Assert.True(
                latest == capacity[^1].Month
                || HiringCalculator.RequiredHires(Terms, capacity, target, latest.PlusMonths(1)).Hires is not { } later
                || later > hires);
        }

        decimal With(int count) => CapacityCalculator
            .ByMonth(
                Terms,
                Enumerable.Range(0, count).Select(_ => Head(month.Year, month.Month)).Append(Head(2026, 1)),
                From,
                12)
            .Sum(line => line.Bookings);
    }

    [Fact]
    public void TooFewHiresNeverReachTheTarget() => Assert.Null(HiringCalculator.LatestStart(
        Terms, CapacityCalculator.ByMonth(Terms, (SalesHead[])[], From, 12), 10_000_000m, hires: 1, From));

    [Fact]
    public void TheBridgeOfHeadsCloses()
    {
        SalesHead[] heads =
        [
            Head(2026, 1),
            new() { Name = "left", Employed = DateSpan.Between(new(2026, 1, 1), new(2027, 3, 1)) },
            new() { Name = "both", Employed = DateSpan.Between(new(2027, 2, 1), new(2027, 3, 1)) },
            new() { Name = "later", Employed = DateSpan.From(new(2027, 4, 1)) },
            new() { Name = "before", Employed = DateSpan.Between(new(2025, 1, 1), new(2027, 1, 1)) },
            new() { Name = "first", Employed = DateSpan.From(new(2027, 1, 1)) },
        ];
        HeadBridge bridge = HiringCalculator.Bridge(heads, DateSpan.Between(new(2027, 1, 1), new(2027, 4, 1)));

        Assert.Equal((2, 2, 2), (bridge.Opening, bridge.Started, bridge.Left));
        Assert.Equal(2, bridge.Closing);
        Assert.Equal(0, bridge.NetHires);
        Refusal.Any<ArgumentException>(() => HiringCalculator.Bridge(heads, DateSpan.From(new(2027, 1, 1))));
    }

    [Fact]
    public void RampsAreAsTheySay()
    {
        Assert.Equal([0m, 0m, 0m, 0.25m, 0.5m, 0.75m, 1m], Terms.Ramp.Shares);
        Assert.Equal(6, Terms.Ramp.Months);
        Assert.Equal([1m], RampCurve.Linear(0).Shares);
        Assert.Equal(0, RampCurve.Of(1m, 1m, 1m).Months);
        Assert.Equal(1m, Terms.Ramp.ShareAt(100));
        Refusal.With("shares was 0 months; 1 to 120 months is expected.", () => RampCurve.Of());
        Refusal.With(
            "shares was zero in the last month; a share above zero is expected.", () => RampCurve.Of(0.5m, 0m));
        Refusal.Any<ArgumentException>(() => RampCurve.AfterCycle(100, 20));
    }

    [Fact]
    public void RefusalsNameTheValue()
    {
        Refusal.With(
            "capacity had no month; at least one is expected.",
            () => HiringCalculator.RequiredHires(Terms, [], 1m, From));
        Refusal.Any<ArgumentException>(() => HiringCalculator.RequiredHeads(1e20m, 1m, 1m));
        Refusal.Any<ArgumentException>(() => HiringCalculator.RequiredHeads(1m, 0m, 1m));
        ValueList<CapacityMonth> months = CapacityCalculator.ByMonth(Terms, [Head(2026, 1)], From, 3);
        Refusal.With(
            "capacity was 2027-03 after 2027-01; one month after the other is expected.",
            () => HiringCalculator.RequiredHires(Terms, [months[0], months[2]], 1m, From));
    }

    private static SalesHead Head(int year, int month) =>
        new() { Name = "A", Employed = DateSpan.From(new LocalDate(year, month, 1)) };
}
