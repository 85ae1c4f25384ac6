using RevenueModel.Architectures;

namespace RevenueModel.Diagnostics;

/// <summary>Deals that engaged IT alone or OT alone. Two readings of the published win rates give the cost: points of
/// what was closed, and a multiple of what was won.</summary>
internal sealed class SingleBuyerRule() : ReviewRule(
    ReviewRuleIds.SingleBuyerMotion,
    "Deals engage one of two buyers",
    ReviewSeverity.Serious,
    "Make the engagement of IT and OT a condition of quota credit, and put a consultant of each kind on the deals.",
    RuleSources.IndustrialIot("7.1"))
{
    public override string? FindMissing(ReviewContext context)
    {
        if (context.BuyerMotion is null)
        {
            return "no win rates with one and with both buyers (RevenueArchitecture.BuyerMotion)";
        }

        return context.DealsBySegment.Any(static deals => deals.EngagementKnown > 0)
            ? null
            : "no deal that closed in the window has its engaged buyers (Opportunity.BuyerEngagement)";
    }

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        BuyerMotionFigures rates = context.BuyerMotion!;
        string both = Invariant($"{rates.DualBuyerWinRate:0.##%}");
        string alone = Invariant($"{rates.SingleBuyerWinRate:0.##%}");
        foreach (SegmentDeals deals in context.DealsBySegment)
        {
            long one = deals.CountOf(DealFlaws.OneBuyer);
            if (one == 0 || one <= context.Options.ToleratedShare * deals.EngagementKnown)
            {
                continue;
            }

            ClosedDeals[] flawed = [.. deals.Closed.Where(static group => group.Flaws.HasFlag(DealFlaws.OneBuyer))];
            yield return Finding(
                DealClaims.NameOf(deals),
                [
                    ReviewFigure.Of("closed deals with recorded buyers", deals.EngagementKnown),
                    ReviewFigure.Of("of these with one buyer", one),
                    .. DealClaims.WinRates(flawed, deals.WithBothBuyers, "with one buyer", "with both buyers"),
                    ReviewFigure.Of("published win rate with both", rates.DualBuyerWinRate, FigureUnit.Percent),
                    ReviewFigure.Of("published win rate with one", rates.SingleBuyerWinRate, FigureUnit.Percent),
                ],
                DealClaims.Of(context, deals, DealFlaws.OneBuyer, "closed with one buyer", group => ShareBetween(
                    rates.DualBuyerWinRate - rates.SingleBuyerWinRate,
                    DealClaims.WonShare(group) * (rates.ImpliedRatio - 1m),
                    limit: 1m - DealClaims.WonShare(group)),
                    Invariant($"{both} less {alone}, and the won share × ({both} / {alone} - 1)")));
        }
    }
}
