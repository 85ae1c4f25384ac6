using RevenueModel.Architectures;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

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
