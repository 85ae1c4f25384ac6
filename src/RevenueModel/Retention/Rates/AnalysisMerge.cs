using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Merges lists of lines by period and group.</summary>
internal static class AnalysisMerge
{
    /// <summary>Returns the lines of both lists; lines of the same period and group are added.</summary>
    /// <exception cref="ArgumentException">The periods of both lists differ.</exception>
    public static ValueList<TLine> Lines<TLine, TPeriod>(
        ValueList<TLine> one,
        ValueList<TLine> other,
        Func<TLine, TPeriod> period,
        Func<TLine, string?> group,
        Func<TLine, TLine, TLine> add,
        string name)
        where TPeriod : notnull
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return one.IsEmpty ? other : one;
        }

        List<TPeriod> periods = Periods(one, period);
        if (!periods.SequenceEqual(Periods(other, period)))
        {
            throw new ArgumentException(
                name + " had other periods; an analysis of the same months and options is expected.", name);
        }

        var groups = new SortedSet<string?>(Comparer<string?>.Create(Compare));
        var lines = new Dictionary<(TPeriod, string?), TLine>();
        foreach (ValueList<TLine> list in (ReadOnlySpan<ValueList<TLine>>)[one, other])
        {
            foreach (TLine line in list)
            {
                (TPeriod, string?) key = (period(line), group(line));
                lines[key] = lines.TryGetValue(key, out TLine? sum) ? add(sum, line) : line;
                groups.Add(key.Item2);
            }
        }

        var merged = new List<TLine>(lines.Count);
        foreach (TPeriod each in periods)
        {
            foreach (string? groupName in groups)
            {
                if (lines.TryGetValue((each, groupName), out TLine? line))
                {
                    merged.Add(line);
                }
            }
        }

        return merged.ToValueList();
    }

    private static List<TPeriod> Periods<TLine, TPeriod>(ValueList<TLine> lines, Func<TLine, TPeriod> period)
    {
        var periods = new List<TPeriod>();
        foreach (TLine line in lines)
        {
            TPeriod own = period(line);
            if (periods.Count == 0 || !EqualityComparer<TPeriod>.Default.Equals(periods[^1], own))
            {
                periods.Add(own);
            }
        }

        return periods;
    }

    // Groups without a name are last.
    private static int Compare(string? one, string? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        _ => string.CompareOrdinal(one, other),
    };
}
