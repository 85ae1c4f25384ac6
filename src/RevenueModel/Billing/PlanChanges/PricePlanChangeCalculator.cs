using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Changes of plan within a period: the rest of the old fee is given back and the rest of the new one
/// charged.</summary>
public static class PricePlanChangeCalculator
{
    /// <summary>What a change from one fee to another brings.</summary>
    /// <param name="oldFee">The fee that was billed for the whole period, zero or more.</param>
    /// <param name="newFee">The fee of a whole period from now on, zero or more.</param>
    /// <param name="period">The period, of whole months, its end exclusive.</param>
    /// <param name="on">The first day under the new fee, in the period.</param>
    /// <param name="currency">The currency, to whose minor unit each part is rounded.</param>
    /// <param name="dayCount">How days are counted: actual days (default), or months of thirty.</param>
    /// <exception cref="ArgumentException">A fee is negative, the period is not whole months, or the day is not in
    /// it.</exception>
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
        Guard.Against.FixedYear(dayCount);
        RoundingPolicy rounding = Guard.Against.Null(currency).Rounding;
        _ = ProrationCalculator.MonthsIn(period);
        if (!period.Contains(on))
        {
            throw DomainGuards.OutOfRange(nameof(on), Invariant($"{on:R}"), Invariant($"a day in the period {period}"));
        }

        (decimal days, decimal whole) = ProrationCalculator.DaysOf(period, DateSpan.Between(on, period.End!.Value), dayCount);
        decimal credit = -rounding.RoundWithoutNoise(oldFee * days / whole);
        return new PricePlanChange(currency, credit, rounding.RoundWithoutNoise(newFee * days / whole), days, whole);
    }

    /// <summary>What a change from one plan to another brings, for their base fees; by the day count of the new plan.</summary>
    /// <param name="oldPlan">The plan whose base fee was billed for the whole period.</param>
    /// <param name="newPlan">The plan from now on.</param>
    /// <param name="period">The period, of whole months, its end exclusive.</param>
    /// <param name="on">The first day under the new plan, in the period.</param>
    /// <param name="currency">The currency, to whose minor unit each part is rounded.</param>
    /// <exception cref="ArgumentException">The period is not whole months, or the day is not in it.</exception>
    public static PricePlanChange Change(PricePlan oldPlan, PricePlan newPlan, DateSpan period, LocalDate on, Currency currency)
    {
        Guard.Against.Null(oldPlan);
        Guard.Against.Null(newPlan);
        return Change(oldPlan.BaseFee, newPlan.BaseFee, period, on, currency, newPlan.DayCount);
    }
}
