using System.Text.Json;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Pricing.Models;
using RevenueModel.Pricing.Rating;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Cases;

/// <content>What stands around prices: conversion, commitments, parts of a period, allocation.</content>
public partial class PricingCaseTests
{
    [Fact]
    [Case("P12")]
    public void TaxComesLast()
    {
        JsonElement example = TestData.Case("P12");
        TieredPrice price = PriceModel.Graduated(Tiers(example));

        Check(example, given => RatingCalculator.Amount(price, Figure(given, "units")), "subtotal");
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
                Price = given.Text("price") == "grad" ? PriceModel.Graduated(tiers) : PriceModel.PerUnit(Figure(given, "price")),
                Conversion = conversion,
                UsageDiscount = given.TryGetProperty("usageDiscount", out _) ? Figure(given, "usageDiscount") : 0m,
            };
            Assert.Equal(Figure(due, "amount"), BillCalculator.Rate(charge, raw).Amount);
        }
    }

    // The source converts each end of a split period on its own, and calls that a limitation: 1,400 before and 1,300 after
    // come to 2 + 2 packs of 1,000. Here what came before is deducted from the whole: F(2,700) - F(1,400), 3 - 2 packs.
    [Fact]
    public void APeriodBilledInPartsIsBilledWhatTheWholeComesToInOne()
    {
        var charge = new Charge
        {
            Name = "Usage",
            Price = PriceModel.PerUnit(1m),
            Conversion = UnitConversion.Divide(1_000m, UnitRounding.Up),
        };

        Assert.Equal(1m, BillCalculator.Rate(charge, 2_700m).Amount - BillCalculator.Rate(charge, 1_400m).Amount);
    }

    [Fact]
    [Case("P28")]
    public void WhatIsMissingToTheCommitmentIsBilled()
    {
        JsonElement example = TestData.Case("P28");

        Check(example, given => BillCalculator.Bill(Plan(
            Figure(given, "commitment"),
            [.. Figures(given, "fees").Select((fee, at) => new Charge { Name = $"Fee {at}", Price = PriceModel.Flat(fee) })]),
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

    // A period without days, which the source bills in full and calls a surprise, cannot be made here: a span has a day.
    [Fact]
    [Case("P35")]
    public void APartOfAPeriodIsBilledInPartAndNoMoreThanTheWhole()
    {
        JsonElement example = TestData.Case("P35");
        var march = new LocalDate(2027, 3, 1);
        int refused = 0;
        foreach ((JsonElement given, JsonElement due) in Points(example))
        {
            int days = (int)Figure(given, "days");
            DateSpan month = DateSpan.Months(march, 1);
            Assert.Equal(Figure(given, "fullDays"), (decimal)month.Days!);
            if (days == 0)
            {
                Assert.ThrowsAny<ArgumentException>(() => DateSpan.Between(march, march.PlusDays(days)));
                refused++;
                continue;
            }

            decimal amount = ProrationCalculator.Prorate(
                Figure(given, "amount"), month, DateSpan.Between(march, march.PlusDays(days)));

            Assert.Equal(
                Figure(due, "amount"), RoundingPolicy.ToDigits((int)Figure(given, "precision")).Round(amount));
        }

        Assert.Equal(1, refused);
    }

    [Fact]
    [Case("P37")]
    public void AChangeWithinThePeriodCreditsTheOldPlanAndChargesTheNewOne()
    {
        JsonElement example = TestData.Case("P37");
        JsonElement model = example.GetProperty("model");
        DateSpan march = DateSpan.Of(new YearMonth(2027, 3));
        DateSpan rest = DateSpan.Between(new LocalDate(2027, 3, 15), march.End!.Value);
        Assert.Equal(Figure(model, "periodDays"), (decimal)march.Days!);
        Assert.Equal(Figure(model, "remainingDays"), (decimal)rest.Days!);
        foreach ((JsonElement given, JsonElement due) in Points(example))
        {
            decimal credit = Prorated(-Figure(given, "oldTotal"));
            decimal charge = Prorated(Figure(given, "newTotal"));

            Assert.Equal(Figure(due, "credit"), credit);
            Assert.Equal(Figure(due, "charge"), charge);
            Assert.Equal(Figure(due, "net"), credit + charge);
        }

        decimal Prorated(decimal total) => RoundingPolicy.Cents.Round(ProrationCalculator.Prorate(total, march, rest));
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
