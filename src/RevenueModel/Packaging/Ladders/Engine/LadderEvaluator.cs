using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Tries a ladder on usage, month by month.</summary>
internal static class LadderEvaluator
{
    /// <summary>What the ladder comes to.</summary>
    public static LadderEvaluation Fit(TierLadder ladder, in CustomerUsageTable book)
    {
        var tiers = new TierEvaluation[ladder.Tiers.Count];
        decimal revenue = 0m;
        decimal changes = 0m;
        int first = 0;
        for (int tier = 0; tier < tiers.Length; tier++)
        {
            int end = first;
            while (end < book.Customers.Length && ladder.Tiers[tier].Includes(book.Customers[end].Level))
            {
                end++; // customers stand in the order of their levels
            }

            tiers[tier] = Fit(ladder, tier, book, book.Customers[first..end], out long crossings);
            revenue += tiers[tier].Revenue;
            changes += tier < tiers.Length - 1 ? crossings * (ladder.Tiers[tier + 1].Fee - ladder.Tiers[tier].Fee) : 0m;
            first = end;
        }

        return new LadderEvaluation
        {
            Ladder = ladder,
            Tiers = ValueList.Own(tiers),
            BillsToday = book.BillsToday,
            Bills = book.BillsOf(changes, revenue),
        };
    }

    private static TierEvaluation Fit(
        TierLadder ladder,
        int tier,
        in CustomerUsageTable book,
        ReadOnlySpan<CustomerUsage> customers,
        out long crossings)
    {
        LadderTier own = ladder.Tiers[tier];
        decimal next = tier < ladder.Tiers.Count - 1 ? ladder.Tiers[tier + 1].Fee : own.Fee;
        int months = 0;
        int monthsAbove = 0;
        int tripled = 0;
        decimal today = 0m;
        crossings = 0;
        foreach (CustomerUsage customer in customers)
        {
            int above = 0;
            bool isAboveBefore = false;
            ReadOnlySpan<decimal> usage = book.MonthsOf(customer);
            for (int month = 0; month < usage.Length; month++)
            {
                bool isAbove = !own.Includes(usage[month]);
                above += isAbove ? 1 : 0;
                crossings += month > 0 && isAbove != isAboveBefore ? 1 : 0;
                isAboveBefore = isAbove;
            }

            decimal pays = (own.Fee * (usage.Length - above)) + (next * above);
            tripled += pays > 0m && DivisionNoise.Reaches(pays, BillShockRule.PublishedMultiple * customer.Today) ? 1 : 0;
            months += usage.Length;
            monthsAbove += above;
            today += customer.Today;
        }

        return new TierEvaluation
        {
            Tier = own,
            CustomerCount = customers.Length,
            TripledCustomerCount = tripled,
            Months = months,
            MonthsAbove = monthsAbove,
            RevenueToday = today,
            Revenue = (own.Fee * (months - monthsAbove)) + (next * monthsAbove),
        };
    }
}
