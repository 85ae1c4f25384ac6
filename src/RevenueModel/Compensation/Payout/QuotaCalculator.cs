using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>The target and the pay at target of a measurement period, for who is under a plan for a part of it or is still
/// ramping.</summary>
public static class QuotaCalculator
{
    /// <summary>The measurement period that a day lies in.</summary>
    /// <param name="plan">The plan, whose calendar says where fiscal years start.</param>
    /// <param name="component">The component.</param>
    /// <param name="date">The day.</param>
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
                int monthsIn = (date.Month - plan.Calendar.StartMonth + 12) % 12;
                return DateSpan.Months(new LocalDate(date.Year, date.Month, 1).PlusMonths(-monthsIn), 12);
        }
    }

    /// <summary>The target of a measurement period.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="component">One of its components.</param>
    /// <param name="period">The measurement period.</param>
    /// <param name="inForce">The days on which the plan is in force for the person.</param>
    /// <param name="hired">The first day of tenure, from which the ramp counts.</param>
    /// <returns>
    /// For a flow, the yearly target times the part of a year that the period is, times the sum over the months of tenure
    /// of their quota share and the part of the period that they are in force; for a level, the level. Zero where the
    /// plan is not in force in the period or the ramp asks for nothing.
    /// </returns>
    public static decimal Target(
        CompPlan plan,
        PayComponent component,
        DateSpan period,
        DateSpan inForce,
        LocalDate hired)
    {
        Guard.Against.Null(plan);
        Guard.Against.Null(component);
        if (period.Intersect(inForce) is not { } worked)
        {
            return 0m;
        }

        if (component.Measure.Kind == MeasureKind.Level)
        {
            return component.Target;
        }

        // Days are counted first and the target is divided once, last: where nothing is asked for, exactly nothing is left.
        (decimal asked, decimal days) = ProrationCalculator.DaysOf(period, worked, plan.DayCount);
        for (int i = 0; i < plan.Ramp.Months.Count; i++)
        {
            decimal missing = 1m - plan.Ramp.Months[i].QuotaShare;
            if (missing > 0m && worked.Intersect(MonthOfTenure(hired, i)) is { } ramping)
            {
                asked -= missing * ProrationCalculator.DaysOf(period, ramping, plan.DayCount).Days;
            }
        }

        decimal whole = component.Target * ProrationCalculator.MonthsIn(period) / 12m;
        return asked == days ? whole : whole * asked / days;
    }

    /// <summary>The pay of a component at the target of a measurement period.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="component">One of its components.</param>
    /// <param name="period">The measurement period.</param>
    /// <param name="inForce">The days on which the plan is in force for the person.</param>
    /// <returns><c>target variable × weight</c>, times the part of a year that the period is, times the part of it that the
    /// plan is in force. A ramp does not reduce it.</returns>
    public static decimal TargetPay(CompPlan plan, PayComponent component, DateSpan period, DateSpan inForce)
    {
        Guard.Against.Null(plan);
        Guard.Against.Null(component);
        decimal whole = plan.TargetVariable * component.Weight * ProrationCalculator.MonthsIn(period) / 12m;
        return ProrationCalculator.Prorate(whole, period, inForce, plan.DayCount);
    }

    /// <summary>The variable pay that a ramp guarantees for a span of days.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="span">The days, whole months.</param>
    /// <param name="inForce">The days on which the plan is in force for the person.</param>
    /// <param name="hired">The first day of tenure, from which the ramp counts.</param>
    /// <returns>The sum over the months of tenure of their guaranteed share of the target variable pay of the days; not
    /// rounded.</returns>
    public static decimal Guarantee(CompPlan plan, DateSpan span, DateSpan inForce, LocalDate hired)
    {
        Guard.Against.Null(plan);
        if (span.Intersect(inForce) is not { } worked)
        {
            return 0m;
        }

        decimal guaranteed = 0m;
        for (int i = 0; i < plan.Ramp.Months.Count; i++)
        {
            if (plan.Ramp.Months[i].GuaranteedShare is > 0m and var share
                && worked.Intersect(MonthOfTenure(hired, i)) is { } ramping)
            {
                guaranteed += share * ProrationCalculator.DaysOf(span, ramping, plan.DayCount).Days;
            }
        }

        (_, decimal days) = ProrationCalculator.DaysOf(span, worked, plan.DayCount);
        decimal whole = plan.TargetVariable * ProrationCalculator.MonthsIn(span) / 12m;
        return guaranteed == days ? whole : whole * guaranteed / days;
    }

    /// <summary>The terms of a component for a measurement period.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="component">One of its components.</param>
    /// <param name="period">The measurement period.</param>
    /// <param name="inForce">The days on which the plan is in force for the person.</param>
    /// <param name="hired">The first day of tenure, from which the ramp counts.</param>
    /// <remarks>A period of which the ramp asks for nothing has no attainment; its credits pay as they would without the ramp,
    /// so at the rate at quota to begin with.</remarks>
    /// <exception cref="ArgumentException">The plan is not in force in the period.</exception>
    public static ComponentTerms Terms(
        CompPlan plan,
        PayComponent component,
        DateSpan period,
        DateSpan inForce,
        LocalDate hired)
    {
        decimal target = Target(plan, component, period, inForce, hired);
        target = target > 0m ? target : Target(plan with { Ramp = default }, component, period, inForce, hired);
        return target > 0m
            ? new ComponentTerms(
                target, TargetPay(plan, component, period, inForce), component.Curve, component.AmountCap)
            : throw DomainGuards.OutOfRange(
                nameof(period), period, Invariant($"a measurement period in which the plan is in force, {inForce},"));
    }

    /// <summary>The terms of a component for a whole year, without ramp.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="component">One of its components.</param>
    /// <remarks>A component that is measured by quarter or month is taken by year, its amount cap that of a period times the
    /// periods of a year.</remarks>
    public static ComponentTerms YearTerms(CompPlan plan, PayComponent component)
    {
        Guard.Against.Null(plan);
        Guard.Against.Null(component);
        return new ComponentTerms(
            component.Target, plan.TargetVariable * component.Weight, component.Curve, YearCap(component));
    }

    /// <summary>The most that a component pays in the periods of a year, or null where it is not capped.</summary>
    internal static decimal? YearCap(PayComponent component) => component.AmountCap * component.Period switch
    {
        MeasurementPeriod.Quarter => 4m,
        MeasurementPeriod.Month => 12m,
        _ => 1m,
    };

    private static DateSpan MonthOfTenure(LocalDate hired, int index) =>
        DateSpan.Between(hired.PlusMonths(index), hired.PlusMonths(index + 1));
}
