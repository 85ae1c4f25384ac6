using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

[Properties(Arbitrary = [typeof(UsageBooks)])]
public class BillComparisonCalculatorTests
{
    private static readonly YearMonth Start = new(2027, 1);

    private static readonly PricePlan Flat = new() { Name = "Flat", BaseFee = 100m };

    private static readonly PricePlan Usage = new()
    {
        Name = "Usage",
        Charges = [new Charge { Name = "operations", Price = PriceModel.PerUnit(2m) }],
    };

    private static readonly UsageHistory[] Histories =
    [
        UsageHistory.Of("Light", Start, "operations", 10m, 10m, 40m), // 20, 20, 80: 180 less than 300
        UsageHistory.Of("Heavy", Start, "operations", 50m, 150m, 200m), // 100, 300, 400: 500 more
        UsageHistory.Of("Idle", Start, "operations", 0m, 0m), // nothing: 200 less
        UsageHistory.Of("Even", Start, "operations", 50m), // 100: the same
        UsageHistory.Of("Twin", Start, "operations", 40m, 20m, 0m), // 80, 40, 0: 180 less
    ];

    [Fact]
    public void OneCustomerIsComparedAsAmongMany() =>
        Assert.Equal(
            BillComparisonCalculator.Compare(Flat, Usage, Histories).Customers,
            [.. Histories.Select(history => BillComparisonCalculator.Compare(Flat, Usage, history))]);

    [Fact]
    public void AnyCollectionOfHistoriesIsCompared()
    {
        BillComparison expected = BillComparisonCalculator.Compare(Flat, Usage, Histories);
        List<UsageHistory> list = [.. Histories];
        ValueList<UsageHistory> values = [.. Histories];
        IReadOnlyList<UsageHistory> readOnly = list;

        Assert.Equal(expected, BillComparisonCalculator.Compare(Flat, Usage, list));
        Assert.Equal(expected, BillComparisonCalculator.Compare(Flat, Usage, values));
        Assert.Equal(expected, BillComparisonCalculator.Compare(Flat, Usage, readOnly));
        Assert.Equal(
            expected, BillComparisonCalculator.Compare(Flat, Usage, Histories.Where(history => history.Months > 0)));
        Assert.Equal(expected, BillComparisonCalculator.Compare(Flat, Usage, Histories.AsSpan()));
        Assert.Equal(expected, BillComparisonCalculator.Compare([Flat], [Usage], list));
    }

    [Fact]
    public void BillsThatAreTooLargeNameTheCustomerAndTheMonth()
    {
        PricePlan huge = Flat with { BaseFee = decimal.MaxValue };
        Refusal.With(
            "histories[0]: Light in 2027-02 is too large: the result exceeds 7.9 × 10^28, the range of a decimal; "
                + "smaller figures are expected.",
            () => BillComparisonCalculator.Compare(huge, Usage, Histories));
        Refusal.With(
            "Light in 2027-02 is too large: the result exceeds 7.9 × 10^28, the range of a decimal; smaller figures "
                + "are expected.",
            () => BillComparisonCalculator.Compare(Usage, huge, Histories[0]));

        // A quarter of the range each, so that three times the bill of one fits.
        PricePlan large = Flat with { BaseFee = decimal.MaxValue / 4m };
        UsageHistory one = UsageHistory.Of("One", Start, "operations", 1m);
        Refusal.With(
            "The total of the bills of all customers is too large: the result exceeds 7.9 × 10^28, the range of a "
                + "decimal; smaller figures are expected.",
            () => BillComparisonCalculator.Compare(large, large, [one, one, one, one, one]));
    }

    [Fact]
    public void EachCustomerHasItsBillsUnderBothPlans()
    {
        BillComparison comparison = BillComparisonCalculator.Compare(Flat, Usage, Histories);
        CustomerBillComparison light = comparison.Customers[0];
        CustomerBillComparison heavy = comparison.Customers[1];

        Assert.Equal(
            ("Light", 300m, 120m, Preference.Second),
            (light.Customer, light.Current.Total, light.Proposed.Total, light.Better));
        Assert.Equal((-180m, -0.6m), (light.Change.Amount, light.Change.Ratio));
        Assert.Equal(0m, light.Current.Variation.Ratio);
        Assert.Equal(30m / 40m, light.Proposed.Variation.Ratio); // changes of 0 and 60, a mean bill of 40
        Assert.Empty(light.Current.Shocks.Shocks);
        Assert.Equal([80m], light.Proposed.Shocks.Shocks.Select(shock => shock.Bill)); // four times what came before
        Assert.Empty(light.MigrationShocks.Shocks);
        Assert.Equal((500m, 500m / 300m), (heavy.Change.Amount, heavy.Change.Ratio));
        Assert.Equal([300m, 400m], heavy.MigrationShocks.Shocks.Select(shock => shock.Bill));
        // 400 is twice the mean of 100 and 300
        Assert.Equal([300m], heavy.Proposed.Shocks.Shocks.Select(shock => shock.Bill));
        Assert.Equal(Preference.Neither, comparison.Customers[3].Better);
        Assert.Equal(
            "Heavy: 300.00 to 800.00 (+500.00, +166.67%) from Flat to Usage, 2 migration shocks", heavy.ToString());
    }

    [Fact]
    public void TotalsAreOverAllCustomers()
    {
        BillComparison comparison = BillComparisonCalculator.Compare(Flat, Usage, Histories);

        Assert.Equal((1_200m, 1_140m), (comparison.Change.Current, comparison.Change.Proposed));
        Assert.Equal((-60m, -0.05m), (comparison.Change.Amount, comparison.Change.Ratio));
        Assert.Equal((3, 1, 1), (comparison.WinnerCount, comparison.LoserCount, comparison.UnchangedCount));
        Assert.Equal("Idle", comparison.LargestWin!.Customer);
        Assert.Equal("Heavy", comparison.LargestLoss!.Customer);
        Assert.Equal(0m, comparison.Current.Variation.Ratio);

        // Changes of 60, 300, 0 and 80 by seven over bills of 1,140 by twelve.
        Assert.Equal(440m * 12m / (7m * 1_140m), comparison.Proposed.Variation.Ratio);
        Assert.Equal(["Light", "Heavy"], comparison.Proposed.Shocks.Shocks.Select(shock => shock.Customer));
        Assert.Equal(
            (6L, 1L), (comparison.Proposed.Shocks.EvaluatedCount, comparison.Proposed.Shocks.ZeroReferenceCount));
        Assert.Equal(2, comparison.MigrationShocks.Shocks.Count);
        Assert.Equal(12, comparison.MigrationShocks.EvaluatedCount);
    }

    [Fact]
    public void WinnersAndLosersComeByWhatTheyWinOrLoseAndTiesInOrder()
    {
        BillComparison there = BillComparisonCalculator.Compare(Flat, Usage, Histories);
        BillComparison back = BillComparisonCalculator.Compare(Usage, Flat, Histories);

        Assert.Equal(["Idle", "Light", "Twin"], there.Winners().Select(customer => customer.Customer));
        Assert.Equal(["Heavy"], there.Losers().Select(customer => customer.Customer));
        Assert.Equal(["Idle", "Light", "Twin"], back.Losers().Select(customer => customer.Customer));
        Assert.Equal(
            "Light", BillComparisonCalculator.Compare(Flat, Usage, [Histories[0], Histories[4]]).LargestWin!.Customer);
        Assert.Equal(
            "Light",
            BillComparisonCalculator.Compare(Usage, Flat, [Histories[0], Histories[4]]).LargestLoss!.Customer);
    }

    [Fact]
    public void ALadderGivesEachCustomerAPlanOfItsOwn()
    {
        PricePlan small = new() { Name = "Small", BaseFee = 40m };

        BillComparison comparison = BillComparisonCalculator.Compare(
            [Usage], [small, Flat, small, small, small], Histories);

        Assert.Equal([0m, -500m, 80m, -60m, 0m], comparison.Customers.Select(customer => customer.Change.Amount));
        Assert.Equal(
            ["Usage", "Small"], [comparison.Customers[0].CurrentPlan.Name, comparison.Customers[0].ProposedPlan.Name]);
    }

    [Fact]
    public void TheRuleHoldsForBillsAndForTheMove()
    {
        BillShockRule rule = BillShockRule.Of(4m, BillReference.FirstBill);

        BillComparison comparison = BillComparisonCalculator.Compare(Flat, Usage, Histories, rule);

        Assert.Equal(rule, comparison.Rule);
        Assert.Equal([80m, 400m], comparison.Proposed.Shocks.Shocks.Select(shock => shock.Bill));
        Assert.Equal([400m], comparison.MigrationShocks.Shocks.Select(shock => shock.Bill));
    }

    [Fact]
    public void NobodyToCompareIsNoChange()
    {
        BillComparison nobody = BillComparisonCalculator.Compare(Flat, Usage, []);

        Assert.Equal(default, nobody.Change);
        Assert.Null(nobody.Change.Ratio);
        Assert.Null(nobody.Proposed.Variation.Ratio);
        Assert.Null(nobody.LargestWin);
        Assert.Null(nobody.LargestLoss);
        Assert.Empty(nobody.Winners());
    }

    [Fact]
    public void WhatDoesNotGoTogetherIsRefused()
    {
        Refusal.By<ArgumentException>(() => BillComparisonCalculator.Compare([Flat, Flat], [Usage], Histories));
        Refusal.By<ArgumentException>(() => BillComparisonCalculator.Compare([Flat], [], Histories));
        Refusal.By<ArgumentNullException>(() => BillComparisonCalculator.Compare(Flat, Usage, [null!]));
        Refusal.By<ArgumentException>(() => BillComparisonCalculator.Compare(
            Flat, Usage, [UsageHistory.Of("Other", Start, "sites", 1m)]));
    }

    [Property]
    public bool SwappingThePlansSwapsWinnersAndLosers(UsageBook book)
    {
        BillComparison there = Compare(book);
        BillComparison back = Compare(book.Swapped);
        return Named(there.Winners()) == Named(back.Losers())
            && Named(there.Losers()) == Named(back.Winners())
            && there.LargestWin?.Customer == back.LargestLoss?.Customer
            && there.LargestLoss?.Customer == back.LargestWin?.Customer
            && there.Current == back.Proposed
            && there.Proposed == back.Current
            && there.Change.Amount == -back.Change.Amount
            && there.UnchangedCount == back.UnchangedCount;

        static ValueList<string> Named(ValueList<CustomerBillComparison> customers) =>
            customers.Select(customer => customer.Customer).ToValueList();
    }

    [Property]
    public bool TheTotalsAreTheSumsOfTheCustomers(UsageBook book)
    {
        BillComparison all = Compare(book);
        return all.Current.Total == all.Customers.Sum(customer => customer.Current.Total)
            && all.Change.Amount == all.Customers.Sum(customer => customer.Change.Amount)
            && all.Proposed.Variation.Changes == all.Customers.Sum(customer => customer.Proposed.Variation.Changes)
            && all.Proposed.Variation.ChangeCount == book.Histories.Sum(history => history.Months - 1)
            && all.WinnerCount == all.Customers.Count(customer => customer.Proposed.Total < customer.Current.Total)
            && all.LoserCount == all.Customers.Count(customer => customer.Proposed.Total > customer.Current.Total)
            && all.Proposed.Shocks.Shocks.SequenceEqual(
                all.Customers.SelectMany(customer => customer.Proposed.Shocks.Shocks))
            && all.MigrationShocks.EvaluatedCount + all.MigrationShocks.ZeroReferenceCount
                == book.Histories.Sum(history => history.Months);
    }

    [Property]
    public bool TheSamePlanTwiceChangesNothing(UsageBook book)
    {
        BillComparison same = BillComparisonCalculator.Compare(
            book.Current.AsSpan(), book.Current.AsSpan(), book.Span);
        return same.UnchangedCount == book.Histories.Count
            && same.Change.Amount == 0m
            && same.Current == same.Proposed
            && same.MigrationShocks.Shocks.IsEmpty
            && same.LargestWin is null
            && same.Winners().IsEmpty;
    }

    [Property]
    public bool OnePlanForAllIsThatPlanForEach(UsageBook book, PricePlan current, PricePlan proposed)
    {
        PricePlan[] currents = [.. book.Histories.Select(_ => current)];
        PricePlan[] proposals = [.. book.Histories.Select(_ => proposed)];
        return BillComparisonCalculator.Compare(current, proposed, book.Span)
            == BillComparisonCalculator.Compare(currents, proposals, book.Span);
    }

    [Property]
    public bool TheBillsAreThoseOfEachHistoryByItself(UsageBook book)
    {
        BillComparison all = Compare(book);
        for (int i = 0; i < book.Histories.Count; i++)
        {
            UsageHistory history = book.Histories[i];
            var bills = new decimal[history.Months];
            BillCalculator.MonthlyAmounts(book.Proposed[i], history, bills);
            CustomerBillComparison own = all.Customers[i];
            if (own.Proposed.Total != bills.Sum()
                || own.Proposed.Variation.Ratio != BillVariationCalculator.Measure(bills).Ratio
                || own.Proposed.Shocks != BillShockCalculator.Find(book.Proposed[i], history)
                || own.MigrationShocks
                    != BillShockCalculator.FindOnMigration([book.Current[i]], [book.Proposed[i]], [history]))
            {
                return false;
            }
        }

        return true;
    }

    [Property]
    public bool AShockOfTheMoveIsABillOfAMultipleOfTheOneBefore(UsageBook book)
    {
        BillComparison all = Compare(book);
        return all.MigrationShocks.Shocks.All(shock => shock.Bill >= 3m * shock.Reference && shock.Reference > 0m)
            && all.Customers.Zip(book.Histories).All(pair => pair.First.MigrationShocks.Shocks.All(shock =>
                shock.Month >= pair.Second.Start && shock.Month < pair.Second.Start.PlusMonths(pair.Second.Months)));
    }

    [Property]
    public bool AFlatPlanHasNoVariationAndNoShock(UsageBook book)
    {
        BillComparison comparison = BillComparisonCalculator.Compare(Flat, Flat, book.Span, BillShockRule.Of(1.01m));
        return comparison.Current.Variation.Ratio is null or 0m && comparison.Current.Shocks.Shocks.IsEmpty;
    }

    [Property]
    public bool WinnersComeFromTheLargestSaving(UsageBook book)
    {
        BillComparison comparison = Compare(book);
        CustomerBillComparison[] winners = [.. comparison.Winners()];
        return comparison.LargestWin == winners.FirstOrDefault()
            && winners.Zip(winners.Skip(1)).All(pair => pair.First.Change.Amount < pair.Second.Change.Amount
                || (pair.First.Change.Amount == pair.Second.Change.Amount
                    && string.CompareOrdinal(pair.First.Customer, pair.Second.Customer) < 0));
    }

    private static BillComparison Compare(UsageBook book) =>
        BillComparisonCalculator.Compare(book.Current.AsSpan(), book.Proposed.AsSpan(), book.Span);
}
