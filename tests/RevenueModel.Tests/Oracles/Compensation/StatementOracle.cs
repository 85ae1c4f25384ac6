using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>A statement as the oracle makes it: sums by what lines are for, and how it closes.</summary>
internal sealed record StatementOracle
{
    public required DateSpan Period { get; init; }

    /// <summary>The ledger that the statement was made from.</summary>
    public required CompLedger Ledger { get; init; }

    /// <summary>The sums of the period by the known facts.</summary>
    public required IReadOnlyDictionary<OracleKey, OracleSum> Sums { get; init; }

    /// <summary>The same, with what is released under the kind of line that earned it.</summary>
    public required IReadOnlyDictionary<OracleKey, OracleSum> SumsByOrigin { get; init; }

    /// <summary>The corrections of earlier statements.</summary>
    public required IReadOnlyDictionary<OracleKey, OracleSum> Adjustments { get; init; }

    /// <summary>The credits that do not count by the end of the period, and would pay other than a residual.</summary>
    public required IReadOnlyList<CompCredit> Withheld { get; init; }

    /// <summary>The days and deals of lines beyond the windfall limit.</summary>
    public required IReadOnlyList<(LocalDate Date, string? Deal)> Windfalls { get; init; }

    public required decimal PayableLaterBefore { get; init; }

    /// <summary>The corrections of the guarantees of earlier periods.</summary>
    public required IReadOnlyDictionary<DateSpan, decimal> GuaranteeCorrections { get; init; }

    /// <summary>All that corrects, by what it corrects.</summary>
    public required IReadOnlyList<KeyValuePair<OracleKey, OracleSum>> AllAdjustments { get; init; }

    public required ClosingOracle Closing { get; init; }

    public decimal Earned => Lines.Sum(sum => sum.Earned) + Closing.Guaranteed + Closing.Forgiven;

    public decimal PayableNow => Lines.Sum(sum => sum.PayableNow) + Closing.Paid;

    public decimal PayableLater => PayableLaterBefore + Lines.Sum(sum => sum.Deferred);

    private IEnumerable<OracleSum> Lines => Sums.Values.Concat(AllAdjustments.Select(pair => pair.Value));

    public static StatementOracle Next(CompLedger ledger, DateSpan period, IReadOnlyList<StatementOracle> issued) =>
        Next(ledger, new EarningsOracle(ledger), period, issued);

    public static List<StatementOracle> Run(CompLedger ledger, IEnumerable<DateSpan> periods)
    {
        var issued = new List<StatementOracle>();
        var earnings = new EarningsOracle(ledger);
        foreach (DateSpan period in periods)
        {
            issued.Add(Next(ledger, earnings, period, issued));
        }

        return issued;
    }

    private static StatementOracle Next(
        CompLedger ledger, EarningsOracle earnings, DateSpan period, IReadOnlyList<StatementOracle> issued)
    {
        bool isUnchanged = issued.All(statement => ReferenceEquals(statement.Ledger, ledger));
        Dictionary<OracleKey, OracleSum> corrected = isUnchanged ? [] : Corrections(ledger, earnings, issued);
        Dictionary<DateSpan, decimal> guarantees = isUnchanged ? [] : GuaranteesMissing(ledger, earnings, issued);
        Dictionary<OracleKey, OracleSum> sums = SumsOf(ledger, earnings, period, isByOrigin: false);
        List<KeyValuePair<OracleKey, OracleSum>> adjustments =
        [
            .. corrected,
            .. guarantees.Select(correction => KeyValuePair.Create(
                new OracleKey(
                    StatementLineKind.Guarantee, PlanIn(ledger, earnings, correction.Key),
                    nameof(PayItemKind.RampGuarantee), null, null),
                new OracleSum(correction.Value, correction.Value, 0m))),
        ];
        return new StatementOracle
        {
            Period = period,
            Ledger = ledger,
            Sums = sums,
            SumsByOrigin = SumsOf(ledger, earnings, period, isByOrigin: true),
            Adjustments = corrected,
            GuaranteeCorrections = guarantees,
            AllAdjustments = adjustments,
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
                    .Where(line => line.IsWindfall && period.Contains(line.Date))
                    .Select(line => (line.Date, line.Deal)),
            ],
            PayableLaterBefore = issued.Count > 0
                ? issued[^1].PayableLater
                : ledger.Opening?.PayableLater.Sum(part => part.Amount) ?? 0m,
            Closing = ClosingOracle.Of(
                ledger, earnings.Quota, period,
                sums.Values.Concat(adjustments.Select(pair => pair.Value)).Sum(sum => sum.PayableNow),
                TopUp(ledger, earnings, period),
                issued.Count > 0 ? issued[^1].Closing : null),
        };
    }

    private static Dictionary<OracleKey, OracleSum> Corrections(
        CompLedger ledger, EarningsOracle earnings, IReadOnlyList<StatementOracle> issued)
    {
        var sums = new Dictionary<OracleKey, OracleSum>();
        foreach (StatementOracle statement in issued)
        {
            foreach ((OracleKey key, OracleSum sum) in SumsOf(ledger, earnings, statement.Period, isByOrigin: true))
            {
                sums[key] = sums.GetValueOrDefault(key) + sum;
            }

            foreach ((OracleKey key, OracleSum sum) in statement.SumsByOrigin.Concat(statement.Adjustments))
            {
                sums[key] = sums.GetValueOrDefault(key) - sum;
            }
        }

        return sums.Where(pair => pair.Value != default).ToDictionary();
    }

    private static Dictionary<DateSpan, decimal> GuaranteesMissing(
        CompLedger ledger, EarningsOracle earnings, IReadOnlyList<StatementOracle> issued) => issued
        .Select(statement => (statement.Period, Missing: TopUp(ledger, earnings, statement.Period)
            - statement.Closing.RampGuarantee
            - issued.Sum(later => later.GuaranteeCorrections.GetValueOrDefault(statement.Period))))
        .Where(correction => correction.Missing != 0m)
        .ToDictionary(correction => correction.Period, correction => correction.Missing);

    private static Dictionary<OracleKey, OracleSum> SumsOf(
        CompLedger ledger, EarningsOracle earnings, DateSpan period, bool isByOrigin)
    {
        var sums = new Dictionary<OracleKey, OracleSum>();
        foreach (OracleLine line in earnings.Lines)
        {
            decimal payable = line.Parts
                .Where(part => part.Void is null && part.Payable is { } day && period.Contains(day))
                .Sum(part => part.Amount);
            if (period.Contains(line.Date))
            {
                Add(line.Key(line.Kind), new OracleSum(line.Earned, payable, line.Earned - payable));
            }
            else if (line.Date < period.Start)
            {
                Add(
                    line.Key(isByOrigin ? line.Kind : StatementLineKind.Released),
                    new OracleSum(0m, payable, -payable));
            }
        }

        foreach (OracleLoss loss in earnings.Losses.Where(loss => period.Contains(loss.Date)))
        {
            Add(loss.Line.Key(loss.Kind), loss.Kind == StatementLineKind.Lapsed
                ? new OracleSum(-loss.Amount, 0m, -loss.Amount)
                : new OracleSum(-loss.Amount, -loss.Amount, 0m));
        }

        foreach (DeferredPay part in ledger.Opening?.PayableLater ?? [])
        {
            if (part.On is { } day && period.Contains(day))
            {
                Add(
                    new OracleKey(StatementLineKind.Released, "", nameof(PayItemKind.Opening), part.Deal, null),
                    new OracleSum(0m, part.Amount, -part.Amount));
            }
        }

        return sums.Where(pair => pair.Value != default).ToDictionary();

        void Add(OracleKey key, OracleSum sum) => sums[key] = sums.GetValueOrDefault(key) + sum;
    }

    private static bool IsGated(CompPlan plan, CompCredit credit) =>
        plan.Components.Any(component => component.Measure == credit.Measure)
            || plan.Triggers.Any(trigger => trigger.Kind == credit.Trigger)
            || plan.Spiffs.Any(spiff => spiff.Measure == credit.Measure);

    private static string PlanIn(CompLedger ledger, EarningsOracle earnings, DateSpan period) =>
        Enumerable.Range(0, ledger.Assignments.Count)
            .Where(i => earnings.Quota.InForce(i) is { } days && Both(days, period) is not null)
            .Select(i => ledger.Assignments[i].Plan.Id)
            .LastOrDefault(ledger.Assignments[ledger.Assignments.Count - 1].Plan.Id);

    // Each plan guarantees an amount of its own, rounded.
    private static decimal TopUp(CompLedger ledger, EarningsOracle earnings, DateSpan period)
    {
        decimal guarantee = Enumerable.Range(0, ledger.Assignments.Count)
            .GroupBy(i => ledger.Assignments[i].Plan.Id)
            .Sum(plan => Round(
                OraclePay.Sum(plan.Select(i => earnings.Quota.Guarantee(i, period))),
                ledger.Assignments[plan.First()].Plan.Rounding));
        decimal earned = earnings.Lines.Where(line => period.Contains(line.Date)).Sum(line => line.Earned);
        return earned < guarantee ? guarantee - Math.Max(earned, 0m) : 0m;
    }
}
