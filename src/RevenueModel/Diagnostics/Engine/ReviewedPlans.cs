using RevenueModel.Architectures;
using RevenueModel.Compensation;
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
