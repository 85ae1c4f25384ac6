using NodaTime;
using RevenueModel.Compensation.Credits;
using RevenueModel.Compensation.Rules;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Statements;

/// <summary>Trailing pay on the accounts of a ledger.</summary>
internal sealed class Residuals(CompLedger ledger, EventBook events)
{
    private const string Item = "residual";

    private readonly RoundedTotals<(int Assignment, string Account)> _totals = new();

    public void AddTo(List<PayEntry> entries)
    {
        CompCredit[] credits = [.. ledger.Credits
            .Where(credit => credit.AccountKey is not null)
            .OrderBy(credit => credit.Date)
            .ThenBy(credit => credit.Deal, StringComparer.Ordinal)];
        for (int i = 0; i < ledger.Assignments.Count; i++)
        {
            CompPlan plan = ledger.Assignments[i].Plan;
            switch (plan.Residual)
            {
                case { Basis: ResidualBasis.ExpansionArr } residual:
                    AddOfExpansions(entries, i, plan, residual, credits);
                    break;
                case { Basis: ResidualBasis.ActiveArrMonthly } residual:
                    AddMonthly(entries, i, plan, residual, credits);
                    break;
            }
        }
    }

    private void AddOfExpansions(
        List<PayEntry> entries,
        int assignment,
        CompPlan plan,
        Residual residual,
        CompCredit[] credits)
    {
        foreach (CompCredit credit in credits)
        {
            if (credit.Measure == CompMeasure.ExpansionArr
                && ledger.InForce(assignment)?.Contains(credit.Date) == true
                && events.AnchorOf(credit.AccountKey!, residual.Anchor) is { } anchor
                && DateSpan.Months(anchor, residual.Months).Contains(credit.Date))
            {
                entries.Add(Entry(assignment, plan, credit.AccountKey!, credit.Date, residual, credit.Credited, credit, 0));
            }
        }
    }

    private void AddMonthly(
        List<PayEntry> entries,
        int assignment,
        CompPlan plan,
        Residual residual,
        CompCredit[] credits)
    {
        IEnumerable<string> accounts =
            credits.Select(credit => credit.AccountKey!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (string account in accounts)
        {
            LocalDate? churned = events.Churned(account);
            if (events.AnchorOf(account, residual.Anchor) is not { } anchor)
            {
                continue;
            }

            for (int month = 0; month < residual.Months; month++)
            {
                LocalDate day = anchor.PlusMonths(month);
                decimal arr = ActiveArr(credits, account, day);
                if (ledger.InForce(assignment)?.Contains(day) == true && !(day >= churned) && arr > 0m)
                {
                    entries.Add(Entry(assignment, plan, account, day, residual, arr / 12m, credit: null, month + 1));
                }
            }
        }
    }

    private static decimal ActiveArr(CompCredit[] credits, string account, LocalDate day)
    {
        decimal arr = 0m;
        foreach (CompCredit credit in credits)
        {
            bool isArr = credit.Measure == CompMeasure.NewArr || credit.Measure == CompMeasure.ExpansionArr;
            if (isArr && credit.Date <= day && string.Equals(credit.AccountKey, account, StringComparison.Ordinal))
            {
                arr += credit.Credited;
            }
        }

        return arr;
    }

    private PayEntry Entry(
        int assignment,
        CompPlan plan,
        string account,
        LocalDate day,
        Residual residual,
        decimal of,
        CompCredit? credit,
        int month)
    {
        decimal amount = _totals.Add((assignment, account), residual.Rate * of, plan.Rounding);
        return new PayEntry
        {
            Kind = StatementLineKind.Residual,
            Assignment = assignment,
            Item = Item,
            Date = day,
            Amount = amount,
            Deal = credit?.Deal,
            Account = credit is null ? account : credit.Account,
            AccountKey = account,
            Payables = [new Payable(0, day, day, amount)],
            Working = new PayWorking { Credit = credit, Rate = residual.Rate, Of = of, Month = month },
        };
    }
}
