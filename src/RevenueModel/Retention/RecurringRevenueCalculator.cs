using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Normalizes amounts of any interval to recurring revenue: ARR or MRR.</summary>
/// <remarks>
/// <c>ARR = amount × 12 / months</c>, or <c>amount × 52 / weeks</c>; <c>MRR = ARR / 12</c>. A quotient that ends is
/// kept in full. One that does not end is rounded once, by <see cref="RevenueRules.Rounding"/>, so that everything
/// computed from it afterwards is exact.
/// </remarks>
public static class RecurringRevenueCalculator
{
    /// <summary>Returns an amount as recurring revenue.</summary>
    /// <param name="amount">The amount of one interval, zero or more.</param>
    /// <param name="interval">The interval for which it is stated.</param>
    /// <param name="rules">The measure and the rounding. Default: ARR, cents.</param>
    /// <returns>The ARR or MRR.</returns>
    /// <exception cref="ArgumentException">The amount is negative, or the result exceeds the range of a
    /// decimal.</exception>
    /// <example><code>
    /// RevenueRules mrr = new() { Measure = RecurringMeasure.Mrr };
    /// decimal yearly = RecurringRevenueCalculator.Normalize(2_000m, RecurringInterval.Annual, mrr);
    /// decimal weekly = RecurringRevenueCalculator.Normalize(30m, RecurringInterval.Weekly, mrr);
    /// Console.WriteLine($"{yearly}, {weekly}"); // 166.67, 130
    /// Console.WriteLine(RecurringRevenueCalculator.Normalize(90_000m, RecurringInterval.Years(3))); // 30000
    /// </code></example>
    public static decimal Normalize(decimal amount, RecurringInterval interval, RevenueRules? rules = null)
    {
        Guard.Against.BelowZero(amount);
        try
        {
            return RevenueNormalization.Normalize(amount, interval, rules ?? RevenueRules.Default, 1, 1);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"Amount {amount}"), nameof(amount), overflow);
        }
    }

    /// <summary>Returns the recurring revenue of a subscription on a day.</summary>
    /// <param name="subscription">The subscription.</param>
    /// <param name="day">The day; outside the term the revenue is zero.</param>
    /// <param name="rules">The rules. Default: those of <see cref="RevenueRules.Default"/>.</param>
    /// <returns>The ARR or MRR, after the discounts that the rules deduct.</returns>
    /// <exception cref="ArgumentException">The discounts exceed the amount, a free period is spread over a term
    /// without an end, or the result exceeds the range of a decimal.</exception>
    public static decimal Amount(Subscription subscription, LocalDate day, RevenueRules? rules = null) =>
        RevenueNormalization.AmountOn(
            Guard.Against.Null(subscription), day, rules ?? RevenueRules.Default, nameof(subscription));
}
