using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>Rules on net revenue retention across segments.</summary>
internal static class RetentionRules
{
    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        Segment[] stated = [.. architecture.Segmentation.Segments.Where(static one => one.NrrTarget is not null)];
        if (architecture.NrrTarget is not { } overall || SegmentNrr(architecture) is not { } hull)
        {
            return;
        }

        Segment[] silent = [.. architecture.Segmentation.Segments.Where(static one => one.NrrTarget is null)];

        // The overall figure is a mean of the segments. Beyond their ends, a segment that is not stated has to lie.
        ConsistencyVerdict verdict = BandMath.Contains(hull, overall) ? ConsistencyVerdict.Agrees
            : silent.Length > 0 ? ConsistencyVerdict.Incomplete
            : ConsistencyVerdict.Contradicts;
        checks.Add(
            ConsistencyRule.NrrAcrossSegments,
            "all segments",
            verdict,
            [
                Figures.Printed("NRR over all segments", overall, FigureUnit.Percent, architecture.Citation),
                .. stated.Select(NrrOf),
            ],
            [
                Figures.Implied("NRR of the stated segments", hull, FigureUnit.Percent, Union(stated.Length)),
                .. silent.Where(_ => overall.Min < hull.Min).Select(segment => Figures.Implied(
                    "NRR from, " + segment.Name, overall.Min, FigureUnit.Percent, "{0:low}")),
            ]);
    }

    /// <summary>Returns the band from the lowest to the highest NRR of the segments; null if none is stated.</summary>
    public static Band<decimal>? SegmentNrr(RevenueArchitecture architecture) => BandMath.Hull(
        architecture.Segmentation.Segments.Select(static one => one.NrrTarget).OfType<Band<decimal>>());

    /// <summary>Returns the NRR targets of the segments, or that over all segments.</summary>
    public static IEnumerable<PrintedFigure> TargetsOf(RevenueArchitecture architecture)
    {
        PrintedFigure[] segments = [.. architecture.Segmentation.Segments
            .Where(static one => one.NrrTarget is not null).Select(NrrOf)];
        return segments.Length > 0 || architecture.NrrTarget is not { } overall
            ? segments
            : [Figures.Printed("NRR over all segments", overall, FigureUnit.Percent, architecture.Citation)];
    }

    private static PrintedFigure NrrOf(Segment segment) =>
        Figures.Printed("NRR of " + segment.Name, segment.NrrTarget, FigureUnit.Percent, segment.Citation);

    private static string Union(int count) =>
        string.Join(" and ", Enumerable.Range(1, count).Select(i => Invariant($"{{{i}}}")));
}
