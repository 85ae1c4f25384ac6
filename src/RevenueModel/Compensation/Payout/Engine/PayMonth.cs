using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A month, or part of a month, that a pay period covers. Draws and guarantees accrue by these
/// months.</summary>
/// <remarks>The months of a pay period of whole months count from its first day. Other pay periods are divided into
/// calendar months. The 1st to the 15th, and the 16th to the end of the month, are half a month each.</remarks>
/// <param name="Month">The month.</param>
/// <param name="Covered">The days of the month that the pay period covers.</param>
/// <param name="IsHalf">Whether these days count as half a month, regardless of their number.</param>
internal readonly record struct PayMonth(DateSpan Month, DateSpan Covered, bool IsHalf)
{
    /// <summary>Returns the months of a pay period.</summary>
    public static Months Of(DateSpan period) => new(period);

    /// <summary>Returns the days of a span in the covered part, and the divisor that makes them a fraction of a
    /// month.</summary>
    public (decimal Days, decimal Whole) DaysOf(DateSpan span, DayCount dayCount)
    {
        if (Covered.Intersect(span) is not { } days)
        {
            return (0m, 1m);
        }

        if (IsHalf)
        {
            return (Period.DaysBetween(days.Start, days.End!.Value), 2m * Covered.Days!.Value);
        }

        return ProrationCalculator.DaysOf(Month, days, dayCount);
    }

    private static bool IsHalfOf(DateSpan month, DateSpan covered)
    {
        LocalDate middle = month.Start.PlusDays(15);
        return covered == DateSpan.Between(month.Start, middle)
            || covered == DateSpan.Between(middle, month.End!.Value);
    }

    /// <summary>The months of a pay period, enumerated without allocation.</summary>
    internal readonly struct Months(DateSpan period)
    {
        public Enumerator GetEnumerator() => new(period);

        internal struct Enumerator
        {
            private readonly DateSpan _period;
            private readonly int _months; // zero if the period is not whole months
            private int _index;
            private LocalDate _next;

            public Enumerator(DateSpan period)
            {
                _period = period;
                _months = ProrationCalculator.IsWholeMonths(period, out int months) ? months : 0;
                _next = period.Start;
            }

            public PayMonth Current { get; private set; }

            public bool MoveNext()
            {
                if (_months > 0)
                {
                    DateSpan whole = _months == 1 ? _period : ProrationCalculator.PeriodOf(_period, _index, 1);
                    Current = new PayMonth(whole, whole, IsHalf: false);
                    return _index++ < _months;
                }

                LocalDate end = _period.End!.Value;
                if (_next >= end)
                {
                    return false;
                }

                DateSpan month = DateSpan.Of(_next.ToYearMonth());
                DateSpan covered = DateSpan.Between(_next, LocalDate.Min(month.End!.Value, end));
                Current = new PayMonth(month, covered, IsHalfOf(month, covered));
                _next = covered.End!.Value;
                return true;
            }
        }
    }
}
