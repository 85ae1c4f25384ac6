namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Curves of expansion and the projection of accounts as LINQ over records, and as loops.</summary>
public static class LinqExpansion
{
    /// <summary>The straight lines between yearly values.</summary>
    public static Segment[] SegmentsOf(double[] years) =>
    [
        .. years.Select((value, year) => new Segment(
            year * 12, value, year + 1 < years.Length ? (years[year + 1] - value) / 12 : 0)),
    ];

    /// <summary>The value in each month.</summary>
    public static double[] Values(Segment[] segments, double[] months) => months
        .Select(month => Value(segments.Last(segment => segment.From <= month), month))
        .ToArray();

    /// <summary>The same with loops.</summary>
    public static void ValuesByLoop(Segment[] segments, double[] months, double[] values)
    {
        for (int i = 0; i < months.Length; i++)
        {
            int index = segments.Length - 1;
            while (segments[index].From > months[i])
            {
                index--;
            }

            values[i] = Value(segments[index], months[i]);
        }
    }

    /// <summary>The ARR of all accounts by month.</summary>
    public static double[] ArrByMonth(Account[] accounts, double[] path, int months) => Enumerable.Range(0, months + 1)
        .Select(month => accounts.Sum(
            account => (double)account.Arr * path[account.Age + month] / path[account.Age]))
        .ToArray();

    /// <summary>The same, grouped by age first.</summary>
    public static double[] ArrByMonthAndAge(Account[] accounts, double[] path, int months)
    {
        (int Age, decimal Arr)[] ages =
            [.. accounts.GroupBy(account => account.Age).Select(age => (age.Key, age.Sum(account => account.Arr)))];
        return
        [
            .. Enumerable.Range(0, months + 1)
                .Select(month => ages.Sum(age => (double)age.Arr * path[age.Age + month] / path[age.Age])),
        ];
    }

    /// <summary>The same with loops over accounts and months.</summary>
    public static double[] ArrByMonthByLoop(Account[] accounts, double[] path, int months)
    {
        var byMonth = new double[months + 1];
        foreach (Account account in accounts)
        {
            double unit = (double)account.Arr / path[account.Age];
            for (int month = 0; month < byMonth.Length; month++)
            {
                byMonth[month] += unit * path[account.Age + month];
            }
        }

        return byMonth;
    }

    private static double Value(Segment segment, double month) =>
        segment.Value + ((month - segment.From) * segment.Slope);

    /// <summary>A straight line from a month on.</summary>
    public sealed record Segment(double From, double Value, double Slope);

    /// <summary>An account with its age in months.</summary>
    public sealed record Account(int Age, decimal Arr);
}
