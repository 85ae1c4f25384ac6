using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>
/// The month in which a company's fiscal year starts, and so which quarter a date lies in. A fiscal year is named
/// for the calendar year in which it ends: with a start in February, 2026-12-15 lies in 2027-Q4.
/// </summary>
/// <remarks>Immutable. The default value is the calendar year.</remarks>
public readonly record struct FiscalCalendar
{
    private readonly int _monthsAfterJanuary;

    private FiscalCalendar(int monthsAfterJanuary) => _monthsAfterJanuary = monthsAfterJanuary;

    /// <summary>The fiscal year that is the calendar year.</summary>
    public static FiscalCalendar CalendarYear => default;

    /// <summary>The month in which the fiscal year starts, 1 to 12.</summary>
    public int StartMonth => _monthsAfterJanuary + 1;

    /// <summary>A fiscal year that starts on the first of a month.</summary>
    /// <param name="month">1 to 12.</param>
    /// <exception cref="ArgumentException"><paramref name="month"/> is outside 1 to 12.</exception>
    public static FiscalCalendar StartingIn(int month) => month is >= 1 and <= 12
        ? new FiscalCalendar(month - 1)
        : throw DomainGuards.OutOfRange(nameof(month), month, "1 to 12");

    /// <summary>The fiscal quarter that a date lies in.</summary>
    public YearQuarter QuarterOf(LocalDate date) => QuarterOf(date.ToYearMonth());

    /// <summary>The fiscal quarter that a month lies in.</summary>
    public YearQuarter QuarterOf(YearMonth month)
    {
        int monthInYear = (month.Month - 1 - _monthsAfterJanuary + 12) % 12;
        bool endsNextYear = _monthsAfterJanuary > 0 && month.Month >= StartMonth;
        return YearQuarter.Of(month.Year + (endsNextYear ? 1 : 0), (monthInYear / 3) + 1);
    }

    /// <summary>The first day of a fiscal quarter.</summary>
    public LocalDate FirstDayOf(YearQuarter quarter)
    {
        int year = _monthsAfterJanuary > 0 ? quarter.Year - 1 : quarter.Year;
        return new LocalDate(year, 1, 1).PlusMonths(_monthsAfterJanuary + ((quarter.Quarter - 1) * 3));
    }

    /// <summary>The calendar in words.</summary>
    public override string ToString() => Invariant($"fiscal year from month {StartMonth}");
}
