using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pricing;

/// <summary>
/// Every public call over plans and usage that may be wrong in any part: whatever is refused is refused by a parameter
/// of the caller's, and nothing else is thrown, figures of the size of the largest decimal included.
/// </summary>
[Properties(MaxTest = 300)]
public class PricingRefusalProperties
{
    private static readonly decimal[] Figures = [-1m, 0m, 0.5m, 1m, 7m, 1e9m, 3e28m, decimal.MaxValue];

    private static readonly YearMonth January = new(2027, 1);

    [Property]
    public void WhatAnEvaluationRefusesIsAParameterOfTheCaller(PricingUsage given, int seed)
    {
        SplitMix64 random = new((ulong)seed);
        PricePlan plan = Spoilt(given.Plan, random);
        decimal[] quantities =
            [.. given.Quantities.Select(quantity => OneIn(4, random) ? Pick(Figures, random) : quantity)];
        quantities = OneIn(8, random) ? [.. quantities, 1m] : quantities;

        Assert.Equal(given.Plan.Meters.Count, plan.Meters.Count);
        bool isRefused = Refusal.Whether(plan.Validate);
        Refusal.Whether(() => BillCalculator.Bill(plan, quantities));
        Refusal.Whether(() => BillCalculator.Amount(plan, quantities.ToList()));
        Refusal.Whether(() => BillCalculator.Amounts(plan, quantities, new decimal[quantities.Length]));
        Refusal.Whether(() => PricePlanChangeCalculator.Change(
            plan, plan, DateSpan.Of(January), new LocalDate(2027, 1, 9), Currency.Usd));
        foreach (Charge charge in plan.Charges)
        {
            Refusal.Whether(() => BillCalculator.Rate(charge, quantities));
            Refusal.Whether(() => BillCalculator.Rate(charge, quantities.Take(1)));
            RateEach(charge.Price, quantities);
        }

        Assert.True(!isRefused || Refusal.Whether(() => BillCalculator.Bill(plan, new decimal[plan.Meters.Count])));
    }

    [Property]
    public void WhatAHistoryOrAnInvoiceRefusesIsAParameterOfTheCaller(PricingUsage given, int seed)
    {
        SplitMix64 random = new((ulong)seed);
        PricePlan plan = Spoilt(given.Plan, random);
        List<MeterSeries> series = [];
        List<MeterUsage> usage = [];
        foreach ((string meter, decimal quantity) in given.Plan.Meters.Zip(given.Quantities))
        {
            decimal other = Math.Max(OneIn(4, random) ? Pick(Figures, random) : quantity, 0m);
            series.Add(MeterSeries.Of(meter, quantity, other, quantity));
            usage.Add(MeterUsage.Of(OneIn(16, random) ? "none" : meter, other));
        }

        if (series.Count > 0)
        {
            Refusal.Whether(
                () => BillCalculator.MonthlyAmounts(plan, UsageHistory.Of("Acme", January, series), new decimal[3]));
        }

        BillingAccount account = new()
        {
            Customer = "Acme",
            Plan = plan,
            Currency = Currency.Usd,
            ContractStart = new LocalDate(2027, OneIn(8, random) ? 2 : 1, 1),
            SpentInContractYear = Math.Max(Pick(Figures, random), 0m),
            TaxRate = 0.2m,
            Credits = [new PrepaidCredit { Id = "gift", Balance = Math.Max(Pick(Figures, random), 0m) }],
            Carried = OneIn(4, random) ? [CarriedAllowance.Of("none", 1m)] : [],
        };
        account = Changed(account, random);
        Refusal.Whether(() => _ = account with
        {
            Cycle = new BillingCycle { Interval = BillingInterval.Days(10), FeeInterval = BillingInterval.Weeks(3) },
        });
        DateSpan period = OneIn(8, random) ? DateSpan.From(new LocalDate(2027, 1, 1)) : DateSpan.Of(January);
        LocalDate day = period.Start.PlusDays((int)(random.Next() % 33UL));
        WhetherOrBilled(account, () => InvoiceCalculator.Next(account, period, usage));
        WhetherOrBilled(account, () => InvoiceCalculator.Interim(account, day, usage.ToArray()));
        WhetherOrBilled(account, () => InvoiceCalculator.Run(account, usage, usage));
        WhetherOrBilled(account, () => InvoiceCalculator.Advance(account));
        Refusal.Whether(() => account.ChangePlan(plan, day, Pick(Enum.GetValues<PlanChangeConvention>(), random)));
        Refusal.Whether(() => account.EndContract(day));
        Refusal.Whether(
            () => account.AddCredit(new PrepaidCredit { Id = OneIn(2, random) ? "GIFT" : "b", Balance = 1m }));
    }

    [Property]
    public void WhatFactoriesAndPrepaidCreditsRefuseIsAParameter(int seed)
    {
        SplitMix64 random = new((ulong)seed);
        decimal one = Pick(Figures, random);
        decimal other = Pick(Figures, random);
        decimal third = Pick(Figures, random);
        Action[] calls =
        [
            () => PriceTier.UpTo(one, other, third),
            () => PriceTier.Beyond(one, other),
            () => PriceTier.FlatUpTo(one, other),
            () => PriceTier.FlatBeyond(one),
            () => PackageTier.UpTo(one, other, third),
            () => PackageTier.Beyond(one, other, third),
            () => PriceModel.Flat(one), () => PriceModel.PerUnit(one), () => PriceModel.Percentage(one),
            () => PriceModel.Package(one, other, third), () => CapacityTier.Of(one, other), () => Commitment.Of(one),
            () => Commitment.Ramped(one, other), () => BillCap.At(one), () => BillCap.AtMultiple(one),
            () => Rollover.UpTo(one, other), () => Allowance.Of(one), () => UnitConversion.Divide(one).Convert(other),
            () => UnitConversion.Multiply(one, UnitRounding.Up).Convert(other), () => MeterUsage.Of("", one),
            () => MeterUsage.OfTransactions("a", one, other), () => MeterSeries.Of("a", one, other),
            () => MeterSeries.OfTransactions("a", [one], [other, third]), () => CostCenter.Of("a", one),
            () => CarriedAllowance.Of("a", one), () => SpendThresholds.At(one, other).ThenEvery(third),
            () => SpendThresholds.At().ThenEvery(one).Crossed(other, third),
            () => SpendCapCalculator.Apply(one, other, [third, third, third], new decimal[3]),
            () => PricePlanChangeCalculator.Change(
                one, other, DateSpan.Of(January), new LocalDate(2027, 1, 9), Currency.Usd),
        ];
        foreach (Action call in calls)
        {
            Refusal.Whether(call);
        }

        List<PrepaidCredit> credits =
        [
            new() { Id = "a", Balance = Math.Max(one, 0m), Rollover = Rollover.UpTo(Math.Max(other, 0m)) },
            new() { Id = OneIn(4, random) ? "A" : "b", Balance = Math.Max(third, 0m) },
            new() { Id = "c", Balance = Math.Max(one, 0m), Usable = DateSpan.Of(January) },
        ];
        var day = new LocalDate(2027, 1, 9);
        Refusal.Whether(() => PrepaidCalculator.BurnDown(credits, other, day));
        Refusal.Whether(() => PrepaidCalculator.BurnDown(credits.ToArray(), other, DateSpan.Of(January)));
        Refusal.Whether(() => PrepaidCalculator.Balance(credits, day));
        Refusal.Whether(() => PrepaidCalculator.Close(credits, new LocalDate(2027, 2, 1), third));
    }

    // An account whose contract has ended has no further period.
    private static void WhetherOrBilled(BillingAccount account, Action attempt)
    {
        try
        {
            Refusal.Whether(attempt);
        }
        catch (InvalidOperationException billed)
        {
            Assert.NotNull(account.ContractEnd);
            Assert.EndsWith("and all its periods are billed.", billed.Message, StringComparison.Ordinal);
        }
    }

    // With other terms of billing, which may not go together.
    private static BillingAccount Changed(BillingAccount account, SplitMix64 random) => (random.Next() % 8) switch
    {
        0 => account with { Cycle = new BillingCycle
        {
            Fee = FeeTiming.InAdvance,
            FeeInterval = BillingInterval.Years(1),
        } },
        1 => account with { Cycle = new BillingCycle
        {
            Interval = BillingInterval.Days(10),
            FeeInterval = BillingInterval.Days(30),
        } },
        2 => account with { BilledThrough = new LocalDate(2027, 1, 7) },
        3 => account with { ContractEnd = new ContractEnd { On = new LocalDate(2027, 1, OneIn(2, random) ? 1 : 20) } },
        4 => account with { PlanChanges = [new PricePlanChange
        {
            On = new LocalDate(2027, 1, 9),
            Plan = Spoilt(account.Plan, random),
        }] },
        5 => account with { Rounding = new InvoiceRounding { Level = RoundingLevel.Invoice } },
        6 => account with { Cycle = new BillingCycle { Anchor = new LocalDate(2026, 12, 20) } },
        _ => account,
    };

    private static void RateEach(PriceModel model, decimal[] quantities)
    {
        switch (model)
        {
            case QuantityPrice price:
                decimal first = quantities[0];
                decimal last = quantities[^1];
                Refusal.Whether(() => RatingCalculator.Amount(price, first));
                Refusal.Whether(() => RatingCalculator.Amounts(price, quantities, new decimal[quantities.Length]));
                Refusal.Whether(() => RatingCalculator.AmountOfNext(price, first, last));
                Refusal.Whether(() => RatingCalculator.Breakdown(price, first));
                if (price is TieredPrice tiered)
                {
                    Refusal.Whether(() => tiered.WithBuyUp());
                }

                break;
            case PercentagePrice price:
                Refusal.Whether(() => RatingCalculator.Amount(price, quantities));
                break;
            case CapacityPrice price:
                Refusal.Whether(() => RatingCalculator.Amount(price, quantities.ToList()));
                break;
        }
    }

    // The plan, or one of the same meters that may contradict itself or has figures that do not fit a decimal.
    private static PricePlan Spoilt(PricePlan plan, SplitMix64 random)
    {
        OverageProtection protection = plan.Protection ?? new OverageProtection();
        return (random.Next() % 8) switch
        {
            0 => plan with { Protection = protection with { Cap = BillCap.At(0.01m) }, BaseFee = 1m },
            1 => plan with
            {
                Protection = protection with { Cap = BillCap.AtMultiple(3m) },
                BaseFee = decimal.MaxValue,
            },
            2 => plan with { Protection = protection with { SmoothingPeriods = 5 } },
            3 => plan with { BaseFee = decimal.MaxValue },
            4 => plan with
            {
                Charges = [.. plan.Charges.Select(charge => charge with { UsageDiscount = decimal.MaxValue })],
            },
            5 => plan with
            {
                Charges = [.. plan.Charges.Select(charge => charge with { Allowance = Allowance.Of(1m) })],
            },
            6 => plan with { Commitment = Commitment.Of(decimal.MaxValue) with { OverageMultiplier = 2m } },
            _ => plan,
        };
    }

    private static bool OneIn(int count, SplitMix64 random) => random.Next() % (ulong)count == 0;

    private static T Pick<T>(T[] items, SplitMix64 random) => items[random.Next() % (ulong)items.Length];
}
