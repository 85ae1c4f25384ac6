using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

public class EffectivePriceCalculatorTests
{
    private static readonly YearMonth Start = new(2027, 1);

    // 100 a month, 1,000 tasks included, 0.05 for each task beyond.
    private static readonly PricePlan Plan = new()
    {
        Name = "Team",
        BaseFee = 100m,
        Charges = [new Charge { Name = "tasks", Allowance = Allowance.Of(1_000m), Price = PriceModel.PerUnit(0.05m) }],
    };

    // Bills of 100, 100, 150, 200 and 600 for 500, 1,000, 2,000, 3,000 and 11,000 tasks.
    private static readonly UsageHistory Acme = HistoryOf("Acme", 500m, 1_000m, 2_000m, 3_000m, 11_000m);

    [Fact]
    public void PriceOfEachMonthIsItsBillByItsUsage()
    {
        CustomerEffectivePrice price = EffectivePriceCalculator.Measure(Plan, "tasks", Acme);

        Assert.Equal([100m, 100m, 150m, 200m, 600m], price.Months.Select(month => month.Bill));
        Assert.Equal(
            [0.2m, 0.1m, 0.075m, 200m / 3_000m, 600m / 11_000m],
            price.Months.Select(month => month.PricePerUnit!.Value));
        Assert.Equal(new YearMonth(2027, 5), price.Last.Month);
        Assert.Null(EffectivePriceCalculator.Measure(Plan, "tasks", HistoryOf("Idle", 0m)).Last.PricePerUnit);
    }

    // The last three months pay 950 for 16,000 tasks, the two before 200 for 1,500.
    [Fact]
    public void TrendIsRecentMonthsAgainstAllBefore()
    {
        CustomerEffectivePrice price = EffectivePriceCalculator.Measure(Plan, "tasks", Acme);

        Assert.Equal((950m / 16_000m, 200m / 1_500m), (price.RecentPrice, price.EarlierPrice));
        Assert.Equal(-0.5546875m, Math.Round(price.PriceChange!.Value, 20));
        Assert.Null(EffectivePriceCalculator.Measure(Plan, "tasks", HistoryOf("New", 1m, 2m, 3m)).PriceChange);
        Assert.Null(EffectivePriceCalculator.Measure(Plan, "tasks", HistoryOf("Gone", 5m, 0m, 0m, 0m)).PriceChange);
    }

    // 0.2 in the first month and 0.1 in the third: a line that falls by 0.05 a month; the second has no price.
    [Fact]
    public void SlopeLeavesMonthsWithoutUsageOut()
    {
        Assert.Equal(
            -0.05m, EffectivePriceCalculator.Measure(Plan, "tasks", HistoryOf("A", 500m, 0m, 1_000m)).PriceSlope);
        Assert.Null(EffectivePriceCalculator.Measure(Plan, "tasks", HistoryOf("B", 0m, 0m, 1_000m)).PriceSlope);
    }

    // The mean of the four bills before is 137.5, three times it 412.5.
    [Fact]
    public void ShareOfAShockIsTheLastBillByItsBound()
    {
        CustomerEffectivePrice price = EffectivePriceCalculator.Measure(Plan, "tasks", Acme);

        Assert.Equal(
            (412.5m, 600m / 412.5m, EffectivePriceStatus.Shock), (price.ShockBound, price.ShockShare, price.Status));
        EffectivePriceOptions least = new() { ShockRule = BillShockRule.Of(3m) with { MinIncrease = 600m } };
        CustomerEffectivePrice near = EffectivePriceCalculator.Measure(Plan, "tasks", Acme, least);
        Assert.Equal((737.5m, EffectivePriceStatus.NearShock), (near.ShockBound, near.Status)); // 81% of 137.5 + 600
        Assert.Equal(
            EffectivePriceStatus.Steady,
            EffectivePriceCalculator.Measure(Plan, "tasks", Acme, least with { NearShockShare = 0.82m }).Status);
        Assert.Null(EffectivePriceCalculator.Measure(Plan, "tasks", HistoryOf("New", 5_000m)).ShockShare);
    }

    // 3,300 tasks in 9 days of April are 11,000 in its 30 days.
    [Fact]
    public void AMonthInProgressIsBilledAtItsPace()
    {
        UsageHistory soFar = HistoryOf("Acme", 500m, 1_000m, 2_000m, 3_300m);
        EffectivePriceOptions onNinth = new() { UsageThrough = new LocalDate(2027, 4, 9) };
        CustomerEffectivePrice price = EffectivePriceCalculator.Measure(Plan, "tasks", soFar, onNinth);

        Assert.True(price.IsAtPace);
        Assert.Equal(
            (11_000m, 600m, EffectivePriceStatus.Shock), (price.Last.Quantity, price.Last.Bill, price.Status));
        Assert.False(EffectivePriceCalculator.Measure(Plan, "tasks", soFar).IsAtPace);
        Assert.Equal(
            EffectivePriceCalculator.Measure(Plan, "tasks", soFar),
            EffectivePriceCalculator.Measure(
                Plan, "tasks", soFar, new() { UsageThrough = new LocalDate(2027, 4, 30) }));
        Assert.False(EffectivePriceCalculator.Measure(
            Plan, "tasks", soFar, new() { UsageThrough = new LocalDate(2027, 5, 1) }).IsAtPace);
    }

    [Fact]
    public void ReviewPutsTheMostUrgentFirstAndCounts()
    {
        UsageHistory[] histories =
        [
            HistoryOf("Steady", 1_000m, 1_000m, 1_000m, 1_000m),
            HistoryOf("Falling usage", 1_000m, 500m, 500m, 500m), // 0.2 a task after 0.1
            HistoryOf("Near", 1_000m, 1_000m, 1_000m, 4_000m), // 250 of 300
            HistoryOf("Shock", 1_000m, 1_000m, 1_000m, 5_000m), // 300 of 300
            HistoryOf("Larger shock", 1_000m, 1_000m, 1_000m, 9_000m),
            HistoryOf("New", 1_000m),
            HistoryOf("Idle", 1_000m, 1_000m, 1_000m, 0m), // 0.15 a task after 0.1
        ];
        EffectivePriceReview review = EffectivePriceCalculator.Review(Plan, "tasks", histories);

        Assert.Equal(
            ["Larger shock", "Shock", "Near", "Falling usage", "Idle", "Steady", "New"],
            review.Customers.Select(customer => customer.Customer));
        Assert.Equal(
            (2, 1, 2, 2, 1, 1),
            (
                review.ShockCount, review.NearShockCount, review.PriceRisingCount, review.SteadyCount,
                review.NoReferenceCount, review.NoUsageCount));
        Assert.Equal(review.Customers.Take(5), review.ToReview());
        Assert.Equal(review, EffectivePriceCalculator.Review(Plan, "tasks", histories.ToList()));
        Assert.Equal(review, EffectivePriceCalculator.Review([.. histories.Select(_ => Plan)], "tasks", histories));
        Assert.Equal(
            "7 customers: 2 shocks, 1 near a shock, 2 with a rising price of tasks, 2 steady; 1 without a bill to "
                + "compare with, 1 without usage in the last month",
            Culture.In("de-DE", review.ToString));
        Assert.Equal(
            "Near on Team, 2027-04: 250.00 for 4,000, 0.0625 a unit, -25% against earlier months, 83.3% of a shock: "
                + "near a shock",
            Culture.In("de-DE", review.Customers[2].ToString));
    }

    [Fact]
    public void RefusalsNameTheHistoryTheCustomerAndTheMeter()
    {
        UsageHistory paid = UsageHistory.Of("Globex", Start, MeterSeries.OfTransactions("tasks", [1m, 2m], [3m]));
        EffectivePriceOptions january = new() { UsageThrough = new LocalDate(2027, 1, 9) };
        Refusal.With(
            "histories[1]: Globex had usage of 2027-02, after the last day of usage, 2027-01-09; a history that ends "
                + "by 2027-01 is expected.",
            () => EffectivePriceCalculator.Review(Plan, "tasks", [HistoryOf("A", 1m), paid], january));
        Refusal.With(
            "Globex had single transactions of \"tasks\" in 2027-02, which is in progress; a series of quantities, or "
                + "a complete month, is expected.",
            () => EffectivePriceCalculator.Measure(
                Plan, "tasks", paid, new() { UsageThrough = new LocalDate(2027, 2, 9) }));
        Refusal.With(
            "histories[0]: Acme had no usage of \"sites\", to which prices refer; a series for it is expected.",
            () => EffectivePriceCalculator.Review(Plan, "sites", [Acme]));
        Refusal.With(
            "histories[0]: Huge in 2027-01: the usage of \"tasks\" at the present pace is too large: the result "
                + "exceeds 7.9 × 10^28, the range of a decimal; smaller figures are expected.",
            () => EffectivePriceCalculator.Review(Plan, "tasks", [HistoryOf("Huge", decimal.MaxValue)], january));
        Refusal.With(
            "Customer \"Tiny\": a sum of bills or of effective prices of \"tasks\" is too large: the result exceeds "
                + "7.9 × 10^28, the range of a decimal; smaller figures are expected.",
            () => EffectivePriceCalculator.Measure(
                Plan, "tasks", HistoryOf("Tiny", 0.000_000_000_000_000_000_000_000_000_1m)));
        Refusal.By<ArgumentNullException>(() => EffectivePriceCalculator.Review(Plan, "tasks", [null!]));
        Refusal.By<ArgumentException>(() => EffectivePriceCalculator.Measure(Plan, " ", Acme));
        Refusal.By<ArgumentOutOfRangeException>(() => new EffectivePriceOptions { NearShockShare = 80m });
        Refusal.By<ArgumentOutOfRangeException>(() => new EffectivePriceOptions { RecentMonths = 0 });
        Refusal.By<ArgumentOutOfRangeException>(() => new EffectivePriceOptions { MinPriceRise = -0.1m });
    }

    private static UsageHistory HistoryOf(string customer, params decimal[] usage) =>
        UsageHistory.Of(customer, Start, "tasks", usage);
}
