using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Retention;

[Properties(Arbitrary = [typeof(RetentionArbitraries)], MaxTest = 200)]
public class RecurringRevenueCalculatorTests
{
    private static readonly RevenueRules Mrr = new() { Measure = RecurringMeasure.Mrr };

    // A year has 52 weeks and 12 months, as in the MRR of subscription-analytics tools: 30 a week are 130 a month.
    [Fact]
    public void AWeekIsTwelveFiftySecondsOfAMonth()
    {
        Assert.Equal(130m, RecurringRevenueCalculator.Normalize(30m, RecurringInterval.Weekly, Mrr));
        Assert.Equal(1_560m, RecurringRevenueCalculator.Normalize(30m, RecurringInterval.Weekly));
        Assert.Equal(65m, RecurringRevenueCalculator.Normalize(30m, RecurringInterval.Weeks(2), Mrr));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    [InlineData(7)]
    public void ArrOfAnIntervalIsItsAmountTimesTwelveOverMonths(int months)
    {
        decimal exact = 700m * 12m / months;

        Assert.Equal(exact, RecurringRevenueCalculator.Normalize(700m, RecurringInterval.Months(months)));
    }

    [Fact]
    public void OnlyAQuotientThatDoesNotEndIsRounded()
    {
        Assert.Equal(0.003125m, RecurringRevenueCalculator.Normalize(0.0375m, RecurringInterval.Annual, Mrr));
        Assert.Equal(83.33m, RecurringRevenueCalculator.Normalize(1_000m, RecurringInterval.Annual, Mrr));
        Assert.Equal(83m, RecurringRevenueCalculator.Normalize(
            1_000m, RecurringInterval.Annual, Mrr with { Rounding = RoundingPolicy.WholeUnits }));
    }

    [Property]
    public bool TheLastDayOfAMonthIsTheMonthOfTheHistory(RevenueBook book)
    {
        RevenueHistory history = book.History();
        LocalDate last = book.AsOf.PlusMonths(1).OnDayOfMonth(1).PlusDays(-1);
        ValueList<ArrBridge> lines = BridgeCalculator.Bridge(history);
        return lines[lines.Count - 1].Closing
            == book.Subscriptions.Sum(one => RecurringRevenueCalculator.Amount(one, last, book.Rules));
    }

    [Fact]
    public void RefusesAmountsThatNoDecimalHolds()
    {
        Refusal.With(
            "Amount 70000000000000000000000000000 is too large: the result exceeds 7.9 × 10^28, the range of a "
                + "decimal; smaller figures are expected.",
            () => RecurringRevenueCalculator.Normalize(7e28m, RecurringInterval.Monthly));
        Refusal.With(
            "amount was -1; zero or more is expected.",
            () => RecurringRevenueCalculator.Normalize(-1m, RecurringInterval.Monthly));
    }
}
