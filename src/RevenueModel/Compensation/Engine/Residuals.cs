using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes trailing pay on the accounts of a ledger.</summary>
internal sealed class Residuals
{
    private readonly CompLedger _ledger;
    private readonly EventIndex _events;
    private readonly RoundedTotals<(string Plan, string? Account)> _totals = new();
    private readonly IGrouping<string?, CompCredit>[] _accounts;

    private Residuals(CompLedger ledger, EventIndex events)
    {
        _ledger = ledger;
        _events = events;
        _accounts = [.. ledger.Credits
            .Where(credit => credit.Measure == CompMeasure.NewArr || credit.Measure == CompMeasure.ExpansionArr)
            .OrderBy(credit => credit.Date)
            .ThenBy(credit => credit.Deal, StringComparer.Ordinal)
            .GroupBy(credit => credit.AccountKey, StringComparer.Ordinal)
            .OrderBy(account => account.Key, StringComparer.Ordinal)];
    }

    /// <summary>Returns the residuals of the plans of a ledger; empty if no plan has one.</summary>
    public static IEnumerable<PayEntry> Of(CompLedger ledger, EventIndex events)
    {
        if (!ledger.Assignments.Any(assignment => assignment.Plan.Residual is not null))
        {
            return [];
        }

        var residuals = new Residuals(ledger, events);
        return Enumerable.Range(0, ledger.Assignments.Count).SelectMany(residuals.OfAssignment);
    }

    private IEnumerable<PayEntry> OfAssignment(int assignment)
    {
        if (_ledger.Assignments[assignment].Plan.Residual is not { } residual
            || _ledger.InForce(assignment) is not { } inForce)
        {
            return [];
        }

        return _accounts.SelectMany(account =>
        {
            LocalDate? anchor = account.Key is { } key ? _events.AnchorOf(key, residual.Anchor) : null;
            return residual.Basis == ResidualBasis.ActiveArrMonthly
                ? Monthly(assignment, residual, inForce, account, anchor)
                : OfExpansions(assignment, residual, inForce, account, anchor);
        });
    }

    // An expansion without residual also has a line, with the reason.
    private IEnumerable<PayEntry> OfExpansions(
        int assignment,
        Residual residual,
        DateSpan inForce,
        IGrouping<string?, CompCredit> account,
        LocalDate? anchor)
    {
        DateSpan? paid = anchor is { } day ? DateSpan.Months(day, residual.Months) : null;
        foreach (CompCredit credit in account)
        {
            bool isBasis = credit.Measure == CompMeasure.ExpansionArr
                && (residual.Basis == ResidualBasis.ExpansionArr
                    || credit.Trigger == ExpansionTriggerKind.VolumeTierUpgrade);
            if (isBasis && inForce.Contains(credit.Date))
            {
                bool isPaid = paid?.Contains(credit.Date) == true;
                var detail = new ResidualDetail
                {
                    Rate = residual.Rate,
                    Of = credit.Credited,
                    Period = paid,
                    IsPaid = isPaid,
                };
                decimal of = isPaid ? credit.Credited : 0m;
                yield return Entry(assignment, detail, account.Key, credit.Date, of, credit);
            }
        }
    }

    private IEnumerable<PayEntry> Monthly(
        int assignment,
        Residual residual,
        DateSpan inForce,
        IGrouping<string?, CompCredit> account,
        LocalDate? anchor)
    {
        if (anchor is not { } first || account.Key is not { } key)
        {
            yield break;
        }

        LocalDate? churned = _events.Churned(key, account.Min(static credit => credit.Date));
        for (int month = 0; month < residual.Months; month++)
        {
            LocalDate day = first.PlusMonths(month);
            decimal arr = account.Where(credit => credit.Date <= day).Sum(credit => credit.Credited);
            if (inForce.Contains(day) && !(day >= churned) && arr > 0m)
            {
                var detail = new ResidualDetail
                {
                    Rate = residual.Rate,
                    Of = arr / 12m,
                    Month = month + 1,
                    IsPaid = true,
                };
                yield return Entry(assignment, detail, key, day, arr / 12m, credit: null);
            }
        }
    }

    private PayEntry Entry(
        int assignment, ResidualDetail detail, string? account, LocalDate day, decimal of, CompCredit? credit)
    {
        RoundingPolicy rounding = _ledger.Assignments[assignment].Plan.Rounding;
        decimal amount = _totals.Add((_ledger.Assignments[assignment].Plan.Id, account), detail.Rate * of, rounding);
        return new PayEntry
        {
            Kind = StatementLineKind.Residual,
            Assignment = assignment,
            Item = PayItem.Residual,
            Date = day,
            Amount = amount,
            Credit = credit,
            Deal = credit?.Deal,
            Account = credit is null ? account : credit.Account,
            AccountKey = account,
            Detail = detail,
            Payables = [new Payable(0, day, day, amount)],
        };
    }
}
