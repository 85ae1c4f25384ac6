using RevenueModel.Architectures;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>Gives the sales cycle of a segment as a figure.</summary>
internal static class CycleFigures
{
    public static ReviewFigure Days(Segment segment) => Of(segment, segment.CycleDays, FigureUnit.Days);

    public static ReviewFigure Months(Segment segment) => Of(segment, segment.CycleMonths, FigureUnit.Months);

    private static ReviewFigure Of(Segment segment, Band<int> cycle, FigureUnit unit) => ReviewFigure.Of(
        "cycle of " + segment.Name,
        cycle.Max is { } max ? Band.Between((decimal)cycle.Min, max) : Band.AtLeast((decimal)cycle.Min),
        unit);
}
