using System.Numerics;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Normalizes amounts and applies the rules of discounts, free periods, pauses and notice.</summary>
internal static class RevenueNormalization
{
    private const int MonthsPerYear = 12;

    /// <summary>Returns <c>amount × units per year × numerator / (count × denominator)</c>, a twelfth of it for
    /// MRR, rounded if the quotient does not end.</summary>
    public static decimal Normalize(
        decimal amount, RecurringInterval interval, RevenueRules rules, int numerator, int denominator)
    {
        long up = (long)interval.UnitsPerYear * numerator;
        long down = (long)interval.Count * denominator
            * (rules.Measure == RecurringMeasure.Mrr ? MonthsPerYear : 1);
        long common = (long)BigInteger.GreatestCommonDivisor(up, down);
        up /= common;
        down /= common;
        decimal product = amount * up;
        if (down == 1)
        {
            return product;
        }

        decimal quotient = product / down;
        return Ends(product, down) ? quotient : rules.Rounding.Round(quotient);
    }

    /// <summary>Returns the recurring revenue of a subscription on a day.</summary>
    public static decimal AmountOn(Subscription subscription, LocalDate day, RevenueRules rules, string name)
    {
        if (day < subscription.Term.Start
            || EndOf(subscription, rules) <= day
            || (rules.Pauses == PauseTreatment.Removed && Covers(subscription.Pauses, day))
            || (rules.FreePeriods == FreePeriodTreatment.FromFirstPaidDay && day < FirstPaidDay(subscription)))
        {
            return 0m;
        }

        (int paid, int days) = PaidShare(subscription, rules, name);
        try
        {
            return Normalize(Net(subscription, day, rules, name), subscription.Interval, rules, paid, days);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(subscription.Name, name, overflow);
        }
    }

    /// <summary>Returns the first day on which a subscription does not count, or null if it is open.</summary>
    public static LocalDate? EndOf(Subscription subscription, RevenueRules rules) =>
        rules.ChurnDate == ChurnDate.NoticeGiven
            && subscription.NoticeGiven is { } notice
            && !(subscription.Term.End < notice)
            ? LocalDate.Max(notice, subscription.Term.Start)
            : subscription.Term.End;

    // A decimal quotient ends if the divisor without the factors that it shares with the digits has no prime factor
    // except 2 and 5.
    private static bool Ends(decimal product, long divisor)
    {
        divisor /= (long)BigInteger.GreatestCommonDivisor((BigInteger)FixedPoint.Mantissa(product), divisor);
        while (divisor % 2 == 0)
        {
            divisor /= 2;
        }

        while (divisor % 5 == 0)
        {
            divisor /= 5;
        }

        return divisor == 1;
    }

    private static decimal Net(Subscription subscription, LocalDate day, RevenueRules rules, string name)
    {
        decimal net = subscription.Amount;
        if (rules.Discounts == DiscountTreatment.Ignored || subscription.Discounts.IsEmpty)
        {
            return net;
        }

        decimal off = 0m;
        foreach (SubscriptionDiscount discount in subscription.Discounts)
        {
            bool counts = rules.Discounts == DiscountTreatment.WhileApplied
                ? discount.Span.Contains(day)
                : discount.Span.Contains(subscription.Term);
            net *= counts ? 1m - discount.PercentOff : 1m;
            off += counts ? discount.AmountOff : 0m;
        }

        return off <= net
            ? net - off
            : throw new ArgumentException(
                Invariant($"{subscription.Name} has discounts of {off} on {day:R}; at most {net} is expected."), name);
    }

    private static (int Paid, int Days) PaidShare(Subscription subscription, RevenueRules rules, string name)
    {
        if (rules.FreePeriods != FreePeriodTreatment.Spread || subscription.FreePeriods.IsEmpty)
        {
            return (1, 1);
        }

        int days = subscription.Term.Days ?? throw new ArgumentException(
            subscription.Name + " has a free period and no end; a term with an end is expected to spread it.", name);
        int free = 0;
        for (int i = 0; i < days; i++)
        {
            free += Covers(subscription.FreePeriods, subscription.Term.Start.PlusDays(i)) ? 1 : 0;
        }

        return (days - free, days);
    }

    private static LocalDate FirstPaidDay(Subscription subscription)
    {
        LocalDate day = subscription.Term.Start;
        bool isFree = true;
        while (isFree)
        {
            isFree = false;
            foreach (DateSpan span in subscription.FreePeriods)
            {
                if (span.Contains(day))
                {
                    if (span.End is not { } end)
                    {
                        return LocalDate.MaxIsoValue;
                    }

                    day = end;
                    isFree = true;
                }
            }
        }

        return day;
    }

    private static bool Covers(ValueList<DateSpan> spans, LocalDate day)
    {
        foreach (DateSpan span in spans)
        {
            if (span.Contains(day))
            {
                return true;
            }
        }

        return false;
    }
}
