using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the target and the pay at target of a measurement period, prorated for partial periods and
/// reduced by ramps.</summary>
public static class QuotaCalculator
{
    /// <summary>Returns the measurement period that includes a day.</summary>
    /// <param name="plan">The plan, whose calendar defines the fiscal year.</param>
    /// <param name="component">The component.</param>
    /// <param name="date">The day.</param>
    /// <returns>The fiscal year, fiscal quarter or month.</returns>
    /// <exception cref="ArgumentNullException">The plan or the component is null.</exception>
    /// <example><code>
    /// var component = new PayComponent
    /// {
    ///     Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m), Period = MeasurementPeriod.Quarter,
    /// };
    /// var plan = new CompPlan { Role = "Account Executive", OnTargetEarnings = 120_000m, Components = [component] };
    /// DateSpan period = QuotaCalculator.PeriodOf(plan, component, new LocalDate(2027, 5, 12));
    /// Console.WriteLine(period); // [2027-04-01, 2027-07-01)
    /// </code></example>
    public static DateSpan PeriodOf(CompPlan plan, PayComponent component, LocalDate date)
    {
        Guard.Against.Null(plan);
        switch (Guard.Against.Null(component).Period)
        {
            case MeasurementPeriod.Month:
                return DateSpan.Of(date.ToYearMonth());
            case MeasurementPeriod.Quarter:
                return DateSpan.Of(plan.Calendar.QuarterOf(date), plan.Calendar);
            default:
                return YearOf(plan, date);
        }
    }

    /// <summary>Returns the fiscal year that includes a day.</summary>
    internal static DateSpan YearOf(CompPlan plan, LocalDate date)
    {
        int monthsIn = (date.Month - plan.Calendar.StartMonth + 12) % 12;
        return DateSpan.Months(new LocalDate(date.Year, date.Month, 1).PlusMonths(-monthsIn), 12);
    }

    /// <summary>Returns the target of a measurement period.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="component">A component of the plan.</param>
    /// <param name="period">The measurement period; whole months.</param>
    /// <param name="inForce">The days on which the plan is in force for the person; at least one is in the
    /// period.</param>
    /// <param name="hired">The first day of tenure, from which the months of the ramp count.</param>
    /// <returns>
    /// For a flow: the yearly target, times the period as a fraction of a year, times the sum over the months of
    /// tenure of their quota share times the fraction of the period that they cover. For a level: the level. Zero if
    /// the ramp leaves no quota in the period.
    /// </returns>
    /// <exception cref="ArgumentException">The plan is not valid or not in force in the period, the period is not
    /// whole months, or the target exceeds the range of a decimal.</exception>
    public static decimal Target(
        CompPlan plan,
        PayComponent component,
        DateSpan period,
        DateSpan inForce,
        LocalDate hired)
    {
        Require(plan, component);
        RequireInForce(period, inForce);
        try
        {
            return PeriodTerms.Target(new QuotaSpan(plan, component, inForce), period, hired);
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(plan, component, overflow);
        }
    }

    /// <summary>Returns the pay of a component at the target of a measurement period.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="component">A component of the plan.</param>
    /// <param name="period">The measurement period; whole months.</param>
    /// <param name="inForce">The days on which the plan is in force for the person; at least one is in the
    /// period.</param>
    /// <returns><c>target variable × weight</c>, times the period as a fraction of a year, times the fraction of the
    /// period in which the plan is in force. A ramp does not reduce it.</returns>
    /// <exception cref="ArgumentException">The plan is not valid or not in force in the period, the period is not
    /// whole months, or the pay exceeds the range of a decimal.</exception>
    public static decimal TargetPay(CompPlan plan, PayComponent component, DateSpan period, DateSpan inForce)
    {
        Require(plan, component);
        RequireInForce(period, inForce);
        try
        {
            return PeriodTerms.TargetPay(new QuotaSpan(plan, component, inForce), period);
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(plan, component, overflow);
        }
    }

    /// <summary>Returns the variable pay that a ramp guarantees for a period.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="period">The period; whole months.</param>
    /// <param name="inForce">The days on which the plan is in force for the person.</param>
    /// <param name="hired">The first day of tenure, from which the months of the ramp count.</param>
    /// <returns>The sum over the months of tenure of their guaranteed share times the target variable pay of their
    /// days in the period, not rounded. Zero if the ramp guarantees nothing in the period, or the plan is not in force
    /// in it.</returns>
    /// <exception cref="ArgumentException">The plan is not valid, the period is not whole months, or the pay exceeds
    /// the range of a decimal.</exception>
    public static decimal Guarantee(CompPlan plan, DateSpan period, DateSpan inForce, LocalDate hired)
    {
        Guard.Against.Null(plan).RequireValid(nameof(plan));
        try
        {
            return PeriodTerms.Guarantee(plan, period, inForce, hired);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"Plan \"{plan.Role}\""), nameof(plan), overflow);
        }
    }

    /// <summary>Returns the terms of a component for a measurement period.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="component">A component of the plan.</param>
    /// <param name="period">The measurement period; whole months.</param>
    /// <param name="inForce">The days on which the plan is in force for the person; at least one is in the
    /// period.</param>
    /// <param name="hired">The first day of tenure, from which the months of the ramp count.</param>
    /// <returns>The terms: target and pay of the period, with the curve and cap of the component.</returns>
    /// <remarks>A period in which the ramp leaves no quota has no attainment. Its credits are paid as without the
    /// ramp, starting at the rate at quota.</remarks>
    /// <exception cref="ArgumentException">The plan is not valid or not in force in the period, the period is not
    /// whole months, or the pay exceeds the range of a decimal.</exception>
    public static ComponentTerms Terms(
        CompPlan plan,
        PayComponent component,
        DateSpan period,
        DateSpan inForce,
        LocalDate hired)
    {
        Require(plan, component);
        RequireInForce(period, inForce);
        try
        {
            return PeriodTerms.Terms(new QuotaSpan(plan, component, inForce), [], period, hired);
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(plan, component, overflow);
        }
    }

    /// <summary>Returns the terms of a component for a whole year, without ramp.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="component">A component of the plan.</param>
    /// <returns>The terms: target and pay of the year, with the curve and cap of the component.</returns>
    /// <remarks>A component measured by quarter or month is evaluated for the year, and its amount cap is multiplied
    /// by the number of periods in a year.</remarks>
    /// <exception cref="ArgumentException">The plan is not valid, or the pay exceeds the range of a
    /// decimal.</exception>
    public static ComponentTerms YearTerms(CompPlan plan, PayComponent component)
    {
        Require(plan, component);
        if (component.Rates is not null)
        {
            return new ComponentTerms(
                component.Rates, PeriodTerms.YearCap(component), component.Target?.PerYearAmount);
        }

        try
        {
            return PeriodTerms.OfYear(plan, component);
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(plan, component, overflow);
        }
    }

    private static void Require(CompPlan plan, PayComponent component)
    {
        Guard.Against.Null(plan).RequireValid(nameof(plan));
        Guard.Against.Null(component);
    }

    private static void RequireInForce(DateSpan period, DateSpan inForce)
    {
        if (!period.Overlaps(inForce))
        {
            throw DomainGuards.OutOfRange(
                nameof(period), period, Invariant($"a measurement period in which the plan is in force, {inForce},"));
        }
    }

    private static ArgumentException TooLarge(CompPlan plan, PayComponent component, OverflowException overflow) =>
        DomainGuards.Overflow(
            Invariant($"Component \"{component.Measure.Name}\" of plan \"{plan.Role}\""), nameof(component), overflow);
}
