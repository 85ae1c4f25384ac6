using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Diagnostics;

/// <summary>The plans that a review checks: those of the data or, without any, those that the architecture
/// publishes, at the middle of their bands.</summary>
internal static class ReviewedPlans
{
    public const string Missing = "no compensation plans (ReviewData.CompPlans or RevenueArchitecture.CompPlans)";

    private const decimal Middle = 0.5m;

    public static ValueList<CompPlan> Of(ReviewContext context) => context.Data.CompPlans.IsEmpty
        ? context.Architecture.CompPlans.Where(HasTargets).Select(static plan => plan.PlanAt(Middle)).ToValueList()
        : context.Data.CompPlans;

    /// <summary>Returns the segments that a plan covers: its own, or all of them.</summary>
    public static ValueList<Segment> SegmentsOf(CompPlan plan, ReviewContext context) => plan.Segment is null
        ? context.Architecture.Segmentation.Segments
        : context.Architecture.FindSegment(plan.Segment) is { } segment ? [segment] : [];

    public static bool SellsNewBusiness(CompPlan plan) => plan.FindComponent(CompMeasure.NewArr) is not null;

    private static bool HasTargets(PublishedCompPlan plan) =>
        !plan.Measures.IsEmpty
        && !plan.OnTargetEarnings.IsOpen
        && plan.ResidualRate is not { IsOpen: true }
        && plan.Draw is not { IsOpen: true }
        && plan.Measures.All(static measure => measure.Target is { IsOpen: false });
}

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

    private static IEnumerable<ReviewFigure> Evidence((Segment Quick, Segment Slow) pair)
    {
        yield return ReviewFigure.Of("cycle of " + pair.Quick.Name, DaysOf(pair.Quick), FigureUnit.Days);
        yield return ReviewFigure.Of("cycle of " + pair.Slow.Name, DaysOf(pair.Slow), FigureUnit.Days);
    }

    private static Band<decimal> DaysOf(Segment segment) => segment.CycleDays.Max is { } max
        ? Band.Between((decimal)segment.CycleDays.Min, max)
        : Band.AtLeast((decimal)segment.CycleDays.Min);
}

/// <summary>A ramp or a draw that ends before the shortest sale of the segment can close.</summary>
internal sealed class RampRule() : ReviewRule(
    ReviewRuleIds.RampShorterThanCycle,
    "A ramp or a draw is shorter than the sales cycle",
    ReviewSeverity.Warning,
    "Let the ramp and the draw last at least one sales cycle.",
    RuleSources.IndustrialIot("7.4"))
{
    private const string NoCost = "it is paid by the seller, who leaves or is on a plan that cannot be reached";

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
                        Invariant($"{plan.Role}, {segment.Name}"), [.. figures, CycleOf(segment)], NoCost);
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
                        "sellers of " + segment.Name, [.. figures, CycleOf(segment)], NoCost);
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

    private static ReviewFigure CycleOf(Segment segment) => ReviewFigure.Of(
        "cycle of " + segment.Name,
        segment.CycleMonths.Max is { } max
            ? Band.Between((decimal)segment.CycleMonths.Min, max)
            : Band.AtLeast((decimal)segment.CycleMonths.Min),
        FigureUnit.Months);
}

/// <summary>Plans that pay a smaller share of expansion than of new business.</summary>
internal sealed class ExpansionPaidLessRule() : ReviewRule(
    ReviewRuleIds.ExpansionPaidLess,
    "Expansion is paid less than new customers",
    ReviewSeverity.Warning,
    "Pay expansion as aggressively as new customers.",
    RuleSources.OtSecurity("Failure Modes 4"))
{
    public override string? FindMissing(ReviewContext context) =>
        ReviewedPlans.Of(context).Any(static plan => PaidRates.OnNew(plan) > 0m)
            ? null
            : "no compensation plan with a rate for new ARR";

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        ValueList<CompPlan> plans = ReviewedPlans.Of(context);
        decimal lowestNew = plans.Min(static plan => PaidRates.OnNew(plan) is > 0m and var rate ? rate : decimal.MaxValue);
        decimal highestExpansion = plans.Max(PaidRates.OnExpansion);
        if (highestExpansion < lowestNew)
        {
            yield return Finding(
                "all plans together",
                [
                    ReviewFigure.Of("lowest rate for new ARR", lowestNew, FigureUnit.Ratio),
                    ReviewFigure.Of("highest rate for expansion ARR", highestExpansion, FigureUnit.Ratio),
                ],
                "no figure is published");
        }

        foreach (CompPlan plan in plans)
        {
            if (PaidRates.OnNew(plan) is { } onNew
                && PaidRates.OnExpansion(plan) is > 0m and var onExpansion
                && onExpansion < onNew)
            {
                yield return Finding(
                    plan.Role,
                    [
                        ReviewFigure.Of("rate for new ARR", onNew, FigureUnit.Ratio),
                        ReviewFigure.Of("rate for expansion ARR", onExpansion, FigureUnit.Ratio),
                    ],
                    "no figure is published");
            }
        }
    }
}
