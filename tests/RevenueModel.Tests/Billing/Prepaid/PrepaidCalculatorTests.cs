using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

public class PrepaidCalculatorTests
{
    private static readonly LocalDate Day = new(2027, 3, 15);

    private static readonly DateSpan March = DateSpan.Of(new YearMonth(2027, 3));

    private static readonly LocalDate April1 = new(2027, 4, 1);

    [Fact]
    public void PriorityComesBeforeExpiry() => AssertDraws(
        "first 50, second 10", 60m, Credit("second", 100m, priority: 1, ends: new(2027, 3, 16)), Credit("first", 50m));

    [Fact]
    public void ANegativePriorityComesBeforeNone() => AssertDraws(
        "first 50, second 10", 60m, Credit("second", 100m), Credit("first", 50m, priority: -1));

    [Fact]
    public void ExpiryComesBeforeOrder() => AssertDraws(
        "first 30, second 30, third 10", 70m,
        Credit("third", 100m),
        Credit("second", 30m, ends: new(2027, 5, 1)),
        Credit("first", 30m, ends: new(2027, 4, 1)));

    [Fact]
    public void OfEqualPriorityAndExpiryTheOrderDecides() => AssertDraws(
        "b 30, a 30, c 5", 65m,
        Credit("b", 30m, ends: new(2027, 5, 1)),
        Credit("a", 30m, ends: new(2027, 5, 1)),
        Credit("c", 30m, ends: new(2027, 5, 1)));

    [Fact]
    public void ACreditIsUsedUpBeforeTheNextIsTouched() => AssertDraws(
        "a 0.01, b 99.99", 100m, Credit("a", 0.01m), Credit("empty", 0m), Credit("b", 100m));

    [Fact]
    public void NothingIsTakenForNothing() => AssertDraws("", 0m, Credit("a", 10m));

    [Theory]
    [InlineData(15, 16, 10)] // its only day
    [InlineData(1, 15, 0)] // expired the day before
    [InlineData(16, 20, 0)] // not yet usable
    [InlineData(1, 31, 10)]
    public void ACreditCoversADayFromItsStartToTheDayBeforeItsEnd(int from, int to, decimal covered)
    {
        ValueList<PrepaidCredit> credits =
            [Credit("a", 10m) with { Usable = DateSpan.Between(new(2027, 3, from), new(2027, 3, to)) }];
        Assert.Equal(covered, PrepaidCalculator.BurnDown(credits, 25m, Day).Covered);
        Assert.Equal(25m - covered, PrepaidCalculator.BurnDown(credits, 25m, Day).Uncovered);
        Assert.Equal(covered, PrepaidCalculator.Balance(credits, Day));
    }

    [Theory]
    [InlineData("2027-02-01", "2027-03-01", 0)] // ended before the period
    [InlineData("2027-02-01", "2027-03-02", 10)] // its last day is the first of the period
    [InlineData("2027-03-31", "2027-06-01", 10)] // its first day is the last of the period
    [InlineData("2027-04-01", "2027-06-01", 0)]
    public void ACreditCoversAPeriodThatItSharesADayWith(string from, string to, decimal covered) => Assert.Equal(
        covered,
        PrepaidCalculator.BurnDown(
            [Credit("a", 10m) with { Usable = DateSpan.Between(DateOf(from), DateOf(to)) }], 25m, March).Covered);

    [Fact]
    public void AUsedUpCreditStaysWithABalanceOfZeroAndOrderIsKept()
    {
        BurnDown burn = PrepaidCalculator.BurnDown([Credit("late", 5m, priority: 9), Credit("soon", 5m)], 7m, Day);
        Assert.Equal<PrepaidCredit>([Credit("late", 3m, priority: 9), Credit("soon", 0m)], burn.Credits);
        Assert.Equal<PrepaidDraw>([new("soon", 5m, 0m), new("late", 2m, 3m)], burn.Draws);
    }

    // OpenMeter's credit engine: grants of 100 each (cases/pricing.json, P32).
    [Theory]
    [InlineData(120, 0, 80, 0)]
    [InlineData(200, 0, 0, 0)]
    [InlineData(250, 0, 0, 50)]
    public void PublishedGrantsBurnDown(decimal usage, decimal first, decimal second, decimal overage)
    {
        BurnDown burn = PrepaidCalculator.BurnDown([Credit("1", 100m), Credit("2", 100m)], usage, Day);
        Assert.Equal([first, second], burn.Credits.Select(credit => credit.Balance));
        Assert.Equal(overage, burn.Uncovered);
    }

    [Fact]
    public void WithoutCreditsAllIsOverage() => Assert.Equal(50m, PrepaidCalculator.BurnDown([], 50m, Day).Uncovered);

    // The same source: 10 of 100 used and rolled over up to 50; 110 used, 50 carried in any case, the overage taken
    // from it.
    [Theory]
    [InlineData(10, 0, 50, 50, 40, 0)]
    [InlineData(110, 50, 50, 40, 0, 50)]
    public void PublishedGrantsRollOver(
        decimal usage, decimal least, decimal most, decimal balance, decimal forfeited, decimal toppedUp)
    {
        BurnDown burn = PrepaidCalculator.BurnDown(
            [Credit("1", 100m) with { Rollover = Rollover.UpTo(most, least) }], usage, Day);
        PrepaidClose close = PrepaidCalculator.Close(burn.Credits, April1, burn.Uncovered);
        Assert.Equal(balance, close.Credits[0].Balance);
        Assert.Equal((forfeited, toppedUp, 0m), (close.Forfeited, close.ToppedUp, close.Overage));
    }

    [Fact]
    public void AtACloseWhatEndsIsGoneAndWhatIsNotLimitedIsCarriedWhole()
    {
        PrepaidClose close = PrepaidCalculator.Close(
            [
                Credit("ends", 7m, ends: April1),
                Credit("lasts", 11m, ends: April1.PlusDays(1)),
                Credit("open", 13m),
                Credit("none", 17m) with { Rollover = default(Rollover) },
                Credit("short", 1m) with { Rollover = Rollover.UpTo(30m, 20m) },
            ],
            April1,
            overage: 12m);
        Assert.Equal(["lasts", "open", "none", "short"], close.Credits.Select(credit => credit.Id));
        Assert.Equal([0m, 12m, 0m, 20m], close.Credits.Select(credit => credit.Balance)); // 12 of overage: 11 and 1
        Assert.Equal((7m, 17m, 19m), (close.Expired, close.Forfeited, close.ToppedUp));
        Assert.Equal((12m, 0m), (close.OverageCovered, close.Overage));
    }

    [Fact]
    public void ACreditThatStartsWithTheNextPeriodIsNotRolledOver()
    {
        PrepaidCredit next = Credit("next", 100m) with
        {
            Usable = DateSpan.From(April1),
            Rollover = Rollover.UpTo(10m),
        };
        Assert.Equal<PrepaidCredit>([next], PrepaidCalculator.Close([next], April1).Credits);
        Assert.Equal(10m, PrepaidCalculator.Close([next], April1.PlusDays(1)).Credits[0].Balance);
    }

    [Fact]
    public void NegativeAmountsAreRefused()
    {
        AssertRefused(
            "amount was -0.01; zero or more is expected.", () => PrepaidCalculator.BurnDown([], -0.01m, Day));
        AssertRefused("amount was -1; zero or more is expected.", () => PrepaidCalculator.BurnDown([], -1m, March));
        AssertRefused("overage was -1; zero or more is expected.", () => PrepaidCalculator.Close([], April1, -1m));
        AssertRefused("Balance was -1; zero or more is expected.", () => Credit("a", -1m));
    }

    [Fact]
    public void TheSameNameTwiceIsRefusedWhateverItsCase()
    {
        ValueList<PrepaidCredit> credits = [Credit("Gift", 1m), Credit("gift", 1m)];
        const string Words = "credits had \"gift\" twice; each has a distinct id of its own.";
        AssertRefused(Words, () => PrepaidCalculator.BurnDown(credits, 1m, Day));
        AssertRefused(Words, () => PrepaidCalculator.BurnDown(credits, 1m, March));
        AssertRefused(Words, () => PrepaidCalculator.Close(credits, April1));
    }

    [Fact]
    public void ABlankNameIsRefused() => AssertRefused("Id was \" \"; text is expected.", () => Credit(" ", 1m));

    [Fact]
    public void ResultsPrintTheSameInEveryCulture()
    {
        PrepaidCredit credit = Credit("Gift", 1234.5m, ends: April1) with { Rollover = Rollover.UpTo(1000.5m, 0.5m) };
        BurnDown burn = PrepaidCalculator.BurnDown([credit], 2000m, Day);
        PrepaidClose close = PrepaidCalculator.Close([credit], Day);
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(
                "Gift: 1,234.5 (usable [2027-01-01, 2027-04-01); rollover of 0.5 to 1,000.5)",
                Culture.In(culture, credit.ToString));
            Assert.Equal("1,234.5 covered, 765.5 not", Culture.In(culture, burn.ToString));
            Assert.Equal("Gift: 1,234.5 used (0 left)", Culture.In(culture, () => burn.Draws[0].ToString()));
            Assert.Equal(
                "1,000.5 carried, 0 expired, 234 forfeited, 0 topped up", Culture.In(culture, close.ToString));
        }
    }

    [Fact]
    public void ACreditThatIsNotThereIsRefused() =>
        Refusal.By<ArgumentNullException>(() => PrepaidCalculator.Balance([null!], Day));

    [Fact]
    public void AClosePrintsWhatItsBalancesAreMadeOf()
    {
        PrepaidCredit credit = Credit("Gift", 35m, priority: 2) with { Rollover = Rollover.UpTo(40m, 40m) };

        Assert.Equal("Gift: 35 (priority 2; rollover of 40 to 40)", credit.ToString());
        Assert.Equal(
            "0 carried, 0 expired, 0 forfeited, 5 topped up, 40 of overage taken, 20 not",
            PrepaidCalculator.Close([credit], April1, overage: 60m).ToString());
    }

    private static PrepaidCredit Credit(string id, decimal balance, int priority = 0, LocalDate? ends = null) => new()
    {
        Id = id,
        Balance = balance,
        Priority = priority,
        Usable = ends is { } end ? DateSpan.Between(new LocalDate(2027, 1, 1), end) : default,
    };

    private static void AssertDraws(string expected, decimal amount, params PrepaidCredit[] credits) => Assert.Equal(
        expected,
        string.Join(", ", PrepaidCalculator.BurnDown(credits.ToValueList(), amount, Day).Draws
            .Select(draw => FormattableString.Invariant($"{draw.Credit} {draw.Amount}"))));

    private static LocalDate DateOf(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.StartsWith(words, Refusal.Any<ArgumentException>(act).Message, StringComparison.Ordinal);
}
