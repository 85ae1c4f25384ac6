using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Conventions;

/// <summary>The records of pricing.</summary>
public partial class PrintingTests
{
    private static IEnumerable<object> Pricing()
    {
        TieredPrice graduated = PriceModel.Graduated(
            PriceTier.UpTo(1_000.5m, 0.125m, 2_500.5m),
            PriceTier.FlatUpTo(2_000m, 1_234.5m),
            PriceTier.Beyond(0.0625m));
        PackagePrice package = PriceModel
            .Packages(PackageTier.UpTo(1_000.5m, 12.5m, 1.25m, 1_234.5m), PackageTier.Beyond(100m, 0.5m))
                .WithFreeUnits(1_000.5m);
        PercentagePrice percentage = PriceModel.Percentage(0.02955m) with
        {
            FixedFee = 0.305m,
            FreeEvents = 1_000,
            FreeAmount = 1_234.5m,
            TransactionLimits = Band.Between(0.5m, 12.5m),
        };
        CapacityPrice capacity = PriceModel.Capacity(
            ["api", "gb"], CapacityTier.Of(1_234.5m, 1_000.5m, null), CapacityTier.Of(12_345.5m, null, null));
        Charge charge = new()
        {
            Name = "Calls",
            Price = graduated.WithZeroUsage(ZeroUsage.Nothing).WithBuyUp(),
            Conversion = UnitConversion.Multiply(1.205m, UnitRounding.HalfUp),
            Allowance = Allowance.Of(1_000.5m, Rollover.UpTo(500.5m, 12.5m)),
            UsageDiscount = 1.5m,
            AmountDiscount = 1_000.25m,
            PercentDiscount = 0.125m,
            Limits = Band.Between(0.5m, 12_345.5m),
        };
        Commitment commitment = Commitment.Ramped(1_000.5m, 2_000.5m) with
        {
            Period = CommitmentPeriod.ContractYear,
            TrueUp = false,
            OverageMultiplier = 1.255m,
        };
        PricePlan plan = new()
        {
            Name = "Team",
            BaseFee = 1_234.5m,
            Charges = [charge],
            AmountDiscount = 1_000.5m,
            PercentDiscount = 0.125m,
            Commitment = commitment,
            Protection = new OverageProtection
            {
                Cap = BillCap.AtMultiple(2.5m),
                SmoothingPeriods = 3,
                MoveUpTo = new PricePlan { Name = "Big" },
            },
        };
        UsageHistory history = UsageHistory.Of(
            "Acme", new YearMonth(2026, 10), "Calls", [.. Enumerable.Repeat(1_234.5m, 1_001)]);
        return
        [
            graduated, .. graduated.Tiers.Select(tier => (object)tier), default(PriceTier), charge.Price,
            PriceModel.Volume([.. graduated.Tiers]), PriceModel.Stairstep(PriceTier.FlatBeyond(1_234.5m)),
            PriceModel.GraduatedPercentage(PriceTier.Beyond(0.0295m)),
            PriceModel.Flat(1_234.5m),
            PriceModel.PerUnit(0.00125m),
            package, .. package.Tiers.Select(tier => (object)tier), default(PackageTier), percentage,
            capacity, capacity.Tiers[0], default(CapacityTier),
            .. RatingCalculator.Breakdown(graduated, 2_345.5m).Select(part => (object)part),
            .. RatingCalculator.Breakdown(package, 2_345.5m).Select(part => (object)part),
            RatingCalculator.Breakdown(PriceModel.PerUnit(0.5m), 1.5m)[0],
            charge, charge with { Conversion = UnitConversion.Divide(1_000.5m, UnitRounding.Up) }, charge.Conversion,
            UnitConversion.Divide(1_000.5m, UnitRounding.Down),
            default(UnitConversion),
            charge.Allowance,
            default(Allowance),
            charge.Allowance.Rollover, Rollover.UpTo(1_000.5m), default(Rollover), commitment, Commitment.Of(1_234.5m),
            BillCap.At(1_234.5m),
            BillCap.AtMultiple(2.5m),
            default(BillCap),
            plan,
            plan.Protection,
            new OverageProtection(),
            plan with
            {
                Charges = [],
                BaseFee = 0m,
                AmountDiscount = 0m,
                PercentDiscount = 0m,
                Commitment = null,
                Protection = null,
            },
            BillCalculator.Rate(charge, 2_345.5m), BillCalculator.Bill(plan, 2_345.5m), Commitment.ByPeriod(
                1_000.5m, 2_000m),
            .. BillCalculator.Explain(plan, 2_345.5m), BillCalculator.Explain(plan, 2_345.5m)[1].Measure!,
            MeterUsage.Of("Calls", 1_234.5m, DateSpan.Year(2027)), default(RatedCharge), default(PeriodBill),
            history,
            history.Series[0],
            MeterUsage.Of("Calls", 1_234.5m),
            MeterUsage.OfTransactions("Payments", 1_234.5m, 0.5m),
            SpendThresholds.At(500.5m, 1_000.5m).ThenEvery(250.5m), default(SpendThresholds),
        ];
    }

    private static IEnumerable<object> PricingDecisions()
    {
        PricePlan usage = new() { Name = "Usage", Charges = [new Charge
        {
            Name = "Calls",
            Price = PriceModel.Graduated(PriceTier.UpTo(1_000.5m, 0.125m), PriceTier.Beyond(0.0625m)),
        }] };
        PricePlan fee = new()
        {
            Name = "Fee",
            BaseFee = 1_234.5m,
            Charges = [usage.Charges[0] with { Allowance = Allowance.Of(1_000.5m) }],
        };
        UsageHistory[] histories =
        [
            UsageHistory.Of("Acme", new YearMonth(2026, 10), "Calls", 1_234.5m, 1_300.25m, 12_345.5m, 0m),
            UsageHistory.Of("Globex", new YearMonth(2026, 10), "Calls", 123_456.5m, 130_000m, 125_000m, 128_000.5m),
        ];
        BillComparison comparison = BillComparisonCalculator.Compare(usage, fee, histories);
        ValueList<PricePlanProjection> projections = PricePlanProjectionCalculator.ProjectYears(
            [usage, fee], "Calls", [24m, 48m, 72.5m], 1_234.5m);
        RenewalComparison renewal = RenewalOutlookCalculator.Compare(
            PricingRetention.Of("pure usage", 0.785m, Band.Between(0.205m, 0.405m)),
            PricingRetention.Measured("ours", 1_234, 1_500),
            1_234_567.5m);
        CostToServe cost = new()
        {
            Meters = [new MeterCost { Meter = "Calls", Cost = PriceModel.PerUnit(0.0015m) }],
            FixedPerMonth = 1_234.5m,
        };
        MarginReport margins = MarginCalculator.Measure(usage, cost, histories, 0.805m);
        LadderConstraints goal =
            new() { Tiers = Band.Between(2, 3), MaxTripledShare = 0.505m, TierRevenueTolerance = 0.125m };
        LadderDesign none = LadderCalculator.Design(goal, usage, histories);
        LadderDesign one = LadderCalculator.Design(
            new LadderConstraints { Tiers = Band.Between(2, 2), TierRevenueTolerance = 9.5m, MaxBillGrowth = 50.5m },
            usage,
            histories);
        LadderEvaluation fit = one.Best!;
        LadderFloors floors = new() { Cost = cost, MinMargin = 0.505m, MinTierMargin = -0.125m, MinFeeToCost = 1.5m };
        LadderConstraints limited =
            goal with { Floors = floors, MaxCheapestTierLoss = 0.255m, MinTripledIncrease = 1_234.5m };
        LadderDesign costed = LadderCalculator.Design(limited, usage, histories);
        LadderWarningLimits strict = new()
        {
            MaxMonthToFee = 0.5m,
            MaxZeroCommitShare = 0m,
            MinCustomersPerTier = 1_234,
            MaxCheapestTierLoss = 0.005m,
            MinTierMargin = 0.995m,
        };
        TierLadder steep = TierLadder.Of(
            "Calls",
            LadderTier.UpTo(0.5m, 1_234.5m),
            LadderTier.UpTo(5_000m, 2_345.5m),
            LadderTier.Unlimited(12_345.5m));
        LadderEvaluation weak = LadderCalculator.Evaluate(
            steep,
            usage,
            [.. histories, UsageHistory.Of("Idle", new YearMonth(2026, 10), "Calls", 0m, 0m, 0m)],
            cost: cost);
        EffectivePriceOptions watch = new()
        {
            ShockRule = BillShockRule.Of(2.5m) with { MinIncrease = 1_234.5m },
            MinPriceRise = 0.125m,
            UsageThrough = new LocalDate(2027, 1, 9),
        };
        EffectivePriceReview review = EffectivePriceCalculator.Review(usage, "Calls", histories, watch);
        return
        [
            comparison, comparison.Change, comparison.Current, comparison.Current.Variation, comparison.Current.Shocks,
            comparison.Customers[0],
            comparison.MigrationShocks,
            comparison.Rule,
            BillShockRule.Of(2.5m, BillReference.Median),
            comparison.Current.Shocks.Shocks[0],
            .. projections,
            projections[0].Bills[2],
            projections[0].Bills[2].Point,
            renewal, renewal.First, renewal.Second, renewal.Second.Retention, cost, cost.Meters[0],
            margins,
            margins.Total,
            margins.Customers[1],
            margins.Tiers[0],
            goal,
            none,
            none.Rejected[0],
            one,
            fit,
            fit.Tiers[0],
            floors, limited, costed, strict, weak, weak.Tiers[0], .. weak.Warnings(strict).Select(warning =>
                (object)warning),
            watch,
            watch.ShockRule,
            review,
            .. review.Customers.Select(customer => (object)customer),
            review.Customers[0].Last,
            default(EffectivePrice),
            fit.Ladder,
            fit.Ladder.Tiers[0],
            default(LadderTier),
            default(RejectedLadders),
            default(BillChange),
            default(BillSummary),
        ];
    }

    private static IEnumerable<object> Invoices()
    {
        BillingAccount account = new()
        {
            Customer = "Acme",
            Currency = Currency.Of("KWD"),
            ContractStart = new LocalDate(2026, 10, 5),
            Cycle = new BillingCycle { Anchor = new LocalDate(2026, 10, 1) },
            TaxRate = 0.0825m,
            Credits = [new PrepaidCredit
            {
                Id = "Paid",
                Balance = 12.125m,
                Usable = DateSpan.Year(2026),
                Rollover = Rollover.UpTo(500.5m),
            }],
            Plan = new PricePlan
            {
                Name = "Team",
                BaseFee = 1_234.5m,
                PercentDiscount = 0.125m,
                Charges = [new Charge
                {
                    Name = "Calls",
                    Price = PriceModel.PerUnit(1.0625m),
                    Allowance = Allowance.Of(1_000.5m, Rollover.UpTo(2_000.5m)),
                }],
                Commitment = Commitment.Of(1_500.5m),
                Protection = new OverageProtection { Cap = BillCap.AtMultiple(2.5m), SmoothingPeriods = 2 },
            },
        };
        Invoice soFar = InvoiceCalculator.Interim(account, new(2026, 10, 20), MeterUsage.Of("Calls", 1_234.5m));
        Invoice final = InvoiceCalculator.Next(
            soFar.ClosingAccount, account.NextPeriod(), MeterUsage.Of("Calls", 123_456.5m));
        Invoice light = InvoiceCalculator.Next(account, account.NextPeriod(), MeterUsage.Of("Calls", 0.5m));
        BillingAccount yearly = account with
        {
            Cycle = new BillingCycle { FeeInterval = BillingInterval.Years(1), Fee = FeeTiming.InAdvance },
        };
        BillingAccount changed = yearly.ChangePlan(
            account.Plan with { Name = "Pro", BaseFee = 2_345.5m }, new(2026, 10, 20), PlanChangeConvention.NoRefund)
            .EndContract(new(2027, 1, 7), EarlyEndTrueUp.None);
        PrepaidCredit paid = account.Credits[0] with { Id = "Calls", Charges = ["Calls"], Use = PrepaidUse.AfterTax };
        Invoice advance = InvoiceCalculator.Advance(
            changed with { Rounding = new InvoiceRounding { Level = RoundingLevel.Invoice }, Credits = [paid] });
        DateSpan year = DateSpan.Year(2027);
        StandingFee fee = new() { Period = year, Days = year, Plan = account.Plan, Amount = 1_234.5m };
        BurnDown burn = PrepaidCalculator.BurnDown(account.Credits, 0.5m, new LocalDate(2026, 10, 5));
        return
        [
            account,
            soFar.Period,
            soFar,
            final,
            light,
            .. soFar.Lines,
            .. final.Lines,
            .. light.Lines,
            final.ClosingAccount.RecentUsage[0],
            light.ClosingAccount.Carried[0],
            account.Credits[0],
            burn,
            burn.Draws[0],
            final.PrepaidClose!,
            Currency.Usd,
            PricePlanChangeCalculator.Change(
                10.5m, 2_000.5m, DateSpan.Of(new YearMonth(2026, 10)), new LocalDate(2026, 10, 5), Currency.Eur),
            changed,
            changed.PlanChanges[0],
            changed.ContractEnd!,
            changed.Cycle,
            BillingCycle.Monthly,
            BillingInterval.Weeks(2),
            changed.Rounding,
            paid,
            advance,
            .. advance.Lines,
            .. advance.Sections,
            advance.ClosingAccount.Open!,
            advance.ClosingAccount.Rounding,
            soFar.ClosingAccount.Open!,
            fee,
            CostCenter.Of("Sales", 0.5m), CostCenterCalculator.Split(final, CostCenter.Of("Sales", 0.5m)),
        ];
    }
}
