using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Evaluates a ladder on usage, month by month.</summary>
internal static class LadderEvaluator
{
    /// <summary>Evaluates a ladder.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="customers">The customers.</param>
    /// <returns>The bills under the ladder, in total and by tier, against those of today.</returns>
    /// <exception cref="ArgumentException">A tier's revenue is too large for a decimal.</exception>
    public static LadderEvaluation Evaluate(TierLadder ladder, in CustomerUsageTable customers)
    {
        var tiers = new TierEvaluation[ladder.Tiers.Count];
        decimal revenue = 0m;
        decimal changes = 0m;
        int first = 0;
        int tier = 0;
        try
        {
            for (; tier < tiers.Length; tier++)
            {
                int end = first;
                while (end < customers.Customers.Length
                    && ladder.Tiers[tier].Includes(customers.Customers[end].CommitLevel))
                {
                    end++; // customers are in the order of their levels
                }

                tiers[tier] = EvaluateTier(
                    ladder, tier, customers, customers.Customers[first..end], out long crossings);
                revenue += tiers[tier].Revenue;
                changes += tier < tiers.Length - 1
                    ? crossings * (ladder.Tiers[tier + 1].Fee - ladder.Tiers[tier].Fee)
                    : 0m;
                first = end;
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The revenue of the ladder up to tier {tier + 1} ({ladder.Tiers[tier]})"),
                nameof(ladder),
                overflow);
        }

        return new LadderEvaluation
        {
            Ladder = ladder,
            Tiers = ValueList.Own(tiers),
            BillsToday = customers.BillsToday,
            Bills = customers.VariationOf(changes, revenue),
        };
    }

    private static TierEvaluation EvaluateTier(
        TierLadder ladder,
        int tier,
        in CustomerUsageTable table,
        ReadOnlySpan<CustomerUsage> customers,
        out long crossings)
    {
        LadderTier own = ladder.Tiers[tier];
        decimal nextFee = tier < ladder.Tiers.Count - 1 ? ladder.Tiers[tier + 1].Fee : own.Fee;
        int months = 0;
        int monthsAbove = 0;
        int tripledCustomers = 0;
        decimal revenueToday = 0m;
        crossings = 0;
        foreach (CustomerUsage customer in customers)
        {
            int above = 0;
            bool wasAbove = false;
            ReadOnlySpan<decimal> usage = table.MonthsOf(customer);
            for (int month = 0; month < usage.Length; month++)
            {
                bool isAbove = !own.Includes(usage[month]);
                above += isAbove ? 1 : 0;
                crossings += month > 0 && isAbove != wasAbove ? 1 : 0;
                wasAbove = isAbove;
            }

            decimal billed = (own.Fee * (usage.Length - above)) + (nextFee * above);
            tripledCustomers += IsTripled(billed, customer.RevenueToday) ? 1 : 0;
            months += usage.Length;
            monthsAbove += above;
            revenueToday += customer.RevenueToday;
        }

        return new TierEvaluation
        {
            Tier = own,
            CustomerCount = customers.Length,
            TripledCustomerCount = tripledCustomers,
            Months = months,
            MonthsAbove = monthsAbove,
            RevenueToday = revenueToday,
            Revenue = (own.Fee * (months - monthsAbove)) + (nextFee * monthsAbove),
        };
    }

    // Where three times today's bills would not fit a decimal, the billed amount is below it.
    private static bool IsTripled(decimal billed, decimal today) =>
        billed > 0m
        && today <= decimal.MaxValue / BillShockRule.PublishedMultiple
        && DivisionNoise.Reaches(billed, BillShockRule.PublishedMultiple * today);
}
