using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the targets and the pay of measurement periods, for plans that are valid.</summary>
internal static class PeriodTerms
{
    /// <summary>Returns the target of a period; zero where the ramp asks for nothing, or the plan is not in
    /// force.</summary>
    public static decimal Target(
        CompPlan plan,
        PayComponent component,
        DateSpan period,
        DateSpan inForce,
        LocalDate hired)
    {
        if (period.Intersect(inForce) is not { } worked)
        {
            return 0m;
        }

        if (component.Measure.Kind == MeasureKind.Level)
        {
            return component.Target;
        }

        // The target is divided once, last, so that exactly nothing is left where nothing is asked for.
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

    /// <summary>Returns the pay of a component at the target of a period; zero where the plan is not in
    /// force.</summary>
    public static decimal TargetPay(CompPlan plan, PayComponent component, DateSpan period, DateSpan inForce)
    {
        decimal whole = plan.TargetVariable * component.Weight * ProrationCalculator.MonthsIn(period) / 12m;
        return ProrationCalculator.Prorate(whole, period, inForce, plan.DayCount);
    }

    /// <summary>Returns the pay that a ramp guarantees for a period; zero where the plan is not in force.</summary>
    public static decimal Guarantee(CompPlan plan, DateSpan period, DateSpan inForce, LocalDate hired)
    {
        if (period.Intersect(inForce) is not { } worked)
        {
            return 0m;
        }

        decimal guaranteed = 0m;
        for (int i = 0; i < plan.Ramp.Months.Count; i++)
        {
            if (plan.Ramp.Months[i].GuaranteedShare is > 0m and var share
                && worked.Intersect(MonthOfTenure(hired, i)) is { } ramping)
            {
                guaranteed += share * ProrationCalculator.DaysOf(period, ramping, plan.DayCount).Days;
            }
        }

        (_, decimal days) = ProrationCalculator.DaysOf(period, worked, plan.DayCount);
        decimal whole = plan.TargetVariable * ProrationCalculator.MonthsIn(period) / 12m;
        return guaranteed == days ? whole : whole * guaranteed / days;
    }

    /// <summary>Returns the terms of a period in which the plan is in force.</summary>
    public static ComponentTerms Terms(
        CompPlan plan,
        PayComponent component,
        DateSpan period,
        DateSpan inForce,
        LocalDate hired)
    {
        decimal target = Target(plan, component, period, inForce, hired);
        target = target > 0m ? target : Target(plan with { Ramp = default }, component, period, inForce, hired);
        return new ComponentTerms(
            target, TargetPay(plan, component, period, inForce), component.Curve, component.AmountCap);
    }

    /// <summary>Returns the terms of a whole year, without ramp.</summary>
    public static ComponentTerms OfYear(CompPlan plan, PayComponent component) => new(
        component.Target, plan.TargetVariable * component.Weight, component.Curve, YearCap(component));

    /// <summary>Returns the most that a component pays in the periods of a year, or null where it is not
    /// capped.</summary>
    public static decimal? YearCap(PayComponent component) => component.AmountCap * component.Period switch
    {
        MeasurementPeriod.Quarter => 4m,
        MeasurementPeriod.Month => 12m,
        _ => 1m,
    };

    private static DateSpan MonthOfTenure(LocalDate hired, int index) =>
        DateSpan.Between(hired.PlusMonths(index), hired.PlusMonths(index + 1));
}
