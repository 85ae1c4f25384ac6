using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Deals with two buyers and one kind of consultant. The published loss is relative to the win rate with both
/// kinds.</summary>
internal sealed class SingleConsultantRule() : ReviewRule(
    ReviewRuleIds.SingleConsultant,
    "Deals with two buyers have one kind of consultant",
    ReviewSeverity.Serious,
    "Put one consultant of each kind on every deal with two buyers.",
    RuleSources.IndustrialIot("3.4"))
{
    public override string? FindMissing(ReviewContext context)
    {
        if (context.Consultants is null)
        {
            return "no loss of win rate with one consultant (DealTeamCoverage.WinRateLossWithOne)";
        }

        return context.DealsBySegment.Any(static deals => deals.TeamKnown > 0)
            ? null
            : "no deal that closed in the window has two buyers and a team (ReviewData.DealTeams)";
    }

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        DealTeamCoverage consultants = context.Consultants!;
        decimal loss = consultants.WinRateLossWithOne.GetValueOrDefault();
        decimal? bothBuyers = context.BuyerMotion?.DualBuyerWinRate;
        foreach (SegmentDeals deals in context.DealsBySegment)
        {
            long lacking = deals.CountOf(DealFlaws.MissingConsultant);
            if (lacking == 0 || lacking <= context.Options.ToleratedShare * deals.TeamKnown)
            {
                continue;
            }

            ReviewFigure[] published = bothBuyers is { } rate
                ?
                [
                    ReviewFigure.Of(
                        "implied win rate with one consultant", rate * (1m - loss), FigureUnit.Percent),
                ]
                : [];
            yield return Finding(
                DealClaims.NameOf(deals),
                [
                    ReviewFigure.Of("closed deals with two buyers and a recorded team", deals.TeamKnown),
                    ReviewFigure.Of(
                        Invariant($"of these without {string.Join(" or ", consultants.Roles)}"), lacking),
                    ReviewFigure.Of("published loss of win rate", loss, FigureUnit.Percent),
                    .. published,
                ],
                DealClaims.Of(
                    context,
                    deals,
                    DealFlaws.MissingConsultant,
                    "closed with one kind of consultant",
                    group => Share(DealClaims.WonShare(group), loss, bothBuyers),
                    Invariant($"the won share × {loss:0.##%} / (1 - {loss:0.##%})")
                        + (bothBuyers is { } dual ? Invariant($", and {dual:0.##%} × {loss:0.##%}") : "")));
        }
    }

    // The lost part of the win rate with both kinds, from the own win rate with one and from the published one.
    private static Band<decimal> Share(decimal wonShare, decimal loss, decimal? bothBuyers)
    {
        decimal relative = loss < 1m ? Math.Min(wonShare * (loss / (1m - loss)), 1m) : 1m;
        return ShareBetween(relative, bothBuyers * loss ?? relative, limit: 1m - wonShare);
    }
}
