using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

public class BillShockCalculatorTests
{
    private static readonly YearMonth Start = new(2027, 1);
    private static readonly decimal[] Bills = [100m, 100m, 400m, 300m, 900m, 0m, 120m];

    [Fact]
    public void BillsThatAreTooLargeNameTheCustomerAndTheMonth()
    {
        Refusal.With(
            "Customer \"Acme\" in 2027-02: the bill or the multiple of its reference is too large: the result exceeds "
                + "7.9 × 10^28, the range of a decimal; smaller figures are expected.",
            () => BillShockCalculator.Find("Acme", new YearMonth(2027, 1), [decimal.MaxValue, 1m]));
        Refusal.With(
            "Customer \"Acme\" in 2027-01: the bill or the multiple of its reference is too large: the result exceeds "
                + "7.9 × 10^28, the range of a decimal; smaller figures are expected.",
            () => BillShockCalculator.FindOnMigration(
                new PricePlan { Name = "Huge", BaseFee = decimal.MaxValue },
                new PricePlan { Name = "Flat", BaseFee = 5m },
                UsageHistory.Of("Acme", new YearMonth(2027, 1), "operations", 1m)));
    }

    [Fact]
    public void AnyCollectionOfBillsIsSearched()
    {
        List<decimal> list = [.. Bills];
        Assert.Equal(BillShockCalculator.Find("Acme", Start, Bills), BillShockCalculator.Find("Acme", Start, list));
        Assert.Equal(
            BillShockCalculator.Find("Acme", Start, Bills),
            BillShockCalculator.Find("Acme", Start, list.Select(bill => bill)));
    }

    [Fact]
    public void ThePublishedMultipleOfTheMeanBeforeIsTheDefault()
    {
        Assert.Equal(BillReference.TrailingMean, default(BillShockRule).Reference);
        Assert.Equal(12, default(BillShockRule).Window);
        Assert.Equal(
            TestData.Facts("ipaas-2027").GetProperty("pricing").Decimal("billShockMultiple"),
            default(BillShockRule).Multiple);
        Assert.Equal(default, BillShockRule.Of(3m));
        Assert.Equal(default, BillShockRule.OfTrailingMean(12));
        Assert.Null(BillShockRule.Of(3m, BillReference.Median).Window);
    }

    // References, the means of earlier bills: 100, 100, 200, 225, 360, 300. 400 is 4x and 900 is 4x.
    [Fact]
    public void ShocksAreAtOrAboveAMultipleOfTheMeanBefore()
    {
        BillShocks shocks = BillShockCalculator.Find("Acme", Start, Bills);

        Assert.Equal(
            ["Acme in 2027-03: 400.00 is 4x 100.00", "Acme in 2027-05: 900.00 is 4x 225.00"],
            shocks.Shocks.Select(shock => shock.ToString()));
        Assert.Equal((6L, 0L), (shocks.EvaluatedCount, shocks.ZeroReferenceCount));
        Assert.Equal(2m / 6m, shocks.Share);
    }

    [Theory]
    [InlineData(BillReference.PreviousBill, 5, 1, "2027-03 4x, 2027-05 3x")] // the bill before 120 is zero
    [InlineData(BillReference.FirstBill, 6, 0, "2027-03 4x, 2027-04 3x, 2027-05 9x")]
    [InlineData(BillReference.Median, 7, 0, "2027-03 3.33x, 2027-05 7.5x")] // 0, 100, 100, 120, 300, 400, 900
    public void EachReferenceHasItsOwnShocks(BillReference reference, long judged, long zero, string expected)
    {
        BillShocks shocks = BillShockCalculator.Find("Acme", Start, Bills, BillShockRule.Of(3m, reference));

        Assert.Equal(
            expected,
            string.Join(", ", shocks.Shocks.Select(
                shock => FormattableString.Invariant($"{shock.Month:uuuu-MM} {shock.Multiple:0.##}x"))));
        Assert.Equal((judged, zero), (shocks.EvaluatedCount, shocks.ZeroReferenceCount));
    }

    [Fact]
    public void TheWindowExcludesEarlierBills()
    {
        // References over two bills: neither 900 over 350 nor 120 over (900 + 0) / 2 is a shock.
        BillShocks shocks = BillShockCalculator.Find("Acme", Start, Bills, BillShockRule.OfTrailingMean(2));

        Assert.Equal([400m], shocks.Shocks.Select(shock => shock.Bill));
        Assert.Equal(
            [400m, 900m], BillShockCalculator.Find("Acme", Start, Bills, BillShockRule.OfTrailingMean(2, 2.5m)).Shocks
                .Select(shock => shock.Bill));
    }

    // 400 is 300 above its mean of 100, and 900 is 675 above its mean of 225.
    [Theory]
    [InlineData(0, 2)]
    [InlineData(300, 2)]
    [InlineData(300.01, 1)]
    [InlineData(675, 1)]
    [InlineData(675.01, 0)]
    public void AMinimumAmountExcludesSmallIncreases(double least, int shocks)
    {
        BillShockRule rule = default(BillShockRule) with { MinIncrease = (decimal)least };
        BillShocks found = BillShockCalculator.Find("Acme", Start, Bills, rule);

        Assert.Equal((shocks, 6L), (found.Shocks.Count, found.EvaluatedCount));
    }

    [Fact]
    public void AMinimumAmountAppliesToAMigration()
    {
        PricePlan flat = new() { Name = "Flat", BaseFee = 1m };
        UsageHistory history = UsageHistory.Of("Acme", Start, "operations", 3m, 30m, 2m);
        BillShockRule rule = default(BillShockRule) with { MinIncrease = 5m };

        Assert.Equal(
            [3m, 30m], BillShockCalculator.FindOnMigration(flat, Usage(1m), history).Shocks.Select(one => one.Bill));
        Assert.Equal(
            [30m],
            BillShockCalculator.FindOnMigration(flat, Usage(1m), history, minIncrease: 5m).Shocks
                .Select(one => one.Bill));
        Assert.Equal(
            [30m], BillComparisonCalculator.Compare(flat, Usage(1m), history, rule).MigrationShocks.Shocks
                .Select(one => one.Bill));
        Assert.Equal("3x the mean of up to 12 earlier bills and 5.00 more", rule.ToString());
        Assert.NotEqual(default, rule);
        Assert.Equal(rule, BillShockRule.OfTrailingMean(12, minIncrease: 5m));
        Assert.Equal(
            BillShockRule.Of(2m, BillReference.Median) with { MinIncrease = 5m },
            BillShockRule.Of(2m, BillReference.Median, minIncrease: 5m));
        Refusal.By<ArgumentOutOfRangeException>("minIncrease", () => BillShockRule.Of(2m, minIncrease: -1m));
        Refusal.By<ArgumentOutOfRangeException>(() => default(BillShockRule) with { MinIncrease = -1m });
        Refusal.By<ArgumentOutOfRangeException>(
            "minIncrease", () => BillShockCalculator.FindOnMigration(flat, Usage(1m), history, minIncrease: -1m));
    }

    [Fact]
    public void ANegativeBillNamesItsCustomerMonthAndPosition() =>
        Refusal.With(
            "Customer \"Acme\" in 2027-03: bills[2] was -1; zero or more is expected.",
            () => BillShockCalculator.Find("Acme", Start, [1m, 2m, -1m]));

    [Fact]
    public void ARefusalAmongManyHistoriesNamesThePosition()
    {
        UsageHistory good = UsageHistory.Of("Acme", Start, "operations", 1m, 2m);
        UsageHistory other = UsageHistory.Of("Globex", Start, "sites", 1m, 2m);
        ArgumentException missing = Refusal.Any<ArgumentException>(
            () => BillShockCalculator.Find(Usage(1m), [good, other]));
        ArgumentException none = Refusal.By<ArgumentNullException>(
            () => BillShockCalculator.Find(Usage(1m), [good, null!]));

        Assert.StartsWith(
            "histories[1]: Globex had no usage of \"operations\"", missing.Message, StringComparison.Ordinal);
        Assert.StartsWith("histories[1] was null; a history is expected.", none.Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Globex had no usage",
            Refusal.Any<ArgumentException>(() => BillShockCalculator.Find(Usage(1m), other)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void RoundingOfAMeanDoesNotDetermineAShock()
    {
        // The mean of 1, 2 and 2 is 5/3, rounded up as a decimal; three times the exact mean is 5.
        Assert.Equal(
            [5m], BillShockCalculator.Find("Acme", Start, [1m, 2m, 2m, 5m]).Shocks.Select(shock => shock.Bill));
        Assert.Equal(3m, BillShockCalculator.Find("Acme", Start, [1m, 2m, 2m, 5m]).Shocks[0].Multiple);
        Assert.Empty(BillShockCalculator.Find("Acme", Start, [1m, 2m, 2m, 4.999_999_999m]).Shocks);
    }

    [Fact]
    public void ABillWithAZeroReferenceIsCountedSeparately()
    {
        BillShocks shocks = BillShockCalculator.Find("Acme", Start, [0m, 500m, 500m]);

        Assert.Empty(shocks.Shocks);
        Assert.Equal((1L, 1L), (shocks.EvaluatedCount, shocks.ZeroReferenceCount));
        Assert.Null(BillShockCalculator.Find("Acme", Start, [500m]).Share);
        Assert.Null(BillShockCalculator.Find("Acme", Start, [], BillShockRule.Of(2m, BillReference.Median)).Share);
    }

    [Fact]
    public void ThePublishedCaseIsAMigrationThatTriplesBills()
    {
        PricePlan flat = new() { Name = "Flat", BaseFee = 1_000m };
        PricePlan perOperation = Usage(0.01m);
        UsageHistory history = UsageHistory.Of("Acme", Start, "operations", 100_000m, 299_999m, 300_000m, 0m);

        BillShocks shocks = BillShockCalculator.FindOnMigration(flat, perOperation, [history]);

        Assert.Equal(["Acme in 2027-03: 3,000.00 is 3x 1,000.00"], shocks.Shocks.Select(shock => shock.ToString()));
        Assert.Equal((4L, 0L), (shocks.EvaluatedCount, shocks.ZeroReferenceCount));
        Assert.Equal(1, BillShockCalculator.FindOnMigration(perOperation, flat, [history]).ZeroReferenceCount);
    }

    [Fact]
    public void ShocksOfManyCustomersComeInTheirOrder()
    {
        UsageHistory[] histories =
        [
            UsageHistory.Of("Zeta", Start, "operations", 1m, 9m, 1m, 90m),
            UsageHistory.Of("Acme", Start.PlusMonths(3), "operations", 1m, 3m),
        ];

        BillShocks one = BillShockCalculator.Find(Usage(1m), histories);
        BillShocks each = BillShockCalculator.Find(
            [Usage(1m), new PricePlan { Name = "Flat", BaseFee = 5m }], histories);

        Assert.Equal(["Zeta 2027-02", "Zeta 2027-04", "Acme 2027-05"], one.Shocks.Select(Named));
        Assert.Equal(["Zeta 2027-02", "Zeta 2027-04"], each.Shocks.Select(Named));
        Assert.Equal(4, each.EvaluatedCount);
        Assert.Equal(
            BillShockCalculator.Find(Usage(1m), [histories[0]]), BillShockCalculator.Find(Usage(1m), histories[0]));

        static string Named(BillShock shock) => FormattableString.Invariant($"{shock.Customer} {shock.Month:uuuu-MM}");
    }

    [Property]
    public bool ShocksEqualThoseOfExactFractions(Cents[] amounts, byte kind, byte window, byte quarters, byte least)
    {
        // Bills have few distinct amounts, so that some are close to three times others.
        decimal[] bills = [.. amounts.Select(cents => (decimal)(Math.Abs(cents.Count) % 13))];
        var reference = (BillReference)(kind % 4);
        decimal multiple = 1.25m + (quarters % 16 * 0.25m);
        BillShockRule rule = reference == BillReference.TrailingMean
            ? BillShockRule.OfTrailingMean(1 + (window % 14), multiple)
            : BillShockRule.Of(multiple, reference);
        decimal minIncrease = least % 3 * 1.5m;
        rule = rule with { MinIncrease = minIncrease };

        BillShocks found = BillShockCalculator.Find("Acme", Start, bills, rule);

        List<int> expected = [];
        (int judged, int zero) = (0, 0);
        for (int month = 0; month < bills.Length; month++)
        {
            if (Reference(bills, month, reference, 1 + (window % 14)) is not { } against)
            {
                continue;
            }

            if (against.Numerator.IsZero)
            {
                zero++;
                continue;
            }

            judged++;
            if (ExactFraction.Of(bills[month]) >= ExactFraction.Of(multiple) * against
                && ExactFraction.Of(bills[month]) - against >= ExactFraction.Of(minIncrease))
            {
                expected.Add(month);
            }
        }

        return found.Shocks.Select(shock => (shock.Month, shock.Bill))
                .SequenceEqual(expected.Select(month => (Start.PlusMonths(month), bills[month])))
            && found.EvaluatedCount == judged
            && found.ZeroReferenceCount == zero;
    }

    [Property]
    public bool AHigherMultipleFindsASubsetOfTheShocks(Cents[] amounts, byte lower, byte more)
    {
        decimal[] bills = [.. amounts.Select(cents => (decimal)(Math.Abs(cents.Count) % 13))];
        BillShocks many = BillShockCalculator.Find("Acme", Start, bills, BillShockRule.Of(1.1m + (lower / 50m)));
        BillShocks few = BillShockCalculator.Find(
            "Acme", Start, bills, BillShockRule.Of(1.1m + ((lower + more) / 50m)));
        return few.Shocks.All(shock => many.Shocks.Contains(shock)) && few.EvaluatedCount == many.EvaluatedCount;
    }

    [Property]
    public bool EqualBillsAreNeverAShock(Cents bill, byte months, byte kind) =>
        BillShockCalculator.Find(
            "Acme",
            Start,
            [.. Enumerable.Repeat(Math.Abs(bill.Amount), months)],
            BillShockRule.Of(1.000_001m, (BillReference)(kind % 4))).Shocks.IsEmpty;

    [Fact]
    public void BillsWithoutAShockAllocateNothing()
    {
        decimal[] bills = [100m, 100m, 120m, 90m];
        _ = BillShockCalculator.Find("Acme", Start, bills);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 100; i++)
        {
            _ = BillShockCalculator.Find("Acme", Start, bills).Share;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void InvalidRulesAndBillsAreRefused()
    {
        UsageHistory history = UsageHistory.Of("Acme", Start, "operations", 1m);

        Refusal.By<ArgumentOutOfRangeException>(() => BillShockRule.Of(1m));
        Refusal.By<ArgumentOutOfRangeException>(() => BillShockRule.Of(3m, (BillReference)9));
        Refusal.By<ArgumentOutOfRangeException>(() => BillShockRule.OfTrailingMean(0));
        Refusal.By<ArgumentOutOfRangeException>(() => BillShockCalculator.Find("Acme", Start, [-1m]));
        Refusal.By<ArgumentException>(() => BillShockCalculator.Find(" ", Start, [1m]));
        Refusal.By<ArgumentOutOfRangeException>(
            () => BillShockCalculator.FindOnMigration(Usage(1m), Usage(1m), [history], multiple: 1m));
        ArgumentException refused = Refusal.By<ArgumentException>(
            () => BillShockCalculator.Find([Usage(1m), Usage(1m)], [history, history, history]));
        Assert.Contains("2 plans for 3 histories", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentNullException>(() => BillShockCalculator.Find([null!], [history]));
        Refusal.By<ArgumentNullException>(() => BillShockCalculator.Find(Usage(1m), [null!]));
    }

    /// <summary>Returns the reference of a bill, computed from a sorted list.</summary>
    private static ExactFraction? Reference(decimal[] bills, int month, BillReference reference, int window)
    {
        decimal[] chosen = reference switch
        {
            BillReference.TrailingMean => [.. bills.Take(month).TakeLast(window)],
            BillReference.PreviousBill => [.. bills.Take(month).TakeLast(1)],
            BillReference.FirstBill => [.. bills.Take(Math.Min(month, 1))],
            _ => [.. bills.Order().Skip((bills.Length - 1) / 2).Take(2 - (bills.Length % 2))],
        };
        return chosen.Length == 0
            ? null
            : chosen.Aggregate(default(ExactFraction), (sum, bill) => sum + ExactFraction.Of(bill))
                / ExactFraction.Of(chosen.Length, 1);
    }

    private static PricePlan Usage(decimal price) => new()
    {
        Name = "Usage",
        Charges = [new Charge { Name = "operations", Price = PriceModel.PerUnit(price) }],
    };
}
