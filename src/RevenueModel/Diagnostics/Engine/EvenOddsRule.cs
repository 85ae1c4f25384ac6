using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Forecasting;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>A coverage target with which a seller misses the quota more often than not.</summary>
internal sealed class EvenOddsRule() : ReviewRule(
    ReviewRuleIds.CoverageBelowEvenOdds,
    "With the coverage target, quota is missed more often than not",
    ReviewSeverity.Warning,
    "Raise the coverage target until the quota is as likely as you need it to be.")
{
    private const double EvenOdds = 0.5;
    private const decimal Middle = 0.5m;

    public override string? FindMissing(ReviewContext context) =>
        context.Architecture.Segmentation.Segments.Any(segment => QuotaOf(context, segment) is not null)
            ? null
            : "no segment with a plan that has a quota of new ARR";

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        foreach (Segment segment in context.Architecture.Segmentation.Segments)
        {
            decimal amount = segment.Acv.Midpoint ?? segment.Acv.Min;
            decimal winRate = segment.WinRate.Interpolate(Middle) ?? segment.WinRate.Min;
            if (amount > 0m
                && QuotaOf(context, segment) is { } quota
                && CoverageRiskCalculator.Confidence(segment.CoverageTarget, winRate, quota, amount) is var odds
                && odds < EvenOdds)
            {
                yield return Finding(
                    segment.Name,
                    [
                        ReviewFigure.Of("quota", quota, FigureUnit.Money),
                        ReviewFigure.Of("amount of a deal", amount, FigureUnit.Money),
                        ReviewFigure.Of("coverage target", segment.CoverageTarget, FigureUnit.Multiple),
                        ReviewFigure.Of("win rate in the middle of its band", winRate, FigureUnit.Percent),
                        ReviewFigure.Of(
                            "probability of reaching the quota", decimal.Round((decimal)odds, 6), FigureUnit.Percent),
                    ],
                    "a missed quota is not lost revenue") with
                {
                    Citation = segment.Citation,
                };
            }
        }
    }

    private static decimal? QuotaOf(ReviewContext context, Segment segment)
    {
        foreach (CompPlan plan in ReviewedPlans.Of(context))
        {
            if (NameLookup.Same(plan.Segment, segment.Name)
                && plan.FindComponent(CompMeasure.NewArr)?.Target?.PerYearAmount is > 0m and var quota)
            {
                return quota;
            }
        }

        return null;
    }
}
