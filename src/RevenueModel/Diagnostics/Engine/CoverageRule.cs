using RevenueModel.Architectures;
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
                        ReviewFigure.Of("stage 2 close rate", segment.Stage2ToCloseRate, FigureUnit.Percent),
                        ReviewFigure.Of(
                            "share of quota that closes", coverage.ImpliedAttainmentAtCloseRate, FigureUnit.Percent),
                        .. Required(coverage),
                    ],
                    "a missed quota is not lost revenue") with
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
