using Ardalis.GuardClauses;
using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>What fraction of a period a part of it is.</summary>
public static class ProrationCalculator
{
    /// <summary>The fraction of a period that a span covers.</summary>
    /// <param name="period">The whole; it ends, and is a number of whole months: from a day to the same of a later month, or to the
    /// last of a shorter one and from there on.</param>
    /// <param name="covered">What is counted of it; what lies outside the period is not.</param>
    /// <param name="dayCount">How days are counted.</param>
    /// <returns>
    /// <c>days in both / days of the period</c>, with days and the length of the period as the day count says; zero
    /// where they share no day. The fractions of parts that make up a period sum to that of the whole.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="period"/> is open, or is not whole months.</exception>
    public static decimal Fraction(DateSpan period, DateSpan covered, DayCount dayCount = DayCount.ActualActual)
    {
        Guard.Against.Undefined(dayCount);
        (decimal days, decimal whole) = DaysOf(period, covered, dayCount);
        return days / whole;
    }

    /// <summary>An amount for a whole period, prorated to a part of it: <c>amount × days / days of the period</c>,
    /// divided once, last.</summary>
    /// <param name="amount">The amount for the whole period.</param>
    /// <param name="period">The whole; it ends, and is a number of whole months: from a day to the same of a later month, or to the
    /// last of a shorter one and from there on.</param>
    /// <param name="covered">What is counted of it; what lies outside the period is not.</param>
    /// <param name="dayCount">How days are counted.</param>
    /// <exception cref="ArgumentException"><paramref name="period"/> is open, or is not whole months.</exception>
    public static decimal Prorate(
        decimal amount,
        DateSpan period,
        DateSpan covered,
        DayCount dayCount = DayCount.ActualActual)
    {
        Guard.Against.Undefined(dayCount);
        (decimal days, decimal whole) = DaysOf(period, covered, dayCount);
        return days == whole ? amount : amount * days / whole;
    }

    /// <summary>The whole months that a period lasts; one that is anchored to the 29th, 30th or 31st starts and ends with the
    /// last day of a shorter month.</summary>
    /// <exception cref="ArgumentException">The period is open, or is not whole months.</exception>
    internal static int MonthsIn(DateSpan period, string name = "period")
    {
        if (period.End is { } end)
        {
            int months = ((end.Year - period.Start.Year) * 12) + end.Month - period.Start.Month;
            bool isAnchoredLater = period.Start == DateAdjusters.EndOfMonth(period.Start) && end.Day > period.Start.Day;
            if (months > 0 && (period.Start.PlusMonths(months) == end || isAnchoredLater))
            {
                return months;
            }
        }

        throw DomainGuards.OutOfRange(name, period, "a span of whole months");
    }

    /// <summary>The periods that follow each other from a first one, which they start with.</summary>
    /// <param name="first">The first, of whole months, as <see cref="MonthsIn"/> has them: each is as long, and a period of the
    /// 29th, 30th or 31st returns to that day after a shorter month.</param>
    /// <param name="index">Which, from zero.</param>
    /// <param name="months">The months of each.</param>
    internal static DateSpan PeriodOf(DateSpan first, int index, int months)
    {
        int anchor = Math.Max(first.Start.Day, first.End!.Value.Day);
        return DateSpan.Between(Start(index), Start(index + 1));

        LocalDate Start(int at)
        {
            LocalDate month = first.Start.With(DateAdjusters.StartOfMonth).PlusMonths(at * months);
            return month.PlusDays(Math.Min(anchor, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)) - 1);
        }
    }

    /// <summary>The days of a span in a period and those of the period itself, as a day count has them: both in one unit,
    /// and whole, so that the days of parts sum to those of the whole exactly.</summary>
    /// <exception cref="ArgumentException">The period is open, or is not whole months.</exception>
    internal static (decimal Days, decimal Whole) DaysOf(DateSpan period, DateSpan covered, DayCount dayCount)
    {
        int months = MonthsIn(period);
        return DaysWithin(period, covered, dayCount, months);
    }

    /// <summary>Returns the days of a span in a period of any length, and those of the period itself.</summary>
    /// <param name="period">The period; it ends.</param>
    /// <param name="covered">The span.</param>
    /// <param name="dayCount">The day count. <see cref="DayCount.Actual365"/> needs the months.</param>
    /// <param name="months">The months of the period.</param>
    internal static (decimal Days, decimal Whole) DaysWithin(
        DateSpan period, DateSpan covered, DayCount dayCount, int months = 1)
    {
        if (period.Intersect(covered) is not { } part)
        {
            return (0m, 1m);
        }

        LocalDate end = part.End!.Value;
        return dayCount switch
        {
            // Twelfths of a day: a month of 365 / 12 days has no decimal expansion.
            DayCount.Actual365 => (12m * Period.DaysBetween(part.Start, end), 365m * months),
            DayCount.Thirty360 => (Thirty(end) - Thirty(part.Start), Thirty(period.End!.Value) - Thirty(period.Start)),
            _ => (Period.DaysBetween(part.Start, end), period.Days!.Value),
        };
    }

    private static int Thirty(LocalDate date) => (360 * date.Year) + (30 * date.Month) + Math.Min(date.Day, 30);
}
