using RevenueModel.Architectures;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>A forecast that assumes a shorter cycle than the segment has, or deals that are expected to close within
/// less than the shortest cycle.</summary>
internal sealed class ForecastRule() : ReviewRule(
    ReviewRuleIds.ForecastShorterThanCycle,
    "The forecast is faster than the sales cycle",
    ReviewSeverity.Serious,
    "Forecast by stage with the cycles of the segment and with freeze windows, and plan capacity for long cycles.",
    RuleSources.OtSecurity("Failure Modes 3"))
{
    public override string? FindMissing(ReviewContext context)
    {
        bool hasPractice = context.Data.Forecasts.Any(
            practice => context.Architecture.FindSegment(practice.Segment) is not null);
        return hasPractice || Known(context).Any(static deals => deals.OpenDated > 0)
            ? null
            : "no assumed cycle of a segment (ReviewData.Forecasts), and no open deal of a segment with a day of "
                + "creation and an expected close";
    }

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        foreach (SegmentDeals deals in Known(context))
        {
            Segment segment = context.Architecture.FindSegment(deals.Segment!)!;
            int shortest = segment.CycleDays.Min;
            ForecastPractice? practice = NameLookup.Find(
                context.Data.Forecasts.AsSpan(), segment.Name, static one => one.Segment);
            bool isShort = practice is not null && practice.AssumedCycleDays < shortest;
            if (isShort || deals.EarlyCount > context.Options.ToleratedShare * deals.OpenDated)
            {
                yield return Finding(
                    segment.Name,
                    [.. Evidence(segment, deals, practice)],
                    "early deals close later rather than not at all");
            }
        }
    }

    private static IEnumerable<ReviewFigure> Evidence(Segment segment, SegmentDeals deals, ForecastPractice? practice)
    {
        yield return CycleFigures.Days(segment);
        if (practice is not null)
        {
            yield return ReviewFigure.Of(
                "cycle that the forecast assumes", practice.AssumedCycleDays, FigureUnit.Days);
        }

        if (deals.MedianCycleDays is { } median)
        {
            yield return ReviewFigure.Of("median cycle of the deals won in the window", median, FigureUnit.Days);
        }

        if (deals.OpenDated > 0)
        {
            yield return ReviewFigure.Of("open deals with an expected close", deals.OpenDated);
            yield return ReviewFigure.Of("of these expected within less than the shortest cycle", deals.EarlyCount);
            yield return ReviewFigure.Of("amount of the latter", deals.EarlyAmount, FigureUnit.Money);
        }
    }

    private static IEnumerable<SegmentDeals> Known(ReviewContext context) =>
        context.DealsBySegment.Where(static deals => deals.Segment is not null);
}
