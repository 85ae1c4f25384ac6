using RevenueModel.Architectures;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>A price per operation without protection against high bills.</summary>
internal sealed class UnprotectedUsageRule() : ReviewRule(
    ReviewRuleIds.UnprotectedUsagePricing,
    "A price per operation has no overage protection",
    ReviewSeverity.Serious,
    "Offer predictable tiers with overage protection: a cap, smoothing, or a move to the next tier.",
    RuleSources.Ipaas("7.1"))
{
    public override string? FindMissing(ReviewContext context) =>
        context.Data.PricePlans.IsEmpty ? "no price plans (ReviewData.PricePlans)" : null;

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        foreach (PricePlan plan in context.Data.PricePlans.Where(ReviewedPrices.IsUnprotectedUsage))
        {
            PricedAccount[] accounts =
                [.. context.Data.PricedAccounts.Where(account => NameLookup.Same(account.PricePlan, plan.Name))];
            yield return Finding(
                plan.Name,
                [
                    ReviewFigure.Of("accounts on the plan", accounts.Length),
                    .. Published(context.Pricing),
                ],
                [.. Costs(context.Pricing, plan, accounts)],
                context.Pricing is null
                    ? "no retention by pricing model is known (RevenueArchitecture.Pricing)"
                    : "no account is on the plan (ReviewData.PricedAccounts)");
        }
    }

    private static IEnumerable<ReviewFigure> Published(PricingFigures? pricing)
    {
        if (pricing is not null)
        {
            yield return ReviewFigure.Of(
                "renewal retention of predictable tiers",
                pricing.PredictableTiers.RenewalRetention,
                FigureUnit.Percent);
            yield return ReviewFigure.Of(
                "renewal retention of pure usage", pricing.PureUsage.RenewalRetention, FigureUnit.Percent);
            yield return ReviewFigure.Of(
                "gap of retained ARR with price pressure", pricing.ImpliedArrGapPoints, FigureUnit.Points);
            if (pricing.StatedRetentionGapPoints is { } stated)
            {
                yield return ReviewFigure.Of("stated gap of retention", stated, FigureUnit.Points);
            }
        }
    }

    private static IEnumerable<CostClaim> Costs(PricingFigures? pricing, PricePlan plan, PricedAccount[] accounts)
    {
        if (pricing is null)
        {
            yield break;
        }

        foreach (bool isWatched in (bool[])[true, false])
        {
            decimal arr = accounts
                .Where(account => account.UnitCostWatchedBy is not null == isWatched)
                .Aggregate(0m, static (sum, account) => DomainGuards.Total(sum, account.Arr, "data"));
            if (arr > 0m)
            {
                yield return new CostClaim
                {
                    Pool = ReviewedPrices.PoolOf(plan.Name, isWatched),
                    BaseName = "of ARR on the plan",
                    Base = arr,
                    Share = ReviewedPrices.RetentionLoss(pricing),
                    ShareName = "lowest and highest of the stated and the implied gap",
                };
            }
        }
    }
}
