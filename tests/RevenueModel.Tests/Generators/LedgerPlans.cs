using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Generates pay plans for ledgers. Few measures and days are used, so that rules interact.</summary>
internal static class LedgerPlans
{
    /// <summary>A measure of the company's own, with an id that its name may leave.</summary>
    public static readonly CompMeasure Pilots =
        CompMeasure.Custom("Pilots", MeasureKind.Flow, MeasureUnit.Count, id: "M-7");

    private static readonly LocalDate First = new(2027, 1, 1);

    private static readonly Gen<CompMeasure> Measures = Gen.Frequency(
        (4, Gen.Constant(CompMeasure.NewArr)),
        (4, Gen.Constant(CompMeasure.ExpansionArr)),
        (1, Gen.Constant(CompMeasure.Activations)),
        (1, Gen.Constant(Pilots)),
        (2, Gen.Constant(CompMeasure.LogoRetention)));

    private static readonly Gen<PayoutCurve> Curves = Gen.Elements(
        PayoutCurve.Linear,
        PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.5m)),
        PayoutCurve.Of(Tier.Between(0m, 0.5m, 0.6m), Tier.Between(0.5m, 1m, 0.9m), Tier.AtLeast(1m, 1.2m))
            .WithCap(1.75m),
        PayoutCurve.Of(
            Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.4m, TierMode.RetroactiveToFirstUnit)).WithThreshold(0.2m),
        PayoutCurve.Of(
            Tier.Between(0m, 0.75m, 0.8m),
            Tier.Between(0.75m, 1m, 1.1m, TierMode.RetroactiveOnOverage, flatAmount: 0.05m),
            Tier.AtLeast(
                1m, 1.3m, TierMode.RetroactiveOnOverage)).WithThreshold(0.1m, ThresholdRule.PaysAboveThreshold),
        PayoutCurve.Through(new PayoutPoint(0.3m, 0.1m), new PayoutPoint(1m, 1m), new PayoutPoint(1.5m, 2m)));

    public static Gen<T> Rarely<T>(Gen<T> some, T none) => Gen.Frequency((2, Gen.Constant(none)), (1, some));

    public static Gen<CompPlan> PlanGen() =>
        from ote in Gen.Elements(60_000m, 120_000m, 187_500m, 240_001m)
        from variable in Gen.Elements(0.3m, 0.45m, 0.5m, 1m)
        from components in ComponentsGen()
        from month in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(1, 12)))
        from ramp in Rarely(
            Gen.Elements(
                Ramp.Straight(4), Ramp.Straight(5, 0.5m), Ramp.Of(RampMonth.Of(0.25m, 1m), RampMonth.Of(0.5m, 0.4m)),
                Ramp.OfQuota(0m, 0m, 0.5m)),
            default)
        from draw in Rarely(DrawGen().Select(draw => (Draw?)draw), null)
        from vesting in Rarely(
            Gen.Elements(
                VestingSchedule.Of(0.55m, 0.30m, 0.15m),
                VestingSchedule.Of(0.5m, 0.5m),
                VestingSchedule.Of(0m, 0.3m, 0.7m)),
            default)
        from payment in Gen.Elements(
            PaymentTrigger.Booking, PaymentTrigger.Booking, PaymentTrigger.Invoice, PaymentTrigger.CashReceived,
            PaymentTrigger.PaidInFull)
        from residual in Rarely(ResidualGen().Select(residual => (Residual?)residual), null)
        from triggers in Rarely(TriggersGen(), default)
        from spiff in Rarely(SpiffGen().Select(spiff => (ValueList<Spiff>)[spiff]), default)
        from gate in Rarely(GateGen().Select(gate => (ValueList<CreditGate>)[gate]), default)
        from windfall in Rarely(WindfallGen().Select(windfall => (WindfallRule?)windfall), null)
        from clawback in Gen.Frequency(
            (1, Gen.Constant<Clawback?>(null)), (2, ClawbackGen().Select(clawback => (Clawback?)clawback)))
        from leaving in Gen.Elements(LeavingQuota.Kept, LeavingQuota.Prorated)
        from dayCount in Gen.Elements(DayCount.ActualActual, DayCount.Actual365, DayCount.Thirty360)
        select new CompPlan
        {
            Role = "AE",
            OnTargetEarnings = ote,
            PayMix = PayMix.Of(1m - variable, variable),
            Components = components,
            Calendar = FiscalCalendar.StartingIn(month),
            Ramp = ramp,
            Draw = draw,
            Vesting = vesting,
            PaymentTrigger = payment,
            Residual = residual,
            Triggers = triggers,
            Spiffs = spiff,
            Gates = gate,
            Windfall = windfall,
            Clawback = clawback,
            DayCount = dayCount,
            QuotaOnLeaving = leaving,
        };

    private static Gen<ValueList<PayComponent>> ComponentsGen() =>
        from count in Gen.Choose(1, 3)
        from measures in Measures.ArrayOf(count)
        from curves in Curves.ArrayOf(count)
        from periods in Gen.Elements(
            MeasurementPeriod.Year, MeasurementPeriod.Year, MeasurementPeriod.Quarter, MeasurementPeriod.Month)
                .ArrayOf(count)
            from targets in Gen.Choose(0, 9).ArrayOf(count)
            from cap in Rarely(Gen.Elements<decimal?>(10_000m, 0m, 40_000.5m), null)
            let distinct = measures.Distinct().ToArray()
            select distinct.Select((measure, at) => new PayComponent
            {
                Measure = measure,
                Weight = distinct.Length switch { 1 => 1m, 2 => at == 0 ? 0.7m : 0.3m, _ => at == 0 ? 0.5m : 0.25m },
                Target = TargetOf(measure, targets[at]),
                Curve = curves[at],
                Period = periods[at],
                AmountCap = at == 0 ? cap : null,
            }).ToValueList();

    private static Gen<Draw> DrawGen() =>
        from amount in Gen.Elements(12_000m, 36_000m, 50_000m)
        from kind in Gen.Elements(DrawKind.Recoverable, DrawKind.NonRecoverable)
        from months in Gen.Elements<int?>(null, 3, 12)
        from recovery in Gen.Elements(DrawRecovery.FromEarningsAboveDraw, DrawRecovery.FromAllEarnings)
        from startsAfter in Gen.Elements(0, 0, 2, 6)
        from end in Gen.Elements(DrawEnd.Owed, DrawEnd.Forgiven)
        select kind == DrawKind.NonRecoverable
            ? Draw.NonRecoverable(amount, months)
            : Draw.Recoverable(amount, months, recovery, startsAfter, end);

    private static Gen<Residual> ResidualGen() =>
        from rate in Gen.Elements(0.01m, 0.025m, 0.0333m)
        from months in Gen.Elements(1, 6, 18)
        from anchor in Gen.Elements(ResidualAnchor.Booking, ResidualAnchor.GoLive, ResidualAnchor.FirstInvoice)
        from basis in Gen.Elements(ResidualBasis.ExpansionArr, ResidualBasis.ActiveArrMonthly)
        select new Residual { Rate = rate, Months = months, Anchor = anchor, Basis = basis };

    private static Gen<ValueList<ExpansionTrigger>> TriggersGen() =>
        from rate in Gen.Elements(0.02m, 0.0125m)
        from amount in Gen.Elements(500m, 333.33m)
        select (ValueList<ExpansionTrigger>)
        [
            ExpansionTrigger.AtRate(ExpansionTriggerKind.ModuleAttach, rate),
            ExpansionTrigger.AtAmount(ExpansionTriggerKind.NewSite, amount),
        ];

    private static Gen<Spiff> SpiffGen() =>
        from measure in Measures
        from start in Gen.Choose(0, 6)
        from months in Gen.Choose(1, 12)
        from rate in Gen.Elements(0m, 0.01m, 0.003m)
        from amount in Gen.Elements(0m, 250m, 99.99m)
        from budget in Gen.Elements<decimal?>(null, 600m, 1_000.01m)
        select new Spiff
        {
            Name = "Launch",
            Measure = measure,
            Window = DateSpan.Months(First.PlusMonths(start), months),
            Rate = rate,
            AmountPerDeal = amount,
            Budget = budget,
        };

    private static Gen<CreditGate> GateGen() =>
        from engagement in Gen.Elements(BuyerEngagement.None, BuyerEngagement.IT, BuyerEngagement.Both)
        from milestone in Gen.Elements<string?>(null, "Kick-off")
        from segments in Gen.Elements<ValueList<string>>(default, ["Mid-Market"])
        select new CreditGate
        {
            Name = "Gate",
            RequiredEngagement = engagement,
            RequiredMilestone = milestone,
            Segments = segments,
        };

    private static Gen<WindfallRule> WindfallGen() =>
        from limit in Gen.Elements(0.1m, 0.25m, 0.5m)
        from basis in Gen.Elements(WindfallBasis.Quota, WindfallBasis.TargetPay)
        from share in Gen.Elements(1m, 0.5m, 0m)
        select new WindfallRule { Limit = limit, Basis = basis, ReducedShare = share };

    private static Gen<Clawback> ClawbackGen() =>
        from months in Gen.Elements(3, 6, 12)
        from share in Gen.Elements(1m, 0.5m, 0.333m)
        from causes in Gen.Choose(1, 7)
        from declines in Gen.Elements(false, false, true)
        select new Clawback
        {
            WindowMonths = months,
            Share = share,
            Causes = (ClawbackCauses)causes,
            DeclinesMonthly = declines,
        };

    private static PayTarget TargetOf(CompMeasure measure, int pick)
    {
        decimal year = measure.Unit == MeasureUnit.Count ? 24m : measure == CompMeasure.NewArr ? 1_000_000m : 450_000m;
        return measure.Kind == MeasureKind.Level
            ? PayTarget.Level(0.9m)
            : pick switch
            {
                0 => PayTarget.PerQuarter(year / 4m),
                1 => PayTarget.PerMonth(year / 12m),
                2 => PayTarget.PerYear(year).Seasonal(0.2m, 0.25m, 0.15m, 0.4m),
                3 => PayTarget.PerYear(year).Seasonal(
                    0.05m, 0.05m, 0.1m, 0.1m, 0.05m, 0.15m, 0.05m, 0.05m, 0.1m, 0.1m, 0.05m, 0.15m),
                _ => PayTarget.PerYear(year),
            };
    }
}
