using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>A ramp or a draw that ends before the shortest sale of the segment can close.</summary>
internal sealed class RampRule() : ReviewRule(
    ReviewRuleIds.RampShorterThanCycle,
    "A ramp or a draw is shorter than the sales cycle",
    ReviewSeverity.Warning,
    "Let the ramp and the draw last at least one sales cycle.",
    RuleSources.IndustrialIot("7.4"))
{
    private const string NoCost = "no figure is published";

    public override string? FindMissing(ReviewContext context) =>
        context.Data.CompPlans.IsEmpty && context.Data.Teams.IsEmpty
            ? "no plans with ramps (ReviewData.CompPlans), and no sellers with ramps (ReviewData.Teams)"
            : null;

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        foreach (CompPlan plan in context.Data.CompPlans.Where(ReviewedPlans.SellsNewBusiness))
        {
            foreach (Segment segment in ReviewedPlans.SegmentsOf(plan, context))
            {
                List<ReviewFigure> figures = [];
                AddIfShort(figures, "ramp", plan.Ramp.Months.Count, segment);
                if (plan.Draw is { Months: { } draw })
                {
                    AddIfShort(figures, "draw", draw, segment);
                }

                if (figures.Count > 0)
                {
                    yield return Finding(
                        Invariant($"{plan.Role}, {segment.Name}"), [.. figures, CycleFigures.Months(segment)], NoCost);
                }
            }
        }

        foreach (SegmentTeam team in context.Data.Teams)
        {
            List<ReviewFigure> figures = [];
            if (context.Architecture.FindSegment(team.Segment) is { } segment)
            {
                AddIfShort(figures, "ramp of the capacity", team.Terms.Ramp.Months, segment);
                if (figures.Count > 0)
                {
                    yield return Finding(
                        "sellers of " + segment.Name, [.. figures, CycleFigures.Months(segment)], NoCost);
                }
            }
        }
    }

    private static void AddIfShort(List<ReviewFigure> figures, string name, int months, Segment segment)
    {
        if (months < segment.CycleMonths.Min)
        {
            figures.Add(ReviewFigure.Of(name, months, FigureUnit.Months));
        }
    }
}
