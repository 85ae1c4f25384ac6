using System.Buffers;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Reads records of revenue by account and month into columns of pooled arrays, and analyzes these.</summary>
internal static class RecordReader
{
    private const int Digits = 2;
    private const int MostMonths = 1_200;

    /// <summary>Returns the analysis of records, or null if they need a history: they are grouped by product or site,
    /// have more than two decimal places, or are refused.</summary>
    public static RetentionAnalysis? TryRead(
        ReadOnlySpan<AccountMonth> months, RetentionOptions options, RetentionParts parts, string name)
    {
        if (months.IsEmpty || options.GroupBy is RevenueDimension.Product or RevenueDimension.Site)
        {
            return null;
        }

        int[] accounts = ArrayPool<int>.Shared.Rent(months.Length);
        int[] monthOf = ArrayPool<int>.Shared.Rent(months.Length);
        long[] amounts = ArrayPool<long>.Shared.Rent(months.Length);
        try
        {
            var segments = new List<string?>();
            if (TryFill(months, accounts, monthOf, amounts, segments, out int first, out int last) is not { } rows)
            {
                return null;
            }

            for (int row = 0; row < rows; row++)
            {
                monthOf[row] -= first;
            }

            (int[] groups, string?[] names) = options.GroupBy == RevenueDimension.Segment
                ? Groups(segments)
                : ([], [null]);
            var columns = new HistoryColumns
            {
                Accounts = accounts.AsSpan(0, rows),
                Starts = monthOf.AsSpan(0, rows),
                Amounts = amounts.AsSpan(0, rows),
                AccountCount = segments.Count,
                FirstMonth = MonthIndex.ToMonth(first),
                MonthCount = last - first + 1,
                Groups = groups,
                GroupNames = names,
                Digits = Digits,
            };
            var plan = new RetentionPlan(options, parts, columns.FirstMonth, columns.MonthCount, name);
            return ColumnReader.Analyze(columns, plan, name);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(accounts);
            ArrayPool<int>.Shared.Return(monthOf);
            ArrayPool<long>.Shared.Return(amounts);
        }
    }

    // Returns the number of rows, without those of zero. The records of an account usually share its name and its
    // segment, and follow each other.
    private static int? TryFill(
        ReadOnlySpan<AccountMonth> months,
        int[] accounts,
        int[] monthOf,
        long[] amounts,
        List<string?> segments,
        out int first,
        out int last)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        first = int.MaxValue;
        last = int.MinValue;
        string? latest = null;
        string? segment = null;
        int number = -1;
        int row = 0;
        foreach (AccountMonth record in months)
        {
            if (record is null || !FixedPoint.TryFrom(record.Amount, Digits, out amounts[row]))
            {
                return null;
            }

            if (!ReferenceEquals(record.Account, latest))
            {
                latest = record.Account;
                if (!numbers.TryGetValue(latest, out number))
                {
                    number = segments.Count;
                    numbers.Add(latest, number);
                    segments.Add(null);
                }

                segment = segments[number];
            }

            if (!ReferenceEquals(record.Segment, segment) && record.Segment is { } own)
            {
                if (segment is not null && !string.Equals(segment, own, StringComparison.Ordinal))
                {
                    return null;
                }

                segments[number] = segment = own;
            }

            int month = MonthIndex.Of(record.Month);
            last = Math.Max(last, month);
            if (amounts[row] != 0)
            {
                accounts[row] = number;
                monthOf[row] = month;
                first = Math.Min(first, month);
                row++;
            }
        }

        first = Math.Min(first, last);
        return last - first < MostMonths ? row : null;
    }

    private static (int[] Groups, string?[] Names) Groups(List<string?> segments)
    {
        var names = new List<string?>();
        var groups = new int[segments.Count];
        for (int account = 0; account < groups.Length; account++)
        {
            int group = names.Count - 1;
            while (group >= 0 && !string.Equals(names[group], segments[account], StringComparison.Ordinal))
            {
                group--;
            }

            if (group < 0)
            {
                group = names.Count;
                names.Add(segments[account]);
            }

            groups[account] = group;
        }

        return (groups, [.. names]);
    }
}
