using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>One plan, or two plans with the same terms, for segments whose cycles do not overlap.</summary>
internal sealed class OneCompPlanRule() : ReviewRule(
    ReviewRuleIds.OneCompPlan,
    "One compensation plan covers segments whose cycles do not overlap",
    ReviewSeverity.Serious,
    "Give each segment its own plan, ramp and draw.",
    RuleSources.IndustrialIot("7.4"))
{
    private const string NoCost = "no figure is published";

    public override string? FindMissing(ReviewContext context) =>
        ReviewedPlans.Of(context).IsEmpty ? ReviewedPlans.Missing : null;

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        CompPlan[] sellers = [.. ReviewedPlans.Of(context).Where(ReviewedPlans.SellsNewBusiness)];
        foreach (CompPlan plan in sellers.Where(static plan => plan.Segment is null))
        {
            ValueList<Segment> segments = context.Architecture.Segmentation.Segments;
            if (FarthestApart(segments) is { } pair)
            {
                yield return Finding(plan.Role, [.. Evidence(pair)], NoCost);
            }
        }

        for (int i = 0; i < sellers.Length; i++)
        {
            for (int j = i + 1; j < sellers.Length; j++)
            {
                if (SegmentOf(sellers[i], context) is { } one
                    && SegmentOf(sellers[j], context) is { } other
                    && FarthestApart([one, other]) is { } pair
                    && HaveSameTerms(sellers[i], sellers[j]))
                {
                    yield return Finding(
                        Invariant($"{sellers[i].Role} and {sellers[j].Role}, with the same terms"),
                        [.. Evidence(pair)],
                        NoCost);
                }
            }
        }
    }

    private static Segment? SegmentOf(CompPlan plan, ReviewContext context) =>
        plan.Segment is null ? null : context.Architecture.FindSegment(plan.Segment);

    private static bool HaveSameTerms(CompPlan one, CompPlan other) =>
        Anonymous(one) == Anonymous(other);

    private static CompPlan Anonymous(CompPlan plan) =>
        plan with { Role = "any", Id = "any", Segment = null, Citation = null };

    private static (Segment Quick, Segment Slow)? FarthestApart(ValueList<Segment> segments)
    {
        Segment? quick = null;
        Segment? slow = null;
        foreach (Segment segment in segments)
        {
            quick = quick is null || Longest(segment) < Longest(quick) ? segment : quick;
            slow = slow is null || segment.CycleDays.Min > slow.CycleDays.Min ? segment : slow;
        }

        return quick is not null && slow is not null && Longest(quick) < slow.CycleDays.Min ? (quick, slow) : null;
    }

    private static int Longest(Segment segment) => segment.CycleDays.Max ?? int.MaxValue;

    private static IEnumerable<ReviewFigure> Evidence((Segment Quick, Segment Slow) pair) =>
        [CycleFigures.Days(pair.Quick), CycleFigures.Days(pair.Slow)];
}
