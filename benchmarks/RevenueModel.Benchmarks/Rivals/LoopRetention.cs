using System.Runtime.InteropServices;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Bridge, closed cohorts and triangle as loops over records of decimals, with a dictionary of accounts where
/// the rows are not sorted.</summary>
internal static class LoopRetention
{
    private const int Kinds = 5;
    private const int Window = 12;

    /// <summary>The bridge of rows that are sorted by account and month.</summary>
    public static BridgeCell[] SortedBridge(RevenueRows.Row[] rows)
    {
        var sums = new decimal[RevenueRows.Months * RevenueRows.Segments * Kinds];
        RevenueRows.Row? before = null;
        foreach (RevenueRows.Row row in rows)
        {
            if (before is null || before.Account != row.Account)
            {
                End(sums, before);
                sums[At(row.Month, row.Segment, BridgeCell.New)] += row.Amount;
            }
            else if (before.Month < row.Month - 1)
            {
                sums[At(before.Month + 1, row.Segment, BridgeCell.Churn)] -= before.Amount;
                sums[At(row.Month, row.Segment, BridgeCell.Reactivation)] += row.Amount;
            }
            else
            {
                decimal change = row.Amount - before.Amount;
                int kind = change > 0m ? BridgeCell.Expansion : BridgeCell.Contraction;
                sums[At(row.Month, row.Segment, kind)] += change;
            }

            before = row;
        }

        End(sums, before);
        return Cells(sums);
    }

    /// <summary>The bridge of rows in any order.</summary>
    public static BridgeCell[] Bridge(RevenueRows.Row[] rows)
    {
        var accounts = new Dictionary<int, Account>();
        foreach (RevenueRows.Row row in rows)
        {
            Find(accounts, row.Account, row.Segment).Months[row.Month] += row.Amount;
        }

        return Bridge(accounts.Values);
    }

    /// <summary>The bridge of the records of the library in any order.</summary>
    public static BridgeCell[] Bridge(AccountMonth[] records)
    {
        var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
        foreach (AccountMonth record in records)
        {
            ref Account? account = ref CollectionsMarshal.GetValueRefOrAddDefault(accounts, record.Account, out _);
            account ??= new Account(
                Array.IndexOf(RevenueRows.SegmentNames, record.Segment), new decimal[RevenueRows.Months]);
            int month = ((record.Month.Year - RevenueRows.First.Year) * 12) + record.Month.Month - 1;
            account.Months[month] += record.Amount;
        }

        return Bridge(accounts.Values);
    }

    /// <summary>The bridge of periods in any order.</summary>
    public static BridgeCell[] Bridge(RevenuePeriods.Period[] periods)
    {
        var accounts = new Dictionary<int, Account>();
        foreach (RevenuePeriods.Period period in periods)
        {
            decimal[] months = Find(accounts, period.Account, period.Segment).Months;
            for (int month = period.Start; month < period.End; month++)
            {
                months[month] += period.Amount;
            }
        }

        return Bridge(accounts.Values);
    }

    public static WindowCell[] Windows(RevenueRows.Row[] rows)
    {
        var accounts = new Dictionary<int, Account>();
        foreach (RevenueRows.Row row in rows)
        {
            Find(accounts, row.Account, row.Segment).Months[row.Month] += row.Amount;
        }

        var cells = new WindowCell[RevenueRows.Months - Window];
        for (int i = 0; i < cells.Length; i++)
        {
            decimal opening = 0m;
            decimal ending = 0m;
            decimal gross = 0m;
            long count = 0;
            foreach (Account account in accounts.Values)
            {
                decimal start = account.Months[i];
                if (start > 0m)
                {
                    decimal end = account.Months[i + Window];
                    opening += start;
                    ending += end;
                    gross += Math.Min(start, end);
                    count++;
                }
            }

            cells[i] = new WindowCell(i + Window, opening, ending, gross, count);
        }

        return cells;
    }

    public static CohortCell[] Triangle(RevenueRows.Row[] rows)
    {
        var starts = new Dictionary<int, int>();
        foreach (RevenueRows.Row row in rows)
        {
            ref int start = ref CollectionsMarshal.GetValueRefOrAddDefault(starts, row.Account, out bool exists);
            start = exists ? Math.Min(start, row.Month) : row.Month;
        }

        var amounts = new decimal[RevenueRows.Months * RevenueRows.Months];
        var logos = new long[amounts.Length];
        foreach (RevenueRows.Row row in rows)
        {
            int start = starts[row.Account];
            int at = (start * RevenueRows.Months) + row.Month - start;
            amounts[at] += row.Amount;
            logos[at]++;
        }

        var cells = new List<CohortCell>();
        for (int at = 0; at < amounts.Length; at++)
        {
            if (logos[at] > 0)
            {
                cells.Add(new CohortCell(at / RevenueRows.Months, at % RevenueRows.Months, amounts[at], logos[at]));
            }
        }

        return [.. cells];
    }

    private static BridgeCell[] Bridge(IEnumerable<Account> accounts)
    {
        var sums = new decimal[RevenueRows.Months * RevenueRows.Segments * Kinds];
        foreach (Account account in accounts)
        {
            decimal before = 0m;
            bool wasThere = false;
            for (int month = 0; month < RevenueRows.Months; month++)
            {
                decimal now = account.Months[month];
                if (now != before)
                {
                    int kind = before == 0m ? wasThere ? BridgeCell.Reactivation : BridgeCell.New
                        : now == 0m ? BridgeCell.Churn
                        : now > before ? BridgeCell.Expansion
                        : BridgeCell.Contraction;
                    sums[At(month, account.Segment, kind)] += now - before;
                    wasThere = true;
                }

                before = now;
            }
        }

        return Cells(sums);
    }

    private static Account Find(Dictionary<int, Account> accounts, int number, int segment)
    {
        ref Account? account = ref CollectionsMarshal.GetValueRefOrAddDefault(accounts, number, out _);
        return account ??= new Account(segment, new decimal[RevenueRows.Months]);
    }

    private static void End(decimal[] sums, RevenueRows.Row? last)
    {
        if (last is not null && last.Month < RevenueRows.Months - 1)
        {
            sums[At(last.Month + 1, last.Segment, BridgeCell.Churn)] -= last.Amount;
        }
    }

    private static int At(int month, int segment, int kind) =>
        (((month * RevenueRows.Segments) + segment) * Kinds) + kind;

    private static BridgeCell[] Cells(decimal[] sums) =>
    [
        .. sums.Select((sum, at) => new BridgeCell(
            at / Kinds / RevenueRows.Segments, at / Kinds % RevenueRows.Segments, at % Kinds, sum)),
    ];

    private sealed record Account(int Segment, decimal[] Months);
}
