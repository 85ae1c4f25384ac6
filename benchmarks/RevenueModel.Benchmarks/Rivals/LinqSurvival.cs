
namespace RevenueModel.Benchmarks.Rivals;

/// <summary>Cumulative incidences as LINQ over records, and by dictionaries in a loop.</summary>
internal static class LinqSurvival
{
    public static double[] GroupBy(SurvivalRows.Row[] rows)
    {
        Dictionary<int, long> entered = rows.GroupBy(row => row.Entry)
            .ToDictionary(group => group.Key, group => group.Sum(row => row.Weight));
        Dictionary<int, SurvivalDay> days = rows.GroupBy(row => row.Time).ToDictionary(
            group => group.Key,
            group => new SurvivalDay
            {
                Time = group.Key,
                First = group.Where(row => row.Cause == 1).Sum(row => row.Weight),
                Second = group.Where(row => row.Cause == 2).Sum(row => row.Weight),
                All = group.Sum(row => row.Weight),
            });
        return SurvivalDay.Walk(days.Keys.Union(entered.Keys).Order().Select(time =>
            days.GetValueOrDefault(time) with { Time = time, Entered = entered.GetValueOrDefault(time) }));
    }

    public static double[] Dictionaries(SurvivalRows.Row[] rows)
    {
        var days = new Dictionary<int, SurvivalDay>();
        foreach (SurvivalRows.Row row in rows)
        {
            ref SurvivalDay day = ref System.Runtime.InteropServices.CollectionsMarshal
                .GetValueRefOrAddDefault(days, row.Time, out _);
            day.Time = row.Time;
            day.All += row.Weight;
            if (row.Cause == 1)
            {
                day.First += row.Weight;
            }
            else if (row.Cause == 2)
            {
                day.Second += row.Weight;
            }

            ref SurvivalDay start = ref System.Runtime.InteropServices.CollectionsMarshal
                .GetValueRefOrAddDefault(days, row.Entry, out _);
            start.Time = row.Entry;
            start.Entered += row.Weight;
        }

        return SurvivalDay.Walk(days.Values.OrderBy(day => day.Time));
    }
}
