using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>Figures without which other rules and calculators have nothing to work on.</summary>
internal sealed class MissingFiguresRule() : ReviewRule(
    ReviewRuleIds.MissingFigures,
    "Figures are missing",
    ReviewSeverity.Note,
    "Add the figure, or state that it does not apply.")
{
    public override string? FindMissing(ReviewContext context) => null;

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        RevenueArchitecture architecture = context.Architecture;
        if (architecture.Segmentation.Segments.IsEmpty)
        {
            yield return Missing("segments with coverage and win rates");
        }

        foreach (Segment segment in architecture.Segmentation.Segments)
        {
            if (segment.NrrTarget is null)
            {
                yield return Missing("target of net revenue retention of " + segment.Name);
            }

            if (!HasPlan(context, segment))
            {
                yield return Missing("compensation plan with a quota of new ARR for " + segment.Name);
            }
        }

        foreach (PublishedCompPlan plan in context.Data.CompPlans.IsEmpty ? architecture.CompPlans : [])
        {
            foreach (PublishedMeasure measure in plan.Measures.Where(static measure => measure.Target is null))
            {
                yield return Missing(Invariant($"target of {measure.Measure.Name} of {plan.Role}"));
            }

            if (plan.Measures.IsEmpty)
            {
                yield return Missing("measures of the variable pay of " + plan.Role);
            }
        }

        if (architecture.Chart is { } chart)
        {
            var paid = architecture.CompPlans.Select(static plan => plan.Role)
                .Concat(context.Data.CompPlans.Select(static plan => plan.Role));
            foreach (OrganizationRole role in chart.RolesWithoutPlan(paid))
            {
                yield return Missing("compensation plan of " + role.Name);
            }
        }
        else
        {
            yield return Missing("organization chart");
        }

        foreach (GoToMarketMotion motion in architecture.GoToMarketMotions
            .Where(static motion => motion.Segments.IsEmpty))
        {
            yield return Missing("segments of the motion " + motion.Name);
        }
    }

    private static bool HasPlan(ReviewContext context, Segment segment) =>
        context.Architecture.CompPlans.Any(plan => Covers(plan.Segment, segment)
            && plan.Measures.Any(static measure => measure.Measure == CompMeasure.NewArr))
        || context.Data.CompPlans.Any(
            plan => Covers(plan.Segment, segment) && ReviewedPlans.SellsNewBusiness(plan));

    private static bool Covers(string? planSegment, Segment segment) =>
        planSegment is null || NameLookup.Same(planSegment, segment.Name);

    private ReviewFinding Missing(string figure) => Finding(figure, [], "a missing figure has no cost of its own");
}
