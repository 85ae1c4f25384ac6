using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates plans, their parts and credits.</summary>
public static class CompensationArbitraries
{
    private static readonly Gen<bool> Coin = Gen.Elements(false, true);

    private static readonly Gen<decimal> Shares = Gen.Choose(0, 100).Select(percent => percent / 100m);

    private static readonly Gen<decimal> Hundredths = Gen.Choose(0, 300).Select(hundredths => hundredths / 100m);

    private static readonly CompMeasure[] Measures =
    [
        RevenueModel.Compensation.CompMeasure.NewArr,
        RevenueModel.Compensation.CompMeasure.ExpansionArr,
        RevenueModel.Compensation.CompMeasure.LogoRetention,
        RevenueModel.Compensation.CompMeasure.GrossRetention,
        RevenueModel.Compensation.CompMeasure.Activations,
        RevenueModel.Compensation.CompMeasure.AttributedRoi,
        RevenueModel.Compensation.CompMeasure.PartnerInfluencedPipeline,
        RevenueModel.Compensation.CompMeasure.CertifiedConsultants,
        RevenueModel.Compensation.CompMeasure.Custom("Renewals", MeasureKind.Flow, MeasureUnit.Count),
    ];

    public static Arbitrary<CompMeasure> CompMeasure() => Gen.Elements(Measures).ToArbitrary();

    public static Arbitrary<PayMix> PayMix() =>
        Gen.Choose(0, 100).Select(percent => RevenueModel.Compensation.PayMix.OfPercent(100 - percent, percent))
            .ToArbitrary();

    public static Arbitrary<VestingSchedule> VestingSchedule() =>
        (from count in Gen.Choose(1, 5)
         from cuts in Gen.Choose(0, 10_000).ArrayOf(count - 1)
         select RevenueModel.Compensation.VestingSchedule.Of(Parts(cuts, 10_000))).ToArbitrary();

    public static Arbitrary<RampMonth> RampMonth() =>
        (from quota in Shares
         from guaranteed in Shares
         select RevenueModel.Compensation.RampMonth.Of(quota, guaranteed)).ToArbitrary();

    public static Arbitrary<Ramp> Ramp() => Gen.Frequency(
        (1, Gen.Constant(default(Ramp))),
        (1, Gen.Choose(1, 9).Select(months => RevenueModel.Compensation.Ramp.Straight(months))),
        (3, Gen.Choose(1, 9).SelectMany(count => RampMonth().Generator.ArrayOf(count))
            .Select(months => RevenueModel.Compensation.Ramp.Of(months)))).ToArbitrary();

    public static Arbitrary<Draw> Draw() =>
        (from thousands in Gen.Choose(0, 60)
         from kind in Gen.Elements(Enum.GetValues<DrawKind>())
         from months in Gen.Choose(0, 12)
         from recovery in Gen.Elements(Enum.GetValues<DrawRecovery>())
         from grace in Gen.Choose(0, 6)
         from end in Gen.Elements(Enum.GetValues<DrawEnd>())
         select kind == DrawKind.NonRecoverable
             ? RevenueModel.Compensation.Draw.NonRecoverable(thousands * 1_000m, months == 0 ? null : months)
             : RevenueModel.Compensation.Draw.Recoverable(
                 thousands * 1_000m, months == 0 ? null : months, recovery, grace, end)).ToArbitrary();

    public static Arbitrary<PayoutCurve> PayoutCurve() =>
        (from tiers in CurveTiers(Gen.Elements(Enum.GetValues<TierMode>()), isRising: false, flats: Hundredths)
         from boundary in Gen.Frequency(
             (4, Gen.Constant(TierBoundary.ToUpperTier)), (1, Gen.Constant(TierBoundary.ToLowerTier)))
         from curve in Bounded(tiers, boundary, Gen.Elements(Enum.GetValues<ThresholdRule>()))
         select curve).ToArbitrary();

    public static Arbitrary<RisingCurve> RisingCurve() =>
        (from tiers in CurveTiers(Gen.Elements(Enum.GetValues<TierMode>()), isRising: true, flats: Hundredths)
         from boundary in Gen.Elements(Enum.GetValues<TierBoundary>())
         from curve in Bounded(tiers, boundary, Gen.Elements(Enum.GetValues<ThresholdRule>()))
         select new RisingCurve(curve)).ToArbitrary();

    public static Arbitrary<MarginalCurve> MarginalCurve() =>
        (from tiers in CurveTiers(
             Gen.Elements(TierMode.Marginal, TierMode.Interpolated), isRising: false, flats: Gen.Constant(0m))
         from boundary in Gen.Elements(Enum.GetValues<TierBoundary>())
         from curve in Bounded(tiers, boundary, Gen.Constant(ThresholdRule.PaysAboveThreshold))
         select new MarginalCurve(curve)).ToArbitrary();

    public static Arbitrary<Attainment> Attainment() => Gen.Frequency(
        (3, Gen.Choose(0, 40).Select(tenths => new Attainment(tenths / 10m))),
        (3, Gen.Choose(0, 400).Select(hundredths => new Attainment(hundredths / 100m))),
        (2, Gen.Choose(0, 50_000).Select(number => new Attainment(number / 10_000m)))).ToArbitrary();

    public static Arbitrary<ComponentTerms> ComponentTerms() =>
        (from target in Gen.Choose(1, 400_000_000).Select(cents => cents / 100m)
         from pay in Gen.Choose(0, 20_000_000).Select(cents => cents / 100m)
         from curve in PayoutCurve().Generator
         from cap in Gen.Choose(-20_000_000, 40_000_000).Select(cents => cents >= 0 ? cents / 100m : (decimal?)null)
         select RevenueModel.Compensation.ComponentTerms.Of(target, pay, curve, cap)).ToArbitrary();

    public static Arbitrary<PayComponent> PayComponent() =>
        (from measure in Gen.Elements(Measures)
         from component in ComponentGen(measure, weight: 1m)
         select component).ToArbitrary();

    public static Arbitrary<CompPlan> CompPlan() =>
        (from ote in Gen.Choose(1, 500).Select(thousands => thousands * 1_000m)
         from mix in PayMix().Generator
         from measures in Gen.Shuffle(Measures)
         from count in Gen.Choose(1, 3)
         from cuts in Gen.Choose(1, 99).ArrayOf(count - 1)
         let weights = Parts(cuts, 100).Where(weight => weight > 0m).ToArray()
         from components in Gen.CollectToArray(
             Enumerable.Range(0, weights.Length), at => ComponentGen(measures[at], weights[at]))
         from calendar in Gen.Choose(1, 12).Select(RevenueModel.Primitives.FiscalCalendar.StartingIn)
         from dayCount in Gen.Elements(Enum.GetValues<DayCount>())
         from ramp in Ramp().Generator
         from vesting in VestingSchedule().Generator
         from draw in Optional(Draw().Generator)
         from gate in Optional(CreditGate().Generator)
         from residual in Optional(Residual().Generator)
         from clawback in Optional(Clawback().Generator)
         from windfall in Optional(WindfallRule().Generator)
         select new CompPlan
         {
             Role = "Account executive",
             OnTargetEarnings = ote,
             PayMix = mix,
             Components = components.ToValueList(),
             Calendar = calendar,
             DayCount = dayCount,
             Ramp = ramp,
             Vesting = vesting,
             Draw = draw,
             Gates = gate is null ? [] : [gate],
             Residual = residual,
             Clawback = clawback,
             Windfall = windfall,
         }).ToArbitrary();

    public static Arbitrary<CreditGate> CreditGate() =>
        (from engagement in Gen.Elements(
             BuyerEngagement.None, BuyerEngagement.IT, BuyerEngagement.OT, BuyerEngagement.Both)
         from milestone in Gen.Elements<string?>(null, "Pilot accepted")
         from segments in Gen.SubListOf("SMB", "Mid-Market", "Enterprise")
         select new CreditGate
         {
             Name = "Gate",
             RequiredEngagement = engagement,
             RequiredMilestone = milestone,
             Segments = segments.ToValueList(),
         }).ToArbitrary();

    public static Arbitrary<Residual> Residual() =>
        (from rate in Shares
         from months in Gen.Choose(1, 36)
         from anchor in Gen.Elements(Enum.GetValues<ResidualAnchor>())
         from basis in Gen.Elements(Enum.GetValues<ResidualBasis>())
         select new Residual { Rate = rate, Months = months, Anchor = anchor, Basis = basis }).ToArbitrary();

    public static Arbitrary<Clawback> Clawback() =>
        (from months in Gen.Choose(1, 24)
         from share in Shares
         from causes in Gen.Choose(0, 7)
         from declines in Coin
         select new Clawback
         {
             WindowMonths = months,
             Share = share,
             Causes = (ClawbackCauses)causes,
             DeclinesMonthly = declines,
         }).ToArbitrary();

    public static Arbitrary<WindfallRule> WindfallRule() =>
        (from limit in Gen.Choose(1, 300).Select(hundredths => hundredths / 100m)
         from basis in Gen.Elements(Enum.GetValues<WindfallBasis>())
         from share in Shares
         select new WindfallRule { Limit = limit, Basis = basis, ReducedShare = share }).ToArbitrary();

    public static Arbitrary<Spiff> Spiff() =>
        (from measure in Gen.Elements(Measures)
         from window in TierArbitraries.DateSpan().Generator
         from rate in Shares
         from amount in Gen.Choose(0, 5_000)
         from budget in Gen.Choose(-10_000, 50_000)
         select new Spiff
         {
             Name = "Push",
             Measure = measure,
             Window = window,
             Rate = rate,
             AmountPerDeal = amount,
             Budget = budget < 0 ? null : budget,
         }).ToArbitrary();

    public static Arbitrary<ExpansionTrigger> ExpansionTrigger() =>
        (from kind in Gen.Elements(Enum.GetValues<ExpansionTriggerKind>())
         from rate in Shares
         from isRate in Coin
         select isRate
             ? RevenueModel.Compensation.ExpansionTrigger.AtRate(kind, rate)
             : RevenueModel.Compensation.ExpansionTrigger.AtAmount(kind, rate * 1_000m)).ToArbitrary();

    public static Arbitrary<CompCredit> CompCredit() =>
        (from measure in Gen.Elements(Measures)
         from date in TierArbitraries.DateGen()
         from credit in CreditGen(measure, date)
         select credit).ToArbitrary();

    public static Arbitrary<CompEvent> CompEvent() =>
        (from date in TierArbitraries.DateGen()
         from kind in Gen.Elements(Enum.GetValues<CompEventKind>())
         from subject in Gen.Elements("D-1", "D-2", "Acme")
         from cents in Gen.Choose(1, 100_000_000)
         from engagement in Gen.Elements(BuyerEngagement.IT, BuyerEngagement.OT, BuyerEngagement.Both)
         select kind switch
         {
             CompEventKind.BuyersEngaged =>
                 RevenueModel.Compensation.CompEvent.BuyersEngaged(date, subject, engagement),
             CompEventKind.MilestoneReached =>
                 RevenueModel.Compensation.CompEvent.MilestoneReached(date, subject, "Pilot accepted"),
             CompEventKind.WentLive => RevenueModel.Compensation.CompEvent.WentLive(date, subject),
             CompEventKind.Invoiced => RevenueModel.Compensation.CompEvent.Invoiced(date, subject, cents / 100m),
             CompEventKind.CashReceived =>
                 RevenueModel.Compensation.CompEvent.CashReceived(date, subject, cents / 100m),
             CompEventKind.Refunded => RevenueModel.Compensation.CompEvent.Refunded(date, subject, cents / 100m),
             CompEventKind.Churned => RevenueModel.Compensation.CompEvent.Churned(date, subject),
             _ => RevenueModel.Compensation.CompEvent.NotPaid(date, subject),
         }).ToArbitrary();

    public static Arbitrary<CompAssignment> CompAssignment() =>
        (from plan in CompPlan().Generator
         from inForce in TierArbitraries.DateSpan().Generator
         select RevenueModel.Compensation.CompAssignment.Of(plan, inForce)).ToArbitrary();

    private static Gen<T?> Optional<T>(Gen<T> value)
        where T : class =>
        Gen.Frequency((1, Gen.Constant<T?>(null)), (1, value.Select(given => (T?)given)));

    // The parts that cuts make of a whole, as fractions that sum to one.
    private static decimal[] Parts(int[] cuts, int whole)
    {
        int[] ends = [0, .. cuts.Order(), whole];
        return [.. ends.Skip(1).Zip(ends, (end, start) => (end - start) / (decimal)whole)];
    }

    private static Gen<PayComponent> ComponentGen(CompMeasure measure, decimal weight) =>
        from target in Gen.Choose(1, 200)
        from curve in PayoutCurve().Generator
        from period in Gen.Elements(Enum.GetValues<MeasurementPeriod>())
        from basis in Gen.Elements(Enum.GetValues<TargetBasis>())
        from isSeasonal in Coin
        from cap in Gen.Choose(-200, 400)
        select new PayComponent
        {
            Measure = measure,
            Weight = weight,
            Target = measure.Kind == MeasureKind.Level
                ? PayTarget.Level(measure.Unit == MeasureUnit.Ratio ? target / 200m : target * 10_000m)
                : basis switch
                {
                    TargetBasis.Quarter => PayTarget.PerQuarter(target * 2_500m),
                    TargetBasis.Month => PayTarget.PerMonth(target * 1_000m),
                    _ => isSeasonal
                        ? PayTarget.PerYear(target * 10_000m).Seasonal(0.2m, 0.3m, 0.1m, 0.4m)
                        : PayTarget.PerYear(target * 10_000m),
                },
            Curve = curve,
            Period = period,
            AmountCap = cap < 0 ? null : cap * 1_000m,
        };

    private static Gen<CompCredit> CreditGen(CompMeasure measure, LocalDate date) =>
        from cents in Gen.Choose(-2_000_000, 20_000_000)
        from share in Gen.Frequency((2, Gen.Constant(1m)), (1, Shares))
        from deal in Gen.Choose(1, 9)
        from segment in Gen.Elements<string?>(null, "SMB", "mid-market", "Enterprise")
        from trigger in Gen.Elements<ExpansionTriggerKind?>(null, null, ExpansionTriggerKind.ModuleAttach)
        from buyers in Gen.Elements(
            BuyerEngagement.None, BuyerEngagement.IT, BuyerEngagement.OT, BuyerEngagement.Both)
        select new CompCredit
        {
            Date = date,
            Measure = measure,
            Amount = measure.Kind == MeasureKind.Level ? Math.Abs(cents) / 10_000_000m : cents / 100m,
            Deal = FormattableString.Invariant($"D-{deal}"),
            Segment = segment,
            Share = share,
            Trigger = trigger,
            BuyerEngagement = buyers,
        };

    // In a rising curve a tier whose rate or amount would fall below what was reached is lifted to it.
    private static Gen<Tier[]> CurveTiers(Gen<TierMode> modes, bool isRising, Gen<decimal> flats) =>
        from count in Gen.Choose(1, 4)
        from widths in Gen.Choose(1, 12).Select(tenths => tenths / 10m).ArrayOf(count)
        from kinds in modes.ArrayOf(count)
        from rates in Hundredths.ArrayOf(count)
        from once in flats.ArrayOf(count)
        from hasFlat in Gen.Choose(0, 3).ArrayOf(count)
        select Tiers(
            widths, kinds, rates, [.. once.Zip(hasFlat, (flat, has) => has == 0 ? flat / 10m : 0m)], isRising);

    private static Tier[] Tiers(decimal[] widths, TierMode[] modes, decimal[] rates, decimal[] flats, bool isRising)
    {
        var tiers = new Tier[widths.Length];
        decimal from = 0m;
        decimal reached = 0m;
        (decimal start, decimal below) = (0m, 0m); // of the run of overage tiers
        for (int i = 0; i < tiers.Length; i++)
        {
            bool isLast = i == tiers.Length - 1;
            decimal end = from + widths[i];
            TierMode mode = isLast && modes[i] == TierMode.Interpolated ? TierMode.Marginal : modes[i];
            if (i == 0 || tiers[i - 1].Mode != TierMode.RetroactiveOnOverage)
            {
                (start, below) = (from, reached);
            }

            decimal due = mode switch
            {
                TierMode.RetroactiveToFirstUnit => from * rates[i],
                TierMode.RetroactiveOnOverage => below + ((from - start) * rates[i]),
                _ => reached,
            };
            decimal flat = isRising ? Math.Max(flats[i], reached - due) : flats[i];
            flat = i == 0 ? 0m : flat; // a curve pays nothing for nothing
            decimal amount = isRising ? reached + rates[i] : rates[i];
            if (mode == TierMode.Interpolated)
            {
                tiers[i] = Tier.Interpolated(from, end, amount);
                reached = amount;
            }
            else
            {
                tiers[i] = isLast
                    ? Tier.AtLeast(from, rates[i], mode, flat)
                    : Tier.Between(from, end, rates[i], mode, flat);
                reached = due + flat + (widths[i] * rates[i]);
            }

            from = end;
        }

        return tiers;
    }

    private static Gen<PayoutCurve> Bounded(Tier[] tiers, TierBoundary boundary, Gen<ThresholdRule> rules) =>
        from threshold in Gen.Frequency((1, Gen.Constant(0m)), (1, Gen.Choose(1, 12).Select(tenths => tenths / 10m)))
        from rule in rules
        from above in Gen.Choose(1, 20).Select(tenths => tenths / 10m)
        from isCapped in Coin
        let curve = RevenueModel.Compensation.PayoutCurve.Of(TierSchedule.Of(boundary, tiers))
        let started = threshold > 0m ? curve.WithThreshold(threshold, rule) : curve
        select isCapped ? started.WithCap(threshold + above) : started;
}
