using RevenueModel.Kpis;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Accounts that are won and then left flat. Two of three signs are needed: discounts to land, retention
/// below its target, and accounts that add no site.</summary>
internal sealed class FirstDealRule() : ReviewRule(
    ReviewRuleIds.FirstDealOnly,
    "The first deal is treated as the deal",
    ReviewSeverity.Serious,
    "Pay expansion as much as new customers, and give named accounts a team that rolls the product out to all sites.",
    RuleSources.OtSecurity("Failure Modes 4"))
{
    private const decimal Half = 0.5m;
    private const int SignsNeeded = 2;

    public override string? FindMissing(ReviewContext context) =>
        Discounts(context).Known + Retention(context).Known + Sites(context).Known >= SignsNeeded
            ? null
            : "fewer than two of: discounts of new customers and of expansions (ReviewData.DealDiscounts), retention "
                + "with a target (ReviewData.Subscriptions), sites of accounts (ReviewData.Sites)";

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        Sign[] signs = [Discounts(context), Retention(context), Sites(context)];
        if (signs.Count(static sign => sign.IsSeen) < SignsNeeded)
        {
            yield break;
        }

        yield return Finding(
            "installed base",
            [.. signs.SelectMany(static sign => sign.Evidence)],
            Costs(context),
            "retention or its target is not known, or no expansion is missing");
    }

    // The average over all segments, each deal once.
    private static Sign Discounts(ReviewContext context)
    {
        decimal? landing = context.Marks.NewLogoDiscount;
        decimal? expansion = context.Marks.ExpansionDiscount;
        return landing is { } first && expansion is { } later
            ? new Sign(
                first - later > context.Options.ToleratedLandingDiscount,
                [
                    ReviewFigure.Of("mean discount of new customers", first, FigureUnit.Percent),
                    ReviewFigure.Of("mean discount of expansions", later, FigureUnit.Percent),
                ])
            : Sign.Unknown;
    }

    private static Sign Retention(ReviewContext context) =>
        context.InstalledBase?.Nrr is { } nrr && context.Architecture.NrrTarget is { } target
            ? new Sign(
                nrr < target.Min,
                [
                    ReviewFigure.Of("net revenue retention", nrr, FigureUnit.Percent),
                    ReviewFigure.Of("target of net revenue retention", target, FigureUnit.Percent),
                ])
            : Sign.Unknown;

    // Accounts with a site before the window and not all of their sites live then.
    private static Sign Sites(ReviewContext context)
    {
        DateSpan window = context.Data.Window;
        int accounts = 0;
        int flat = 0;
        foreach (AccountSites account in context.Data.Sites)
        {
            int before = account.LiveDates.Count(day => day < window.Start);
            if (before > 0 && (account.TotalSites is null || before < account.TotalSites))
            {
                accounts++;
                flat += account.LiveDates.Any(window.Contains) ? 0 : 1;
            }
        }

        return accounts > 0
            ? new Sign(
                flat > Half * accounts,
                [
                    ReviewFigure.Of("accounts with sites left to cover", accounts),
                    ReviewFigure.Of("of these without a new site in the window", flat),
                ])
            : Sign.Unknown;
    }

    private static CostClaim[] Costs(ReviewContext context) =>
        context.InstalledBase is { Nrr: { } nrr } totals
            && context.Architecture.NrrTarget is { Max: { } highest } target
            && nrr < target.Min
            ?
            [
                new CostClaim
                {
                    Pool = CostPool.Of(CostPoolKind.Expansion, "installed base"),
                    BaseName = "of ARR a year ago",
                    Base = totals.Opening,
                    Share = ShareBetween(target.Min - nrr, highest - nrr),
                    ShareName = Invariant($"target of {FigureText.Of(target, FigureUnit.Percent)} less {nrr:0.##%}"),
                },
            ]
            : [];

    private sealed record Sign(bool IsSeen, ReviewFigure[] Evidence)
    {
        public static Sign Unknown { get; } = new(false, []);

        public int Known => Evidence.Length > 0 ? 1 : 0;
    }
}
