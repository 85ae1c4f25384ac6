using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the targets and the pay of measurement periods, for plans that are valid.</summary>
internal static class PeriodTerms
{
    /// <summary>Returns the target of a period; zero if the ramp or an absence leaves no quota, or the plan is not in
    /// force.</summary>
    public static decimal Target(in QuotaSpan span, DateSpan period, LocalDate hired)
    {
        if (span.Target is not { } target || period.Intersect(span.Days) is not { } worked)
        {
            return 0m;
        }

        if (target.Basis == TargetBasis.Level)
        {
            return target.Amount;
        }

        if (!target.Shares.IsEmpty)
        {
            return Seasonal(in span, period, hired);
        }

        // The target is divided once, at the end, so that the result is exactly zero if no quota is due.
        (decimal due, decimal days) = Due(in span, period, worked, hired);
        decimal whole = target.PerYearAmount * ProrationCalculator.MonthsIn(period) / 12m;
        return due == days ? whole : whole * due / days;
    }

    /// <summary>Returns the pay of a component at the target of a period; zero if the plan is not in force.</summary>
    public static decimal TargetPay(in QuotaSpan span, DateSpan period)
    {
        decimal whole = span.Plan.TargetVariable.GetValueOrDefault() * span.Component.Weight
            * ProrationCalculator.MonthsIn(period) / 12m;
        if (span.Component.Rates is not null || period.Intersect(span.Days) is not { } worked)
        {
            return 0m;
        }

        (decimal paid, decimal days) = ProrationCalculator.DaysOf(period, worked, span.Plan.DayCount);
        foreach (Absence absence in span.Absences)
        {
            if (absence.Quota == AbsenceQuota.ReducedWithPay && absence.Days.Intersect(worked) is { } away)
            {
                paid -= ProrationCalculator.DaysOf(period, away, span.Plan.DayCount).Days;
            }
        }

        return paid == days ? whole : whole * paid / days;
    }

    /// <summary>Returns the pay that a ramp guarantees for a span of days; zero if the plan is not in force.</summary>
    public static decimal Guarantee(CompPlan plan, DateSpan period, DateSpan inForce, LocalDate hired)
    {
        decimal guaranteed = 0m;
        if (plan.Ramp.Months.IsEmpty || period.Intersect(inForce) is not { } worked)
        {
            return guaranteed;
        }

        foreach (PayMonth month in PayMonth.Of(period))
        {
            decimal share = 0m;
            decimal days = 1m;
            for (int i = 0; i < plan.Ramp.Months.Count; i++)
            {
                if (plan.Ramp.Months[i].GuaranteedShare is > 0m and var part
                    && worked.Intersect(MonthOfTenure(hired, i)) is { } ramping)
                {
                    (decimal of, decimal whole) = month.DaysOf(ramping, plan.DayCount);
                    share += part * of;
                    days = of > 0m ? whole : days;
                }
            }

            decimal yearly = plan.TargetVariable.GetValueOrDefault();
            guaranteed += share == days ? yearly / 12m : yearly * share / (12m * days);
        }

        return guaranteed;
    }

    /// <summary>Returns the terms of a period in which the plan is in force.</summary>
    /// <param name="own">The plan and component that pay the credit.</param>
    /// <param name="blended">All plans with a blended quota; empty if the quota of the plan is not blended.</param>
    /// <param name="period">The measurement period.</param>
    /// <param name="hired">The first day of tenure.</param>
    public static ComponentTerms Terms(
        in QuotaSpan own, ReadOnlySpan<QuotaSpan> blended, DateSpan period, LocalDate hired)
    {
        if (own.Component.Rates is { } rates)
        {
            decimal quota = own.Target is null ? 0m : Quota(in own, blended, period, hired).Target;
            return new ComponentTerms(rates, own.Component.AmountCap, quota > 0m ? quota : null);
        }

        (decimal target, decimal pay) = Quota(in own, blended, period, hired);
        ReadOnlySpan<QuotaSpan> spans = blended.IsEmpty ? [own] : blended;
        if (target == 0m)
        {
            // The rate without ramps and absences.
            pay = 0m;
            foreach (ref readonly QuotaSpan span in spans)
            {
                QuotaSpan whole = span with { Plan = span.Plan with { Ramp = default }, Absences = [] };
                target += Target(in whole, period, hired);
                pay += TargetPay(in whole, period);
            }
        }

        if (target == 0m)
        {
            // A season without quota, or days outside all plans: the rate of the year.
            decimal months = ProrationCalculator.MonthsIn(period);
            target = own.Target!.PerYearAmount * months / 12m;
            pay = own.Plan.TargetVariable.GetValueOrDefault() * own.Component.Weight * months / 12m;
        }

        return new ComponentTerms(target, pay, own.Component.Curve, own.Component.AmountCap);
    }

    /// <summary>Returns the target of a period, zero if ramps and absences leave none, and the pay at
    /// target.</summary>
    /// <inheritdoc cref="Terms"/>
    public static (decimal Target, decimal TargetPay) Quota(
        in QuotaSpan own, ReadOnlySpan<QuotaSpan> blended, DateSpan period, LocalDate hired)
    {
        ReadOnlySpan<QuotaSpan> spans = blended.IsEmpty ? [own] : blended;
        decimal target = 0m;
        decimal pay = 0m;
        foreach (ref readonly QuotaSpan span in spans)
        {
            target += Target(in span, period, hired);
            pay += TargetPay(in span, period);
        }

        return (own.Target is { Basis: TargetBasis.Level } level ? level.Amount : target, pay);
    }

    /// <summary>Returns the terms of a whole year, without ramp.</summary>
    public static ComponentTerms OfYear(CompPlan plan, PayComponent component) => new(
        component.Target!.PerYearAmount,
        plan.TargetVariable.GetValueOrDefault() * component.Weight,
        component.Curve,
        YearCap(component));

    /// <summary>Returns the maximum pay of a component in the periods of a year, or null if it is not
    /// capped.</summary>
    public static decimal? YearCap(PayComponent component) => component.AmountCap * component.Period switch
    {
        MeasurementPeriod.Quarter => 4m,
        MeasurementPeriod.Month => 12m,
        _ => 1m,
    };

    private static decimal Seasonal(in QuotaSpan span, DateSpan period, LocalDate hired)
    {
        PayTarget target = span.Target!;
        int monthsPerShare = 12 / target.Shares.Count;
        decimal sum = 0m;
        for (LocalDate start = period.Start; start < period.End; start = start.PlusMonths(1))
        {
            DateSpan month = DateSpan.Months(start, 1);
            if (month.Intersect(span.Days) is { } worked)
            {
                int index = (start.Month - span.Plan.Calendar.StartMonth + 12) % 12;
                (decimal due, decimal days) = Due(in span, month, worked, hired);
                sum += target.Shares[index / monthsPerShare] * (due == days ? 1m : due / days);
            }
        }

        return target.Amount * sum / monthsPerShare;
    }

    // The days of a period with quota due: days in force, reduced by ramp and absences.
    private static (decimal Due, decimal Whole) Due(
        in QuotaSpan span, DateSpan period, DateSpan worked, LocalDate hired)
    {
        (decimal due, decimal whole) = Ramped(span.Plan, period, worked, hired);
        foreach (Absence absence in span.Absences)
        {
            if (absence.Quota != AbsenceQuota.Kept && absence.Days.Intersect(worked) is { } away)
            {
                due -= Ramped(span.Plan, period, away, hired).Due;
            }
        }

        // A ramp share without a finite decimal expansion leaves rounding noise if the remainder is zero.
        return (Math.Max(DivisionNoise.Remove(due, whole), 0m), whole);
    }

    private static (decimal Due, decimal Whole) Ramped(CompPlan plan, DateSpan period, DateSpan days, LocalDate hired)
    {
        (decimal due, decimal whole) = ProrationCalculator.DaysOf(period, days, plan.DayCount);
        for (int i = 0; i < plan.Ramp.Months.Count; i++)
        {
            decimal missing = 1m - plan.Ramp.Months[i].QuotaShare;
            if (missing > 0m && days.Intersect(MonthOfTenure(hired, i)) is { } ramping)
            {
                due -= missing * ProrationCalculator.DaysOf(period, ramping, plan.DayCount).Days;
            }
        }

        return (due, whole);
    }

    private static DateSpan MonthOfTenure(LocalDate hired, int index) =>
        DateSpan.Between(hired.PlusMonths(index), hired.PlusMonths(index + 1));
}
