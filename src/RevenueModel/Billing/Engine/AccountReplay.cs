using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Applies the changes that a user made to an account between two invoices to the recomputed
/// account.</summary>
internal static class AccountReplay
{
    /// <summary>Returns an account with the changes that lead from one account to another.</summary>
    /// <param name="onto">The account that receives the changes.</param>
    /// <param name="from">The closing account of an invoice.</param>
    /// <param name="to">The opening account of the next invoice.</param>
    public static BillingAccount Onto(BillingAccount onto, BillingAccount from, BillingAccount to) => onto with
    {
        Plan = to.Plan == from.Plan ? onto.Plan : to.Plan,
        PlanChanges = PlanChanges(onto, from, to),
        ContractEnd = to.ContractEnd == from.ContractEnd ? onto.ContractEnd : to.ContractEnd,
        Cycle = to.Cycle == from.Cycle ? onto.Cycle : to.Cycle,
        Rounding = to.Rounding == from.Rounding ? onto.Rounding : to.Rounding,
        TaxRate = to.TaxRate == from.TaxRate ? onto.TaxRate : to.TaxRate,
        Credits = Credits(onto, from, to),
        Carried = to.Carried == from.Carried ? onto.Carried : to.Carried,
        RecentUsage = to.RecentUsage == from.RecentUsage ? onto.RecentUsage : to.RecentUsage,
        SpentInContractYear = to.SpentInContractYear == from.SpentInContractYear
            ? onto.SpentInContractYear
            : to.SpentInContractYear,
        StandingFee = to.StandingFee == from.StandingFee ? onto.StandingFee : to.StandingFee,
        Adjustments = to.Adjustments,
        Voided = to.Voided,
    };

    private static ValueList<PricePlanChange> PlanChanges(BillingAccount onto, BillingAccount from, BillingAccount to)
    {
        if (to.PlanChanges == from.PlanChanges)
        {
            return onto.PlanChanges;
        }

        PricePlanChange[] added = [.. to.PlanChanges.Where(change => !from.PlanChanges.Contains(change))];
        PricePlanChange[] removed = [.. from.PlanChanges.Where(change => !to.PlanChanges.Contains(change))];
        return onto.PlanChanges
            .Where(change => !removed.Contains(change) && !added.Any(other => other.On == change.On))
            .Concat(added)
            .OrderBy(static change => change.On)
            .ToValueList();
    }

    private static ValueList<PrepaidCredit> Credits(BillingAccount onto, BillingAccount from, BillingAccount to)
    {
        if (to.Credits == from.Credits)
        {
            return onto.Credits;
        }

        List<PrepaidCredit> credits = [];
        foreach (PrepaidCredit credit in onto.Credits)
        {
            PrepaidCredit? before = Find(from, credit.Id);
            PrepaidCredit? after = Find(to, credit.Id);
            if (before is not null && after is null)
            {
                continue; // removed
            }

            credits.Add(before is null || after is null || before == after
                ? credit
                : after with { Balance = credit.Balance + after.Balance - before.Balance });
        }

        credits.AddRange(to.Credits.Where(credit => Find(from, credit.Id) is null && Find(onto, credit.Id) is null));
        return credits.ToValueList();
    }

    private static PrepaidCredit? Find(BillingAccount account, string id) =>
        NameLookup.Find(account.Credits.AsSpan(), id, static credit => credit.Id);
}
