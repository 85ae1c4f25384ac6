using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

public class BridgeCalculatorTests
{
    private static readonly RetentionOptions Quarterly = new() { Interval = ReportInterval.Quarter };

    [Theory]
    [InlineData(3, 60, 60, 0, 0)]
    [InlineData(3, 100, 100, 0, 0)]
    [InlineData(3, 130, 100, 30, 0)]
    [InlineData(2, 130, 0, 0, 130)]
    public void ALateRenewalIsTheLowerOfExpiringAndBooked(
        int grace, int booked, int late, int expansion, int reactivation)
    {
        ArrBridge line = BridgeCalculator.Bridge(
            History(100, 0, 0, 0, booked), new RetentionOptions { GraceMonths = grace })[4];

        Assert.Equal(late, line.LateRenewal);
        Assert.Equal(expansion, line.Expansion);
        Assert.Equal(reactivation, line.Reactivation);
        Assert.Equal(booked, line.Closing);
    }

    [Fact]
    public void HeldRevenueChurnsWhenTheGraceEnds()
    {
        ValueList<ArrBridge> lines = BridgeCalculator.Bridge(
            History(100, 0, 80, 0, 0, 0),
            new RetentionOptions { GraceMonths = 2, Lapse = LapseTreatment.Held });

        Assert.Equal([0m, 0m, -20m, 0m, 0m, 0m], lines.Select(line => line.Contraction));
        Assert.Equal([0m, 0m, 0m, 0m, 0m, -80m], lines.Select(line => line.Churn));
    }

    [Theory]
    [InlineData(null, 50, 0)]
    [InlineData(3, 50, 0)]
    [InlineData(2, 0, 50)]
    [InlineData(0, 0, 50)]
    public void AReturnIsReactivatedOrNewByTheRule(int? most, int reactivation, int added)
    {
        ReactivationRule rule = most switch
        {
            null => ReactivationRule.Always,
            0 => ReactivationRule.Never,
            { } months => ReactivationRule.Within(months),
        };

        ArrBridge line = BridgeCalculator.Bridge(
            History(100, 0, 0, 0, 50), new RetentionOptions { Reactivation = rule })[4];

        Assert.Equal(reactivation, line.Reactivation);
        Assert.Equal(added, line.New);
        Assert.Equal(most, rule.MaxMonthsAway);
    }

    // The page on retention says which of these figures differ.
    [Fact]
    public void PeriodEndsNetWhatMonthsReport()
    {
        RevenueHistory history = History(100, 150, 90, 90);

        ArrBridge months = BridgeCalculator.Bridge(history, Quarterly with { From = new YearMonth(2027, 1) })[0];
        ArrBridge ends = BridgeCalculator.Bridge(history, Quarterly with { Basis = BridgeBasis.PeriodEnds })[0];

        Assert.Equal((100m, 50m, -60m), (months.New, months.Expansion, months.Contraction));
        Assert.Equal((90m, 0m, 0m), (ends.New, ends.Expansion, ends.Contraction));
        Assert.Equal(months.Closing, ends.Closing);
    }

    [Fact]
    public void FiscalPeriodsFollowTheCalendarAndStopAtTheAsOfMonth()
    {
        ValueList<ArrBridge> lines = BridgeCalculator.Bridge(
            History(100, 100, 100, 120), Quarterly with { Calendar = FiscalCalendar.StartingIn(2) });

        Assert.Equal(["2027-Q4", "2028-Q1"], lines.Select(line => line.Period.Name));
        Assert.Equal([1, 3], lines.Select(line => line.Period.Months));
        Assert.Equal(new YearMonth(2027, 4), lines[1].Period.Last);
    }

    [Fact]
    public void TermsWithFutureEndsStopAtTheAsOfMonth()
    {
        Subscription[] subscriptions =
        [
            new() { Account = "A", Term = DateSpan.Between(new(2027, 1, 1), new(2031, 1, 1)), Amount = 10m },
            new() { Account = "B", Term = DateSpan.From(new(2027, 9, 1)), Amount = 10m },
        ];

        RevenueHistory history = RevenueHistory.Of(subscriptions, new YearMonth(2027, 3));

        Assert.Equal(3, BridgeCalculator.Bridge(history).Count);
        Assert.Equal(1, history.UncountedCount);
    }

    [Fact]
    public void AProductOfAnAccountIsNewInItsProductOnly()
    {
        Subscription edge = new()
        {
            Account = "A", Product = "Edge", Term = DateSpan.From(new(2027, 1, 1)), Amount = 10m,
        };
        RevenueHistory history = RevenueHistory.Of(
            [edge, edge with { Product = "Cloud", Term = DateSpan.From(new(2027, 2, 1)) }],
            new YearMonth(2027, 2),
            new RevenueRules { Measure = RecurringMeasure.Mrr });

        Assert.Equal(10m, BridgeCalculator.Bridge(history)[1].Expansion);
        ValueList<ArrBridge> products = BridgeCalculator.Bridge(
            history, new RetentionOptions { GroupBy = RevenueDimension.Product });
        Assert.Equal(("Cloud", 10m), (products[2].Group, products[2].New));
        Assert.Equal(("Edge", 10m), (products[3].Group, products[3].Closing));
    }

    [Fact]
    public void RefusesMonthsOutsideTheHistory()
    {
        RevenueHistory history = History(100, 100);

        Refusal.With(
            "Through was 2027-03; a month of the history, 2027-01 through 2027-02, is expected.",
            () => BridgeCalculator.Bridge(history, new RetentionOptions { Through = new YearMonth(2027, 3) }));
        Refusal.With(
            "Through was 2027-03; a month of the history, 2027-01 through 2027-02, is expected.",
            () => RetentionCalculator.ClosedCohort(
                history, new RetentionOptions { Through = new YearMonth(2027, 3) }));
        Refusal.With(
            "From was 2027-02; 2027-01 or earlier, the last month to report, is expected.",
            () => BridgeCalculator.Bridge(history, new RetentionOptions
            {
                From = new YearMonth(2027, 2), Through = new YearMonth(2027, 1),
            }));
    }

    [Fact]
    public void CombineRefusesLinesThatDoNotContinue()
    {
        ValueList<ArrBridge> lines = BridgeCalculator.Bridge(History(100, 120, 130));

        Refusal.With(
            "lines had \"2027-03: opening 120, expansion 10, closing 130 (1 account)\" after "
                + "\"2027-01: opening 0, new 100, closing 100 (1 account)\"; a later period of the same group, whose "
                + "opening is the closing before it, is expected.",
            () => BridgeCalculator.Combine([lines[0], lines[2]], "gap"));
    }

    [Fact]
    public void ALineHasTheSignsOfItsMovements()
    {
        ArrBridge line = BridgeCalculator.Bridge(History(100))[0];

        Refusal.With(
            "Churn was 40; zero or less, as lost revenue is, is expected.", () => line with { Churn = 40m });
        Refusal.With(
            "Contraction was 1; zero or less, as lost revenue is, is expected.",
            () => line with { Contraction = 1m });
        Refusal.With("New was -1; zero or more is expected.", () => line with { New = -1m });
        Refusal.With("ChurnCount was -1; zero or more is expected.", () => line with { ChurnCount = -1 });
    }

    [Fact]
    public void CombineNamesLinesThatNoDecimalSums()
    {
        ArrBridge line = new()
        {
            Period = new BridgePeriod("2027-01", new YearMonth(2027, 1), new YearMonth(2027, 1)),
            Opening = 0m,
            New = 7e28m,
            Churn = -7e28m,
        };
        YearMonth february = new(2027, 2);

        Refusal.With(
            "The sum of the lines of 2027-01 with openings of 0 and 0 is too large: the result exceeds 7.9 × 10^28, "
                + "the range of a decimal; smaller figures are expected.",
            () => BridgeCalculator.Combine(
                [line, line with { Period = new BridgePeriod("2027-02", february, february) }], "both"));
    }

    private static RevenueHistory History(params int[] amounts) => RevenueHistory.Of(
        amounts.Select((amount, i) => new AccountMonth
        {
            Account = "A", Month = new YearMonth(2027, 1).PlusMonths(i), Amount = amount,
        }));
}
