using NodaTime;
using RevenueModel.Retention;

namespace RevenueModel.Benchmarks;

/// <summary>
/// The recurring revenue of a large vendor, the same on every machine: accounts in four segments that start over three
/// years, change their amount once or twice a year, and leave and sometimes return.
/// </summary>
/// <remarks>
/// 50,000 accounts over 36 months have 1.05 million account-months. Accounts are active for about three in five of the
/// months. Amounts are from 100 to 20,000 with cents.
/// </remarks>
internal sealed class RevenueRows
{
    /// <summary>The number of accounts of the main benchmarks.</summary>
    public const int ManyAccounts = 50_000;

    /// <summary>The number of months.</summary>
    public const int Months = 36;

    /// <summary>The number of segments.</summary>
    public const int Segments = 4;

    public static readonly YearMonth First = new(2025, 1);

    public static readonly string?[] SegmentNames = ["S0", "S1", "S2", "S3"];

    private RevenueRows(Row[] rows, int accounts)
    {
        Rows = rows;
        Accounts = Array.ConvertAll(rows, row => row.Account);
        MonthOf = Array.ConvertAll(rows, row => row.Month);
        Cents = Array.ConvertAll(rows, row => (long)(row.Amount * 100m));
        SegmentOf = new int[accounts];
        foreach (Row row in rows)
        {
            SegmentOf[row.Account] = row.Segment;
        }
    }

    /// <summary>Gets the rows as the rivals read them.</summary>
    public Row[] Rows { get; }

    public int[] Accounts { get; }

    public int[] MonthOf { get; }

    public long[] Cents { get; }

    public int[] SegmentOf { get; }

    public AccountMonthColumns Columns => new()
    {
        Accounts = Accounts,
        Months = MonthOf,
        Amounts = Cents,
        AccountCount = SegmentOf.Length,
        FirstMonth = First,
        MonthCount = Months,
        GroupOfAccount = SegmentOf,
        GroupNames = SegmentNames,
    };

    /// <summary>Creates rows sorted by account and month.</summary>
    public static RevenueRows Create(int accounts)
    {
        var draws = new Draws(20270103);
        var rows = new List<Row>(accounts * 22);
        for (int account = 0; account < accounts; account++)
        {
            int segment = draws.Below(Segments);
            int month = draws.OneIn(3) ? 0 : draws.Below(Months - 4);
            decimal amount = Amount(ref draws);
            while (month < Months)
            {
                rows.Add(new Row(account, month, segment, amount));
                month++;
                if (draws.OneIn(9))
                {
                    amount = Amount(ref draws);
                }

                if (draws.OneIn(60))
                {
                    month += draws.OneIn(2) ? Months : 1 + draws.Below(8);
                }
            }
        }

        return new RevenueRows([.. rows], accounts);
    }

    /// <summary>Returns the same rows in random order.</summary>
    public RevenueRows Shuffled()
    {
        var draws = new Draws(20270104);
        Row[] rows = [.. Rows];
        for (int i = rows.Length - 1; i > 0; i--)
        {
            int other = draws.Below(i + 1);
            (rows[i], rows[other]) = (rows[other], rows[i]);
        }

        return new RevenueRows(rows, SegmentOf.Length);
    }

    /// <summary>Returns the rows as records of the library; the rows of an account share its name.</summary>
    public AccountMonth[] Records()
    {
        string[] names = [.. Enumerable.Range(0, SegmentOf.Length).Select(i => FormattableString.Invariant($"A{i}"))];
        return Array.ConvertAll(Rows, row => new AccountMonth
        {
            Account = names[row.Account],
            Month = First.PlusMonths(row.Month),
            Amount = row.Amount,
            Segment = SegmentNames[row.Segment],
        });
    }

    private static decimal Amount(ref Draws draws) => (10_000 + draws.Below(1_990_000)) / 100m;

    /// <summary>A month of an account as the rivals read it.</summary>
    public sealed record Row(int Account, int Month, int Segment, decimal Amount);
}
