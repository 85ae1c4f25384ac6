using RevenueModel.Pipeline;

namespace RevenueModel.Diagnostics;

/// <summary>A sale to operational technology that scans actively or installs agents.</summary>
internal sealed class ItMotionRule() : ReviewRule(
    ReviewRuleIds.ItMotionToOt,
    "An IT motion is sold to operational technology",
    ReviewSeverity.Serious,
    "Lead with passive monitoring, show in the pilot that the process is not affected, and speak of PLCs rather than "
        + "endpoints.",
    RuleSources.OtSecurity("Failure Modes 1"))
{
    public override string? FindMissing(ReviewContext context) =>
        context.Data.SalesPlays.IsEmpty ? "no ways in which the product is sold (ReviewData.SalesPlays)" : null;

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        int plays = context.Data.SalesPlays.Count(static play => play.Buyers.HasFlag(BuyerEngagement.OT));
        foreach (SalesPlay play in context.Data.SalesPlays)
        {
            if (play.Buyers.HasFlag(BuyerEngagement.OT)
                && play.Evaluation is EvaluationMethod.ActiveScan or EvaluationMethod.EndpointAgent)
            {
                string evaluation = play.Evaluation == EvaluationMethod.ActiveScan ? "active scan" : "endpoint agent";
                yield return Finding(
                    play.Name + (play.LeadsWith.IsEmpty ? "" : ", leading with " + string.Join(", ", play.LeadsWith)),
                    [
                        ReviewFigure.Of("ways of selling to operational technology", plays),
                        ReviewFigure.Of("of these by " + evaluation, context.Data.SalesPlays.Count(
                            other => other.Buyers.HasFlag(BuyerEngagement.OT)
                                && other.Evaluation == play.Evaluation)),
                    ],
                    "no figure is published; deals end before a price is named");
            }
        }
    }
}
