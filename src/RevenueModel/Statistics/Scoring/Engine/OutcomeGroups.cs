namespace RevenueModel.Statistics;

/// <summary>Groups forecasts of events by their probability.</summary>
internal static class OutcomeGroups
{
    /// <summary>Returns a group for each different probability, in ascending order.</summary>
    public static List<OutcomeGroup> Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        double[] keys = probabilities.ToArray();
        bool[] occurred = outcomes.ToArray();
        Array.Sort(keys, occurred);
        var groups = new List<OutcomeGroup>();
        int start = 0;
        while (start < keys.Length)
        {
            int end = start;
            long occurrences = 0;
            while (end < keys.Length && keys[end] == keys[start])
            {
                occurrences += occurred[end] ? 1 : 0;
                end++;
            }

            // Zero and negative zero are one probability.
            groups.Add(new OutcomeGroup(keys[start] + 0.0, end - start, occurrences));
            start = end;
        }

        return groups;
    }
}

/// <summary>The forecasts of one probability: how many, and how many of the events occurred.</summary>
internal readonly record struct OutcomeGroup(double Probability, long Count, long Occurrences);
