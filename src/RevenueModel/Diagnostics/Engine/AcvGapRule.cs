using RevenueModel.Architectures;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>Contract values between the bands of two neighboring segments.</summary>
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
                    "a gap between bands loses no revenue by itself") with
                {
                    Citation = segments[i].Citation,
                };
            }
        }
    }
}
