using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates charges, plans and usage. Plans are valid: a cap is never below the commitment.</summary>
public static class PricingPlanArbitraries
{
    /// <summary>The meters of plans; payments are billed by transaction.</summary>
    internal static readonly string[] Meters = ["api", "gb", "seats"];

    internal const string Payments = "payments";

    private static readonly Gen<decimal> Percents = Gen.Frequency(
        (2, Gen.Constant(0m)), (1, Gen.Choose(0, 100).Select(percent => percent / 100m)));

    private static readonly Gen<decimal> Often0 =
        Gen.Frequency((2, Gen.Constant(0m)), (1, PricingArbitraries.Amounts));

    public static Arbitrary<UnitConversion> UnitConversion() => ConversionGen().ToArbitrary();

    public static Arbitrary<Rollover> Rollover() => RolloverGen().ToArbitrary();

    public static Arbitrary<Allowance> Allowance() => AllowanceGen().ToArbitrary();

    public static Arbitrary<Charge> Charge() => ChargeGen(0).ToArbitrary();

    public static Arbitrary<Commitment> Commitment() =>
        CommitmentGen(Enum.GetValues<CommitmentPeriod>()).ToArbitrary();

    public static Arbitrary<BillCap> BillCap() => CapGen(least: 0m, isMultiple: true).ToArbitrary();

    public static Arbitrary<OverageProtection> OverageProtection() =>
        ProtectionGen(least: 0m, isMultiple: true, plansAbove: 1).ToArbitrary();

    public static Arbitrary<PricePlan> PricePlan() => Arb.From(PlanGen(plansAbove: 2), Simpler);

    public static Arbitrary<UsageHistory> UsageHistory() =>
        PricingMonths().Generator.Select(one => one.History).ToArbitrary();

    public static Arbitrary<PricingUsage> PricingUsage() => Arb.From(
        from plan in PlanGen(plansAbove: 2)
        from quantities in Gen.CollectToArray(plan.Meters, meter => QuantityGen(plan, meter))
        select new PricingUsage(plan, quantities.ToValueList()),
        given => Simpler(given.Plan)
            .Where(simpler => simpler.Meters == given.Plan.Meters)
            .Select(simpler => given with { Plan = simpler }));

    public static Arbitrary<PricingMonths> PricingMonths() => Arb.From(
        MonthsGen(),
        given => Simpler(given.Plan).Select(simpler => given with { Plan = simpler }));

    private static Gen<UnitConversion> ConversionGen() =>
        from rounding in Gen.Elements(Enum.GetValues<UnitRounding>())
        from isFactor in PricingArbitraries.Coin
        from of in Gen.Frequency(
            (3, Gen.Elements(1.2m, 0.5m, 3m, 7m, 10m, 1_000m)),
            (1, Gen.Choose(1, 2_000).Select(hundredths => hundredths / 100m)))
        select isFactor
            ? RevenueModel.Pricing.UnitConversion.Multiply(of, rounding)
            : RevenueModel.Pricing.UnitConversion.Divide(of, rounding);

    private static Gen<Rollover> RolloverGen() =>
        from least in Often0
        from more in PricingArbitraries.Amounts
        select RevenueModel.Pricing.Rollover.UpTo(least + more, least);

    private static Gen<Allowance> AllowanceGen() =>
        from quantity in PricingArbitraries.Amounts
        from rollover in Gen.Frequency((1, Gen.Constant(default(Rollover))), (2, RolloverGen()))
        select RevenueModel.Pricing.Allowance.Of(quantity, rollover);

    private static Gen<Charge> ChargeGen(int number) =>
        from price in PricingArbitraries.ModelGen()
        from meter in Gen.Elements(Meters)
        from conversion in Gen.Frequency((2, Gen.Constant(default(UnitConversion))), (1, ConversionGen()))
        from allowance in Gen.Frequency((1, Gen.Constant(default(Allowance))), (1, AllowanceGen()))
        from units in Often0
        from amount in Often0
        from percent in Percents
        from limits in Gen.Frequency(
            (2, Gen.Constant<Band<decimal>?>(null)),
            (1, PricingArbitraries.BandGen().Select(band => (Band<decimal>?)band)))
        let isOfTransactions = price is PercentagePrice { NeedsTransactions: true }
        let charge = new Charge
        {
            Name = FormattableString.Invariant($"Charge {number}"),
            Meter = isOfTransactions ? Payments : price is CapacityPrice capacity ? capacity.Meters[0] : meter,
            Price = price,
            AmountDiscount = amount,
            PercentDiscount = percent,
            Limits = limits,
        }
        select price is CapacityPrice || isOfTransactions
            ? charge
            : charge with { Conversion = conversion, Allowance = allowance, UsageDiscount = units };

    private static Gen<Commitment> CommitmentGen(CommitmentPeriod[] periods) =>
        from years in Gen.Choose(1, 3)
        from amounts in PricingArbitraries.Amounts.ArrayOf(years)
        from period in Gen.Elements(periods)
        from trueUp in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from multiplier in Gen.Frequency((2, Gen.Constant(1m)), (2, Gen.Elements(1.5m, 2m, 1.25m, 0.5m)))
        from isByPeriod in Gen.Elements(false, false, true)
        let factor = period == CommitmentPeriod.ContractYear ? 12m : 1m
        let all = amounts.Select(amount => amount * factor).ToArray()
        select (isByPeriod && period == CommitmentPeriod.BillingPeriod
            ? RevenueModel.Pricing.Commitment.ByPeriod(all)
            : RevenueModel.Pricing.Commitment.Ramped(all)) with
        {
            Period = period,
            TrueUp = trueUp,
            OverageMultiplier = multiplier,
        };

    private static Gen<BillCap> CapGen(decimal least, bool isMultiple) =>
        from above in Often0
        from isAmount in PricingArbitraries.Coin
        from hundredths in Gen.Choose(100, 400)
        select isAmount || !isMultiple
            ? RevenueModel.Pricing.BillCap.At(least + above)
            : RevenueModel.Pricing.BillCap.AtMultiple(hundredths / 100m);

    private static Gen<OverageProtection> ProtectionGen(decimal least, bool isMultiple, int plansAbove) =>
        from cap in Gen.Frequency((1, Gen.Constant(default(BillCap))), (1, CapGen(least, isMultiple)))
        from smoothing in Gen.Elements(1, 1, 1, 2, 3, 6)
        from next in plansAbove == 0
            ? Gen.Constant<PricePlan?>(null)
            : Gen.Frequency(
                (1, Gen.Constant<PricePlan?>(null)),
                (1, PlanGen(plansAbove - 1, [CommitmentPeriod.BillingPeriod]).Select(plan => (PricePlan?)plan)))
        select new OverageProtection
        {
            Cap = cap,
            SmoothingPeriods = smoothing,
            MoveUpTo = next is null ? null : Smoothing(next, smoothing),
        };

    // A plan that is moved up to smooths over as many periods, or not at all.
    private static PricePlan Smoothing(PricePlan plan, int periods)
    {
        if (plan.Protection is not { } protection)
        {
            return plan;
        }

        int own = protection.SmoothingPeriods == 1 ? 1 : periods;
        return plan with
        {
            Protection = protection with
            {
                SmoothingPeriods = own,
                MoveUpTo = protection.MoveUpTo is { } next ? Smoothing(next, own) : null,
            },
        };
    }

    private static Gen<PricePlan> PlanGen(int plansAbove) => PlanGen(plansAbove, Enum.GetValues<CommitmentPeriod>());

    private static Gen<PricePlan> PlanGen(int plansAbove, CommitmentPeriod[] periods) =>
        from fee in PricingArbitraries.Amounts
        from charges in Gen.Choose(0, 4).SelectMany(count => Gen.CollectToArray(Enumerable.Range(1, count), ChargeGen))
        from off in Often0
        from percent in Percents
        from commitment in Gen.Frequency(
            (1, Gen.Constant<Commitment?>(null)), (2, CommitmentGen(periods).Select(one => (Commitment?)one)))
        let committed = commitment is { Period: CommitmentPeriod.BillingPeriod } ofPeriod
            ? [.. ofPeriod.Amounts]
            : new decimal[] { 0m }
        from protection in Gen.Frequency(
            (1, Gen.Constant<OverageProtection?>(null)),
            (2, ProtectionGen(
                Math.Max(fee, committed.Max()), Math.Max(fee, committed.Min()) > 0m, plansAbove).Select(one =>
                    (OverageProtection?)one)))
        from dayCount in Gen.Elements(DayCount.ActualActual, DayCount.Thirty360)
        let isSmooth = protection is null
            || (charges.All(charge => !NeedsTransactions(charge))
                && !(protection.MoveUpTo is { } next && NeedsTransactions(next)))
        select new PricePlan
        {
            Name = FormattableString.Invariant($"Plan {plansAbove}"),
            BaseFee = fee,
            Charges = charges.ToValueList(),
            AmountDiscount = off,
            PercentDiscount = percent,
            Commitment = commitment,
            Protection = isSmooth ? protection : protection! with
            {
                SmoothingPeriods = 1,
                MoveUpTo = protection.MoveUpTo is { } above ? Smoothing(above, 1) : null,
            },
            DayCount = dayCount,
        };

    private static bool NeedsTransactions(Charge charge) =>
        charge.Price is PercentagePrice { NeedsTransactions: true };

    private static bool NeedsTransactions(PricePlan plan) =>
        plan.Charges.Any(NeedsTransactions) || (plan.Protection?.MoveUpTo is { } next && NeedsTransactions(next));

    private static Gen<PricingMonths> MonthsGen() =>
        from plan in PlanGen(plansAbove: 2)
        from months in Gen.Frequency((2, Gen.Choose(1, 6)), (1, Gen.Choose(12, 30)))
        from other in Gen.Frequency((plan.Meters.IsEmpty ? 0 : 2, Gen.Constant(false)), (1, Gen.Constant(true)))
        from series in Gen.CollectToArray(
            other ? [.. plan.Meters, "other"] : plan.Meters.AsEnumerable(),
            meter => QuantityGen(plan, meter).ArrayOf(months).Select(quantities =>
                MeterSeries.Of(months % 2 == 0 ? meter : meter.ToUpperInvariant(), quantities.ToValueList())))
        from shuffled in Gen.Shuffle(series)
        from start in Gen.Choose(0, 11)
        from before in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 30)))
        let first = new LocalDate(2026, 1, 1).PlusMonths(start)
        select new PricingMonths(
            plan,
            RevenueModel.Pricing.UsageHistory.Of("Acme", first.ToYearMonth(), shuffled) with
            {
                ContractStart = first.PlusMonths(-before).ToYearMonth(),
            });

    // On, around and between the tiers of a charge on the meter, before the allowance and in metered units.
    private static Gen<decimal> QuantityGen(PricePlan plan, string meter)
    {
        Charge[] charges = OnMeter(plan, meter);
        Gen<decimal> target = charges.Length == 0
            ? PricingArbitraries.Amounts
            : from charge in Gen.Elements(charges)
              from billed in PricingArbitraries.Near(PricingArbitraries.EndsOf(charge.Price), most: null)
              select decimal.Round(
                  (billed + charge.Allowance.Quantity) * charge.Conversion.Divisor / charge.Conversion.Factor, 6);
        return Gen.Frequency((5, target), (1, Gen.Constant(0m)))
            .Select(quantity => Within(plan, meter, quantity, share: 1m));
    }

    /// <summary>
    /// The quantity, or a smaller one where it is above a last tier, with a share of the allowances included.
    /// </summary>
    internal static decimal Within(PricePlan plan, string meter, decimal quantity, decimal share)
    {
        Charge[] charges = OnMeter(plan, meter);
        while (!charges.All(charge => Fits(charge, meter, quantity, share)))
        {
            quantity = quantity < 0.001m ? 0m : decimal.Round(quantity / 2m, 6);
        }

        return quantity;
    }

    private static Charge[] OnMeter(PricePlan plan, string meter) =>
        [.. Reachable(plan).SelectMany(one => one.Charges.AsEnumerable()).Where(charge => IsOn(charge, meter))];

    private static IEnumerable<PricePlan> Reachable(PricePlan plan) =>
        plan.Protection?.MoveUpTo is { } next ? Reachable(next).Prepend(plan) : [plan];

    private static bool IsOn(Charge charge, string meter) =>
        charge.Price is CapacityPrice capacity ? capacity.Meters.Contains(meter) : charge.Meter == meter;

    private static bool Fits(Charge charge, string meter, decimal quantity, decimal share) => charge.Price switch
    {
        QuantityPrice price =>
            !(charge.Conversion.Convert(quantity) - (charge.Allowance.Quantity * share) > price.UpTo),
        CapacityPrice price =>
            !(quantity > price.Tiers[price.Tiers.Count - 1].Limits[price.Meters.ToList().IndexOf(meter)]),
        PercentagePrice { NeedsTransactions: true } => quantity == 0m,
        _ => true,
    };

    // Each of these has a term less, so that shrinking ends.
    private static IEnumerable<PricePlan> Simpler(PricePlan plan)
    {
        if (plan.Protection is { } protection)
        {
            yield return plan with { Protection = null };
            if (protection.SmoothingPeriods > 1)
            {
                yield return plan with { Protection = protection with { SmoothingPeriods = 1 } };
            }

            if (protection.MoveUpTo is not null)
            {
                yield return plan with { Protection = protection with { MoveUpTo = null } };
            }

            if (protection.Cap.IsSet)
            {
                yield return plan with { Protection = protection with { Cap = default } };
            }
        }
        else if (plan.Commitment is not null)
        {
            yield return plan with { Commitment = null };
        }

        for (int i = 0; i < plan.Charges.Count; i++)
        {
            yield return plan with { Charges = plan.Charges.Where((_, at) => at != i).ToValueList() };
        }
    }
}
