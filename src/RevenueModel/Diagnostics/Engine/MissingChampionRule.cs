using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Diagnostics;

/// <summary>Deals without one of the champions that they need. No loss is published, so the cost follows from the own
/// win rates with and without them.</summary>
internal sealed class MissingChampionRule() : ReviewRule(
    ReviewRuleIds.MissingChampion,
    "Deals lack a champion that they need",
    ReviewSeverity.Serious,
    "Develop a champion on each side, and present the project as shared work with gains for both.",
    RuleSources.OtSecurity("Failure Modes 2"))
{
    public override string? FindMissing(ReviewContext context)
    {
        if (context.Architecture.BuyingGroup is not { Champions.IsEmpty: false })
        {
            return "no champions that a deal needs (RevenueArchitecture.BuyingGroup)";
        }

        return context.DealsBySegment.Any(static deals => deals.MapKnown > 0)
            ? null
            : "no deal that closed in the window has its stakeholders (ReviewData.StakeholderMaps)";
    }

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        for (int place = 0; place < context.DealsBySegment.Count; place++)
        {
            SegmentDeals deals = context.DealsBySegment[place];
            long lacking = deals.CountOf(DealFlaws.MissingChampion);
            if (lacking == 0 || lacking <= context.Options.ToleratedShare * deals.MapKnown)
            {
                continue;
            }

            ClosedDeals[] flawed =
                [.. deals.Closed.Where(static group => group.Flaws.HasFlag(DealFlaws.MissingChampion))];
            ClosedDeals sound = deals.WithAllChampions;
            Band<decimal>? gain = Gain(flawed, sound, context.Options.Confidence);
            yield return Finding(
                DealClaims.NameOf(deals),
                [
                    ReviewFigure.Of("closed deals with recorded stakeholders", deals.MapKnown),
                    ReviewFigure.Of("of these without a champion that they need", lacking),
                    .. context.ChampionGaps[place].Select(
                        static gap => ReviewFigure.Of("deals with " + gap.Key, gap.Value)),
                    .. DealClaims.WinRates(flawed, sound, "without one", "with all champions"),
                ],
                gain is { } share
                    ? DealClaims.Of(
                        context,
                        deals,
                        DealFlaws.MissingChampion,
                        "closed without a champion",
                        group => ShareBetween(share.Min, share.Max ?? 1m, 1m - DealClaims.WonShare(group)),
                        Invariant($"difference of the own win rates, {context.Options.Confidence:0.##%} interval"))
                    : [],
                gain is null
                    ? "the own win rates with and without all champions are not known"
                    : "the own win rate is not higher with all champions");
        }
    }

    private static Band<decimal>? Gain(ClosedDeals[] flawed, ClosedDeals sound, double confidence)
    {
        long won = flawed.Sum(static group => group.WonCount);
        long count = flawed.Sum(static group => group.Count);
        return RateDifferenceCalculator.Newcombe(sound.WonCount, sound.Count, won, count, confidence) is { } difference
            ? Band.Between((decimal)Math.Max(difference.Lower, 0.0), (decimal)Math.Max(difference.Upper, 0.0))
            : null;
    }
}
