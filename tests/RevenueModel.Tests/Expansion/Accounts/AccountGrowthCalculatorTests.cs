using NodaTime;
using RevenueModel.Expansion;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Expansion;

public class AccountGrowthCalculatorTests
{
    private static readonly YearMonth Start = new(2027, 1);
    private static readonly AccountVolumes Growing = AccountVolumes.Of("Acme", Start, 24m, 26m, 28m, 30m);
    private static readonly AccountVolumes Stalled =
        AccountVolumes.Of("Globex", Start, 24m, 25m, 25m, 25m) with { WatchedBy = "Kim" };

    private static readonly AccountVolumes Shrinking = AccountVolumes.Of("Initech", Start, 24m, 30m, 26m, 20m);
    private static readonly AccountVolumes Young = AccountVolumes.Of("Hooli", Start.PlusMonths(2), 8m, 9m);
    private static readonly AccountGrowthOptions TwoMonths = new() { WindowMonths = 2 };

    [Fact]
    public void EachAccountHasItsStatus()
    {
        AccountGrowthWatch watch = Measure(TwoMonths);

        Assert.Equal(
            ["Globex", "Initech", "Acme", "Hooli"], watch.Accounts.Select(account => account.Account));
        Assert.Equal(
            [GrowthStatus.Stalled, GrowthStatus.Shrinking, GrowthStatus.Growing, GrowthStatus.TooNew],
            watch.Accounts.Select(account => account.Status));
        Assert.Equal(["Globex", "Initech"], watch.Stalled.Select(account => account.Account));
        Assert.Equal([2, 2, 0, 0], watch.Accounts.Select(account => account.MonthsSinceHigh));
        Assert.Equal("Kim", watch.Stalled[0].WatchedBy);
        Assert.Equal(0m, watch.Stalled[0].Growth);
        Assert.Null(watch.Accounts[3].Growth);
        Assert.Equal("2027-04: 4 accounts, 1 growing, 1 stalled, 1 shrinking, 1 too new", watch.ToString());
    }

    [Fact]
    public void TotalsLeaveYoungAccountsOutOfGrowth()
    {
        AccountGrowthWatch watch = Measure(TwoMonths);

        Assert.Equal(84m, watch.Volume);
        Assert.Equal((75m / 81m) - 1m, watch.Growth);
    }

    [Fact]
    public void TheLimitOfStalledAccountsIsAChoice()
    {
        Assert.Equal(1, Measure(TwoMonths with { StalledUpTo = 0.01m }).CountOf(GrowthStatus.Growing));
        Assert.Equal(0, Measure(TwoMonths with { StalledUpTo = 0.20m }).CountOf(GrowthStatus.Growing));
        Assert.Equal(4, Measure(new AccountGrowthOptions()).CountOf(GrowthStatus.TooNew));
    }

    [Fact]
    public void VolumesStandBesideTheExpectedCurve()
    {
        ExpansionCurve published = ExpansionCurve.Years([24, 48, 72], CurveInterpolation.Linear);
        AccountGrowthWatch watch = Measure(TwoMonths with { ExpectedCurve = published });

        Assert.Equal(30, watch.Accounts[2].ExpectedVolume!.Value, 1e-12);
        Assert.Equal(1, watch.Accounts[2].ShareOfExpected!.Value, 1e-12);
        Assert.Equal(25 / 30.0, watch.Accounts[0].ShareOfExpected!.Value, 1e-12);
        Assert.Equal(
            "Globex: stalled, 25, 0%, 83% of expected, last high 2 months ago", watch.Accounts[0].ToString());
    }

    [Fact]
    public void LaterVolumesAreIgnored()
    {
        AccountGrowthWatch watch = AccountGrowthCalculator.Measure([Shrinking], Start.PlusMonths(1), TwoMonths);

        Assert.Equal(30m, watch.Accounts[0].Volume);
        Assert.Equal(GrowthStatus.TooNew, watch.Accounts[0].Status);
    }

    [Fact]
    public void AnAccountWithoutTheMonthIsRefusedByName()
    {
        Refusal.With(
            "asOf was 2027-05; a month with a volume of Acme, 2027-01 to 2027-04, is expected.",
            () => AccountGrowthCalculator.Measure([Growing], new YearMonth(2027, 5)));
        Refusal.With(
            "accounts had \"Acme\" twice; each account once is expected.",
            () => AccountGrowthCalculator.Measure([Growing, Growing], new YearMonth(2027, 4)));
        Refusal.With(
            "volumes was -1 of Acme in 2027-02; zero or more is expected.",
            () => AccountVolumes.Of("Acme", Start, 1m, -1m));
        Refusal.Any<ArgumentException>(() => AccountVolumes.Of("Acme", Start));
        Refusal.Any<ArgumentException>(() => AccountVolumes.Of(" ", Start, 1m));
        Refusal.Any<ArgumentException>(() => AccountVolumes.Of("Acme", new YearMonth(9999, 12), 1m, 2m));
        Refusal.Any<ArgumentException>(() => AccountGrowthCalculator.Measure(
            [Growing],
            new YearMonth(2027, 4),
            TwoMonths with { ExpectedCurve = ExpansionCurve.Points([ExpansionPoint.At(0, 24)]) }));
        Refusal.Any<ArgumentException>(() => AccountGrowthCalculator.Measure(
            [AccountVolumes.Of("A", Start, decimal.MaxValue), AccountVolumes.Of("B", Start, 1m)], Start));
    }

    private static AccountGrowthWatch Measure(AccountGrowthOptions options) =>
        AccountGrowthCalculator.Measure(
            [Growing, Stalled, Shrinking, Young], new YearMonth(2027, 4), options);
}
