using System.Runtime.InteropServices;
using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>What statements have said, or should have, by typed keys: the base of adjustments.</summary>
internal sealed class StatedTotals
{
    private readonly Dictionary<Key, Sums> _sums = [];

    /// <summary>What should have been said before a day, by what is known now.</summary>
    public static StatedTotals Due(CompLedger ledger, Earnings earnings, LocalDate day)
    {
        var book = new StatedTotals();
        foreach (PayEntry entry in earnings.Entries)
        {
            if (entry.Date < day)
            {
                book.Add(ledger, entry, entry.Kind, entry.Amount, entry.PaidBefore(day));
            }
        }

        foreach (ReversalEntry undone in earnings.Undone)
        {
            if (undone.Date < day)
            {
                decimal paid = undone.Kind == StatementLineKind.Clawback ? -undone.Amount : 0m;
                book.Add(ledger, undone.Of, undone.Kind, -undone.Amount, paid);
            }
        }

        return book;
    }

    /// <summary>What has been said.</summary>
    public static StatedTotals Stated(ReadOnlySpan<CompStatement> issued)
    {
        var book = new StatedTotals();
        foreach (CompStatement statement in issued)
        {
            foreach (StatementLine line in statement.Lines)
            {
                if ((line.Corrects ?? line.Kind) is <= StatementLineKind.Clawback and not StatementLineKind.Withheld and var kind)
                {
                    book.Add(line.Role, line.Item, line.Deal, line.Account, kind, line.Earned, line.PayableNow);
                }
            }
        }

        return book;
    }

    /// <summary>The lines that bring what was stated to what is due, in an order that does not depend on the input's.</summary>
    public static IEnumerable<StatementLine> Adjust(StatedTotals due, StatedTotals stated, LocalDate day) =>
        due._sums.Keys.Union(stated._sums.Keys)
            .Select(key => Line(key, due._sums.GetValueOrDefault(key), stated._sums.GetValueOrDefault(key), day))
            .Where(line => line.Earned != 0m || line.PayableNow != 0m)
            .OrderBy(line => line.Role, StringComparer.Ordinal)
            .ThenBy(line => line.Item.ToString(), StringComparer.Ordinal)
            .ThenBy(line => line.Deal, StringComparer.Ordinal)
            .ThenBy(line => line.Account, StringComparer.Ordinal)
            .ThenBy(line => line.Corrects);

    private static StatementLine Line(Key key, Sums due, Sums stated, LocalDate day)
    {
        decimal earned = due.Earned - stated.Earned;
        decimal paid = due.Paid - stated.Paid;
        return new StatementLine
        {
            Kind = StatementLineKind.Adjustment,
            Corrects = due.Kind != default ? due.Kind : stated.Kind,
            Date = day,
            Role = key.Role,
            Item = key.Item,
            Deal = key.Deal,
            Account = key.Account,
            Earned = earned,
            PayableNow = paid,
            Deferred = earned - paid,
            Explanation = StatementExplanations.Adjusted(day, due.Earned, due.Paid, stated.Earned, stated.Paid),
        };
    }

    private void Add(CompLedger ledger, PayEntry entry, StatementLineKind kind, decimal earned, decimal paid) => Add(
        ledger.Assignments[entry.Assignment].Plan.Role, entry.Item, entry.Deal, entry.Account, kind, earned, paid);

    private void Add(
        string role,
        PayItem item,
        string? deal,
        string? account,
        StatementLineKind kind,
        decimal earned,
        decimal paid)
    {
        // Pay, and what becomes payable of it later, are one; what undoes it is told apart.
        StatementLineKind group = kind is StatementLineKind.Lapsed or StatementLineKind.Clawback ? kind : default;
        ref Sums sums = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _sums, new Key(role, item, deal, account, group), out _);
        sums = new Sums(
            sums.Kind is default(StatementLineKind) or StatementLineKind.Released ? kind : sums.Kind,
            sums.Earned + earned,
            sums.Paid + paid);
    }

    private readonly record struct Key(
        string Role,
        PayItem Item,
        string? Deal,
        string? Account,
        StatementLineKind Group);

    private readonly record struct Sums(StatementLineKind Kind, decimal Earned, decimal Paid);
}
