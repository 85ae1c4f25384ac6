using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Computes the credit of the old base fee and the charge of the new one when a plan changes within a
/// period.</summary>
/// <remarks>Use it to quote a change before it is made. Invoices include the change without it:
/// <see cref="BillingAccount.ChangePlan"/>.</remarks>
public static class PricePlanChangeCalculator
{
    /// <summary>Returns the credit and the charge of a change from one fee to another.</summary>
    /// <param name="oldFee">The fee that was charged for the whole period, after discounts, zero or more.</param>
    /// <param name="newFee">The fee of a whole period from the change on, after discounts, zero or more.</param>
    /// <param name="period">The period, with an end. A day count of thirty-day months needs whole months.</param>
    /// <param name="on">The first day under the new fee, in the period.</param>
    /// <param name="currency">The currency, to whose minor unit each part is rounded.</param>
    /// <param name="dayCount">The day count: actual days (default), or thirty-day months.</param>
    /// <param name="convention">The treatment of the fee. Default: prorated by days.</param>
    /// <returns>The credit and the charge.</returns>
    /// <exception cref="ArgumentException">A fee is negative or too large to be prorated, the period is open, or the
    /// day is not in it.</exception>
    /// <remarks>
    /// By days: <c>-old × days / days of the period</c> and <c>new × days / days of the period</c>, each rounded.
    /// Full difference: <c>-old</c> and <c>new</c>. From the next period: zero and zero. No refund: by days if the new
    /// fee is at least the old one, otherwise zero and zero.
    /// </remarks>
    /// <example><code>
    /// DateSpan january = DateSpan.Of(new YearMonth(2027, 1));
    /// FeeChange change = PricePlanChangeCalculator.Change(
    ///     oldFee: 10m, newFee: 20m, january, on: new LocalDate(2027, 1, 15), Currency.Usd);
    /// Console.WriteLine(change); // -5.48 + 10.97 = 5.49 USD for 17 of 31 days
    /// </code></example>
    public static FeeChange Change(
        decimal oldFee,
        decimal newFee,
        DateSpan period,
        LocalDate on,
        Currency currency,
        DayCount dayCount = DayCount.ActualActual,
        PlanChangeConvention convention = PlanChangeConvention.ProratedByDays)
    {
        Guard.Against.BelowZero(oldFee);
        Guard.Against.BelowZero(newFee);
        return Change((oldFee, nameof(oldFee)), (newFee, nameof(newFee)), period, on, currency, dayCount, convention);
    }

    /// <summary>Returns the credit and the charge of a change between the base fees of two plans, each after the
    /// discounts of its plan, by the day count of the new plan.</summary>
    /// <param name="oldPlan">The plan whose base fee was charged for the whole period.</param>
    /// <param name="newPlan">The plan from the change on.</param>
    /// <param name="period">The period, with an end. A day count of thirty-day months needs whole months.</param>
    /// <param name="on">The first day under the new plan, in the period.</param>
    /// <param name="currency">The currency, to whose minor unit each part is rounded.</param>
    /// <param name="convention">The treatment of the fee. Default: prorated by days.</param>
    /// <returns>The credit and the charge.</returns>
    /// <exception cref="ArgumentException">A plan contradicts itself (<see cref="PricePlan.Validate"/>) or its fee is
    /// too large to be prorated, the period is open, or the day is not in it.</exception>
    /// <remarks>A fee after discounts is <c>(base fee - amount discount) × (1 - percent discount)</c>, at least
    /// zero.</remarks>
    public static FeeChange Change(
        PricePlan oldPlan,
        PricePlan newPlan,
        DateSpan period,
        LocalDate on,
        Currency currency,
        PlanChangeConvention convention = PlanChangeConvention.ProratedByDays)
    {
        _ = Guard.Against.Null(oldPlan).Validated(nameof(oldPlan));
        _ = Guard.Against.Null(newPlan).Validated(nameof(newPlan));
        return Change(
            (FeeOf(oldPlan), nameof(oldPlan)),
            (FeeOf(newPlan), nameof(newPlan)),
            period,
            on,
            currency,
            newPlan.DayCount,
            convention);
    }

    private static decimal FeeOf(PricePlan plan) =>
        Math.Max(plan.BaseFee - plan.AmountDiscount, 0m) * (1m - plan.PercentDiscount);

    private static FeeChange Change(
        (decimal Amount, string Name) oldFee,
        (decimal Amount, string Name) newFee,
        DateSpan period,
        LocalDate on,
        Currency currency,
        DayCount dayCount,
        PlanChangeConvention convention)
    {
        Guard.Against.FixedYear(dayCount);
        Guard.Against.Undefined(convention);
        RoundingPolicy rounding = Guard.Against.Null(currency).Rounding;
        if (period.End is not { } end)
        {
            throw DomainGuards.OutOfRange(nameof(period), period, "a span with an end");
        }

        if (dayCount == DayCount.Thirty360)
        {
            _ = ProrationCalculator.MonthsIn(period);
        }

        if (!period.Contains(on))
        {
            throw DomainGuards.OutOfRange(
                nameof(on), Invariant($"{on:R}"), Invariant($"a day in the period {period}"));
        }

        (decimal days, decimal whole) = ProrationCalculator.DaysWithin(period, DateSpan.Between(on, end), dayCount);
        bool stands = convention == PlanChangeConvention.FromNextPeriod
            || (convention == PlanChangeConvention.NoRefund && newFee.Amount < oldFee.Amount);
        if (stands)
        {
            return new FeeChange(currency, 0m, 0m, days, whole);
        }

        bool isWhole = convention == PlanChangeConvention.FullDifference;
        return new FeeChange(
            currency,
            -Part(oldFee.Amount, oldFee.Name),
            Part(newFee.Amount, newFee.Name),
            isWhole ? whole : days,
            whole);

        decimal Part(decimal fee, string name)
        {
            try
            {
                return rounding.RoundWithoutNoise(isWhole ? fee : fee * days / whole);
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(Invariant($"A fee of {fee} for {days} of {whole} days"), name, overflow);
            }
        }
    }
}
