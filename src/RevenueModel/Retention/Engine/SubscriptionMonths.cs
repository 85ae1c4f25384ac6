using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Adds the months of a subscription to a history: a month counts if the subscription is active on its last
/// day.</summary>
internal static class SubscriptionMonths
{
    private const int DaysOfLongestMonth = 32;

    /// <summary>Adds a subscription.</summary>
    /// <param name="builder">The history.</param>
    /// <param name="subscription">The subscription.</param>
    /// <param name="last">The number of the as-of month.</param>
    /// <param name="rules">The rules of normalization.</param>
    /// <param name="name">The parameter of the caller that holds the subscription.</param>
    public static void Add(
        HistoryBuilder builder, Subscription subscription, int last, RevenueRules rules, string name)
    {
        LocalDate first = subscription.Term.Start;
        int start = MonthIndex.Of(first);
        if (start > last)
        {
            builder.Uncounted++; // nothing after the as-of month is known, also no segment
            return;
        }

        int end = RevenueNormalization.EndOf(subscription, rules) is { } day ? MonthIndex.Of(day) : int.MaxValue;
        if (end <= start)
        {
            builder.Uncounted++;
            end = start;
        }

        int date = (start * DaysOfLongestMonth) + first.Day;
        int unit = builder.UnitOf(
            subscription.Account, subscription.Product, subscription.Site, subscription.Segment, date);
        try
        {
            if (!subscription.Varies)
            {
                if (end > start)
                {
                    builder.Add(
                        unit,
                        start,
                        end,
                        RevenueNormalization.AmountOn(subscription, LastDay(start), rules, name));
                }

                return;
            }

            for (int month = start; month < Math.Min(end, last + 1); month++)
            {
                decimal amount = RevenueNormalization.AmountOn(subscription, LastDay(month), rules, name);
                if (amount != 0m)
                {
                    builder.Add(unit, month, month + 1, amount);
                }
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(subscription.Name, name, overflow);
        }
    }

    private static LocalDate LastDay(int month) =>
        MonthIndex.ToMonth(month).OnDayOfMonth(1).With(DateAdjusters.EndOfMonth);
}
