using System.Text.Json;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Cases;

/// <content>Terms beside prices: conversion, commitments, caps, credits, parts of a period, allocation,
/// tax.</content>
public partial class PricingCaseTests
{
    private static readonly DateSpan March = DateSpan.Of(new YearMonth(2027, 3));

    [Fact]
    [Case("P12")]
    public void TaxComesLast()
    {
        JsonElement example = TestData.Case("P12");
        BillingAccount account = Account(PriceModel.Graduated(Tiers(example))) with
        {
            TaxRate = Figure(example.GetProperty("model"), "taxRate"),
        };
        foreach ((JsonElement given, JsonElement due) in Points(example))
        {
            Invoice invoice = InvoiceCalculator.Next(account, March, MeterUsage.Of("Usage", Figure(given, "units")));

            Assert.Equal(Figure(due, "subtotal"), invoice.Subtotal);
            Assert.Equal(Figure(due, "tax"), invoice.Lines.Single(line => line.Kind == InvoiceLineKind.Tax).Amount);
            Assert.Equal(Figure(due, "total"), invoice.Total);
        }
    }

    [Fact]
    [Case("P22")]
    public void UsageIsConvertedThenRoundedThenDiscounted()
    {
        JsonElement example = TestData.Case("P22");
        PriceTier[] tiers = Tiers(example.GetProperty("model").GetProperty("graduated"), pack: 1m);
        foreach ((JsonElement given, JsonElement due) in Points(example))
        {
            UnitConversion conversion = Conversion(given);
            decimal raw = Figure(given, "raw");
            if (due.TryGetProperty("billed", out _))
            {
                Assert.Equal(Figure(due, "billed"), conversion.Convert(raw));
                continue;
            }

            var charge = new Charge
            {
                Name = "Usage",
                Price = given.Text("price") == "grad"
                    ? PriceModel.Graduated(tiers)
                    : PriceModel.PerUnit(Figure(given, "price")),
                Conversion = conversion,
                UsageDiscount = given.TryGetProperty("usageDiscount", out _) ? Figure(given, "usageDiscount") : 0m,
            };
            Assert.Equal(Figure(due, "amount"), BillCalculator.Rate(charge, raw).Amount);
        }
    }

    // The source converts each end of a split period on its own, and calls that a limitation: 1,400 before and 1,300
    // after come to 2 + 2 packs of 1,000. Here what came before is deducted from the whole: F(2,700) - F(1,400), 3 - 2
    // packs.
    [Fact]
    public void APeriodBilledInPartsIsBilledWhatTheWholeComesToInOne()
    {
        BillingAccount account = Account(PriceModel.PerUnit(1m), UnitConversion.Divide(1_000m, UnitRounding.Up));
        Invoice first = InvoiceCalculator.Interim(account, new(2027, 3, 16), MeterUsage.Of("Usage", 1_400m));

        Assert.Equal(2m, first.Total);
        Assert.Equal(1m, InvoiceCalculator.Next(first.ClosingAccount, March, MeterUsage.Of("Usage", 2_700m)).Total);
    }

    [Fact]
    [Case("P26")]
    public void ACapIsAppliedToLinesInTheirOrder()
    {
        JsonElement example = TestData.Case("P26");

        Assert.All(Points(example), point =>
        {
            decimal[] lines = Figures(point.Given, "lines");
            var net = new decimal[lines.Length];
            decimal takenOff = SpendCapCalculator.Apply(
                Figure(point.Given, "max"), Figure(point.Given, "alreadyBilled"), lines, net);

            Assert.Equal(Figures(point.Due, "net"), net);
            Assert.Equal(lines.Sum() - net.Sum(), takenOff);
        });
    }

    [Fact]
    [Case("P28")]
    public void WhatIsMissingToTheCommitmentIsBilled()
    {
        JsonElement example = TestData.Case("P28");

        Check(example, given => BillCalculator.Bill(Plan(
            Figure(given, "commitment"),
            [.. Figures(given, "fees").Select((fee, at) =>
                new Charge { Name = $"Fee {at}", Price = PriceModel.Flat(fee) })]),
            new decimal[Figures(given, "fees").Length]).TrueUp, "trueUp");

        static PricePlan Plan(decimal commitment, Charge[] fees) => new()
        {
            Name = "Committed",
            Charges = fees.ToValueList(),
            Commitment = Commitment.Of(commitment),
        };
    }

    [Fact]
    [Case("P30")]
    public void SpendBeyondTheCommitmentIsMultiplied()
    {
        JsonElement example = TestData.Case("P30");

        Check(example, given => given.GetProperty("windows").EnumerateArray().Sum(window => BillCalculator.Amount(
            new PricePlan
            {
                Name = "Window",
                Charges = [new Charge { Name = "Usage", Price = PriceModel.PerUnit(1m) }],
                Commitment = Commitment.Of(Figure(window, "commit")) with
                {
                    OverageMultiplier = Figure(window, "factor"),
                    TrueUp = window.GetProperty("trueUp").GetBoolean(),
                },
            },
            Figure(window, "usageCost"))));
    }

    [Fact]
    [Case("P32")]
    public void CreditsAreUsedInOrderRolledOverAndTakenForOverage()
    {
        JsonElement example = TestData.Case("P32");
        int closed = 0;
        foreach ((JsonElement given, JsonElement due) in Points(example))
        {
            decimal usage = Figure(given, "usage");
            if (given.TryGetProperty("grants", out _))
            {
                BurnDown burn = PrepaidCalculator.BurnDown(
                    [.. Figures(given, "grants").Select((grant, at) =>
                        new PrepaidCredit { Id = $"Grant {at}", Balance = grant })],
                    usage, March);
                Assert.Equal(Figures(due, "balances"), burn.Credits.Select(credit => credit.Balance));
                Assert.Equal(Figure(due, "overage"), burn.Uncovered);
                continue;
            }

            PrepaidCredit granted = new()
            {
                Id = "Grant",
                Balance = Figure(given, "granted"),
                Rollover = Rollover.UpTo(Figure(given, "max"), Figure(given, "min")),
            };
            BurnDown used = PrepaidCalculator.BurnDown([granted], usage, March);
            PrepaidClose close = PrepaidCalculator.Close(
                used.Credits,
                March.End!.Value,
                given.GetProperty("preserveOverage").GetBoolean() ? used.Uncovered : 0m);
            Assert.Equal(Figure(due, "balance"), close.Credits.Single().Balance);
            Assert.Equal(Figure(due, "overage"), close.Overage);
            closed++;
        }

        Assert.Equal(2, closed);
    }

    // A period without days, which the source bills in full and calls a surprise, cannot be made here: a span has a
    // day.
    [Fact]
    [Case("P35")]
    public void APartOfAPeriodIsBilledInPartAndNoMoreThanTheWhole()
    {
        JsonElement example = TestData.Case("P35");
        LocalDate first = March.Start;
        int refused = 0;
        foreach ((JsonElement given, JsonElement due) in Points(example))
        {
            int days = (int)Figure(given, "days");
            Assert.Equal(Figure(given, "fullDays"), (decimal)March.Days!);
            if (days == 0)
            {
                Refusal.Any<ArgumentException>(() => DateSpan.Between(first, first.PlusDays(days)));
                refused++;
                continue;
            }

            decimal amount = ProrationCalculator.Prorate(
                Figure(given, "amount"), March, DateSpan.Between(first, first.PlusDays(days)));

            Assert.Equal(
                Figure(due, "amount"), RoundingPolicy.ToDigits((int)Figure(given, "precision")).Round(amount));
        }

        Assert.Equal(1, refused);
    }

    [Fact]
    [Case("P37")]
    public void AChangeWithinThePeriodCreditsTheOldFeeAndChargesTheNewOne()
    {
        JsonElement example = TestData.Case("P37");
        JsonElement model = example.GetProperty("model");

        Assert.All(Points(example), point =>
        {
            FeeChange change = PricePlanChangeCalculator.Change(
                Figure(point.Given, "oldTotal"),
                Figure(point.Given, "newTotal"),
                March,
                new LocalDate(2027, 3, 15),
                Currency.Usd);

            Assert.Equal(Figure(model, "remainingDays"), change.Days);
            Assert.Equal(Figure(model, "periodDays"), change.OfDays);
            Assert.Equal(Figure(point.Due, "credit"), change.Credit);
            Assert.Equal(Figure(point.Due, "charge"), change.Charge);
            Assert.Equal(Figure(point.Due, "net"), change.Net);
        });
    }

    [Fact]
    [Case("P39")]
    public void UnitsLeftOverGoToTheLargestRemainders()
    {
        JsonElement example = TestData.Case("P39");

        Assert.All(Points(example), point => Assert.Equal(
            Figures(point.Due, "shares"),
            AllocationCalculator.ByLargestRemainder(
                Figure(point.Given, "amount"),
                Figures(point.Given, "weights"),
                RoundingPolicy.ToDigits((int)Figure(point.Given, "precision"))).AsEnumerable()));
    }

    private static BillingAccount Account(PriceModel price, UnitConversion conversion = default) => new()
    {
        Customer = "Acme",
        Plan = new PricePlan
        {
            Name = "Plan",
            Charges = [new Charge { Name = "Usage", Price = price, Conversion = conversion }],
        },
        Currency = Currency.Usd,
        ContractStart = March.Start,
    };

    private static UnitConversion Conversion(JsonElement given)
    {
        UnitRounding rounding = given.Text("rounding") switch
        {
            "none" => UnitRounding.None,
            "ceiling" => UnitRounding.Up,
            "floor" => UnitRounding.Down,
            "half_up" => UnitRounding.HalfUp,
            string other => throw new InvalidOperationException(other),
        };
        return given.Text("op") == "multiply"
            ? UnitConversion.Multiply(Figure(given, "factor"), rounding)
            : UnitConversion.Divide(Figure(given, "factor"), rounding);
    }
}
