using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pricing;

public class MeterUsageTests
{
    [Property]
    public bool TransactionsSumToTheQuantityAndKeepTheirOrder(Cents[] amounts)
    {
        decimal[] transactions = [.. amounts.Select(amount => Math.Abs(amount))];
        var usage = MeterUsage.OfTransactions("payments", transactions);
        return usage.Quantity == transactions.Sum() && usage.Transactions.SequenceEqual(transactions);
    }

    [Fact]
    public void AQuantityHasNoTransactions()
    {
        var usage = MeterUsage.Of("api", 12.5m);
        Assert.Equal(("api", 12.5m), (usage.Meter, usage.Quantity));
        Assert.Empty(usage.Transactions);
    }

    [Fact]
    public void UsageIsEqualByValueWithItsTransactions()
    {
        Assert.Equal(MeterUsage.OfTransactions("payments", 1m, 2m), MeterUsage.OfTransactions("payments", 1m, 2m));
        Assert.NotEqual(MeterUsage.OfTransactions("payments", 1m, 2m), MeterUsage.OfTransactions("payments", 2m, 1m));
        Assert.NotEqual(MeterUsage.OfTransactions("payments", 3m), MeterUsage.Of("payments", 3m));
    }

    [Fact]
    public void UsageCanHaveDays()
    {
        DateSpan days = DateSpan.Of(new YearMonth(2027, 6));
        Assert.Null(MeterUsage.Of("api", 12.5m).Days);
        Assert.Equal(days, MeterUsage.Of("api", 12.5m, days).Days);
        Assert.Equal(MeterUsage.Of("api", 12.5m, days), MeterUsage.Of("api", 12.5m).On(days));
        Assert.NotEqual(MeterUsage.Of("api", 12.5m, days), MeterUsage.Of("api", 12.5m));
        Assert.Equal([1m, 2m], MeterUsage.OfTransactions("payments", 1m, 2m).On(days).Transactions);
        Assert.Equal(
            MeterUsage.OfTransactions("payments", 1m, 2m).On(days),
            MeterUsage.OfTransactions("payments", 1m, 2m).On(DateSpan.Year(2027)).On(days));
    }

    [Fact]
    public void DaysWithoutAnEndAreRefused()
    {
        var open = DateSpan.From(new(2027, 6, 1));
        AssertRefused(
            "days was [2027-06-01, open); a span with an end is expected.", () => MeterUsage.Of("api", 1m, open));
        AssertRefused(
            "days was [2027-06-01, open); a span with an end is expected.", () => MeterUsage.Of("api", 1m).On(open));
        AssertRefused(
            "quantity was -1; zero or more is expected.", () => MeterUsage.Of("api", -1m, DateSpan.Year(2027)));
        AssertRefused("meter was \"\"; text is expected.", () => MeterUsage.Of("", 1m, DateSpan.Year(2027)));
    }

    [Fact]
    public void ValuesOutOfRangeAreRefused()
    {
        AssertRefused("quantity was -1; zero or more is expected.", () => MeterUsage.Of("api", -1m));
        AssertRefused("amounts was -1; zero or more is expected.", () => MeterUsage.OfTransactions("api", 5m, -1m));
        AssertRefused("meter was \"\"; text is expected.", () => MeterUsage.Of("", 1m));
        AssertRefused("meter was \" \"; text is expected.", () => MeterUsage.OfTransactions(" "));
    }

    [Fact]
    public void UsagePrintsTheSameInEveryCulture()
    {
        foreach (string culture in Culture.Names)
        {
            Assert.Equal("1,234.5 api", Culture.In(culture, () => MeterUsage.Of("api", 1_234.5m).ToString()));
            Assert.Equal(
                "1,234.5 payments in 2 transactions",
                Culture.In(culture, () => MeterUsage.OfTransactions("payments", 1_000m, 234.5m).ToString()));
        }
    }

    private static void AssertRefused(string words, Func<object> act) =>
        Assert.StartsWith(words, Refusal.Any<ArgumentException>(act).Message, StringComparison.Ordinal);
}
