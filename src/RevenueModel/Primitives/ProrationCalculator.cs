using Ardalis.GuardClauses;
using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>Computes the fraction of a period that a part of it covers.</summary>
public static class ProrationCalculator
{
    /// <summary>Returns the fraction of a period that a span covers.</summary>
    /// <param name="period">The whole period. It ends and has whole months: from a day to the same day of a later
    /// month. A period that starts on the 29th, 30th or 31st may end on the last day of a shorter month, and the next
    /// one starts there.</param>
    /// <param name="covered">The part to count. Days outside the period are ignored.</param>
    /// <param name="dayCount">The day count convention. Default: actual/actual.</param>
    /// <returns><c>days in both / days of the period</c> by the day count convention; zero if they share no day. The
    /// fractions of the parts of a period sum to that of the whole.</returns>
    /// <exception cref="ArgumentException"><paramref name="period"/> is open or does not have whole months, or
    /// <paramref name="dayCount"/> is undefined.</exception>
    /// <example><code>
    /// DateSpan year = DateSpan.Year(2027);
    /// DateSpan fromJune = DateSpan.Between(new LocalDate(2027, 6, 1), new LocalDate(2028, 1, 1));
    /// decimal share = ProrationCalculator.Fraction(year, fromJune); // 214 / 365
    /// Console.WriteLine($"{12_000m * share:#,0.00}"); // 7,035.62
    /// </code></example>
    public static decimal Fraction(DateSpan period, DateSpan covered, DayCount dayCount = DayCount.ActualActual)
    {
        Guard.Against.Undefined(dayCount);
        (decimal days, decimal whole) = DaysOf(period, covered, dayCount);
        return days / whole;
    }

    /// <summary>Returns the amount of a whole period prorated to a part of it.</summary>
    /// <param name="amount">The amount of the whole period.</param>
    /// <param name="period">The whole period. It ends and has whole months: from a day to the same day of a later
    /// month. A period that starts on the 29th, 30th or 31st may end on the last day of a shorter month, and the next
    /// one starts there.</param>
    /// <param name="covered">The part to count. Days outside the period are ignored.</param>
    /// <param name="dayCount">The day count convention. Default: actual/actual.</param>
    /// <returns>The prorated amount, not rounded.</returns>
    /// <exception cref="ArgumentException"><paramref name="period"/> is open or does not have whole months, or
    /// <paramref name="dayCount"/> is undefined.</exception>
    /// <remarks><c>amount × days / days of the period</c>. The only division is the last operation.</remarks>
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

    /// <summary>Returns the number of whole months of a period. A period that is anchored to the 29th, 30th or 31st
    /// starts and ends on the last day of a shorter month.</summary>
    /// <exception cref="ArgumentException">The period is open, or is not whole months.</exception>
    internal static int MonthsIn(DateSpan period, string name = "period") => IsWholeMonths(period, out int months)
        ? months
        : throw DomainGuards.OutOfRange(name, period, "a span of whole months");

    /// <summary>Returns whether a period is whole months, as <see cref="MonthsIn"/> has them.</summary>
    internal static bool IsWholeMonths(DateSpan period, out int months)
    {
        months = 0;
        if (period.End is not { } end)
        {
            return false;
        }

        months = ((end.Year - period.Start.Year) * 12) + end.Month - period.Start.Month;
        bool isAnchoredLater = period.Start == DateAdjusters.EndOfMonth(period.Start) && end.Day > period.Start.Day;
        return months > 0 && (period.Start.PlusMonths(months) == end || isAnchoredLater);
    }

    /// <summary>Returns a period of a sequence of adjacent periods of equal length.</summary>
    /// <param name="first">The first period, of whole months as defined by <see cref="MonthsIn"/>. After a shorter
    /// month, a period that is anchored to the 29th, 30th or 31st returns to that day.</param>
    /// <param name="index">The position in the sequence, from zero.</param>
    /// <param name="months">The number of months of each period.</param>
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

    /// <summary>Returns the days of a span in a period, and those of the period, by a day count convention. Both are
    /// whole numbers of one unit, so that the days of the parts sum exactly to those of the whole.</summary>
    /// <exception cref="ArgumentException">The period is open, or is not whole months.</exception>
    internal static (decimal Days, decimal Whole) DaysOf(DateSpan period, DateSpan covered, DayCount dayCount)
    {
        int months = MonthsIn(period);
        return DaysWithin(period, covered, dayCount, months);
    }

    /// <summary>Returns the days of a span in a period of any length, and those of the period.</summary>
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
            // The unit is a twelfth of a day, since a month of 365 / 12 days has no finite decimal expansion.
            DayCount.Actual365 => (12m * Period.DaysBetween(part.Start, end), 365m * months),
            DayCount.Thirty360 => (Thirty(end) - Thirty(part.Start), Thirty(period.End!.Value) - Thirty(period.Start)),
            _ => (Period.DaysBetween(part.Start, end), period.Days!.Value),
        };
    }

    private static int Thirty(LocalDate date) => (360 * date.Year) + (30 * date.Month) + Math.Min(date.Day, 30);
}
