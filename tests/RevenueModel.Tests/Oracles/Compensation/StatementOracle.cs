using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>A statement as the oracle makes it: sums by what lines are for, and how the draw is settled.</summary>
internal sealed record StatementOracle
{
    public required DateSpan Period { get; init; }

    /// <summary>What the ledger says of the period.</summary>
    public required IReadOnlyDictionary<OracleKey, OracleSum> Sums { get; init; }

    /// <summary>The same, with what is released under the kind of line that earned it.</summary>
    public required IReadOnlyDictionary<OracleKey, OracleSum> SumsByOrigin { get; init; }

    /// <summary>What earlier statements should have said beyond what they did.</summary>
    public required IReadOnlyDictionary<OracleKey, OracleSum> Adjustments { get; init; }

    /// <summary>The credits that do not count by the end of the period, and would pay other than a residual.</summary>
    public required IReadOnlyList<CompCredit> Withheld { get; init; }

    /// <summary>The days and deals of lines beyond the windfall limit.</summary>
    public required IReadOnlyList<(LocalDate Date, string? Deal)> Windfalls { get; init; }

    public required decimal PayableLaterBefore { get; init; }

    public required decimal DrawBalanceBefore { get; init; }

    /// <summary>What earlier periods should have been guaranteed beyond what they were.</summary>
    public required IReadOnlyDictionary<DateSpan, decimal> GuaranteeCorrections { get; init; }

    /// <summary>All that corrects, by what it corrects.</summary>
    public required IReadOnlyList<KeyValuePair<OracleKey, OracleSum>> AllAdjustments { get; init; }

    public decimal RampGuarantee { get; private set; }

    public decimal Guaranteed { get; private set; }

    public decimal Advanced { get; private set; }

    public decimal Recovered { get; private set; }

    public decimal Forgiven { get; private set; }

    public decimal Earned => Lines.Sum(sum => sum.Earned) + Guaranteed + Forgiven;

    public decimal PayableNow => Lines.Sum(sum => sum.PayableNow) + Guaranteed + Advanced - Recovered;

    public decimal PayableLater => PayableLaterBefore + Lines.Sum(sum => sum.Deferred);

    public decimal DrawBalance => DrawBalanceBefore + Advanced - Recovered - Forgiven;

    private IEnumerable<OracleSum> Lines => Sums.Values.Concat(AllAdjustments.Select(pair => pair.Value));

    public static StatementOracle Next(CompLedger ledger, DateSpan period, IReadOnlyList<StatementOracle> issued)
    {
        var earnings = new EarningsOracle(ledger);
        var adjustments = new Dictionary<OracleKey, OracleSum>();
        foreach (StatementOracle statement in issued)
        {
            foreach ((OracleKey key, OracleSum sum) in SumsOf(earnings, statement.Period, isByOrigin: true))
            {
                adjustments[key] = adjustments.GetValueOrDefault(key) + sum;
            }

            foreach ((OracleKey key, OracleSum sum) in statement.SumsByOrigin.Concat(statement.Adjustments))
            {
                adjustments[key] = adjustments.GetValueOrDefault(key) - sum;
            }
        }

        Dictionary<DateSpan, decimal> guarantees = issued
            .Select(statement => (statement.Period, Missing: TopUp(ledger, earnings, statement.Period)
                - statement.RampGuarantee
                - issued.Sum(later => later.GuaranteeCorrections.GetValueOrDefault(statement.Period))))
            .Where(correction => correction.Missing != 0m)
            .ToDictionary(correction => correction.Period, correction => correction.Missing);
        Dictionary<OracleKey, OracleSum> corrected = adjustments.Where(pair => pair.Value != default).ToDictionary();
        var next = new StatementOracle
        {
            Period = period,
            Sums = SumsOf(earnings, period, isByOrigin: false),
            SumsByOrigin = SumsOf(earnings, period, isByOrigin: true),
            Adjustments = corrected,
            GuaranteeCorrections = guarantees,
            AllAdjustments =
            [
                .. corrected,
                .. guarantees.Select(correction => KeyValuePair.Create(
                    new OracleKey(StatementLineKind.Guarantee, RoleIn(ledger, correction.Key), "ramp guarantee", null, null),
                    new OracleSum(correction.Value, correction.Value, 0m))),
            ],
            Withheld =
            [
                .. earnings.Counted
                    .Where(item => item.Credit.Date < period.End
                        && (item.Day is null || item.Day >= period.End)
                        && IsGated(ledger.Assignments[item.Assignment].Plan, item.Credit))
                    .Select(item => item.Credit),
            ],
            Windfalls =
            [
                .. earnings.Lines
                    .Where(line => line.IsWindfall && Contains(period, line.Date))
                    .Select(line => (line.Date, line.Deal)),
            ],
            PayableLaterBefore = issued.Count > 0 ? issued[^1].PayableLater : LaterOn(earnings, period.Start),
            DrawBalanceBefore = issued.Count > 0 ? issued[^1].DrawBalance : 0m,
        };
        next.Settle(ledger, earnings);
        return next;
    }

    public static List<StatementOracle> Run(CompLedger ledger, DateSpan period, int months)
    {
        var issued = new List<StatementOracle>();
        for (LocalDate start = period.Start; start < period.End; start = start.PlusMonths(months))
        {
            issued.Add(Next(ledger, DateSpan.Between(start, start.PlusMonths(months)), issued));
        }

        return issued;
    }

    /// <summary>What is earned and neither payable nor void before a day.</summary>
    private static decimal LaterOn(EarningsOracle earnings, LocalDate day) => earnings.Lines
        .Where(line => line.Date < day)
        .SelectMany(line => line.Parts)
        .Where(part => !(part.Void < day) && (part.Void is not null || part.Payable is null || part.Payable >= day))
        .Sum(part => part.Amount);

    private static Dictionary<OracleKey, OracleSum> SumsOf(
        EarningsOracle earnings,
        DateSpan period,
        bool isByOrigin)
    {
        var sums = new Dictionary<OracleKey, OracleSum>();
        foreach (OracleLine line in earnings.Lines)
        {
            decimal payable = line.Parts
                .Where(part => part.Void is null && part.Payable is { } day && Contains(period, day))
                .Sum(part => part.Amount);
            if (Contains(period, line.Date))
            {
                Add(line.Kind, line, new OracleSum(line.Earned, payable, line.Earned - payable));
            }
            else if (line.Date < period.Start)
            {
                Add(isByOrigin ? line.Kind : StatementLineKind.Released, line, new OracleSum(0m, payable, -payable));
            }
        }

        foreach (OracleLoss loss in earnings.Losses.Where(loss => Contains(period, loss.Date)))
        {
            Add(loss.Kind, loss.Line, loss.Kind == StatementLineKind.Lapsed
                ? new OracleSum(-loss.Amount, 0m, -loss.Amount)
                : new OracleSum(-loss.Amount, -loss.Amount, 0m));
        }

        return sums.Where(pair => pair.Value != default).ToDictionary();

        void Add(StatementLineKind kind, OracleLine line, OracleSum sum)
        {
            var key = new OracleKey(kind, line.Role, line.Item, line.Deal, line.Account);
            sums[key] = sums.GetValueOrDefault(key) + sum;
        }
    }

    private static bool IsGated(CompPlan plan, CompCredit credit) =>
        plan.Components.Any(component => component.Measure == credit.Measure)
            || plan.Triggers.Any(trigger => trigger.Kind == credit.Trigger)
            || plan.Spiffs.Any(spiff => spiff.Measure == credit.Measure);

    private static bool Contains(DateSpan period, LocalDate day) => day >= period.Start && day < period.End;

    private static string RoleIn(CompLedger ledger, DateSpan period) => Enumerable.Range(0, ledger.Assignments.Count)
        .Where(i => EarningsOracle.InForce(ledger, i) is { } days && Both(days, period) is not null)
        .Select(i => ledger.Assignments[i].Plan.Role)
        .LastOrDefault(ledger.Assignments[ledger.Assignments.Count - 1].Plan.Role);

    // Each plan guarantees an amount of its own, rounded.
    private static decimal TopUp(CompLedger ledger, EarningsOracle earnings, DateSpan period)
    {
        decimal guarantee = Enumerable.Range(0, ledger.Assignments.Count)
            .Where(i => EarningsOracle.InForce(ledger, i) is { } days && Both(days, period) is not null)
            .Sum(i => Round(
                Guarantee(ledger.Assignments[i].Plan, period, EarningsOracle.InForce(ledger, i)!.Value, ledger.Hired),
                ledger.Assignments[i].Plan.Rounding));
        decimal earned = earnings.Lines.Where(line => Contains(period, line.Date)).Sum(line => line.Earned);
        return earned < guarantee ? guarantee - Math.Max(earned, 0m) : 0m;
    }

    private void Settle(CompLedger ledger, EarningsOracle earnings)
    {
        var inForce = Enumerable.Range(0, ledger.Assignments.Count)
            .Where(i => EarningsOracle.InForce(ledger, i) is { } days && Both(days, Period) is not null)
            .Select(i => (ledger.Assignments[i].Plan, Days: EarningsOracle.InForce(ledger, i)!.Value, ledger.Assignments[i].InForce.Start))
            .ToArray();
        RoundingPolicy rounding = ledger.Assignments[0].Plan.Rounding;
        RampGuarantee = TopUp(ledger, earnings, Period);
        Guaranteed = RampGuarantee;
        decimal payable = Lines.Sum(sum => sum.PayableNow) + RampGuarantee;
        // Each plan draws an amount of its own, rounded.
        var drawn = inForce.Where(item => item.Plan.Draw is not null).ToArray();
        Draw? draw = drawn.Length > 0 ? drawn[^1].Plan.Draw : null;
        decimal amount = drawn.Sum(item => Round(DrawOf(item.Plan, Limited(item)), rounding));
        decimal floor = drawn.Sum(item => Round(DrawOf(item.Plan, item.Days), rounding));
        if (DrawBalanceBefore > 0m
            && (draw is null || Period.End > drawn[^1].Start.PlusMonths(draw.RecoveryStartsAfterMonths)))
        {
            decimal kept = draw?.Recovery == DrawRecovery.FromEarningsAboveDraw ? floor : 0m;
            Recovered = Math.Min(DrawBalanceBefore, Math.Max(0m, payable - kept));
        }

        if (draw?.Kind == DrawKind.NonRecoverable && payable < amount)
        {
            decimal guarantee = amount - Math.Max(payable, 0m);
            Guaranteed += guarantee;
            payable += guarantee;
        }

        Advanced = Math.Max(0m, amount - (payable - Recovered));
        if (drawn.Any(item => item.Plan.Draw!.AtEnd == DrawEnd.Forgiven && item.Days.End <= Period.End))
        {
            Forgiven = DrawBalance;
        }
    }

    private ExactFraction DrawOf(CompPlan plan, DateSpan? days) =>
        Exact(plan.Draw!.AnnualAmount) * Exact(OraclePay.Months(Period)) / Exact(12m) * Part(Period, days, plan.DayCount);

    private static DateSpan? Limited((CompPlan Plan, DateSpan Days, LocalDate Start) item) =>
        item.Plan.Draw!.Months is { } months
            ? Both(item.Days, DateSpan.Between(item.Start, item.Start.PlusMonths(months)))
            : item.Days;
}
