using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Forecasting;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>A coverage target that closes less than the quota at the stage 2 close rate.</summary>
internal sealed class CoverageRule() : ReviewRule(
    ReviewRuleIds.CoverageBelowQuota,
    "The coverage target closes less than the quota",
    ReviewSeverity.Warning,
    "Raise the coverage target to one over the close rate, or the close rate.")
{
    public override string? FindMissing(ReviewContext context) =>
        context.Architecture.Segmentation.Segments.IsEmpty
            ? "no segments (RevenueArchitecture.Segmentation)"
            : null;

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        foreach (Segment segment in context.Architecture.Segmentation.Segments)
        {
            PublishedCoverage coverage = PublishedCoverage.Of(segment);
            if (coverage.ImpliedAttainmentAtCloseRate < 1m)
            {
                yield return Finding(
                    segment.Name,
                    [
                        ReviewFigure.Of("coverage target", segment.CoverageTarget, FigureUnit.Multiple),
                        ReviewFigure.Of("stage 2 close rate", segment.Stage2ToCloseRate, FigureUnit.Ratio),
                        ReviewFigure.Of(
                            "share of quota that closes", coverage.ImpliedAttainmentAtCloseRate, FigureUnit.Ratio),
                        .. Required(coverage),
                    ],
                    "the pipeline that is needed has a price that is not known") with
                {
                    Citation = segment.Citation,
                };
            }
        }
    }

    private static IEnumerable<ReviewFigure> Required(PublishedCoverage coverage)
    {
        if (coverage.RequiredCoverageAtCloseRate is { } required)
        {
            yield return ReviewFigure.Of("coverage that closes the quota", required, FigureUnit.Multiple);
        }
    }
}

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
                        ReviewFigure.Of("win rate in the middle of its band", winRate, FigureUnit.Ratio),
                        ReviewFigure.Of(
                            "probability that the quota is reached", decimal.Round((decimal)odds, 6), FigureUnit.Ratio),
                    ],
                    "a quota that is not reached was never revenue") with
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

/// <summary>Contract values between the bands of two neighbouring segments.</summary>
internal sealed class AcvGapRule() : ReviewRule(
    ReviewRuleIds.AcvGap,
    "Contract values belong to no segment",
    ReviewSeverity.Note,
    "Let the band of a segment start where the band before it ends.")
{
    public override string? FindMissing(ReviewContext context) =>
        context.Architecture.Segmentation.Segments.Count > 1
            ? null
            : "fewer than two segments (RevenueArchitecture.Segmentation)";

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        ValueList<Segment> segments = context.Architecture.Segmentation.Segments;
        for (int i = 1; i < segments.Count; i++)
        {
            if (segments[i - 1].Acv.Max is { } end && end < segments[i].Acv.Min)
            {
                Band<decimal> gap = Band.Between(end, segments[i].Acv.Min);
                yield return Finding(
                    Invariant($"between {segments[i - 1].Name} and {segments[i].Name}"),
                    [ReviewFigure.Of("contract values of no segment", gap, FigureUnit.Money)],
                    "deals with these values are sold, and in no segment") with
                {
                    Citation = segments[i].Citation,
                };
            }
        }
    }
}
