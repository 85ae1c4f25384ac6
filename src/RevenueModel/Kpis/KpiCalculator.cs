using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>Assesses readings: status by benchmark, and change since a baseline.</summary>
/// <remarks>A status follows from the whole interval and never from the value alone.</remarks>
public static class KpiCalculator
{
    private const int DefaultMinCount = 5;

    /// <summary>Returns the status of a reading.</summary>
    /// <param name="definition">The indicator.</param>
    /// <param name="benchmark">The benchmark, or <see langword="null"/> if there is none.</param>
    /// <param name="reading">The reading, of the same indicator.</param>
    /// <param name="minCount">The number of cases below which a reading is not judged, 1 or more. Default:
    /// five.</param>
    /// <returns>
    /// Alarm if the whole interval is beyond the alarm. Healthy if the whole interval is in the healthy band or, where
    /// a direction is better, on the better side of it. Otherwise watch. Too few below the number of cases, and no
    /// interval without one.
    /// </returns>
    /// <exception cref="ArgumentException">The names differ, or the number is below one.</exception>
    /// <example><code>
    /// KpiReading nrr = new()
    /// {
    ///     Kpi = StandardKpis.Nrr.Name, AsOf = new LocalDate(2027, 6, 30), Value = 1.02m, Count = 40,
    ///     Interval = new KpiInterval { Lower = 0.99m, Upper = 1.045m, Confidence = 0.95 },
    /// };
    /// KpiBenchmark benchmark = PublishedBenchmarks.OtSecurity2027.First(known => known.Kpi == nrr.Kpi);
    /// Console.WriteLine(KpiCalculator.Status(StandardKpis.Nrr, benchmark, nrr)); // Alarm
    /// </code></example>
    public static KpiStatus Status(
        KpiDefinition definition, KpiBenchmark? benchmark, KpiReading reading, int minCount = DefaultMinCount)
    {
        RequireSame(definition, reading, nameof(reading));
        Guard.Against.BelowOne(minCount);
        if (benchmark is not null && benchmark.Kpi != definition.Name)
        {
            throw new ArgumentException(
                Invariant($"benchmark was of \"{benchmark.Kpi}\"; \"{definition.Name}\" is expected."),
                nameof(benchmark));
        }

        if (reading.Interval is { Upper: { } upper } ends && ends.Lower > upper)
        {
            throw new ArgumentException(
                Invariant($"reading had the interval {ends}; a lower end up to the upper one is expected."),
                nameof(reading));
        }

        return reading.Value is null ? KpiStatus.NotMeasured
            : benchmark is null ? KpiStatus.NoBenchmark
            : reading.Count < minCount ? KpiStatus.TooFew
            : reading.Interval is not { } interval ? KpiStatus.NoInterval
            : IsAlarm(definition.Better, benchmark, interval) ? KpiStatus.Alarm
            : IsHealthy(definition.Better, benchmark.Healthy, interval) ? KpiStatus.Healthy
            : KpiStatus.Watch;
    }

    /// <summary>Compares a reading with an earlier one.</summary>
    /// <param name="definition">The indicator.</param>
    /// <param name="baseline">The earlier reading.</param>
    /// <param name="reading">The reading.</param>
    /// <returns>The change, or <see langword="null"/> if one of them has no value. It is better or worse only if both
    /// intervals are known and do not overlap, which is stricter than a test at their confidence.</returns>
    /// <exception cref="ArgumentException">The indicators or segments differ.</exception>
    public static KpiTrend? Trend(KpiDefinition definition, KpiReading baseline, KpiReading reading)
    {
        RequireSame(definition, reading, nameof(reading));
        RequireSame(definition, baseline, nameof(baseline));
        if (baseline.Segment != reading.Segment)
        {
            throw new ArgumentException(
                Invariant($"baseline was of segment \"{baseline.Segment}\"; \"{reading.Segment}\" is expected."),
                nameof(baseline));
        }

        return baseline.Value is not { } before || reading.Value is not { } after
            ? null
            : new KpiTrend
            {
                Since = baseline.AsOf,
                Baseline = before,
                Change = after - before,
                Direction = Direction(definition.Better, baseline.Interval, reading.Interval),
            };
    }

    private static void RequireSame(KpiDefinition definition, KpiReading reading, string name)
    {
        if (Guard.Against.Null(reading, name).Kpi != Guard.Against.Null(definition).Name)
        {
            throw new ArgumentException(
                Invariant($"{name} was of \"{reading.Kpi}\"; \"{definition.Name}\" is expected."), name);
        }
    }

    private static bool IsAlarm(KpiDirection better, KpiBenchmark benchmark, KpiInterval interval) =>
        benchmark.Alarm is { } alarm && better switch
        {
            KpiDirection.Higher => interval.Upper < alarm,
            KpiDirection.Lower => interval.Lower > alarm,
            _ => false,
        };

    private static bool IsHealthy(KpiDirection better, Band<decimal> healthy, KpiInterval interval)
    {
        bool isAbove = interval.Lower >= healthy.Min;
        bool isBelow = healthy.Max is not { } max || interval.Upper <= max;
        return better switch
        {
            KpiDirection.Higher => isAbove,
            KpiDirection.Lower => isBelow,
            _ => isAbove && isBelow,
        };
    }

    /// <summary>Returns whether a whole interval is on the worse side of a healthy band.</summary>
    internal static bool IsWorse(KpiDirection better, Band<decimal> healthy, KpiInterval interval)
    {
        bool isBelow = interval.Upper < healthy.Min;
        bool isAbove = healthy.Max is { } max && interval.Lower > max;
        return better switch
        {
            KpiDirection.Higher => isBelow,
            KpiDirection.Lower => isAbove,
            _ => isBelow || isAbove,
        };
    }

    private static KpiTrendDirection Direction(KpiDirection better, KpiInterval? before, KpiInterval? after)
    {
        if (before is null || after is null || better == KpiDirection.WithinBand)
        {
            return KpiTrendDirection.Unclear;
        }

        bool isHigher = before.Upper < after.Lower;
        bool isLower = after.Upper < before.Lower;
        return !isHigher && !isLower ? KpiTrendDirection.Unclear
            : isHigher == (better == KpiDirection.Higher) ? KpiTrendDirection.Better
            : KpiTrendDirection.Worse;
    }
}
