using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>The rule on figures that another section states otherwise.</summary>
internal static class RestatementRules
{
    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        foreach (FigureRestatement restated in architecture.Restatements)
        {
            PrintedFigure? own = FigureOf(architecture, restated);
            PrintedFigure other = new()
            {
                Name = restated.Figure + " in another section",
                Value = restated.Value,
                Unit = own?.Unit ?? FigureUnit.Number,
                Text = restated.Text,
                Citation = restated.Citation,
            };
            ConsistencyVerdict verdict = own?.Value is not { } value || restated.Value is not { } given
                ? ConsistencyVerdict.Note
                : BandMath.Holds(value == given);
            checks.Add(
                ConsistencyRule.RestatedFigure,
                Invariant($"{restated.Subject}, {restated.Figure}"),
                verdict,
                own is null ? [other] : [own, other]);
        }
    }

    // The figures that a restatement can name; null for others, which are stated as words.
    private static PrintedFigure? FigureOf(RevenueArchitecture architecture, FigureRestatement restated) =>
        architecture.FindSegment(restated.Subject) is { } segment
            ? FigureOf(segment, restated.Figure) ?? PeopleOf(architecture, segment, restated.Figure)
            : architecture.FindCompPlan(restated.Subject) is { } plan ? FigureOf(plan, restated.Figure)
            : FigureOf(architecture, restated.Figure);

    private static PrintedFigure? FigureOf(Segment segment, string figure) => figure switch
    {
        nameof(Segment.Acv) => Of(figure, segment.Acv, FigureUnit.Money, segment.Citation),
        nameof(Segment.WinRate) => Of(figure, segment.WinRate, FigureUnit.Percent, segment.Citation),
        nameof(Segment.NrrTarget) => Of(figure, segment.NrrTarget, FigureUnit.Percent, segment.Citation),
        nameof(Segment.CycleMonths) => Of(
            figure, Figures.Of(segment.CycleMonths), FigureUnit.Months, segment.Citation),
        nameof(Segment.CycleDays) => Of(figure, Figures.Of(segment.CycleDays), FigureUnit.Days, segment.Citation),
        nameof(Segment.CoverageTarget) => Of(
            figure, Figures.Single(segment.CoverageTarget), FigureUnit.Multiple, segment.Citation),
        nameof(Segment.Stage2ToCloseRate) => Of(
            figure, Figures.Single(segment.Stage2ToCloseRate), FigureUnit.Percent, segment.Citation),
        nameof(Segment.SalesMotion) => Figures.Worded(figure, segment.SalesMotion, segment.Citation),
        _ => null,
    };

    // The people whom the role requirements put on a deal of a segment.
    private static PrintedFigure? PeopleOf(RevenueArchitecture architecture, Segment segment, string figure) =>
        figure == nameof(DealTeamCoverage.PeoplePerDeal)
        && architecture.RoleRequirements.FirstOrDefault(requirement =>
            requirement.Segments.Contains(segment.Name, StringComparer.OrdinalIgnoreCase)) is { } required
            ? Of(figure, Figures.Single(required.Roles.Count), FigureUnit.Number, required.Citation)
            : null;

    private static PrintedFigure? FigureOf(PublishedCompPlan plan, string figure) => figure switch
    {
        nameof(PublishedCompPlan.OnTargetEarnings) => Of(
            figure, plan.OnTargetEarnings, FigureUnit.Money, plan.Citation),
        nameof(PublishedCompPlan.Draw) => Of(figure, plan.Draw, FigureUnit.Money, plan.Citation),
        nameof(PublishedCompPlan.ResidualRate) => Of(figure, plan.ResidualRate, FigureUnit.Percent, plan.Citation),
        nameof(PublishedCompPlan.ResidualOf) => Figures.Worded(figure, plan.ResidualOf, plan.Citation),
        nameof(PublishedCompPlan.Gate) => Figures.Worded(figure, plan.Gate?.ToString(), plan.Citation),
        nameof(PublishedCompPlan.Coverage) => Figures.Worded(figure, plan.Coverage?.ToString(), plan.Citation),
        _ => null,
    };

    private static PrintedFigure? FigureOf(RevenueArchitecture architecture, string figure) => figure switch
    {
        nameof(RevenueArchitecture.NrrTarget) => Of(
            figure, architecture.NrrTarget, FigureUnit.Percent, architecture.Citation),
        nameof(BuyerMotionFigures.StatedRatio) => Of(
            figure,
            architecture.BuyerMotion?.StatedRatio is { } ratio ? Figures.Single(ratio) : null,
            FigureUnit.Multiple,
            architecture.BuyerMotion?.Citation),
        _ => null,
    };

    private static PrintedFigure Of(string name, Band<decimal>? value, FigureUnit unit, Citation? citation) =>
        Figures.Printed(name, value, unit, citation);
}
