using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Finds the weaknesses of a ladder.</summary>
internal static class LadderWarnings
{
    /// <summary>Finds the weaknesses of a ladder.</summary>
    /// <param name="evaluation">The evaluation of the ladder.</param>
    /// <param name="limits">The limits beyond which there is a warning.</param>
    /// <returns>The warnings: those about the whole ladder first, then tier by tier.</returns>
    public static ValueList<LadderWarning> Find(LadderEvaluation evaluation, LadderWarningLimits limits)
    {
        var warnings = new List<LadderWarning>();
        int customers = evaluation.CustomerCount;
        if (evaluation.ZeroCommitCustomerCount > limits.MaxZeroCommitShare * customers)
        {
            warnings.Add(new LadderWarning(
                LadderWarningKind.CommitToNothing,
                evaluation.ZeroCommitCustomerCount,
                customers,
                limits.MaxZeroCommitShare));
        }

        if (evaluation.CheapestTierLoss > limits.MaxCheapestTierLoss * evaluation.Revenue)
        {
            warnings.Add(new LadderWarning(
                LadderWarningKind.CheapestTierLoss,
                evaluation.CheapestTierRevenue,
                evaluation.Revenue,
                limits.MaxCheapestTierLoss));
        }

        for (int i = 0; i < evaluation.Tiers.Count; i++)
        {
            AddOfTier(warnings, evaluation, i, customers, limits);
        }

        return warnings.ToValueList();
    }

    private static void AddOfTier(
        List<LadderWarning> warnings,
        LadderEvaluation evaluation,
        int index,
        int customers,
        LadderWarningLimits limits)
    {
        TierEvaluation tier = evaluation.Tiers[index];
        bool isLast = index == evaluation.Tiers.Count - 1;
        decimal mostBilled = isLast ? tier.Tier.Fee : evaluation.Tiers[index + 1].Tier.Fee;
        decimal largestMonth = isLast ? LargestBillToday(evaluation) : tier.LargestBillToday;
        if (IsAboveMultiple(largestMonth, mostBilled, limits.MaxMonthToFee))
        {
            Add(LadderWarningKind.FeeFarBelowMonths, largestMonth, mostBilled, limits.MaxMonthToFee);
        }

        if (tier.CustomerCount < limits.MinCustomersPerTier)
        {
            Add(LadderWarningKind.FewCustomers, tier.CustomerCount, customers, limits.MinCustomersPerTier);
        }

        if (tier.Cost is { } cost && tier.Revenue - cost < limits.MinTierMargin * tier.Revenue)
        {
            Add(LadderWarningKind.TierMargin, cost, tier.Revenue, limits.MinTierMargin);
        }

        void Add(LadderWarningKind kind, decimal figure, decimal comparedWith, decimal limit) =>
            warnings.Add(new LadderWarning(kind, figure, comparedWith, limit, index, tier.Tier));
    }

    private static decimal LargestBillToday(LadderEvaluation evaluation)
    {
        decimal largest = 0m;
        foreach (TierEvaluation tier in evaluation.Tiers)
        {
            largest = Math.Max(largest, tier.LargestBillToday);
        }

        return largest;
    }

    // Compares quotients if the product would not fit a decimal.
    private static bool IsAboveMultiple(decimal value, decimal reference, decimal multiple) =>
        reference <= 1m || multiple <= decimal.MaxValue / reference
            ? value > multiple * reference
            : value / reference > multiple;
}
