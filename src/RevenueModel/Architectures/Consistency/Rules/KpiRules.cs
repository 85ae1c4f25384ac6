using RevenueModel.Kpis;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>Rules on the benchmarks of indicators and the bands of segments.</summary>
internal static class KpiRules
{
    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        AddGaps(checks, architecture);
        foreach (KpiBenchmark benchmark in architecture.Benchmarks)
        {
            foreach (KpiComparison comparison in benchmark.Comparisons)
            {
                AddRatio(checks, architecture, benchmark, comparison);
            }

            AddLead(checks, benchmark);
        }

        AddReviews(checks, architecture);
        BakeOffRules.AddTo(checks, architecture);
    }

    /// <summary>Returns the benchmark of an indicator, that for all segments first.</summary>
    public static KpiBenchmark? Find(RevenueArchitecture architecture, KpiDefinition kpi) => architecture.Benchmarks
        .Where(benchmark => NameLookup.Same(benchmark.Kpi, kpi.Name))
        .OrderBy(static benchmark => benchmark.Segment is not null)
        .FirstOrDefault();

    /// <summary>Returns the healthy band of a benchmark as a printed figure.</summary>
    public static PrintedFigure HealthyOf(KpiBenchmark benchmark, FigureUnit unit) => Figures.Printed(
        NameOf(benchmark),
        benchmark.Healthy,
        unit,
        benchmark.Citation);

    /// <summary>Returns the name of a benchmark with its segment.</summary>
    public static string NameOf(KpiBenchmark benchmark) =>
        benchmark.Kpi + (benchmark.Segment is null ? "" : ", " + benchmark.Segment);

    private static void AddGaps(CheckList checks, RevenueArchitecture architecture)
    {
        Segment[] segments = [.. architecture.Segmentation.Segments];
        for (int i = 1; i < segments.Length; i++)
        {
            AddGap(checks, "ACV", AcvOf(segments[i - 1]), AcvOf(segments[i]));
        }

        foreach (IGrouping<string, KpiBenchmark> kpi in architecture.Benchmarks
            .Where(static benchmark => benchmark.Segment is not null)
            .GroupBy(static benchmark => benchmark.Kpi, StringComparer.OrdinalIgnoreCase))
        {
            PrintedFigure[] bands = [.. kpi.OrderBy(static one => one.Healthy.Min)
                .Select(static one => HealthyOf(one, UnitOf(one.Kpi)) with { Name = one.Segment! })];
            for (int i = 1; i < bands.Length; i++)
            {
                AddGap(checks, kpi.Key, bands[i - 1], bands[i]);
            }
        }
    }

    private static void AddGap(CheckList checks, string name, PrintedFigure lower, PrintedFigure upper)
    {
        if (lower.Value?.Max is { } from && upper.Value?.Min is { } to)
        {
            checks.Add(
                ConsistencyRule.BandGap,
                Invariant($"{name}: {lower.Name}, {upper.Name}"),
                from < to ? ConsistencyVerdict.Incomplete : ConsistencyVerdict.Agrees,
                [lower, upper],
                [
                    Figures.Implied(
                        "gap",
                        from < to ? Band.Between(from, to) : null,
                        lower.Unit,
                        "between the bands"),
                ]);
        }
    }

    private static void AddRatio(
        CheckList checks, RevenueArchitecture architecture, KpiBenchmark benchmark, KpiComparison comparison)
    {
        if (comparison.Ratio is not { } ratio)
        {
            return;
        }

        Band<decimal> healthy = Closed(architecture, benchmark);
        if (BandMath.LikeEnds(healthy, comparison.Values, static (own, other) => own / other) is not { } implied)
        {
            return;
        }

        FigureUnit unit = UnitOf(benchmark.Kpi);
        checks.Add(
            ConsistencyRule.RatioToComparison,
            NameOf(benchmark),
            BandMath.Holds(BandMath.Contains(ratio, implied)),
            [
                HealthyOf(benchmark, unit) with { Value = healthy },
                Figures.Printed(comparison.Name, comparison.Values, unit, benchmark.Citation),
                Figures.Printed("stated ratio", ratio, FigureUnit.Multiple, benchmark.Citation),
            ],
            [Figures.Implied("ratio", implied, FigureUnit.Multiple, "{0} / {1}")]);
    }

    // A benchmark is open at the top where the source quotes an end with a plus. The lifetime value has the quoted
    // end.
    private static Band<decimal> Closed(RevenueArchitecture architecture, KpiBenchmark benchmark) =>
        benchmark.Healthy.IsOpen
        && NameLookup.Same(benchmark.Kpi, StandardKpis.Acv.Name)
        && architecture.LifetimeValues.FirstOrDefault(one => one.Acv.Min == benchmark.Healthy.Min) is { } value
            ? value.Acv
            : benchmark.Healthy;

    private static void AddLead(CheckList checks, KpiBenchmark benchmark)
    {
        if (benchmark.IsLeading || benchmark.LeadMonths is not null)
        {
            checks.Add(
                ConsistencyRule.LeadOfKpi,
                NameOf(benchmark),
                benchmark.LeadMonths is null ? ConsistencyVerdict.Incomplete : ConsistencyVerdict.Agrees,
                [
                    Figures.Printed(
                        "months by which it leads",
                        benchmark.LeadMonths is { } months ? Figures.Of(months) : null,
                        FigureUnit.Months,
                        benchmark.Citation),
                ]);
        }
    }

    private static void AddReviews(CheckList checks, RevenueArchitecture architecture)
    {
        if (architecture.Reviews.All(static review => review.Kpis.IsEmpty))
        {
            return;
        }

        foreach (IGrouping<string, KpiBenchmark> kpi in architecture.Benchmarks
            .GroupBy(static benchmark => benchmark.Kpi, StringComparer.OrdinalIgnoreCase))
        {
            ValueList<string> reviews = architecture.Reviews
                .Where(review => review.Kpis.Contains(kpi.Key, StringComparer.OrdinalIgnoreCase))
                .Select(static review => Invariant($"{review.Frequency}: {review.Name}")).ToValueList();
            checks.Add(
                ConsistencyRule.ReviewOfKpi,
                kpi.Key,
                reviews.IsEmpty ? ConsistencyVerdict.Incomplete : ConsistencyVerdict.Agrees,
                [Figures.Listed("reviews", reviews, kpi.First().Citation)]);
        }
    }

    private static PrintedFigure AcvOf(Segment segment) =>
        Figures.Printed(segment.Name, segment.Acv, FigureUnit.Money, segment.Citation);

    private static FigureUnit UnitOf(string kpi) =>
        NameLookup.Find(StandardKpis.All.AsSpan(), kpi, static one => one.Name)?.Unit switch
        {
            KpiUnit.Money => FigureUnit.Money,
            KpiUnit.Months => FigureUnit.Months,
            KpiUnit.Number or null => FigureUnit.Number,
            _ => FigureUnit.Percent,
        };
}
