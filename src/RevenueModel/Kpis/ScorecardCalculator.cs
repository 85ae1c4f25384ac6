using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>Measures a scorecard: the indicators of <see cref="StandardKpis"/> by segment, and custom ones, each with
/// its sample size, interval, status and cause.</summary>
public static class ScorecardCalculator
{
    /// <summary>Measures a scorecard.</summary>
    /// <param name="data">The records.</param>
    /// <param name="options">The day, the window and the conventions.</param>
    /// <returns>The scorecard. Segments without data of an indicator have no line for it.</returns>
    /// <exception cref="ArgumentException">The data are not valid (see <see cref="ScorecardSample.Of"/>), or a custom
    /// reading is of an unknown indicator, of another day, or repeated.</exception>
    /// <example><code>
    /// LocalDate day = new(2027, 6, 30);
    /// Poc Pilot(int i) => new()
    /// {
    ///     Id = $"P{i}", Account = "A", Started = day.PlusDays(-90), Ended = day.PlusDays(-i),
    ///     Outcome = i % 4 == 0 ? PocOutcome.Converted : PocOutcome.Stopped,
    /// };
    /// ScorecardData data = new() { Pocs = [.. Enumerable.Range(0, 40).Select(Pilot)] };
    /// Scorecard card = ScorecardCalculator.Measure(data, new ScorecardOptions { AsOf = day });
    /// KpiReading alarm = card.Alarms[0].Reading;
    /// Console.WriteLine($"{alarm.Kpi}: {alarm.Value:0.00}"); // POC-to-Production Conversion: 0.25
    /// </code></example>
    public static Scorecard Measure(ScorecardData data, ScorecardOptions options) =>
        Measure(ScorecardSample.Of(data, options), nameof(data));

    /// <summary>Measures a scorecard from a sample, which may be merged from parts.</summary>
    /// <param name="sample">The sample, with its options.</param>
    /// <returns>The scorecard.</returns>
    /// <exception cref="ArgumentException">A custom reading is of an unknown indicator, of another day, or
    /// repeated.</exception>
    public static Scorecard Measure(ScorecardSample sample) => Measure(Guard.Against.Null(sample), nameof(sample));

    private static Scorecard Measure(ScorecardSample sample, string name)
    {
        ScorecardOptions options = sample.Options;
        var total = new SegmentReadings(options, segment: null, sample.Total());
        var lines = new List<KpiAssessment>();
        foreach (KpiDefinition kpi in StandardKpis.All)
        {
            lines.Add(Assess(options, kpi, total.Of(kpi)));
            foreach (string segment in sample.SegmentNames)
            {
                KpiReading reading = new SegmentReadings(options, segment, sample[segment]).Of(kpi);
                if (reading.Count > 0)
                {
                    lines.Add(Assess(options, kpi, reading));
                }
            }
        }

        AddCustom(options, sample.CustomReadings, lines, name);
        return new Scorecard { AsOf = options.AsOf, Lines = lines.ToValueList() };
    }

    private static void AddCustom(
        ScorecardOptions options, IReadOnlyList<KpiReading> readings, List<KpiAssessment> lines, string name)
    {
        var seen = new HashSet<(string, string?)>();
        foreach (KpiReading reading in readings)
        {
            if (!options.CustomKpis.Any(known => known.Name == reading.Kpi))
            {
                throw new ArgumentException(
                    Invariant($"CustomReadings had \"{reading.Kpi}\"; an indicator of CustomKpis is expected."),
                    name);
            }

            if (reading.AsOf != options.AsOf || !seen.Add((reading.Kpi, reading.Segment)))
            {
                throw new ArgumentException(
                    Invariant($"CustomReadings had {reading} of {reading.AsOf:R}; one reading of each indicator and ")
                        + Invariant($"segment, of {options.AsOf:R}, is expected."),
                    name);
            }
        }

        foreach (KpiDefinition kpi in options.CustomKpis)
        {
            foreach (KpiReading reading in readings
                .Where(reading => reading.Kpi == kpi.Name)
                .OrderBy(reading => reading.Segment, StringComparer.Ordinal))
            {
                lines.Add(Assess(options, kpi, reading));
            }
        }
    }

    private static KpiAssessment Assess(ScorecardOptions options, KpiDefinition kpi, KpiReading reading)
    {
        KpiBenchmark? benchmark = options.FindBenchmark(kpi.Name, reading.Segment);
        KpiReading? before = options.Baseline?.Find(kpi.Name, reading.Segment)?.Reading;
        return new KpiAssessment
        {
            Definition = kpi,
            Reading = reading,
            Benchmark = benchmark,
            Status = KpiCalculator.Status(kpi, benchmark, reading, options.MinCount),
            Trend = before is null ? null : KpiCalculator.Trend(kpi, before, reading),
        };
    }
}
