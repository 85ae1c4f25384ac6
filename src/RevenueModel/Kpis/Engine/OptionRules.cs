namespace RevenueModel.Kpis;

/// <summary>The rules across the options of a scorecard.</summary>
internal static class OptionRules
{
    /// <summary>Rejects a baseline that is not earlier, repeated indicators, and benchmarks that are repeated,
    /// contradict themselves, or are of an unknown indicator.</summary>
    public static void Require(ScorecardOptions options, string name)
    {
        if (options.Baseline is { } baseline && baseline.AsOf >= options.AsOf)
        {
            throw new ArgumentException(
                Invariant($"Baseline was of {baseline.AsOf:R}; a day before AsOf {options.AsOf:R} is expected."),
                name);
        }

        var byName = new Dictionary<string, KpiDefinition>(StringComparer.Ordinal);
        foreach (KpiDefinition kpi in (IEnumerable<KpiDefinition>)[.. StandardKpis.All, .. options.CustomKpis])
        {
            if (!byName.TryAdd(kpi.Name, kpi))
            {
                throw new ArgumentException(
                    Invariant($"CustomKpis had \"{kpi.Name}\" twice, or a standard name; another name is expected."),
                    name);
            }
        }

        var seen = new HashSet<(string, string?)>();
        foreach (KpiBenchmark benchmark in options.Benchmarks)
        {
            if (!byName.TryGetValue(benchmark.Kpi, out KpiDefinition? kpi))
            {
                throw new ArgumentException(
                    Invariant($"Benchmarks had \"{benchmark.Kpi}\"; a standard indicator or one of CustomKpis is ")
                        + "expected.",
                    name);
            }

            if (!seen.Add((benchmark.Kpi, benchmark.Segment)))
            {
                throw new ArgumentException(
                    Invariant($"Benchmarks had {benchmark} beside another one of the same indicator and segment; ")
                        + "one of them is expected.",
                    name);
            }

            RequireAlarmOutsideOfBand(kpi, benchmark, name);
        }
    }

    private static void RequireAlarmOutsideOfBand(KpiDefinition kpi, KpiBenchmark benchmark, string name)
    {
        bool contradicts = benchmark.Alarm is { } alarm && kpi.Better switch
        {
            KpiDirection.Higher => alarm > benchmark.Healthy.Min,
            KpiDirection.Lower => benchmark.Healthy.Max is not { } max || alarm < max,
            _ => true,
        };
        if (contradicts)
        {
            string allowed = kpi.Better == KpiDirection.WithinBand
                ? "no alarm, since neither direction is better,"
                : "an alarm outside of the healthy band";
            throw new ArgumentException(Invariant($"Benchmarks had {benchmark}; {allowed} is expected."), name);
        }
    }
}
