using RevenueModel.Architectures;
using RevenueModel.Compensation;
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
        (string Figure, IEnumerable<string> Of)[] missing =
        [
            ("segments with coverage and win rates",
                architecture.Segmentation.Segments.IsEmpty ? [architecture.Name] : []),
            ("targets of net revenue retention", architecture.Segmentation.Segments
                .Where(static segment => segment.NrrTarget is null)
                .Select(static segment => segment.Name)),
            ("compensation plans with a quota of new ARR", architecture.Segmentation.Segments
                .Where(segment => !HasPlan(context, segment))
                .Select(static segment => segment.Name)),
            ("measures of variable pay", Plans(context)
                .Where(static plan => plan.Measures.IsEmpty)
                .Select(static plan => plan.Role)),
            ("targets of measures of variable pay", Plans(context).SelectMany(static plan => plan.Measures
                .Where(static measure => measure.Target is null)
                .Select(measure => Invariant($"{measure.Measure.Name} of {plan.Role}")))),
            ("organization chart", architecture.Chart is null ? [architecture.Name] : []),
            ("compensation plans of roles on the chart", Unpaid(context)),
            ("segments of go-to-market motions", architecture.GoToMarketMotions
                .Where(static motion => motion.Segments.IsEmpty)
                .Select(static motion => motion.Name)),
        ];
        foreach ((string figure, IEnumerable<string> of) in missing)
        {
            string[] names = [.. of];
            if (names.Length > 0)
            {
                yield return Finding(
                    Invariant($"{figure}: {string.Join(", ", names)}"),
                    [ReviewFigure.Of("missing", names.Length)],
                    "a missing figure loses no revenue by itself");
            }
        }
    }

    // With plans in the data, the published bands are not what is paid.
    private static ValueList<PublishedCompPlan> Plans(ReviewContext context) =>
        context.Data.CompPlans.IsEmpty ? context.Architecture.CompPlans : [];

    private static IEnumerable<string> Unpaid(ReviewContext context) => context.Architecture.Chart is { } chart
        ? chart
            .RolesWithoutPlan(context.Architecture.CompPlans.Select(static plan => plan.Role)
                .Concat(context.Data.CompPlans.Select(static plan => plan.Role)))
            .Select(static role => role.Name)
        : [];

    private static bool HasPlan(ReviewContext context, Segment segment) =>
        context.Architecture.CompPlans.Any(plan => Covers(plan.Segment, segment)
            && plan.Measures.Any(static measure => measure.Measure == CompMeasure.NewArr))
        || context.Data.CompPlans.Any(
            plan => Covers(plan.Segment, segment) && ReviewedPlans.SellsNewBusiness(plan));

    private static bool Covers(string? planSegment, Segment segment) =>
        planSegment is null || NameLookup.Same(planSegment, segment.Name);
}
