using System.Numerics;

namespace RevenueModel.Retention;

/// <summary>Reads a history account by account, or by account and product or site.</summary>
internal static class HistoryReader
{
    /// <summary>Adds all accounts of a history to sums.</summary>
    public static RetentionSums<T> Read<T>(HistoryLayout layout, T[] months, RetentionPlan plan, string?[] groups)
        where T : struct, IBinaryInteger<T>
    {
        var sums = new RetentionSums<T>(plan, groups.Length);
        var numbers = new Dictionary<ValueTuple<string?>, int>();
        for (int i = 0; i < groups.Length; i++)
        {
            numbers[ValueTuple.Create(groups[i])] = i;
        }

        bool isByUnit = plan.Options.GroupBy is RevenueDimension.Product or RevenueDimension.Site;
        var row = new T[plan.Stride];
        foreach (HistoryAccount account in layout.Accounts)
        {
            if (isByUnit)
            {
                ReadUnits(layout, months, account, sums, numbers, row);
                continue;
            }

            int group = groups.Length == 1 || plan.Options.GroupBy == RevenueDimension.None
                ? 0
                : numbers[ValueTuple.Create(account.Segment)];
            if (account.Units.Count == 1 && plan.Options.HeldMonths == 0)
            {
                RowReader.Add(sums, months.AsSpan(account.Units[0] * plan.Stride, plan.Stride), group);
                continue;
            }

            Array.Clear(row);
            foreach (int unit in account.Units)
            {
                AddUnit(months, unit, row);
            }

            RowReader.Add(sums, row.AsSpan(), group);
        }

        return sums;
    }

    private static void ReadUnits<T>(
        HistoryLayout layout,
        T[] months,
        HistoryAccount account,
        RetentionSums<T> sums,
        Dictionary<ValueTuple<string?>, int> numbers,
        T[] row)
        where T : struct, IBinaryInteger<T>
    {
        RevenueDimension dimension = sums.Plan.Options.GroupBy;
        for (int i = 0; i < account.Units.Count; i++)
        {
            string? key = layout.Units[account.Units[i]].Key(dimension);
            if (IsEarlier(layout, account, i, key, dimension))
            {
                continue;
            }

            Array.Clear(row);
            for (int j = i; j < account.Units.Count; j++)
            {
                if (string.Equals(layout.Units[account.Units[j]].Key(dimension), key, StringComparison.Ordinal))
                {
                    AddUnit(months, account.Units[j], row);
                }
            }

            RowReader.Add(sums, row.AsSpan(), numbers[ValueTuple.Create(key)]);
        }
    }

    private static bool IsEarlier(
        HistoryLayout layout, HistoryAccount account, int end, string? key, RevenueDimension dimension)
    {
        for (int i = 0; i < end; i++)
        {
            if (string.Equals(layout.Units[account.Units[i]].Key(dimension), key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddUnit<T>(T[] months, int unit, T[] row)
        where T : struct, IBinaryInteger<T>
    {
        ReadOnlySpan<T> own = months.AsSpan(unit * row.Length, row.Length);
        for (int position = 0; position < row.Length; position++)
        {
            row[position] += own[position];
        }
    }
}
