using RevenueModel.Retention;

namespace RevenueModel.Benchmarks;

/// <summary>300,000 subscription periods of 50,000 accounts, in random order: 3.2 million months.</summary>
internal sealed class RevenuePeriods
{
    private const int PeriodsOfAccount = 6;

    private RevenuePeriods(Period[] periods, int[] segmentOf)
    {
        Periods = periods;
        SegmentOf = segmentOf;
        Accounts = Array.ConvertAll(periods, period => period.Account);
        Starts = Array.ConvertAll(periods, period => period.Start);
        Ends = Array.ConvertAll(periods, period => period.End);
        Cents = Array.ConvertAll(periods, period => (long)(period.Amount * 100m));
    }

    public Period[] Periods { get; }

    public int[] SegmentOf { get; }

    public int[] Accounts { get; }

    public int[] Starts { get; }

    public int[] Ends { get; }

    public long[] Cents { get; }

    public RevenuePeriodColumns Columns => new()
    {
        Accounts = Accounts,
        Starts = Starts,
        Ends = Ends,
        Amounts = Cents,
        AccountCount = SegmentOf.Length,
        FirstMonth = RevenueRows.First,
        MonthCount = RevenueRows.Months,
        GroupOfAccount = SegmentOf,
        GroupNames = RevenueRows.SegmentNames,
    };

    public static RevenuePeriods Create(int accounts)
    {
        var draws = new Draws(20270105);
        var segmentOf = new int[accounts];
        var periods = new Period[accounts * PeriodsOfAccount];
        for (int account = 0; account < accounts; account++)
        {
            segmentOf[account] = draws.Below(RevenueRows.Segments);
            for (int i = 0; i < PeriodsOfAccount; i++)
            {
                int start = draws.Below(RevenueRows.Months);
                int end = Math.Min(RevenueRows.Months, start + 1 + draws.Below(24));
                periods[(account * PeriodsOfAccount) + i] = new Period(
                    account, start, end, segmentOf[account], (10_000 + draws.Below(1_990_000)) / 100m);
            }
        }

        for (int i = periods.Length - 1; i > 0; i--)
        {
            int other = draws.Below(i + 1);
            (periods[i], periods[other]) = (periods[other], periods[i]);
        }

        return new RevenuePeriods(periods, segmentOf);
    }

    /// <summary>A period as the rivals read it: the months from the start to before the end.</summary>
    public sealed record Period(int Account, int Start, int End, int Segment, decimal Amount);
}
