using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.CountingOracle;
using static RevenueModel.Tests.Oracles.Compensation.EarningsOracle;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>Residuals: on expansions for a number of months, and on active ARR month by month.</summary>
internal static class ResidualOracle
{
    public static IEnumerable<OracleLine> Lines(CompLedger ledger, OracleQuota quota) =>
        OnExpansion(ledger, quota).Concat(Monthly(ledger, quota));

    private static IEnumerable<OracleLine> OnExpansion(CompLedger ledger, OracleQuota quota)
    {
        var sums = new Dictionary<(string Plan, string Account), ExactFraction>();
        foreach (CompCredit credit in ledger.Credits
            .Select((credit, position) => (Credit: credit, Position: position))
            .Where(item => item.Credit.Measure == CompMeasure.ExpansionArr)
            .OrderBy(item => item.Credit.Date)
            .ThenBy(item => item.Credit.Deal, StringComparer.Ordinal)
            .ThenBy(item => item.Position)
            .Select(item => item.Credit))
        {
            int a = quota.AssignmentOn(credit.Date);
            CompPlan plan = ledger.Assignments[a].Plan;
            if (plan.Residual is { Basis: ResidualBasis.ExpansionArr } residual
                && AccountOf(credit) is { } account
                && Anchor(ledger, residual, account) is { } anchor
                && credit.Date >= anchor
                && credit.Date < anchor.PlusMonths(residual.Months))
            {
                ExactFraction before = sums.GetValueOrDefault((plan.Id, account), Zero);
                ExactFraction after = before + (Exact(residual.Rate) * Credited(credit));
                sums[(plan.Id, account)] = after;
                yield return Line(
                    plan, credit.Deal, credit.Account, credit.Date,
                    Round(after, plan.Rounding) - Round(before, plan.Rounding));
            }
        }
    }

    private static IEnumerable<OracleLine> Monthly(CompLedger ledger, OracleQuota quota)
    {
        CompCredit[] active =
        [
            .. ledger.Credits.Where(
                credit => credit.Measure == CompMeasure.NewArr || credit.Measure == CompMeasure.ExpansionArr),
        ];
        var sums = new Dictionary<(string Plan, string Account), ExactFraction>();
        for (int a = 0; a < ledger.Assignments.Count; a++)
        {
            CompPlan plan = ledger.Assignments[a].Plan;
            if (plan.Residual is not { Basis: ResidualBasis.ActiveArrMonthly } residual)
            {
                continue;
            }

            foreach (string account in active.Select(AccountOf).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                LocalDate booked = active.Where(credit => AccountOf(credit) == account).Min(credit => credit.Date);
                LocalDate? churn = Days(ledger, CompEventKind.Churned, account).Where(day => day >= booked).Min();
                for (int k = 0; k < residual.Months && Anchor(ledger, residual, account) is { } anchor; k++)
                {
                    LocalDate day = anchor.PlusMonths(k);
                    ExactFraction arr = Sum(active.Where(credit => AccountOf(credit) == account && credit.Date <= day)
                        .Select(Credited));
                    if (day >= churn || quota.AssignmentOn(day) != a || arr <= Zero)
                    {
                        continue;
                    }

                    ExactFraction before = sums.GetValueOrDefault((plan.Id, account), Zero);
                    ExactFraction after = before + (Exact(residual.Rate) * arr / Exact(12m));
                    sums[(plan.Id, account)] = after;
                    yield return Line(
                        plan, deal: null, account, day, Round(after, plan.Rounding) - Round(before, plan.Rounding));
                }
            }
        }
    }

    private static IEnumerable<LocalDate?> Days(CompLedger ledger, CompEventKind kind, string subject) => ledger.Events
        .Where(happened => happened.Kind == kind && happened.Subject == subject)
        .Select(happened => (LocalDate?)happened.Date);

    private static LocalDate? Anchor(CompLedger ledger, Residual residual, string account) => residual.Anchor switch
    {
        ResidualAnchor.GoLive => Days(ledger, CompEventKind.WentLive, account).Min(),
        ResidualAnchor.FirstInvoice => ledger.Credits
            .Where(credit => AccountOf(credit) == account && credit.Deal is not null)
            .Select(credit => credit.Deal!)
            .Append(account)
            .SelectMany(subject => Days(ledger, CompEventKind.Invoiced, subject))
            .Min(),
        _ => ledger.Credits
            .Where(credit => credit.Measure == CompMeasure.NewArr && AccountOf(credit) == account)
            .Select(credit => (LocalDate?)credit.Date)
            .Min(),
    };

    private static OracleLine Line(CompPlan plan, string? deal, string? account, LocalDate day, decimal earned) => new(
        StatementLineKind.Residual, plan, nameof(PayItemKind.Residual), deal, account, day, earned,
        [new OraclePart(0, day, day, earned)]);
}
