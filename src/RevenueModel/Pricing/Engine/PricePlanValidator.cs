
namespace RevenueModel.Pricing;

/// <summary>Refuses plans and charges whose parts are each allowed and do not go together.</summary>
internal static class PricePlanValidator
{
    public static void RequireConsistent(Charge charge)
    {
        if (charge.Price is CapacityPrice capacity
            && !string.Equals(charge.Meter, charge.Name, StringComparison.OrdinalIgnoreCase)
            && !capacity.Meters.Contains(charge.Meter, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException(
                $"Charge \"{charge.Name}\" had the meter \"{charge.Meter}\"; one of its price's, {capacity.Meters}, or none is expected.",
                nameof(charge));
        }

        bool countsUnits = charge.Price is QuantityPrice or PercentagePrice { NeedsTransactions: false };
        if (!countsUnits && (charge.Conversion != default || charge.Allowance != default || charge.UsageDiscount > 0m))
        {
            throw new ArgumentException(
                $"Charge \"{charge.Name}\" had a conversion, allowance or usage discount; they go with a price of one quantity, which {charge.Price} is not.",
                nameof(charge));
        }
    }

    public static void RequireConsistent(PlanTerms plan)
    {
        int years = plan.Plan.Commitment?.Amounts.Count ?? 1;
        for (int year = 1; year <= years; year++)
        {
            RequireFit(plan.Plan, plan.Plan.Protection?.Cap ?? default, plan.CommittedFee(year), year);
        }

        if (plan is { SmoothingPeriods: > 1, NeedsTransactions: true })
        {
            throw new ArgumentException(
                $"Plan \"{plan.Plan.Name}\" smooths usage and prices single transactions, which have no mean; one of them is expected.",
                nameof(plan));
        }

        if (plan.Plan.Protection?.MoveUpTo is { } next)
        {
            RequireFit(plan, next.Terms);
        }
    }

    private static void RequireFit(PricePlan plan, BillCap cap, decimal fee, int year)
    {
        if (cap.Amount < fee)
        {
            throw new ArgumentException(
                Invariant($"Plan \"{plan.Name}\" had a cap of {cap.Amount} and a committed fee of {fee} in contract year {year}; a cap at or above the committed fee is expected."),
                nameof(plan));
        }

        if (cap.MultipleOfCommittedFee is not null && fee == 0m)
        {
            throw new ArgumentException(
                Invariant($"Plan \"{plan.Name}\" had a cap of {cap.MultipleOfCommittedFee}x its committed fee and no such fee in contract year {year}; a base fee or a commitment for the billing period is expected."),
                nameof(plan));
        }
    }

    private static void RequireFit(PlanTerms plan, PlanTerms next)
    {
        if (next.SmoothingPeriods != 1 && next.SmoothingPeriods != plan.SmoothingPeriods)
        {
            throw new ArgumentException(
                Invariant($"Plan \"{plan.Plan.Name}\" moves up to \"{next.Plan.Name}\", which smooths usage over {next.SmoothingPeriods} periods, where its own usage is of {plan.SmoothingPeriods}; as many, or none, are expected, since both are billed on the same usage."),
                nameof(plan));
        }

        if (next.Plan.Commitment is { Period: CommitmentPeriod.ContractYear })
        {
            throw new ArgumentException(
                $"Plan \"{plan.Plan.Name}\" moves up to \"{next.Plan.Name}\", which is committed by contract year; a commitment for the billing period is expected, since each period moves on its own.",
                nameof(plan));
        }
    }
}
