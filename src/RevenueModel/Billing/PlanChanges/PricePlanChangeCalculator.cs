using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Computes changes of plan within a period: the rest of the old fee is credited and the rest of the new one
/// charged.</summary>
public static class PricePlanChangeCalculator
{
    /// <summary>Returns the credit and the charge of a change from one fee to another.</summary>
    /// <param name="oldFee">The fee that was billed for the whole period, zero or more.</param>
    /// <param name="newFee">The fee of a whole period from now on, zero or more.</param>
    /// <param name="period">The period, of whole months, its end exclusive.</param>
    /// <param name="on">The first day under the new fee, in the period.</param>
    /// <param name="currency">The currency, to whose minor unit each part is rounded.</param>
    /// <param name="dayCount">How days are counted: actual days (default), or months of thirty.</param>
    /// <returns>The credit and the charge.</returns>
    /// <exception cref="ArgumentException">A fee is negative or too large to be prorated, the period is not whole
    /// months, or the day is not in it.</exception>
    /// <remarks><c>-old × days / days of the period</c> and <c>new × days / days of the period</c>, rounded each.</remarks>
    public static PricePlanChange Change(
        decimal oldFee,
        decimal newFee,
        DateSpan period,
        LocalDate on,
        Currency currency,
        DayCount dayCount = DayCount.ActualActual)
    {
        Guard.Against.BelowZero(oldFee);
        Guard.Against.BelowZero(newFee);
        return Change((oldFee, nameof(oldFee)), (newFee, nameof(newFee)), period, on, currency, dayCount);
    }

    /// <summary>Returns the credit and the charge of a change from one plan's base fee to another's, by the day count
    /// of the new plan.</summary>
    /// <param name="oldPlan">The plan whose base fee was billed for the whole period.</param>
    /// <param name="newPlan">The plan from now on.</param>
    /// <param name="period">The period, of whole months, its end exclusive.</param>
    /// <param name="on">The first day under the new plan, in the period.</param>
    /// <param name="currency">The currency, to whose minor unit each part is rounded.</param>
    /// <returns>The credit and the charge.</returns>
    /// <exception cref="ArgumentException">A plan contradicts itself (<see cref="PricePlan.Validate"/>) or its fee is
    /// too large to be prorated, the period is not whole months, or the day is not in it.</exception>
    public static PricePlanChange Change(PricePlan oldPlan, PricePlan newPlan, DateSpan period, LocalDate on, Currency currency)
    {
        _ = Guard.Against.Null(oldPlan).Validated(nameof(oldPlan));
        _ = Guard.Against.Null(newPlan).Validated(nameof(newPlan));
        return Change(
            (oldPlan.BaseFee, nameof(oldPlan)), (newPlan.BaseFee, nameof(newPlan)), period, on, currency, newPlan.DayCount);
    }

    private static PricePlanChange Change(
        (decimal Amount, string Name) oldFee,
        (decimal Amount, string Name) newFee,
        DateSpan period,
        LocalDate on,
        Currency currency,
        DayCount dayCount)
    {
        Guard.Against.FixedYear(dayCount);
        RoundingPolicy rounding = Guard.Against.Null(currency).Rounding;
        _ = ProrationCalculator.MonthsIn(period);
        if (!period.Contains(on))
        {
            throw DomainGuards.OutOfRange(nameof(on), Invariant($"{on:R}"), Invariant($"a day in the period {period}"));
        }

        (decimal days, decimal whole) = ProrationCalculator.DaysOf(period, DateSpan.Between(on, period.End!.Value), dayCount);
        decimal credit = -Part(oldFee.Amount, oldFee.Name);
        return new PricePlanChange(currency, credit, Part(newFee.Amount, newFee.Name), days, whole);

        decimal Part(decimal fee, string name)
        {
            try
            {
                return rounding.RoundWithoutNoise(fee * days / whole);
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow(Invariant($"A fee of {fee} for {days} of {whole} days"), name, overflow);
            }
        }
    }
}
