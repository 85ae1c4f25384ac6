using NodaTime;
using NodaTime.Text;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Billing;

/// <summary>Where quotients without end, ends of months and transactions meet what is billed.</summary>
public class InvoiceEdgeTests
{
    private static readonly LocalDate June1 = new(2027, 6, 1);

    private static readonly DateSpan June = DateSpan.Months(June1, 1);

    public static TheoryData<decimal, decimal, QuantityPrice, int> ExactlyAtAnEnd => new()
    {
        { 3_120_000m, 100m, PriceModel.Package(100m, 50m), 20 }, // 866.67 hours, 666.67 included: 200 in 2 packages
        { 3_120_000m, 200m, PriceModel.Volume(PriceTier.UpTo(200m, 1m), PriceTier.Beyond(0.5m)), 20 },
        { 3_120_000m, 200m, PriceModel.Stairstep(PriceTier.FlatUpTo(200m, 200m), PriceTier.FlatBeyond(900m)), 20 },
        { 3_120_000m, 200m, PriceModel.Graduated(PriceTier.UpTo(200m, 1m), PriceTier.Beyond(0.5m, 70m)), 20 },
        { 3_120_000m, 200m, PriceModel.Graduated(PriceTier.UpTo(200m, 1m)), 20 }, // and is not refused
        { 3_120_000m, 250m, PriceModel.Package(100m, 50m), 11 }, // 366.67 included: 500
    };

    // Seconds to hours, 1,000 hours included a month, a part of June served.
    [Theory]
    [MemberData(nameof(ExactlyAtAnEnd))]
    public void AQuantityThatIsExactlyAtTheEndOfATierIsInIt(
        decimal seconds, decimal expected, QuantityPrice price, int days)
    {
        PricePlan plan = PlanOf(new Charge
        {
            Name = "hours",
            Meter = "s",
            Conversion = UnitConversion.Divide(3_600m),
            Allowance = Allowance.Of(1_000m),
            Price = price,
        });
        BillingAccount account = Account(plan).EndContract(June1.PlusDays(days));
        Assert.Equal(expected, InvoiceCalculator.Next(account, June, MeterUsage.Of("s", seconds)).Total);
    }

    [Fact]
    public void WholePackagesStayWholeInAnyPartOfTheMonth()
    {
        foreach (decimal allowance in new[] { 10m, 50m, 100m, 200m, 500m, 1_000m, 10_000m })
        {
            PricePlan plan = PlanOf(new Charge
            {
                Name = "hours",
                Meter = "s",
                Conversion = UnitConversion.Divide(3_600m),
                Allowance = Allowance.Of(allowance),
                Price = PriceModel.Package(100m, 50m),
            });
            for (int days = 1; days < 30; days++)
            {
                for (int packages = 0; packages < 12; packages++)
                {
                    decimal seconds = (3_600m * 100m * packages) + (120m * allowance * days); // 3,600 / 30 a day
                    BillingAccount account = Account(plan).EndContract(June1.PlusDays(days));
                    Assert.Equal(
                        50m * packages, InvoiceCalculator.Next(account, June, MeterUsage.Of("s", seconds)).Total);
                }
            }
        }
    }

    // Means of three months less what is carried come to 100 exactly in the last month.
    [Theory]
    [InlineData(100, 86, 116, 34, 93, 67, 706)]
    [InlineData(50, 18, 56, 27, 24, 626)]
    [InlineData(100, 90, 54, 20, 21, 34, 1_225)]
    [InlineData(5_000, 7_153, 3_806, 3_271, 189, 20_344)]
    public void ASmoothedQuantityThatIsExactlyAPackageIsOne(int allowance, params int[] usage)
    {
        PricePlan plan = PlanOf(new Charge
        {
            Name = "api",
            Allowance = Allowance.Of(allowance, Rollover.UpTo(1_000_000m)),
            Price = PriceModel.Package(100m, 50m),
        }) with { Protection = new OverageProtection { SmoothingPeriods = 3 } };
        decimal[] quantities = [.. usage.Select(used => (decimal)used)];
        var bills = new decimal[usage.Length];
        BillCalculator.MonthlyAmounts(plan, UsageHistory.Of("Acme", new YearMonth(2027, 6), "api", quantities), bills);
        Assert.Equal(50m, bills[^1]);
        Assert.Equal(50m, InvoiceCalculator.Run(
            Account(plan),
            [.. quantities.Select(used => (ValueList<MeterUsage>)[MeterUsage.Of("api", used)])])[^1].Total);
    }

    // Half an hour in three months is a mean of 10 minutes, none begun; and 1, 2 and 2 in packs of three are 5.
    [Theory]
    [InlineData(60, 0.1, 0.1, 0.3, 10)]
    [InlineData(3, 1, 2, 2, 5)]
    public void UnitsOfASmoothedQuantityAreWholeWhereTheMeanMakesThemWhole(
        int factor,
        double first,
        double second,
        double third,
        int expected)
    {
        PricePlan plan = PlanOf(new Charge
        {
            Name = "api",
            Conversion = UnitConversion.Multiply(factor, UnitRounding.Up),
            Price = PriceModel.PerUnit(1m),
        }) with { Protection = new OverageProtection { SmoothingPeriods = 3 } };
        var bills = new decimal[3];
        BillCalculator.MonthlyAmounts(
            plan,
            UsageHistory.Of("Acme", new YearMonth(2027, 6), "api", (decimal)first, (decimal)second, (decimal)third),
            bills);
        Assert.Equal(expected, bills[2]);
    }

    // 26 of 31 days of 98 and 98 again are the cap of 196 exactly: 82.19 and 82.19, with nothing beyond it.
    [Fact]
    public void ABillThatIsTheCapExactlyHasNoLineForIt()
    {
        PricePlan plan =
            PlanOf(new Charge { Name = "api", Price = PriceModel.Flat(7m), Limits = Band.Between(98m, 98m) }) with
        {
            BaseFee = 98m, Protection = new OverageProtection { Cap = BillCap.At(196m) },
        };
        Invoice invoice = InJuly(plan, days: 26, MeterUsage.Of("api", 0m));
        Assert.DoesNotContain(invoice.Lines, line => line.Kind == InvoiceLineKind.OverCap);
        Assert.Equal(164.38m, invoice.Spend);
    }

    [Fact]
    public void ABillThatIsTheCommitmentDoesNotMoveUp()
    {
        PricePlan plan = PlanOf() with
        {
            BaseFee = 1m,
            Commitment = Commitment.Of(100m),
            Protection = new OverageProtection { MoveUpTo = new PricePlan { Name = "Pro", BaseFee = 1m } },
        };
        Assert.Equal(
            [InvoiceLineKind.BaseFee, InvoiceLineKind.TrueUp],
            InJuly(plan, days: 12).Lines.Select(line => line.Kind));
    }

    [Theory]
    [InlineData(29)]
    [InlineData(30)]
    [InlineData(31)]
    public void ARunFromTheLastDaysOfAMonthGoesOnThroughFebruary(int day)
    {
        BillingAccount account = Account(PlanOf() with { BaseFee = 10m }) with { ContractStart = new(2027, 1, day) };
        ValueList<Invoice> run = InvoiceCalculator.Run(account, [], [], []);
        Assert.Equal([10m, 10m, 10m], run.Select(invoice => invoice.Total));
        Assert.Equal(new LocalDate(2027, 4, Math.Min(day, 30)), run[2].Period.Span.End);
    }

    [Theory]
    [InlineData("2027-01-31", "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30")]
    [InlineData("2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31")]
    [InlineData("2027-02-28", "2027-02-28", "2027-03-28", "2027-04-28", "2027-05-28")]
    [InlineData("2027-03-31", "2027-04-30", "2027-05-31", "2027-06-30", "2027-07-31")]
    [InlineData("2027-04-30", "2027-04-30", "2027-05-30", "2027-06-30", "2027-07-30")]
    [InlineData("2028-05-31", "2027-04-30", "2027-05-31", "2027-06-30", "2027-07-31")] // an anchor after the periods
    public void ARunReturnsToTheDayOfItsAnchor(string anchor, string first, string second, string third, string fourth)
    {
        LocalDate[] starts =
            [.. new[] { first, second, third, fourth }.Select(day => LocalDatePattern.Iso.Parse(day).Value)];
        BillingAccount account = Account(PlanOf() with { BaseFee = 10m }) with
        {
            ContractStart = new(2027, 1, 1),
            BilledThrough = starts[0],
            Cycle = new BillingCycle { Anchor = LocalDatePattern.Iso.Parse(anchor).Value },
        };
        ValueList<Invoice> run = InvoiceCalculator.Run(account, [], [], []);
        Assert.Equal(
            [
                DateSpan.Between(starts[0], starts[1]),
                DateSpan.Between(starts[1], starts[2]),
                DateSpan.Between(starts[2], starts[3]),
            ],
            run.Select(invoice => invoice.Period.Span));
    }

    public static TheoryData<PricePlan> FreeOfCharge => new()
    {
        PlanOf(Third(1), Third(2), Third(3)) with { PercentDiscount = 1m },
        PlanOf(Third(1), Third(2), Third(3)) with { AmountDiscount = 500m },
        PlanOf(Tiered() with { AmountDiscount = 500m }),
        PlanOf(Tiered() with { PercentDiscount = 1m }),
        PlanOf(Tiered() with { UsageDiscount = 10m }),
    };

    // Three lines of 33.335 are 33.34 each, a cent more than 100.005.
    [Theory]
    [MemberData(nameof(FreeOfCharge))]
    public void ADiscountThatTakesEverythingLeavesNoCent(PricePlan plan)
    {
        Invoice invoice = InvoiceCalculator.Next(
            Account(plan), June, [.. plan.Meters.Select(
                meter => MeterUsage.Of(meter, plan.Charges.Count == 1 ? 3m : 1m))]);
        Assert.Equal((0m, 0m), (invoice.UnroundedSpend, invoice.Spend));
    }

    [Fact]
    public void MovingUpBoundsTheRoundedLinesToo()
    {
        PricePlan plan = PlanOf(Third(1), Third(2), Third(3)) with
        {
            Protection = new OverageProtection { MoveUpTo = new PricePlan { Name = "Pro", BaseFee = 100.005m } },
        };
        Invoice invoice = InvoiceCalculator.Next(
            Account(plan), June, [.. plan.Meters.Select(meter => MeterUsage.Of(meter, 1m))]);
        Assert.Equal(100.01m, invoice.Spend);
    }

    [Fact]
    public void ANextPlanThatIsDearerBoundsRoundedLines()
    {
        PricePlan plan = PlanOf(Third(1), Third(2), Third(3));
        ValueList<MeterUsage> usage = [.. plan.Meters.Select(meter => MeterUsage.Of(meter, 1m))];
        Assert.Equal(100.01m, Spend(new PricePlan { Name = "Pro", BaseFee = 100.006m }));
        Assert.Equal(
            100.02m, Spend(PlanOf(new Charge { Name = "c1", Price = PriceModel.Volume(PriceTier.UpTo(0.5m, 1m)) })));

        decimal Spend(PricePlan next) => InvoiceCalculator.Next(
            Account(plan with { Protection = new OverageProtection { MoveUpTo = next } }), June, usage).Spend;
    }

    [Fact]
    public void APeriodLongerThanTheYearOfItsCommitmentIsRefused()
    {
        PricePlan plan = PlanOf() with
        {
            Commitment = Commitment.Ramped(1_000m, 5_000m) with { Period = CommitmentPeriod.ContractYear },
        };
        Assert.Equal(1_000m, Total(plan, months: 12));
        Refusal.Any<ArgumentException>(() => Total(plan, months: 13));
        Assert.Equal(1_000m, Total(PlanOf() with { Commitment = Commitment.Of(1_000m) }, months: 24));
        Refusal.With(
            "Plan \"Plan\" of Acme is committed by contract year with billing periods of 24 months; periods of "
                + "up to 12 months are expected.",
            () => Total(plan, months: 24));

        static object Total(PricePlan plan, int months) => InvoiceCalculator.Next(
            Account(plan) with { Cycle = new BillingCycle { Interval = BillingInterval.Months(months) } },
            DateSpan.Months(June1, months)).Total;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void AMonthServedAsAWholeIsBilledAsAWholeByEitherDayCount(int month)
    {
        foreach (DayCount dayCount in new[] { DayCount.ActualActual, DayCount.Thirty360 })
        {
            PricePlan plan = PlanOf() with { BaseFee = 100m, DayCount = dayCount };
            BillingAccount account = Account(plan) with { ContractStart = new(2027, month, 1) };
            Assert.Equal(
                BillCalculator.Amount(plan),
                InvoiceCalculator.Next(account, DateSpan.Of(new YearMonth(2027, month))).UnroundedSpend);
        }
    }

    [Fact]
    public void AnAmountIsBilledTheSameWithAndWithoutItsTransactions()
    {
        PricePlan plan = PlanOf(new Charge
        {
            Name = "pay",
            Price = PriceModel.Percentage(0.029m),
            Conversion = UnitConversion.Multiply(2m),
            Allowance = Allowance.Of(1_000m),
            UsageDiscount = 500m,
        });
        Assert.Equal(246.5m, InvoiceCalculator.Next(Account(plan), June, MeterUsage.Of("pay", 5_000m)).Total);
        Assert.Equal(246.5m, InvoiceCalculator.Next(
            Account(plan), June, MeterUsage.OfTransactions("pay", 2_000m, 3_000m)).Total);
    }

    [Fact]
    public void ASmoothedAmountIsSmoothedWithItsTransactionsToo()
    {
        PricePlan plan = PlanOf(new Charge { Name = "pay", Price = PriceModel.Percentage(0.1m) })
            with { Protection = new OverageProtection { SmoothingPeriods = 2 } };
        Assert.Equal(
            [0m, 5m],
            InvoiceCalculator.Run(Account(plan), [MeterUsage.Of("pay", 0m)], [MeterUsage.OfTransactions("pay", 100m)])
                .Select(invoice => invoice.Total));
    }

    [Fact]
    public void WhatWasSpentInTheYearFinerThanTheMinorUnitIsRefused()
    {
        PricePlan plan =
            PlanOf() with { Commitment = Commitment.Of(100m) with { Period = CommitmentPeriod.ContractYear } };
        Refusal.Any<ArgumentException>(() => InvoiceCalculator.Next(
            Account(plan) with { SpentInContractYear = 10.005m }, June));
    }

    // Accepted now, it would be refused a month later as a balance that nobody gave.
    [Fact]
    public void ARolloverFinerThanTheMinorUnitIsRefused()
    {
        BillingAccount account = Account(PlanOf()) with
        {
            Credits = [new PrepaidCredit { Id = "gift", Balance = 20m, Rollover = Rollover.UpTo(10.005m) }],
        };
        Refusal.Any<ArgumentException>(() => InvoiceCalculator.Next(account, June));
    }

    // 24 in thirteen parts sums to a hair less, whose quotient by the step rounds up to 1.
    [Fact]
    public void AThresholdAHairAboveTheSpendBeforeIsCrossed()
    {
        Refusal.With(
            "current was 100000000000000000000; spend that crosses at most 10000 thresholds of 0.0000000001 at once "
                + "is expected.",
            () => default(SpendThresholds).ThenEvery(1e-10m).Crossed(0m, 1e20m));
        Refusal.With(
            "prior was 100000000000000000000; spend and amounts of at most 1000000000000000 steps of 0.0000000001 is "
                + "expected.",
            () => default(SpendThresholds).ThenEvery(1e-10m).Crossed(1e20m, 1e20m + 1m));
        Refusal.With(
            "prior was 0; spend and amounts of at most 1000000000000000 steps of 0.0000000001 is expected.",
            () => SpendThresholds.At(1e20m).ThenEvery(1e-10m).Crossed(0m, 1e20m));
        Assert.Empty(default(SpendThresholds).ThenEvery(1e-10m).Crossed(1e20m, 0m));
        Assert.Equal(7, default(SpendThresholds).ThenEvery(1e28m).Crossed(0m, decimal.MaxValue).Count);
        Assert.Equal(10_000, default(SpendThresholds).ThenEvery(1m).Crossed(0.5m, 10_000.75m).Count);
        Refusal.Any<ArgumentException>(() => default(SpendThresholds).ThenEvery(1m).Crossed(0.5m, 10_001m));
        SpendThresholds every24 = default(SpendThresholds).ThenEvery(24m);
        Assert.Equal([24m], every24.Crossed(23.999999999999999999999999999m, 25m));
        Assert.Equal([3m], default(SpendThresholds).ThenEvery(3m).Crossed(2.9999999999999999999999999999m, 3m));
    }

    private static Charge Third(int number) =>
        new() { Name = FormattableString.Invariant($"c{number}"), Price = PriceModel.PerUnit(33.335m) };

    private static Charge Tiered() => new()
    {
        Name = "c",
        Price = PriceModel.Graduated(
            PriceTier.UpTo(1m, 33.335m), PriceTier.UpTo(2m, 33.335m), PriceTier.Beyond(33.335m)),
    };

    // The invoice of a contract that ends in July.
    private static Invoice InJuly(PricePlan plan, int days, params MeterUsage[] usage)
    {
        var start = new LocalDate(2027, 7, 1);
        BillingAccount account = Account(plan) with { ContractStart = start };
        return InvoiceCalculator.Next(account.EndContract(start.PlusDays(days)), DateSpan.Months(start, 1), usage);
    }

    private static PricePlan PlanOf(params Charge[] charges) =>
        new() { Name = "Plan", Charges = charges.ToValueList() };

    private static BillingAccount Account(PricePlan plan) =>
        new() { Customer = "Acme", Plan = plan, Currency = Currency.Usd, ContractStart = June1 };
}
