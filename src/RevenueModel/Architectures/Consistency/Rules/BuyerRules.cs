using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Architectures;

/// <summary>Rules on win rates by the buyers that a deal engages.</summary>
internal static class BuyerRules
{
    private const string DualName = "win rate with both buyers";
    private const string SingleName = "win rate with one buyer";

    public static void AddTo(CheckList checks, RevenueArchitecture architecture)
    {
        if (architecture.BuyingGroup is { } group)
        {
            AddVeto(checks, group);
        }

        if (architecture.BuyerMotion is not { } motion)
        {
            return;
        }

        AddSingle(checks, architecture.BuyingGroup, motion);

        foreach (Segment segment in architecture.Segmentation.Segments)
        {
            AddMix(checks, motion, segment);
        }

        foreach (PublishedCompPlan plan in architecture.CompPlans)
        {
            AddGated(checks, architecture, motion, plan);
        }

        AddRatio(checks, motion);
        foreach (PublishedCompPlan plan in PlanRules.CoveragesOf(architecture))
        {
            AddConsultant(checks, motion, plan);
        }
    }

    private static void AddMix(CheckList checks, BuyerMotionFigures motion, Segment segment)
    {
        Band<decimal> mixes = BandMath.Ordered(motion.DualBuyerWinRate, motion.SingleBuyerWinRate);
        const string formula = "({2:low} - {1}) / ({0} - {1})";
        checks.Add(
            ConsistencyRule.WinRateOfBuyerMix,
            segment.Name,
            BandMath.Holds(BandMath.Contains(mixes, segment.WinRate)),
            [.. Rates(motion), WinRateOf(segment)],
            [
                Figures.Implied("lowest win rate of any mix", mixes.Min, FigureUnit.Percent, "min({0}, {1})"),
                Figures.Implied(
                    "share of deals with both buyers at the low end",
                    ShareWithBoth(motion, segment.WinRate.Min), FigureUnit.Percent, formula),
                Figures.Implied(
                    "share of deals with both buyers at the high end",
                    ShareWithBoth(motion, segment.WinRate.Max ?? 1m), FigureUnit.Percent,
                    formula.Replace("low", "high", StringComparison.Ordinal)),
            ]);
    }

    // No mix has a win rate outside the two rates; with two equal rates any mix has it.
    private static decimal? ShareWithBoth(BuyerMotionFigures motion, decimal winRate) =>
        BandMath.Try(() => (winRate - motion.SingleBuyerWinRate)
            / (motion.DualBuyerWinRate - motion.SingleBuyerWinRate)) is { } share and >= 0m and <= 1m
            ? share
            : null;

    private static void AddGated(
        CheckList checks, RevenueArchitecture architecture, BuyerMotionFigures motion, PublishedCompPlan plan)
    {
        foreach (Segment segment in PlanRules.GatedSegments(architecture, plan)
            .Where(_ => plan.Gate?.RequiredEngagement == BuyerEngagement.Both))
        {
            checks.Add(
                ConsistencyRule.WinRateOfGatedDeals,
                Invariant($"{plan.Role}, {segment.Name}"),
                Qualified(BandMath.Holds(segment.WinRate.Contains(motion.DualBuyerWinRate))),
                [
                    Figures.Printed(DualName, motion.DualBuyerWinRate, FigureUnit.Percent, motion.Citation),
                    WinRateOf(segment),
                    Figures.Worded("gate of " + plan.Role, plan.Gate?.Name, plan.Citation),
                ],
                [
                    Figures.Implied(
                        "win rate of credited deals", motion.DualBuyerWinRate, FigureUnit.Percent, "{0}"),
                ]);
        }
    }

    // The two rates are of different deals, so that they can differ.
    private static ConsistencyVerdict Qualified(ConsistencyVerdict verdict) =>
        verdict == ConsistencyVerdict.Contradicts ? ConsistencyVerdict.Note : verdict;

    private static void AddRatio(CheckList checks, BuyerMotionFigures motion)
    {
        if (motion.StatedRatio is not { } stated
            || BandMath.Try(() => motion.DualBuyerWinRate / motion.SingleBuyerWinRate) is not { } ratio)
        {
            return;
        }

        checks.Add(
            ConsistencyRule.WinRateRatio,
            "both buyers and one",
            BandMath.Equal(stated, ratio),
            [.. Rates(motion), Figures.Printed("stated ratio", stated, FigureUnit.Multiple, motion.Citation)],
            [
                Figures.Implied("ratio", ratio, FigureUnit.Multiple, "{0} / {1}"),
                Figures.Implied("higher by", ratio - 1m, FigureUnit.Multiple, "{0} / {1} - 1"),
            ]);
    }

    private static void AddConsultant(CheckList checks, BuyerMotionFigures motion, PublishedCompPlan plan)
    {
        if (plan.Coverage?.WinRateLossWithOne is not { } loss)
        {
            return;
        }

        decimal? lossOfBuyer = BandMath.Try(() => 1m - (motion.SingleBuyerWinRate / motion.DualBuyerWinRate));
        checks.Add(
            ConsistencyRule.OneConsultantAndOneBuyer,
            PlanRules.NameOf(plan),
            Qualified(BandMath.Equal(loss, lossOfBuyer)),
            [
                .. Rates(motion),
                Figures.Printed("loss of win rate with one consultant", loss, FigureUnit.Percent, plan.Citation),
            ],
            [
                Figures.Implied(
                    "win rate with one consultant",
                    motion.DualBuyerWinRate * (1m - loss), FigureUnit.Percent, "{0} × (1 - {2})"),
                Figures.Implied(
                    "loss of win rate with one buyer", lossOfBuyer, FigureUnit.Percent, "1 - {1} / {0}"),
            ]);
    }

    private static void AddSingle(CheckList checks, BuyingGroup? group, BuyerMotionFigures motion)
    {
        if (group is not { RequiresAllSides: true, Sides.Count: > 1 })
        {
            return;
        }

        checks.Add(
            ConsistencyRule.SingleBuyerDeals,
            string.Join(" and ", group.Sides.Select(static side => side.Name)),
            BandMath.Holds(motion.SingleBuyerWinRate == 0m),
            [
                Figures.Printed(SingleName, motion.SingleBuyerWinRate, FigureUnit.Percent, motion.Citation),
                Figures.Worded("sign-off", "each side signs off", group.Citation),
            ],
            [Figures.Implied(SingleName, 0m, FigureUnit.Percent, "deals without the sign-off of each side")]);
    }

    private static void AddVeto(CheckList checks, BuyingGroup group)
    {
        if (group.Champions.IsEmpty)
        {
            return;
        }

        foreach (BuyerSide side in group.Sides.Where(static side => side.VetoHolder is not null))
        {
            bool isChampion = group.Champions.Any(role =>
                role.Titles.Contains(side.VetoHolder, StringComparer.OrdinalIgnoreCase));
            checks.Add(
                ConsistencyRule.VetoHolder,
                side.Name,
                isChampion ? ConsistencyVerdict.Agrees : ConsistencyVerdict.Incomplete,
                [
                    Figures.Worded("veto of", side.VetoHolder, group.Citation),
                    .. group.Champions.Select(role => Figures.Worded(
                        role.Name, string.Join(", ", role.Titles), group.Citation)),
                ]);
        }
    }

    private static PrintedFigure[] Rates(BuyerMotionFigures motion) =>
    [
        Figures.Printed(DualName, motion.DualBuyerWinRate, FigureUnit.Percent, motion.Citation),
        Figures.Printed(SingleName, motion.SingleBuyerWinRate, FigureUnit.Percent, motion.Citation),
    ];

    private static PrintedFigure WinRateOf(Segment segment) =>
        Figures.Printed("win rate of " + segment.Name, segment.WinRate, FigureUnit.Percent, segment.Citation);
}
