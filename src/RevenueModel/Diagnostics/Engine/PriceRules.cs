using RevenueModel.Architectures;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The parts of price plans that decide whether a bill can grow without limit.</summary>
internal static class ReviewedPrices
{
    /// <summary>Returns whether a plan prices each operation alone, and nothing limits or smooths the bill.</summary>
    public static bool IsUnprotectedUsage(PricePlan plan) =>
        plan.BaseFee == 0m
        && plan.Commitment is null
        && !IsProtected(plan.Protection)
        && plan.Charges.Any(BillsUsage)
        && plan.Charges.All(static charge => charge.Limits?.Max is null);

    /// <summary>Returns whether a plan bills usage, so that its cost per unit can change.</summary>
    public static bool BillsUsage(PricePlan plan) => plan.Charges.Any(BillsUsage);

    /// <summary>Returns the share of renewals that a price per operation loses, from the stated and the implied
    /// gaps.</summary>
    public static Band<decimal> RetentionLoss(PricingFigures pricing)
    {
        const decimal points = 100m;
        Band<decimal> withPressure = pricing.ImpliedArrGapPoints;
        decimal low = Math.Min(pricing.ImpliedRetentionGapPoints, withPressure.Min);
        decimal high = Math.Max(pricing.ImpliedRetentionGapPoints, withPressure.Max ?? withPressure.Min);
        if (pricing.StatedRetentionGapPoints is { } stated)
        {
            low = Math.Min(low, stated.Min);
            high = Math.Max(high, stated.Max ?? stated.Min);
        }

        return Band.Between(Math.Clamp(low / points, 0m, 1m), Math.Clamp(high / points, 0m, 1m));
    }

    public static CostPool PoolOf(string plan, bool isWatched) => CostPool.Of(
        CostPoolKind.Renewals, plan + (isWatched ? ", cost per unit watched" : ", cost per unit not watched"));

    private static bool IsProtected(OverageProtection? protection) =>
        protection is not null
        && (protection.Cap.IsSet || protection.SmoothingPeriods > 1 || protection.MoveUpTo is not null);

    private static bool BillsUsage(Charge charge) =>
        charge.Price is not TieredPrice { Kind: TieredPriceKind.Flat or TieredPriceKind.Stairstep };
}

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
                "renewal retention of predictable tiers", pricing.PredictableTiers.RenewalRetention, FigureUnit.Ratio);
            yield return ReviewFigure.Of(
                "renewal retention of pure usage", pricing.PureUsage.RenewalRetention, FigureUnit.Ratio);
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

/// <summary>Customers on a plan with usage whose cost per unit nobody watches. Those whose bill has multiplied are at
/// risk.</summary>
internal sealed class UnitCostRule() : ReviewRule(
    ReviewRuleIds.UnitCostUnwatched,
    "Nobody watches the cost per unit of customers",
    ReviewSeverity.Warning,
    "Measure what a task costs each customer, name who watches it, and act before the renewal.",
    RuleSources.Ipaas("Direct Answer, 2.3"))
{
    public override string? FindMissing(ReviewContext context) => OnUsage(context).Length > 0
        ? null
        : "no account on a price plan with usage (ReviewData.PricedAccounts and ReviewData.PricePlans)";

    public override IEnumerable<ReviewFinding> FindAll(ReviewContext context)
    {
        PricedAccount[] accounts = OnUsage(context);
        PricedAccount[] unwatched = [.. accounts.Where(static account => account.UnitCostWatchedBy is null)];
        if (unwatched.Length == 0 || unwatched.Length <= context.Options.ToleratedShare * accounts.Length)
        {
            yield break;
        }

        decimal shock = context.Pricing?.BillShockMultiple ?? BillShockRule.PublishedMultiple;
        PricedAccount[] shocked = [.. unwatched.Where(account => account.BillMultiple >= shock)];
        yield return Finding(
            "accounts on plans with usage",
            [
                ReviewFigure.Of("accounts on plans with usage", accounts.Length),
                ReviewFigure.Of("of these not watched", unwatched.Length),
                ReviewFigure.Of(
                    Invariant($"of these with a bill of {shock:0.##}x the usual one or more"), shocked.Length),
            ],
            [.. Costs(context.Pricing, context.Data.PricePlans, shocked)],
            context.Pricing is null
                ? "no retention by pricing model is known (RevenueArchitecture.Pricing)"
                : "no bill of these accounts has multiplied");
    }

    private static IEnumerable<CostClaim> Costs(
        PricingFigures? pricing, ValueList<PricePlan> plans, PricedAccount[] shocked)
    {
        if (pricing is null)
        {
            yield break;
        }

        foreach (IGrouping<string, PricedAccount> plan in shocked.GroupBy(
            account => NameLookup.Find(plans.AsSpan(), account.PricePlan, static one => one.Name)!.Name,
            StringComparer.Ordinal))
        {
            yield return new CostClaim
            {
                Pool = ReviewedPrices.PoolOf(plan.Key, isWatched: false),
                BaseName = "of ARR with multiplied bills",
                Base = plan.Aggregate(0m, static (sum, account) => DomainGuards.Total(sum, account.Arr, "data")),
                Share = ReviewedPrices.RetentionLoss(pricing),
                ShareName = "lowest and highest of the stated and the implied gap",
            };
        }
    }

    private static PricedAccount[] OnUsage(ReviewContext context) =>
    [
        .. context.Data.PricedAccounts.Where(account => NameLookup.Find(
            context.Data.PricePlans.AsSpan(), account.PricePlan, static plan => plan.Name) is { } plan
                && ReviewedPrices.BillsUsage(plan)),
    ];
}
