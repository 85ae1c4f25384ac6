using FsCheck.Xunit;
using RevenueModel.Pricing;
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
    public void WhatIsOutOfRangeIsRefused()
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
