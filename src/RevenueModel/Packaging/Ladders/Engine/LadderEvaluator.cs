using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Evaluates a ladder on usage, month by month.</summary>
internal static class LadderEvaluator
{
    /// <summary>Evaluates a ladder.</summary>
    /// <param name="ladder">The ladder.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="minTripledIncrease">The smallest increase of the mean monthly bill from which a customer counts as
    /// tripled.</param>
    /// <returns>The bills under the ladder, in total and by tier, compared with the current bills.</returns>
    /// <exception cref="ArgumentException">A tier's revenue is too large for a decimal.</exception>
    public static LadderEvaluation Evaluate(
        TierLadder ladder,
        in CustomerUsageTable customers,
        decimal minTripledIncrease)
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
                    ladder, tier, customers, customers.Customers[first..end], minTripledIncrease, out long crossings);
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
        decimal minTripledIncrease,
        out long crossings)
    {
        LadderTier own = ladder.Tiers[tier];
        decimal nextFee = tier < ladder.Tiers.Count - 1 ? ladder.Tiers[tier + 1].Fee : own.Fee;
        int months = 0;
        int monthsAbove = 0;
        int tripledCustomers = 0;
        int zeroCommits = 0;
        int withCheaperTier = 0;
        decimal revenueToday = 0m;
        decimal cheapestRevenue = 0m;
        decimal largestBill = 0m;
        decimal cost = 0m;
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
            decimal cheapest = tier == 0 ? billed : FirstTierBills(ladder, usage);
            tripledCustomers += IsTripled(billed, customer, minTripledIncrease) ? 1 : 0;
            zeroCommits += customer.CommitLevel == 0m ? 1 : 0;
            withCheaperTier += cheapest < billed ? 1 : 0;
            cheapestRevenue += cheapest;
            largestBill = LargestOf(table.Bills.Slice(customer.Start, customer.Months), largestBill);
            cost += customer.Cost;
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
            ZeroCommitCustomerCount = zeroCommits,
            CheaperTierCustomerCount = withCheaperTier,
            LargestBillToday = largestBill,
            CheapestTierRevenue = cheapestRevenue,
            Cost = table.Cost is null ? null : cost,
            IncludedCost = IncludedCost(own, table, cost, months),
            Revenue = (own.Fee * (months - monthsAbove)) + (nextFee * monthsAbove),
        };
    }

    private static decimal LargestOf(ReadOnlySpan<decimal> bills, decimal largest)
    {
        foreach (decimal bill in bills)
        {
            if (bill > largest)
            {
                largest = bill;
            }
        }

        return largest;
    }

    // No tier is cheaper than the first one: it bills the second fee at most, and all others bill at least that.
    private static decimal FirstTierBills(TierLadder ladder, ReadOnlySpan<decimal> usage)
    {
        LadderTier first = ladder.Tiers[0];
        decimal included = first.Included.GetValueOrDefault(); // all tiers but the last have a number of units
        int above = 0;
        foreach (decimal quantity in usage)
        {
            above += quantity > included ? 1 : 0;
        }

        return (first.Fee * (usage.Length - above)) + (ladder.Tiers[1].Fee * above);
    }

    private static decimal? IncludedCost(LadderTier tier, in CustomerUsageTable table, decimal cost, int months) =>
        table.Cost is null ? null
            : tier.Included is { } included ? ServiceCosts.OfMonth(table.Cost, table.Meter, included, table.CostName)
            : months == 0 ? null
            : cost / months;

    // If three times the current bills would not fit a decimal, the billed amount is below it.
    private static bool IsTripled(decimal billed, in CustomerUsage customer, decimal minIncrease) =>
        billed > 0m
        && customer.RevenueToday <= decimal.MaxValue / BillShockRule.PublishedMultiple
        && DivisionNoise.Reaches(billed, BillShockRule.PublishedMultiple * customer.RevenueToday)
        && (minIncrease <= 0m
            || (minIncrease <= (decimal.MaxValue - customer.RevenueToday) / customer.Months
                && DivisionNoise.Reaches(billed, customer.RevenueToday + (minIncrease * customer.Months))));
}
