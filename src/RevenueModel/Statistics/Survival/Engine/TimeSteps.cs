namespace RevenueModel.Statistics;

/// <summary>Finds steps of curves.</summary>
internal static class TimeSteps
{
    /// <summary>Finds the last step at or before a time, or null before the first one.</summary>
    public static T? FindLast<T>(ReadOnlySpan<T> steps, decimal time)
        where T : struct, ITimeStep
    {
        int from = 0;
        int to = steps.Length;
        while (from < to)
        {
            int middle = (from + to) / 2;
            if (steps[middle].Time <= time)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from == 0 ? null : steps[from - 1];
    }
}
