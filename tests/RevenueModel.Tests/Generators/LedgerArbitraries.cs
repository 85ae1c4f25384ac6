using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>How pay plans and the ledgers of people under them are made up: of few deals, accounts and days, so that the
/// rules meet.</summary>
public static class LedgerArbitraries
{
    private static readonly LocalDate First = new(2027, 1, 1);

    private static readonly Gen<CompMeasure> Measures = Gen.Frequency(
        (4, Gen.Constant(CompMeasure.NewArr)),
        (4, Gen.Constant(CompMeasure.ExpansionArr)),
        (1, Gen.Constant(CompMeasure.Activations)),
        (2, Gen.Constant(CompMeasure.LogoRetention)));

    private static readonly Gen<PayoutCurve> Curves = Gen.Elements(
        PayoutCurve.Linear,
        PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.5m)),
        PayoutCurve.Of(Tier.Between(0m, 0.5m, 0.6m), Tier.Between(0.5m, 1m, 0.9m), Tier.AtLeast(1m, 1.2m)).WithCap(1.75m),
        PayoutCurve.Of(
            Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.4m, TierMode.RetroactiveToFirstUnit)).WithThreshold(0.2m),
        PayoutCurve.Of(
            Tier.Between(0m, 0.75m, 0.8m),
            Tier.Between(0.75m, 1m, 1.1m, TierMode.RetroactiveOnOverage, flatAmount: 0.05m),
            Tier.AtLeast(1m, 1.3m, TierMode.RetroactiveOnOverage)).WithThreshold(0.1m, ThresholdRule.PaysAboveThreshold),
        PayoutCurve.Through(new PayoutPoint(0.3m, 0.1m), new PayoutPoint(1m, 1m), new PayoutPoint(1.5m, 2m)));

    private static readonly Gen<LocalDate> Days = Gen.Frequency(
        (1, Gen.Elements(
            new LocalDate(2027, 1, 31), new LocalDate(2027, 3, 1), new LocalDate(2027, 12, 31), new LocalDate(2028, 1, 1),
            new LocalDate(2028, 2, 29))),
        (4, Gen.Choose(0, 540).Select(First.PlusDays)));

    public static Arbitrary<CompLedger> CompLedger() => Arb.From(LedgerGen(), Simpler);

    private static Gen<T> Rarely<T>(Gen<T> some, T none) => Gen.Frequency((2, Gen.Constant(none)), (1, some));

    private static Gen<CompPlan> PlanGen() =>
        from ote in Gen.Elements(60_000m, 120_000m, 187_500m, 240_001m)
        from variable in Gen.Elements(0.3m, 0.45m, 0.5m, 1m)
        from components in ComponentsGen()
        from month in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(1, 12)))
        from ramp in Rarely(
            Gen.Elements(Ramp.Straight(4), Ramp.Straight(5, 0.5m), Ramp.Of(RampMonth.Of(0.25m, 1m), RampMonth.Of(0.5m, 0.4m)),
                Ramp.OfQuota(0m, 0m, 0.5m)),
            default)
        from draw in Rarely(DrawGen().Select(draw => (Draw?)draw), null)
        from vesting in Rarely(
            Gen.Elements(
                VestingSchedule.Of(0.55m, 0.30m, 0.15m), VestingSchedule.Of(0.5m, 0.5m), VestingSchedule.Of(0m, 0.3m, 0.7m)),
            default)
        from payment in Gen.Elements(PaymentTrigger.Booking, PaymentTrigger.Invoice, PaymentTrigger.CashReceived)
        from residual in Rarely(ResidualGen().Select(residual => (Residual?)residual), null)
        from triggers in Rarely(TriggersGen(), default)
        from spiff in Rarely(SpiffGen().Select(spiff => (ValueList<Spiff>)[spiff]), default)
        from gate in Rarely(GateGen().Select(gate => (ValueList<CreditGate>)[gate]), default)
        from windfall in Rarely(WindfallGen().Select(windfall => (WindfallRule?)windfall), null)
        from clawback in Gen.Frequency(
            (1, Gen.Constant<Clawback?>(null)), (2, ClawbackGen().Select(clawback => (Clawback?)clawback)))
        from dayCount in Gen.Elements(DayCount.ActualActual, DayCount.Actual365, DayCount.Thirty360)
        select new CompPlan
        {
            Role = "AE",
            OnTargetEarnings = ote,
            PayMix = PayMix.Of(1m - variable, variable),
            Components = components,
            Calendar = RevenueModel.Primitives.FiscalCalendar.StartingIn(month),
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
        };

    private static Gen<ValueList<PayComponent>> ComponentsGen() =>
        from count in Gen.Choose(1, 3)
        from measures in Measures.ArrayOf(count)
        from curves in Curves.ArrayOf(count)
        from periods in Gen.Elements(MeasurementPeriod.Year, MeasurementPeriod.Year, MeasurementPeriod.Quarter, MeasurementPeriod.Month)
            .ArrayOf(count)
        from cap in Rarely(Gen.Elements<decimal?>(10_000m, 0m, 40_000.5m), null)
        let distinct = measures.Distinct().ToArray()
        select distinct.Select((measure, at) => new PayComponent
        {
            Measure = measure,
            Weight = distinct.Length switch { 1 => 1m, 2 => at == 0 ? 0.7m : 0.3m, _ => at == 0 ? 0.5m : 0.25m },
            Target = measure.Unit switch
            {
                MeasureUnit.Ratio => 0.9m,
                MeasureUnit.Count => 24m,
                _ => measure == CompMeasure.NewArr ? 1_000_000m : 450_000m,
            },
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
            ? Draw.NonRecoverable(amount, months, end)
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
        select new Clawback { WindowMonths = months, Share = share, Causes = (ClawbackCauses)causes };

    private static Gen<CompLedger> LedgerGen() =>
        from first in PlanGen()
        from other in PlanGen()
        from isSameSpiff in Gen.Elements(true, false)
        let second = isSameSpiff ? other with { Spiffs = first.Spiffs } : other
        from hasSecond in Gen.Choose(0, 2)
        from secondStart in Gen.Elements(new LocalDate(2027, 7, 1), new LocalDate(2027, 8, 16), new LocalDate(2028, 1, 1))
        from hiredDays in Gen.Elements(0, 0, 31, 45)
        from start in Gen.Elements(First, First, new LocalDate(2027, 1, 16))
        from left in Rarely(
            Gen.Elements<LocalDate?>(
                new LocalDate(2027, 9, 10), new LocalDate(2028, 3, 15), new LocalDate(2028, 10, 2), new LocalDate(2028, 1, 1)),
            null)
        from digits in Gen.Frequency((4, Gen.Constant(2)), (1, Gen.Elements(0, 3)))
        from rule in Gen.Frequency(
            (3, Gen.Constant(RoundingRule.HalfAwayFromZero)), (1, Gen.Constant(RoundingRule.HalfToEven)))
        let policy = RevenueModel.Primitives.RoundingPolicy.ToDigits(digits, rule)
        let assignments = hasSecond == 0
            ? (ValueList<CompAssignment>)
            [
                CompAssignment.Of(first with { Rounding = policy }, DateSpan.Between(start, secondStart)),
                CompAssignment.Of(
                    second with
                    {
                        Role = "Senior AE",
                        Rounding = policy,
                        Draw = first.Draw is not { } draw || draw.Kind == second.Draw?.Kind ? second.Draw : null,
                    },
                    DateSpan.From(secondStart)),
            ]
            : [CompAssignment.Of(first with { Rounding = policy }, DateSpan.From(start))]
        from creditCount in Gen.Sized(size => Gen.Choose(0, 2 + (size / 6)))
        from credits in CreditGen(assignments, left).ArrayOf(creditCount)
        from correctionCount in Gen.Choose(0, 3)
        from corrections in CorrectionGen(credits.OfType<CompCredit>().ToValueList(), assignments, left).ArrayOf(correctionCount)
        from eventCount in Gen.Sized(size => Gen.Choose(0, 2 + (size / 5)))
        from events in EventGen().ArrayOf(eventCount)
        select RevenueModel.Compensation.CompLedger.Of(
            "Ada",
            assignments,
            credits.Concat(corrections).OfType<CompCredit>().ToValueList(),
            events.ToValueList(),
            start.PlusDays(-hiredDays),
            left);

    private static Gen<CompCredit?> CreditGen(ValueList<CompAssignment> assignments, LocalDate? left) =>
        from day in Days
        from pick in Gen.Choose(0, 999)
        from cents in Gen.Frequency(
            (6, Gen.Choose(1, 40_000_000)), (2, Gen.Choose(1, 400).Select(thousands => thousands * 100_000)),
            (1, Gen.Choose(-10_000_000, 0)))
        from deal in Gen.Elements(null, "D1", "D1", "D2", "D2", "D3", "D4")
        from isOdd in Gen.Choose(0, 5)
        from isOverlay in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from share in Gen.Elements(1m, 1m, 0.5m, 0.35m, 0m)
        from trigger in Rarely(
            Gen.Elements<ExpansionTriggerKind?>(ExpansionTriggerKind.ModuleAttach, ExpansionTriggerKind.NewSite), null)
        from segment in Gen.Elements(null, "Mid-Market", "SMB")
        from engagement in Gen.Elements(BuyerEngagement.None, BuyerEngagement.IT, BuyerEngagement.Both)
        from contract in Rarely(Gen.Elements<decimal?>(100_000m, 333_333.33m), null)
        let assignment = assignments.FirstOrDefault(item => item.InForce.Contains(day))
        let measures = assignment is null || day >= left ? [] : MeasuresOf(assignment.Plan)
        select measures.Length == 0
            ? null
            : MakeCredit(
                day, measures[pick % measures.Length], cents, deal,
                isOdd == 0 ? "A2" : deal switch { "D1" or "D2" => "A1", "D3" => "A2", _ => null },
                share, isOverlay, trigger, segment, engagement, contract);

    // What was credited before is taken back on a later day, or all or more than all of it.
    private static Gen<CompCredit?> CorrectionGen(
        ValueList<CompCredit> credits,
        ValueList<CompAssignment> assignments,
        LocalDate? left) =>
        from pick in Gen.Choose(0, 999)
        from days in Gen.Elements(0, 1, 20, 90, 200, 400)
        from part in Gen.Elements(1m, 1m, 0.5m, 1.5m)
        from hasSegment in Gen.Elements(true, false)
        let credit = credits.IsEmpty ? null : credits[pick % credits.Count]
        let day = credit?.Date.PlusDays(days)
        let assignment = assignments.FirstOrDefault(item => day is { } later && item.InForce.Contains(later))
        select credit is null || credit.Measure.Kind == MeasureKind.Level || assignment is null || day >= left
            || !MeasuresOf(assignment.Plan).Contains(credit.Measure)
                ? null
                : credit with
                {
                    Date = day!.Value,
                    Amount = decimal.Round(-credit.Amount * part, 2),
                    ContractValue = null,
                    Segment = hasSegment ? credit.Segment : null,
                    BuyerEngagement = BuyerEngagement.None,
                };

    private static CompMeasure[] MeasuresOf(CompPlan plan) =>
    [
        .. plan.Components.Select(component => component.Measure)
            .Concat(plan.Residual is null ? [] : [CompMeasure.NewArr, CompMeasure.ExpansionArr])
            .Concat(plan.Spiffs.Select(spiff => spiff.Measure))
            .Distinct(),
    ];

    private static CompCredit MakeCredit(
        LocalDate day,
        CompMeasure measure,
        int cents,
        string? deal,
        string? account,
        decimal share,
        bool isOverlay,
        ExpansionTriggerKind? trigger,
        string? segment,
        BuyerEngagement engagement,
        decimal? contract) => new()
        {
            Date = day,
            Measure = measure,
            Amount = measure.Unit switch
            {
                MeasureUnit.Ratio => Math.Abs(cents % 12) / 10m,
                MeasureUnit.Count => (cents % 5) + 1,
                _ => cents / 100m,
            },
            Deal = measure.Kind == MeasureKind.Level && deal is not "D3" ? null : deal,
            Account = measure.Kind == MeasureKind.Level ? null : account,
            Share = share,
            IsOverlay = isOverlay,
            Trigger = measure.Kind == MeasureKind.Level ? null : trigger,
            Segment = measure.Kind == MeasureKind.Level ? segment ?? "SMB" : segment,
            BuyerEngagement = engagement,
            ContractValue = measure.Kind == MeasureKind.Level ? null : contract,
        };

    private static Gen<CompEvent> EventGen() =>
        from kind in Gen.Frequency(
            (2, Gen.Constant(CompEventKind.BuyersEngaged)),
            (2, Gen.Constant(CompEventKind.MilestoneReached)),
            (2, Gen.Constant(CompEventKind.WentLive)),
            (3, Gen.Constant(CompEventKind.Invoiced)),
            (3, Gen.Constant(CompEventKind.CashReceived)),
            (2, Gen.Constant(CompEventKind.Churned)),
            (2, Gen.Constant(CompEventKind.NotPaid)))
        from day in Gen.Frequency((2, Days), (3, Gen.Choose(0, 720).Select(First.PlusDays)))
        from deal in Gen.Elements("D1", "D1", "D2", "D2", "D3", "D4")
        from account in Gen.Elements("A1", "A1", "A2", "D4")
        from cents in Gen.Choose(1, 30_000_000)
        from engagement in Gen.Elements(BuyerEngagement.IT, BuyerEngagement.OT, BuyerEngagement.Both)
        select kind switch
        {
            CompEventKind.BuyersEngaged => CompEvent.BuyersEngaged(day, deal, engagement),
            CompEventKind.MilestoneReached => CompEvent.MilestoneReached(day, deal, "kick-off"),
            CompEventKind.WentLive => CompEvent.WentLive(day, account),
            CompEventKind.Invoiced => CompEvent.Invoiced(day, deal, cents / 100m),
            CompEventKind.CashReceived => CompEvent.CashReceived(day, deal, cents / 100m),
            CompEventKind.Churned => CompEvent.Churned(day, account),
            _ => CompEvent.NotPaid(day, deal),
        };

    private static IEnumerable<CompPlan> Simpler(CompPlan plan) => new[]
    {
        plan with { Ramp = default },
        plan with { Draw = null },
        plan with { Vesting = default },
        plan with { PaymentTrigger = PaymentTrigger.Booking },
        plan with { Gates = default },
        plan with { Windfall = null },
        plan with { Clawback = null },
        plan with { DayCount = DayCount.ActualActual },
        plan with { Calendar = default },
        plan with { Spiffs = default },
        plan with { Triggers = default },
        plan with { Residual = null },
        plan with { OnTargetEarnings = 120_000m },
        plan with { PayMix = PayMix.OfPercent(50, 50) },
        plan with { Rounding = RevenueModel.Primitives.RoundingPolicy.Cents },
        plan with { Components = [plan.Components[0] with { Weight = 1m }] },
        plan with { Components = plan.Components.Select(component => component with { Curve = PayoutCurve.Linear }).ToValueList() },
        plan with { Components = plan.Components.Select(component => component with { AmountCap = null }).ToValueList() },
        plan with { Components = plan.Components.Select(component => component with { Period = MeasurementPeriod.Year }).ToValueList() },
    }.Where(simpler => simpler != plan);

    private static IEnumerable<CompLedger> Simpler(CompLedger ledger)
    {
        IEnumerable<Func<CompLedger>> simpler =
            Enumerable.Range(0, ledger.Credits.Count).Select(i => (Func<CompLedger>)(() =>
                Of(ledger, ledger.Assignments, Without(ledger.Credits, i), ledger.Events, ledger.Left)))
            .Concat(Enumerable.Range(0, ledger.Events.Count).Select(i => (Func<CompLedger>)(() =>
                Of(ledger, ledger.Assignments, ledger.Credits, Without(ledger.Events, i), ledger.Left))))
            .Append(() => Of(ledger, ledger.Assignments, ledger.Credits, ledger.Events, left: null))
            .Concat(Enumerable.Range(0, ledger.Assignments.Count).Select(i => (Func<CompLedger>)(() =>
                Of(ledger, Without(ledger.Assignments, i), ledger.Credits, ledger.Events, ledger.Left))))
            .Concat(Enumerable.Range(0, ledger.Assignments.Count).SelectMany(i => Simpler(ledger.Assignments[i].Plan)
                .Select(plan => (Func<CompLedger>)(() => Of(
                    ledger,
                    ledger.Assignments
                        .Select((item, at) => at == i ? CompAssignment.Of(plan, item.InForce) : item)
                        .ToValueList(),
                    ledger.Credits, ledger.Events, ledger.Left)))))
            .Concat(Enumerable.Range(0, ledger.Credits.Count).SelectMany(i => Simpler(ledger.Credits[i])
                .Select(credit => (Func<CompLedger>)(() => Of(
                    ledger, ledger.Assignments,
                    ledger.Credits.Select((item, at) => at == i ? credit : item).ToValueList(),
                    ledger.Events, ledger.Left)))));
        foreach (Func<CompLedger> make in simpler)
        {
            if (TryMake(make) is { } made && made != ledger)
            {
                yield return made;
            }
        }
    }

    private static IEnumerable<CompCredit> Simpler(CompCredit credit) => new[]
    {
        credit with { Share = 1m },
        credit with { IsOverlay = false },
        credit with { BuyerEngagement = BuyerEngagement.None },
        credit with { Trigger = null },
        credit with { Segment = credit.Measure.Kind == MeasureKind.Level ? "SMB" : null },
        credit with { ContractValue = null },
        credit with { Account = null },
        credit with { Deal = null },
        credit with { Amount = credit.Measure.Unit == MeasureUnit.Money ? 100_000m : 1m },
    }.Where(simpler => simpler != credit);

    private static CompLedger Of(
        CompLedger ledger,
        ValueList<CompAssignment> assignments,
        ValueList<CompCredit> credits,
        ValueList<CompEvent> events,
        LocalDate? left) =>
        RevenueModel.Compensation.CompLedger.Of(
            ledger.Person, assignments, credits, events, ledger.Hired, left);

    private static ValueList<T> Without<T>(ValueList<T> items, int at) => items.Where((_, i) => i != at).ToValueList();

    // A ledger refuses a credit whose plan or measure was taken away; such a one is no simpler ledger.
    private static CompLedger? TryMake(Func<CompLedger> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
