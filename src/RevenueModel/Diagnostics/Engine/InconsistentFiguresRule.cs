using RevenueModel.Architectures;

namespace RevenueModel.Diagnostics;

/// <summary>Figures that cannot hold together, as the consistency review of the architecture finds them. What other
/// rules of the review report is left out.</summary>
internal sealed class InconsistentFiguresRule() : ReviewRule(
    ReviewRuleIds.InconsistentFigures,
    "Figures cannot hold together",
    ReviewSeverity.Note,
    "Measure the figures again, or state under which conditions each of them holds.")
{
    private static readonly ConsistencyRule[] ReportedElsewhere =
        [ConsistencyRule.CoverageTimesCloseRate, ConsistencyRule.BandGap, ConsistencyRule.MotionWithoutSegments];

    public override string? FindMissing(ReviewContext context) => null;

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        foreach (ConsistencyCheck check in ConsistencyCalculator.Review(context.Architecture).Contradictions)
        {
            if (!ReportedElsewhere.Contains(check.Rule))
            {
                yield return Finding(
                    Invariant($"{check.Subject}: {check.Arithmetic()}"),
                    [.. Figures(check)],
                    "figures that disagree lose no revenue by themselves") with
                {
                    Citation = check.Citations.IsEmpty ? null : check.Citations[0],
                };
            }
        }
    }

    private static IEnumerable<ReviewFigure> Figures(ConsistencyCheck check)
    {
        foreach (PrintedFigure figure in check.Printed)
        {
            if (figure.Value is { } value)
            {
                yield return ReviewFigure.Of(figure.Name, value, figure.Unit);
            }
        }

        foreach (ImpliedFigure figure in check.Implied)
        {
            if (figure.Value is { } value)
            {
                yield return ReviewFigure.Of("implied " + figure.Name, value, figure.Unit);
            }
        }
    }
}
