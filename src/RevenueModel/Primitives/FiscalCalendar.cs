using System.Text.Json.Serialization;
using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>The month in which the fiscal year of a company starts. It determines the fiscal quarter of a date. A
/// fiscal year is named for the calendar year in which it ends: with a start in February, 2026-12-15 lies in
/// 2027-Q4.</summary>
/// <remarks>Immutable. The default value is the calendar year.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct FiscalCalendar
{
    private readonly int _monthsAfterJanuary;

    private FiscalCalendar(int monthsAfterJanuary) => _monthsAfterJanuary = monthsAfterJanuary;

    /// <summary>Gets the fiscal calendar whose year is the calendar year.</summary>
    public static FiscalCalendar CalendarYear => default;

    /// <summary>Gets the month in which the fiscal year starts, between 1 and 12.</summary>
    public int StartMonth => _monthsAfterJanuary + 1;

    /// <summary>Creates a fiscal calendar whose year starts on the first day of a month.</summary>
    /// <param name="month">The month, between 1 and 12.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentException"><paramref name="month"/> is outside 1 to 12.</exception>
    public static FiscalCalendar StartingIn(int month) => month is >= 1 and <= 12
        ? new FiscalCalendar(month - 1)
        : throw DomainGuards.OutOfRange(nameof(month), month, "1 to 12");

    /// <summary>Returns the fiscal quarter of a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The quarter.</returns>
    /// <exception cref="ArgumentException">The fiscal year is outside the years 1 to 9999.</exception>
    public YearQuarter QuarterOf(LocalDate date) => QuarterOf(date.ToYearMonth());

    /// <summary>Returns the fiscal quarter of a month.</summary>
    /// <param name="month">The month.</param>
    /// <returns>The quarter.</returns>
    /// <exception cref="ArgumentException">The fiscal year is outside the years 1 to 9999.</exception>
    public YearQuarter QuarterOf(YearMonth month)
    {
        int monthInYear = (month.Month - 1 - _monthsAfterJanuary + 12) % 12;
        bool endsNextYear = _monthsAfterJanuary > 0 && month.Month >= StartMonth;
        return YearQuarter.Of(month.Year + (endsNextYear ? 1 : 0), (monthInYear / 3) + 1);
    }

    /// <summary>Returns the first day of a fiscal quarter.</summary>
    /// <param name="quarter">The fiscal quarter.</param>
    /// <returns>The first day.</returns>
    public LocalDate FirstDayOf(YearQuarter quarter)
    {
        int year = _monthsAfterJanuary > 0 ? quarter.Year - 1 : quarter.Year;
        return new LocalDate(year, 1, 1).PlusMonths(_monthsAfterJanuary + ((quarter.Quarter - 1) * 3));
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"fiscal year from month {StartMonth}");
}
