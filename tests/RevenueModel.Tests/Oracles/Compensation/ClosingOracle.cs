using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>Closes a statement step by step in the documented order.</summary>
internal sealed class ClosingOracle
{
    private readonly CompLedger _ledger;
    private readonly OracleQuota _quota;
    private readonly DateSpan _period;
    private readonly List<(string Plan, LocalDate Since, decimal Balance)> _draws;

    private ClosingOracle(CompLedger ledger, OracleQuota quota, DateSpan period, ClosingOracle? before)
    {
        _ledger = ledger;
        _quota = quota;
        _period = period;
        _draws = before is null ? OpeningDraws() : [.. before._draws.Where(draw => draw.Balance != 0m)];
        DrawBalanceBefore = DrawBalance;
        CarriedBalanceBefore = before?.CarriedBalance ?? ledger.Opening?.CarriedBalance ?? 0m;
        CarriedBalance = CarriedBalanceBefore;
    }

    public decimal DrawBalanceBefore { get; }

    public decimal DrawBalance => _draws.Sum(draw => draw.Balance);

    public decimal CarriedBalanceBefore { get; }

    public decimal CarriedBalance { get; private set; }

    public decimal RampGuarantee { get; private init; }

    /// <summary>Gets what a non-recoverable draw adds.</summary>
    public decimal DrawGuarantee { get; private set; }

    public decimal Guaranteed => RampGuarantee + DrawGuarantee;

    public decimal CarriedRecovered { get; private set; }

    public decimal CarriedForward { get; private set; }

    public decimal Recovered { get; private set; }

    public decimal Advanced { get; private set; }

    public decimal Forgiven { get; private set; }

    /// <summary>Gets what closing adds to what is payable.</summary>
    public decimal Paid => Guaranteed - CarriedRecovered - Recovered + CarriedForward + Advanced;

    public static ClosingOracle Of(
        CompLedger ledger,
        OracleQuota quota,
        DateSpan period,
        decimal payable,
        decimal rampGuarantee,
        ClosingOracle? before)
    {
        var closing = new ClosingOracle(ledger, quota, period, before) { RampGuarantee = rampGuarantee };
        closing.Close(payable + rampGuarantee);
        return closing;
    }

    private void Close(decimal payable)
    {
        decimal guaranteedDraw = DrawsOf(DrawKind.NonRecoverable, isLimited: true).Sum(draw => draw.Amount);
        DrawGuarantee = Math.Max(0m, guaranteedDraw - Math.Max(0m, payable));
        // A non-recoverable draw stays with the person, whether pay reaches it or it is topped up.
        CarriedRecovered = Math.Min(CarriedBalance, Math.Max(0m, payable - guaranteedDraw));
        CarriedBalance -= CarriedRecovered;
        payable -= CarriedRecovered;
        payable -= RecoverDraws(payable, guaranteedDraw);
        CarriedForward = Math.Max(0m, -payable);
        CarriedBalance += CarriedForward;
        Advance(Math.Max(0m, payable) + DrawGuarantee, guaranteedDraw);
        Forgive();
    }

    private decimal RecoverDraws(decimal payable, decimal guaranteedDraw)
    {
        decimal floor = DrawsOf(DrawKind.Recoverable, isLimited: false)
            .Concat(DrawsOf(DrawKind.NonRecoverable, isLimited: true))
            .Sum(draw => draw.Amount);
        for (int i = 0; i < _draws.Count; i++)
        {
            Run run = RunOf(_draws[i].Plan, _draws[i].Since);
            if (_period.End <= run.Days.Start.PlusMonths(run.Draw.RecoveryStartsAfterMonths))
            {
                continue;
            }

            decimal kept = run.Draw.Recovery == DrawRecovery.FromEarningsAboveDraw ? floor : guaranteedDraw;
            decimal part = Math.Min(_draws[i].Balance, Math.Max(0m, payable - Recovered - kept));
            _draws[i] = (_draws[i].Plan, _draws[i].Since, _draws[i].Balance - part);
            Recovered += part;
        }

        return Recovered;
    }

    private void Advance(decimal paid, decimal guaranteedDraw)
    {
        decimal left = Math.Max(0m, paid - guaranteedDraw);
        foreach ((Run run, decimal amount) in DrawsOf(DrawKind.Recoverable, isLimited: true))
        {
            decimal missing = Math.Max(0m, amount - left);
            left = Math.Max(0m, left - amount);
            Advanced += missing;
            int at = _draws.FindIndex(draw => draw.Plan == run.Plan && draw.Since == run.Days.Start);
            if (at >= 0)
            {
                _draws[at] = (run.Plan, run.Days.Start, _draws[at].Balance + missing);
            }
            else if (missing > 0m)
            {
                _draws.Add((run.Plan, run.Days.Start, missing));
            }
        }
    }

    private void Forgive()
    {
        for (int i = 0; i < _draws.Count; i++)
        {
            Run run = RunOf(_draws[i].Plan, _draws[i].Since);
            if (run.Draw.AtEnd == DrawEnd.Forgiven && run.Days.End <= _period.End)
            {
                Forgiven += _draws[i].Balance;
                _draws[i] = (_draws[i].Plan, _draws[i].Since, 0m);
            }
        }
    }

    /// <summary>The draws of the period, each assignment's rounded, in order of time.</summary>
    private IEnumerable<(Run Run, decimal Amount)> DrawsOf(DrawKind kind, bool isLimited) =>
        Runs().Where(run => run.Draw.Kind == kind)
            .Select(run => (run, run.Assignments.Sum(i => Round(
                DrawOf(i, run, isLimited), _ledger.Assignments[i].Plan.Rounding))));

    // Of each calendar month a twelfth of the year, or its part.
    private ExactFraction DrawOf(int assignment, Run run, bool isLimited)
    {
        CompPlan plan = _ledger.Assignments[assignment].Plan;
        DateSpan? inForce = _quota.InForce(assignment);
        if (isLimited && plan.Draw!.Months is { } months && inForce is { } all)
        {
            inForce = Both(all, DateSpan.Between(run.Days.Start, run.Days.Start.PlusMonths(months)));
        }

        if (inForce is not { } days || Both(days, _period) is not { } drawn)
        {
            return Zero;
        }

        DateSpan[] pieces =
        [
            .. Without(drawn, _ledger.Assignments[assignment].Absences
                .Where(absence => absence.PausesDraw).Select(absence => absence.Days)),
        ];
        return Exact(plan.Draw!.AnnualAmount) / Exact(12m)
            * Sum(MonthsOf(_period).SelectMany(month => pieces
                .Select(piece => OracleQuota.PartOfMonth(plan, month, _period, piece))));
    }

    private List<(string Plan, LocalDate Since, decimal Balance)> OpeningDraws()
    {
        if (_ledger.Opening is not { DrawBalance: > 0m } opening)
        {
            return [];
        }

        int on = Math.Max(0, _quota.AssignmentOn(opening.On));
        Run? run = Runs().Find(item => item.Assignments.Contains(on) && item.Draw.Kind == DrawKind.Recoverable);
        return [(_ledger.Assignments[on].Plan.Id, run?.Days.Start ?? LocalDate.MinIsoValue, opening.DrawBalance)];
    }

    /// <summary>Assignments of one plan with a draw that follow each other without a gap.</summary>
    private sealed record Run(string Plan, Draw Draw, DateSpan Days, List<int> Assignments);

    private List<Run> Runs()
    {
        var runs = new List<Run>();
        for (int i = 0; i < _ledger.Assignments.Count; i++)
        {
            CompAssignment assignment = _ledger.Assignments[i];
            if (assignment.Plan.Draw is not { } draw || _quota.InForce(i) is not { } days)
            {
                continue;
            }

            int before = runs.FindIndex(run => run.Plan == assignment.Plan.Id && run.Days.End == days.Start);
            if (before >= 0)
            {
                DateSpan all = days.End is { } end
                    ? DateSpan.Between(runs[before].Days.Start, end)
                    : DateSpan.From(runs[before].Days.Start);
                runs[before] = runs[before] with
                {
                    Draw = draw,
                    Days = all,
                    Assignments = [.. runs[before].Assignments, i],
                };
            }
            else
            {
                runs.Add(new Run(assignment.Plan.Id, draw, days, [i]));
            }
        }

        return runs;
    }

    // A draw from another system under a plan without one is recovered by the default rule.
    private Run RunOf(string plan, LocalDate since) => Runs().Find(run => run.Plan == plan && run.Days.Start == since)
        ?? new Run(
            plan, Draw.Recoverable(0m), DateSpan.From(LocalDate.MinIsoValue), []);
}
