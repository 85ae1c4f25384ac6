using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Packaging;
using RevenueModel.Primitives;
using RevenueModel.Pricing;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Packaging;

[Properties(Arbitrary = [typeof(UsageBooks)])]
public class MarginCalculatorTests
{
    private static readonly YearMonth Start = new(2027, 1);

    // 100 up to 1,000 operations, 300 up to 5,000, 800 beyond.
    private static readonly PricePlan Steps = new()
    {
        Name = "Steps",
        Charges =
        [
            new Charge
            {
                Name = "Operations",
                Meter = "operations",
                Price = PriceModel.Stairstep(
                    PriceTier.FlatUpTo(1_000m, 100m), PriceTier.FlatUpTo(5_000m, 300m), PriceTier.FlatBeyond(800m)),
            },
        ],
    };

    private static readonly PricePlan Free = new() { Name = "Free" };

    private static readonly CostToServe Cost = new()
    {
        Meters = [new MeterCost { Meter = "operations", Cost = PriceModel.PerUnit(0.05m) }],
        FixedPerMonth = 10m,
    };

    private static readonly UsageHistory[] Histories =
    [
        UsageHistory.Of("Acme", Start, "operations", 400m, 1_000m, 2_000m), // billed 500, costs 170 + 30
        UsageHistory.Of("Bolt", Start, "operations", 5_000m, 4_800m), // billed 600, costs 490 + 20
        UsageHistory.Of("Core", Start, "operations", 20_000m), // billed 800, costs 1,000 + 10
        UsageHistory.Of("Dorm", Start, "operations", 0m), // billed 100, costs 10
    ];

    [Fact]
    public void OneCustomerIsMeasuredAsAmongMany() =>
        Assert.Equal(
            MarginCalculator.Measure(Steps, Cost, Histories, floor: 0.7m).Customers,
            [.. Histories.Select(history => MarginCalculator.Measure(Steps, Cost, history))]);

    [Fact]
    public void GroupsByAnyKeySumToTheTotal()
    {
        ValueList<Keyed<string?, MarginFigures>> groups = MarginCalculator.By(
            Steps, Cost, Histories.ToList(), history =>
                history.Customer is "Dorm" ? null : history.Months > 1 ? "long" : "a");

        Assert.Equal(["a", "long", null], groups.Select(group => group.Key));
        Assert.Equal(new MarginFigures(5, 13_200m, 1_100m, 710m), groups[1].Value); // Acme and Bolt
        Assert.Equal(
            MarginCalculator.Measure(Steps, Cost, Histories, floor: 0.7m).Total,
            groups.Aggregate(default(MarginFigures), (sum, group) => sum.Combine(group.Value)));
        Assert.Equal(groups, MarginCalculator.By(
            [Steps], Cost, Histories, history =>
                history.Customer is "Dorm" ? null : history.Months > 1 ? "long" : "a"));
    }

    [Fact]
    public void AmountsThatAreTooLargeNameTheCustomer()
    {
        UsageHistory history = UsageHistory.Of("Acme", Start, "operations", 1m, 2m);
        CostToServe free = new() { Meters = [new MeterCost { Meter = "operations", Cost = PriceModel.PerUnit(0m) }] };
        Refusal.With(
            "Customer \"Acme\" in 2027-02: the total up to the month is too large: the result exceeds 7.9 × 10^28, "
                + "the range of a decimal; smaller figures are expected.",
            () => MarginCalculator.Measure(Free, free with { FixedPerMonth = decimal.MaxValue }, history));
        Refusal.With(
            "histories[0]: Customer \"Acme\" in 2027-01: the cost with that of \"operations\" is too large: the "
                + "result exceeds 7.9 × 10^28, the range of a decimal; smaller figures are expected.",
            () => MarginCalculator.Measure(Free, Cost with
            {
                FixedPerMonth = decimal.MaxValue,
                Meters = [Cost.Meters[0] with { Cost = PriceModel.PerUnit(1m) }],
            }, [history], floor: 0m));
        Refusal.With(
            "The total of both is too large: the result exceeds 7.9 × 10^28, the range of a decimal; smaller figures "
                + "are expected.",
            () => new MarginFigures(1, 1m, decimal.MaxValue, 1m).Combine(
                new MarginFigures(1, 1m, decimal.MaxValue, 1m)));
    }

    [Fact]
    public void UsageAboveTheLastTierOfACostNamesTheCustomer()
    {
        CostToServe cost = new()
        {
            Meters = [new MeterCost { Meter = "operations", Cost = PriceModel.Graduated(PriceTier.UpTo(10m, 1m)) }],
        };
        ArgumentException refused = Refusal.By<ArgumentException>(
            () => MarginCalculator.Measure(Steps, cost, Histories, floor: 0m));
        Assert.StartsWith(
            "histories[0]: Customer \"Acme\" in 2027-01, cost of \"operations\": ",
            refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void EachCustomerHasItsMarginPriceAndCostOfAUnit()
    {
        MarginReport report = MarginCalculator.Measure(Steps, Cost, Histories, floor: 0.7m);

        Assert.Equal(
            [
                new MarginFigures(3, 3_400m, 500m, 200m),
                new MarginFigures(2, 9_800m, 600m, 510m),
                new MarginFigures(1, 20_000m, 800m, 1_010m),
                new MarginFigures(1, 0m, 100m, 10m),
            ],
            report.Customers.Select(customer => customer.Figures));
        Assert.Equal([0.6m, 0.15m, -0.2625m, 0.9m], report.Customers.Select(customer => customer.Margin!.Value));
        Assert.Equal(0.04m, report.Customers[2].Figures.PricePerUnit);
        Assert.Equal(0.0505m, report.Customers[2].Figures.CostPerUnit);
        Assert.Null(report.Customers[3].Figures.PricePerUnit);
        Assert.Null(report.Customers[3].Figures.CostPerUnit);
        Assert.Equal(new MarginFigures(7, 33_200m, 2_000m, 1_730m), report.Total);
        Assert.Equal(0.135m, report.Total.Margin);
        Assert.Equal(270m, report.Total.Profit);
        Assert.Equal("operations", report.UnitMeter);
    }

    [Fact]
    public void CustomersBelowTheFloorComeFromTheLowestMargin()
    {
        MarginReport report = MarginCalculator.Measure(Steps, Cost, Histories, floor: 0.7m);

        Assert.Equal(["Core", "Bolt", "Acme"], report.BelowFloor().Select(customer => customer.Customer));
        Assert.Equal(
            ["Core", "Bolt"],
            MarginCalculator.Measure(Steps, Cost, Histories, 0.6m).BelowFloor().Select(customer => customer.Customer));
        Assert.Equal(
            ["Twin A", "Twin B"],
            MarginCalculator.Measure(
                Steps,
                Cost, [UsageHistory.Of("Twin A", Start, "operations", 1_500m), UsageHistory.Of(
                    "Twin B", Start, "operations", 1_500m)], 1m).BelowFloor().Select(customer => customer.Customer));
    }

    [Fact]
    public void EachMonthCountsForTheTierThatItsQuantityLiesIn()
    {
        MarginReport report = MarginCalculator.Measure(Steps, Cost, Histories, floor: 0.7m);

        Assert.Equal(
            [
                (1, new MarginFigures(3, 1_400m, 300m, 100m)), // 400, 1,000 and 0
                (2, new MarginFigures(3, 11_800m, 900m, 620m)), // 2,000, 5,000 and 4,800
                (3, new MarginFigures(1, 20_000m, 800m, 1_010m)),
            ],
            report.Tiers.Select(tier => (tier.Tier!.Value, tier.Figures)));
        Assert.All(report.Tiers, tier => Assert.Equal((Steps, "Operations"), (tier.Plan, tier.Charge)));
        Assert.Equal(
            "Steps, tier 3 of Operations (beyond for 800): 800.00 billed, 1,010.00 cost, -26.25% margin; 0.04 and "
                + "0.0505 a unit",
            report.Tiers[2].ToString());
    }

    [Fact]
    public void WhereNothingIsBilledThereIsNoMargin()
    {
        MarginReport report = MarginCalculator.Measure([Steps, Free, Steps, Steps], Cost, Histories, floor: 0.5m);

        Assert.Null(report.Customers[1].Margin);
        Assert.Equal(["Core"], report.BelowFloor().Select(customer => customer.Customer));
        Assert.Equal(["Bolt"], report.WithoutRevenue().Select(customer => customer.Customer));

        // Plans come in the order in which they do in the input; one without tiers has one line.
        Assert.Equal(["Steps", "Steps", "Steps", "Free"], report.Tiers.Select(tier => tier.Plan.Name));
        TierMargin free = report.Tiers[3];
        Assert.Equal((null, null, null), (free.Tier, free.Charge, free.Terms));
        Assert.Equal(new MarginFigures(2, 9_800m, 0m, 510m), free.Figures);
    }

    [Fact]
    public void CostsMayBeGraduatedAndOfSeveralMeters()
    {
        CostToServe cost = new()
        {
            Meters =
            [
                new MeterCost
                {
                    Meter = "operations",
                    Cost = PriceModel.Graduated(PriceTier.UpTo(1_000m, 0.1m), PriceTier.Beyond(0.02m)),
                },
                new MeterCost { Meter = "sites", Cost = PriceModel.PerUnit(7m) },
            ],
        };
        UsageHistory history = UsageHistory.Of(
            "Acme", Start, MeterSeries.Of("Operations", [500m, 3_000m]), MeterSeries.Of("sites", [1m, 2m]));

        MarginReport report = MarginCalculator.Measure(Steps, cost, [history], floor: 0m);

        // 50 + 7 and 100 + 40 + 14
        Assert.Equal(new MarginFigures(2, 3_500m, 400m, 211m), report.Total);
    }

    // 1,000 included of which 600 are carried: 400 leave 600; then 1,700 are billed for 100, and 3,000 for 2,000.
    [Fact]
    public void TheBilledQuantityDecidesOnTheTierAndTheMeteredOneOnTheCost()
    {
        PricePlan plan = Included(
            PriceModel.Graduated(PriceTier.UpTo(100m, 1m), PriceTier.Beyond(0.5m)), Rollover.UpTo(600m));
        UsageHistory history = UsageHistory.Of("Acme", Start, "operations", 400m, 1_700m, 3_000m);

        MarginReport report = MarginCalculator.Measure(plan, Cost, [history], floor: 0m);

        Assert.Equal(
            [(1, new MarginFigures(2, 2_100m, 100m, 125m)), (2, new MarginFigures(1, 3_000m, 1_050m, 160m))],
            report.Tiers.Select(tier => (tier.Tier!.Value, tier.Figures)));
    }

    [Fact]
    public void SmoothedUsageDecidesOnTheTier()
    {
        PricePlan smoothed = Steps with { Protection = new OverageProtection { SmoothingPeriods = 2 } };
        // 1,000, 5,000 and 4,500
        UsageHistory history = UsageHistory.Of("Acme", Start, "operations", 1_000m, 9_000m, 0m);

        MarginReport report = MarginCalculator.Measure(smoothed, Cost, [history], floor: 0m);

        Assert.Equal([(1, 1L), (2, 2L)], report.Tiers.Select(tier => (tier.Tier!.Value, tier.Figures.Months)));
    }

    [Fact]
    public void FreeUnitsOfPackagesComeOffBeforeTheTier()
    {
        PricePlan plan = Included(
            PriceModel.Packages(PackageTier.UpTo(100m, 10m, 1m), PackageTier.Beyond(50m, 2m)).WithFreeUnits(20m),
            default);
        UsageHistory history = UsageHistory.Of("Acme", Start, "operations", 1_010m, 1_120m, 1_121m);

        MarginReport report = MarginCalculator.Measure(plan, Cost, [history], floor: 0m);

        Assert.Equal([(1, 2L), (2, 1L)], report.Tiers.Select(tier => (tier.Tier!.Value, tier.Figures.Months)));
    }

    [Fact]
    public void TheWorstMeterDecidesOnATierOfCapacity()
    {
        PricePlan plan = UsageBooks.Plans.Single(one => one.Name == "Capacity");
        UsageHistory history = UsageHistory.Of(
            "Acme", Start, MeterSeries.Of("operations", [100m, 100m, 100m]), MeterSeries.Of("sites", [2m, 3m, 9m]));

        MarginReport report = MarginCalculator.Measure(plan, Cost, [history], floor: 0m);

        Assert.Equal([1, 2, 3], report.Tiers.Select(tier => tier.Tier!.Value));
        Assert.Equal([50m, 200m, 900m], report.Tiers.Select(tier => tier.Figures.Revenue));
        Assert.Equal("Platform", report.Tiers[0].Charge);
    }

    [Fact]
    public void WhatCannotBeMeasuredIsRefused()
    {
        Assert.Contains(
            "Sites had no usage of \"operations\", to which the cost refers",
            Refusal.By<ArgumentException>(() => MarginCalculator.Measure(
                Free, Cost, [UsageHistory.Of("Sites", Start, "sites", 1m)], 0.5m)).Message,
            StringComparison.Ordinal);
        Refusal.By<ArgumentOutOfRangeException>(() => MarginCalculator.Measure(Steps, Cost, Histories, 70m));
        Refusal.By<ArgumentException>(() => MarginCalculator.Measure([Steps, Steps], Cost, Histories, 0.7m));
        Refusal.By<ArgumentNullException>(() => MarginCalculator.Measure(Steps, null!, Histories, 0.7m));
        Refusal.By<ArgumentOutOfRangeException>(() => new CostToServe { Meters = [] });
        Refusal.By<ArgumentException>(() => new CostToServe { Meters = [Cost.Meters[0], Cost.Meters[0]] });
        Refusal.By<ArgumentOutOfRangeException>(() => Cost with { FixedPerMonth = -1m });
        Refusal.By<ArgumentException>(() => new MeterCost { Meter = " ", Cost = PriceModel.PerUnit(1m) });
        Refusal.By<ArgumentNullException>(() => new MeterCost { Meter = "operations", Cost = null! });
    }

    [Property]
    public bool CustomersAndTiersSumToTheTotal(UsageBook book)
    {
        MarginReport report = Measure(book, floor: 0.5m);
        return Sum(report.Customers.Select(customer => customer.Figures)) == report.Total
            && Sum(report.Tiers.Select(tier => tier.Figures)) == report.Total
            && report.Total.Months == book.Histories.Sum(history => history.Months);

        static MarginFigures Sum(IEnumerable<MarginFigures> figures) =>
            figures.Aggregate(default(MarginFigures), (sum, one) => sum.Combine(one));
    }

    [Property]
    public bool RevenueIsBilledAndCostIsOfMeteredUsage(UsageBook book)
    {
        MarginReport report = Measure(book, floor: 0.5m);
        for (int i = 0; i < book.Histories.Count; i++)
        {
            UsageHistory history = book.Histories[i];
            var bills = new decimal[history.Months];
            BillCalculator.MonthlyAmounts(book.Current[i], history, bills);
            decimal used = history.Find(UsageBooks.Operations)!.Quantities.Sum();
            if (report.Customers[i].Figures != new MarginFigures(
                history.Months, used, bills.Sum(), (0.05m * used) + (10m * history.Months)))
            {
                return false;
            }
        }

        return true;
    }

    [Property]
    public bool ThoseBelowTheFloorAreThoseWithAMarginBelowIt(UsageBook book, Fraction floor)
    {
        MarginReport report = Measure(book, floor);
        CustomerMargin[] below = [.. report.BelowFloor()];
        return below.Length == report.Customers.Count(customer => customer.Margin < floor.Value)
            && below.All(customer => customer.Margin < floor.Value)
            && below.SequenceEqual(below.OrderBy(customer => customer.Margin)); // which is stable
    }

    [Property]
    public bool NoTierOfAPlanStandsTwice(UsageBook book)
    {
        MarginReport report = Measure(book, floor: 0.5m);
        return report.Tiers.Select(tier => (tier.Plan, tier.Tier)).Distinct().Count() == report.Tiers.Count
            && report.Tiers.All(tier => tier.Figures.Months > 0);
    }

    private static MarginReport Measure(UsageBook book, decimal floor) => MarginCalculator.Measure(
        book.Current.AsSpan(),
        new CostToServe
        {
            Meters = [new MeterCost { Meter = UsageBooks.Operations, Cost = PriceModel.PerUnit(0.05m) }],
            FixedPerMonth = 10m,
        },
        book.Span,
        floor);

    private static PricePlan Included(PriceModel price, Rollover rollover) => new()
    {
        Name = "Included",
        Charges =
        [
            new Charge
            {
                Name = "Operations",
                Meter = "operations",
                Allowance = Allowance.Of(1_000m, rollover),
                Price = price,
            },
        ],
    };
}
