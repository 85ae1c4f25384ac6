using System.Runtime.InteropServices;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The totals by key of stated pay or due pay, from which adjustments are computed.</summary>
internal sealed class StatedTotals
{
    private readonly Dictionary<Key, Sums> _sums = [];

    /// <summary>Returns the totals due before a day by current facts.</summary>
    public static StatedTotals Due(CompLedger ledger, Earnings earnings, LocalDate day)
    {
        var totals = new StatedTotals();
        foreach (PayEntry entry in earnings.Entries)
        {
            if (entry.Date < day)
            {
                string plan = ledger.Assignments[entry.Assignment].Plan.Id;
                decimal earned = entry.IsOpening ? 0m : entry.Amount;
                totals.Add(
                    plan,
                    entry.Item,
                    entry.Deal,
                    entry.Account,
                    entry.Kind,
                    earned,
                    entry.PaidBefore(day),
                    entry.Detail);
            }
        }

        foreach (ReversalEntry undone in earnings.Undone)
        {
            if (undone.Date < day)
            {
                PayEntry of = undone.Of;
                string plan = ledger.Assignments[of.Assignment].Plan.Id;
                decimal paid = undone.Kind == StatementLineKind.Clawback ? -undone.Amount : 0m;
                totals.Add(plan, of.Item, of.Deal, of.Account, undone.Kind, -undone.Amount, paid, detail: null);
            }
        }

        return totals;
    }

    /// <summary>Returns the stated totals.</summary>
    public static StatedTotals Stated(ReadOnlySpan<CompStatement> issued)
    {
        var totals = new StatedTotals();
        foreach (CompStatement statement in issued)
        {
            foreach (StatementLine line in statement.Lines)
            {
                if ((line.Corrects ?? line.Kind) is <= StatementLineKind.Clawback and not StatementLineKind.Withheld
                    and var kind)
                {
                    totals.Add(
                        line.Plan,
                        line.Item,
                        line.Deal,
                        line.Account,
                        kind,
                        line.Earned,
                        line.PayableNow,
                        line.Detail);
                }
            }
        }

        return totals;
    }

    /// <summary>Returns the lines that adjust stated totals to due totals, in an order that does not depend on the
    /// order of the ledger.</summary>
    public static IEnumerable<StatementLine> Adjust(
        CompLedger ledger, StatedTotals due, StatedTotals stated, LocalDate day)
    {
        var roles = ledger.Assignments
            .GroupBy(static item => item.Plan.Id, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Last().Plan.Role, StringComparer.Ordinal);
        return due._sums.Keys.Union(stated._sums.Keys)
            .Where(key => !due._sums.GetValueOrDefault(key).IsSameAs(stated._sums.GetValueOrDefault(key)))
            .Select(key => Line(
                key,
                roles.GetValueOrDefault(key.Plan, key.Plan),
                due._sums.GetValueOrDefault(key),
                stated._sums.GetValueOrDefault(key),
                day))
            .OrderBy(static line => line.Role, StringComparer.Ordinal)
            .ThenBy(static line => line.Item.ToString(), StringComparer.Ordinal)
            .ThenBy(static line => line.Deal, StringComparer.Ordinal)
            .ThenBy(static line => line.Account, StringComparer.Ordinal)
            .ThenBy(static line => line.Corrects);
    }

    private static StatementLine Line(Key key, string role, Sums due, Sums stated, LocalDate day)
    {
        decimal earned = due.Earned - stated.Earned;
        decimal paid = due.Paid - stated.Paid;
        return new StatementLine
        {
            Kind = StatementLineKind.Adjustment,
            Corrects = due.Kind != default ? due.Kind : stated.Kind,
            Date = day,
            Role = role,
            Plan = key.Plan,
            Item = key.Item,
            Deal = key.Deal,
            Account = key.Account,
            Earned = earned,
            PayableNow = paid,
            Deferred = earned - paid,
            Detail = new AdjustmentDetail
            {
                Before = day,
                EarnedDue = due.Earned,
                EarnedStated = stated.Earned,
                PayableDue = due.Paid,
                PayableStated = stated.Paid,
                Terms = due.Terms,
                Changes = ChangesOf(key, in due, in stated),
            },
        };
    }

    private static ValueList<PayChange> ChangesOf(Key key, in Sums due, in Sums stated)
    {
        if (key.Group is StatementLineKind.Lapsed or StatementLineKind.Clawback)
        {
            return [new PayChange(PayFact.Reversal)];
        }

        var changes = new List<PayChange>();
        if (due.Counted != stated.Counted)
        {
            changes.Add(new PayChange(PayFact.Credited, stated.Counted, due.Counted));
        }

        if (due.Terms is { } now && stated.Terms is { } then)
        {
            AddIfChanged(changes, PayFact.Target, then.Target, now.Target);
            AddIfChanged(changes, PayFact.TargetPay, then.TargetPay, now.TargetPay);
            if (now.Curve != then.Curve || now.Rates != then.Rates || now.AmountCap != then.AmountCap)
            {
                changes.Add(new PayChange(PayFact.Curve));
            }
        }

        if (due.Factor is { } factor && stated.Factor is { } before && factor != before)
        {
            changes.Add(new PayChange(PayFact.Rate, before, factor));
        }

        if (changes.Count == 0 && due.Earned != stated.Earned)
        {
            changes.Add(new PayChange(due.Terms is null ? PayFact.Rate : PayFact.Attainment));
        }

        // The change in earned pay does not explain the change in payable pay.
        decimal explained = stated.Earned == 0m ? due.Paid : stated.Paid * due.Earned / stated.Earned;
        if (changes.Count == 0 || Math.Abs(due.Paid - explained) > 1m)
        {
            changes.Add(new PayChange(PayFact.Payment));
        }

        return changes.ToValueList();
    }

    private static void AddIfChanged(List<PayChange> changes, PayFact fact, decimal? before, decimal? after)
    {
        if (before != after)
        {
            changes.Add(new PayChange(fact, before, after));
        }
    }

    private void Add(
        string plan,
        PayItem item,
        string? deal,
        string? account,
        StatementLineKind kind,
        decimal earned,
        decimal paid,
        LineDetail? detail)
    {
        // Pay and its later release have the same key; reversals have a separate key.
        StatementLineKind group = kind is StatementLineKind.Lapsed or StatementLineKind.Clawback ? kind : default;
        ref Sums sums = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _sums, new Key(plan, item, deal, account, group), out _);
        sums = new Sums(
            sums.Kind is default(StatementLineKind) or StatementLineKind.Released ? kind : sums.Kind,
            sums.Earned + earned,
            sums.Paid + paid,
            sums.Counted + CountedOf(detail),
            TermsOf(detail) ?? sums.Terms,
            (detail as CommissionDetail)?.AverageRate?.Factor ?? sums.Factor);
    }

    private static ComponentTerms? TermsOf(LineDetail? detail) => detail switch
    {
        CommissionDetail commission => commission.Terms,
        AdjustmentDetail adjustment => adjustment.Terms,
        _ => null,
    };

    private static decimal CountedOf(LineDetail? detail) => detail switch
    {
        CommissionDetail commission => commission.Counted,
        RateDetail rate => rate.Credit.Credited,
        ResidualDetail residual => residual.IsPaid ? residual.Of : 0m,
        AdjustmentDetail adjustment => CreditedBy(adjustment),
        _ => 0m,
    };

    private static decimal CreditedBy(AdjustmentDetail adjustment)
    {
        decimal credited = 0m;
        foreach (PayChange change in adjustment.Changes)
        {
            bool isCredit = change.Fact == PayFact.Credited;
            credited += isCredit ? change.After.GetValueOrDefault() - change.Before.GetValueOrDefault() : 0m;
        }

        return credited;
    }

    private readonly record struct Key(
        string Plan,
        PayItem Item,
        string? Deal,
        string? Account,
        StatementLineKind Group);

    private readonly record struct Sums(
        StatementLineKind Kind,
        decimal Earned,
        decimal Paid,
        decimal Counted,
        ComponentTerms? Terms,
        decimal? Factor)
    {
        public bool IsSameAs(Sums other) => Earned == other.Earned && Paid == other.Paid;
    }
}
