using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>Finds properties of plans and charges that are valid individually but contradict each other.</summary>
internal static class PricePlanValidator
{
    /// <summary>Returns a message about a charge that contradicts itself, or <see langword="null"/> if it does
    /// not.</summary>
    /// <param name="charge">The charge.</param>
    /// <param name="plan">The name of its plan, or <see langword="null"/> for a charge outside a plan.</param>
    public static string? ConflictIn(Charge charge, string? plan = null)
    {
        if (charge.Price is CapacityPrice capacity
            && !NameLookup.Same(charge.Meter, charge.Name)
            && NameLookup.IndexOf(capacity.Meters.AsSpan(), charge.Meter, static meter => meter) < 0)
        {
            return $"{Text(charge, plan)} had the meter \"{charge.Meter}\"; one of its price's, {capacity.Meters}, "
                + "or none is expected.";
        }

        bool countsUnits = charge.Price is QuantityPrice or PercentagePrice { NeedsTransactions: false };
        bool hasUnitTerms = charge.Conversion != default || charge.Allowance != default || charge.UsageDiscount > 0m;
        return !countsUnits && hasUnitTerms
            ? $"{Text(charge, plan)} had a conversion, allowance or usage discount; "
                + $"they go with a price of one quantity, which {charge.Price} is not."
            : null;
    }

    /// <summary>Returns a message about a plan that contradicts itself, or <see langword="null"/> if it does
    /// not.</summary>
    public static string? ConflictIn(PlanTerms plan)
    {
        foreach (ref readonly ChargeTerms terms in plan.Charges)
        {
            if (ConflictIn(terms.Charge, plan.Plan.Name) is { } ofCharge)
            {
                return ofCharge;
            }
        }

        int amounts = plan.Plan.Commitment?.Amounts.Count ?? 1;
        for (int index = 0; index < amounts; index++)
        {
            decimal fee = plan.CommittedFee(index);
            if (ConflictIn(plan.Plan, plan.Plan.Protection?.Cap ?? default, fee, index) is { } ofCap)
            {
                return ofCap;
            }
        }

        if (plan.Plan.Commitment is { Step: CommitmentStep.BillingPeriod, Period: CommitmentPeriod.ContractYear })
        {
            return $"Plan \"{plan.Plan.Name}\" had a commitment for the contract year with an amount for each billing "
                + "period; a commitment for the billing period is expected.";
        }

        if (plan is { SmoothingPeriods: > 1, NeedsTransactions: true })
        {
            return $"Plan \"{plan.Plan.Name}\" smooths usage and prices single transactions, which have no mean; "
                + "one of them is expected.";
        }

        return plan.Plan.Protection?.MoveUpTo is { } next ? ConflictBetween(plan, next.Terms) : null;
    }

    private static string? ConflictIn(PricePlan plan, BillCap cap, decimal fee, int index)
    {
        string period = plan.Commitment?.Step == CommitmentStep.BillingPeriod ? "billing period" : "contract year";
        string when = Invariant($"{period} {index + 1}");
        if (cap.Amount < fee)
        {
            return Invariant($"Plan \"{plan.Name}\" had a cap of {cap.Amount} and a committed fee of {fee} ")
                + Invariant($"in {when}; a cap at or above the committed fee is expected.");
        }

        if (cap.MultipleOfCommittedFee is not null && fee == 0m)
        {
            return Invariant($"Plan \"{plan.Name}\" had a cap of {cap.MultipleOfCommittedFee}x its committed fee, ")
                + Invariant($"which is zero in {when}; ")
                + "a base fee or a commitment for the billing period is expected.";
        }

        return cap.IsSet && cap.AmountFor(fee) is null
            ? Invariant($"Plan \"{plan.Name}\" had a cap of {cap.MultipleOfCommittedFee}x a committed fee of {fee} ")
                + Invariant($"in {when}; a cap within 7.9 × 10^28, the range of a decimal, is expected.")
            : null;
    }

    private static string? ConflictBetween(PlanTerms plan, PlanTerms next)
    {
        if (next.Conflict is not null)
        {
            return next.Conflict;
        }

        if (next.SmoothingPeriods != 1 && next.SmoothingPeriods != plan.SmoothingPeriods)
        {
            return Invariant($"Plan \"{plan.Plan.Name}\" moves up to \"{next.Plan.Name}\", which smooths usage over ")
                + Invariant($"{next.SmoothingPeriods} periods; ")
                + Invariant($"\"{plan.Plan.Name}\" smooths over {plan.SmoothingPeriods}; ")
                + "the same number, or no smoothing, is expected, since both are billed on the same usage.";
        }

        return next.Plan.Commitment is { Period: CommitmentPeriod.ContractYear }
            ? $"Plan \"{plan.Plan.Name}\" moves up to \"{next.Plan.Name}\", which is committed by contract year; "
                + "a commitment for the billing period is expected, since each period moves on its own."
            : null;
    }

    private static string Text(Charge charge, string? plan) =>
        $"Charge \"{charge.Name}\"" + (plan is null ? "" : $" of plan \"{plan}\"");
}
