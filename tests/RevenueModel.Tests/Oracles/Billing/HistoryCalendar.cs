using NodaTime;
using RevenueModel.Billing;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Numerics;
using static RevenueModel.Tests.Oracles.Compensation.OraclePay;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>The days of a contract: billing periods, fee periods, contract years and parts of them.</summary>
internal sealed class HistoryCalendar(History history)
{
    private LocalDate Anchor => history.Cycle.Anchor ?? history.Start;

    /// <summary>Gets whether the base fee is for a longer period than usage.</summary>
    public bool HasLongFee => history.Cycle.FeeInterval is { } fee && fee != history.Cycle.Interval;

    /// <summary>The billing periods, each with its days in the contract, in order.</summary>
    public IEnumerable<(DateSpan Span, DateSpan Service)> Periods()
    {
        int number = IndexOf(history.Cycle.Interval, history.Start);
        for (int count = 0; count < history.Periods; count++, number++)
        {
            DateSpan span = Period(history.Cycle.Interval, number);
            LocalDate from = LocalDate.Max(span.Start, history.Start);
            LocalDate to = LocalDate.Min(span.End!.Value, history.End?.On ?? LocalDate.MaxIsoValue);
            if (to <= from)
            {
                yield break;
            }

            yield return (span, DateSpan.Between(from, to));
        }
    }

    /// <summary>The fee period that a day belongs to.</summary>
    public DateSpan FeePeriodOf(LocalDate day)
    {
        BillingInterval interval = history.Cycle.FeeInterval ?? history.Cycle.Interval;
        return Period(interval, IndexOf(interval, day));
    }

    /// <summary>The first day on which a change takes effect.</summary>
    public LocalDate EffectiveDay(HistoryChange change)
    {
        if (change.Convention != PlanChangeConvention.FromNextPeriod)
        {
            return change.On;
        }

        DateSpan period = FeePeriodOf(change.On);
        return period.Start == change.On ? change.On : period.End!.Value;
    }

    /// <summary>The contract year that a day belongs to, from 1.</summary>
    public int YearOf(LocalDate day)
    {
        int year = 1;
        while (history.Start.PlusYears(year) <= day)
        {
            year++;
        }

        return year;
    }

    /// <summary>The days of a span as a part of a whole period.</summary>
    public static ExactFraction Share(DateSpan whole, LocalDate from, LocalDate to, DayCount count) =>
        Days(from, to, count) / Days(whole.Start, whole.End!.Value, count);

    public static ExactFraction Days(LocalDate from, LocalDate to, DayCount count) => count == DayCount.Thirty360
        ? Exact(Thirty(to) - Thirty(from))
        : Exact(NodaTime.Period.DaysBetween(from, to));

    private static int Thirty(LocalDate day) => (day.Year * 360) + (day.Month * 30) + Math.Min(day.Day, 30);

    private int IndexOf(BillingInterval interval, LocalDate day)
    {
        int index = 0;
        while (StartOf(interval, index) > day)
        {
            index--;
        }

        while (StartOf(interval, index + 1) <= day)
        {
            index++;
        }

        return index;
    }

    private DateSpan Period(BillingInterval interval, int index) =>
        DateSpan.Between(StartOf(interval, index), StartOf(interval, index + 1));

    private LocalDate StartOf(BillingInterval interval, int index) => interval.Unit == BillingUnit.Month
        ? Anchor.PlusMonths(index * interval.Count)
        : Anchor.PlusDays(index * interval.Count);
}
