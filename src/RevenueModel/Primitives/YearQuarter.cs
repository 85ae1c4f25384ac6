using System.Globalization;
using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>A quarter of a year, such as <c>2027-Q1</c>, calendar or fiscal as <see cref="FiscalCalendar"/> says.</summary>
/// <remarks>Immutable and ordered in time. The default value is <c>0001-Q1</c>, as NodaTime's dates start.</remarks>
public readonly record struct YearQuarter : IComparable<YearQuarter>
{
    private readonly int _quartersSinceYearOne;

    private YearQuarter(int quartersSinceYearOne) => _quartersSinceYearOne = quartersSinceYearOne;

    /// <summary>The year, 1 to 9999.</summary>
    public int Year => (_quartersSinceYearOne / 4) + 1;

    /// <summary>The quarter in the year, 1 to 4.</summary>
    public int Quarter => (_quartersSinceYearOne % 4) + 1;

    /// <summary>Creates a quarter.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="quarter">1 to 4.</param>
    /// <exception cref="ArgumentException">Either is outside its range.</exception>
    public static YearQuarter Of(int year, int quarter)
    {
        if (year is < 1 or > 9999)
        {
            throw DomainGuards.OutOfRange(nameof(year), year, "1 to 9999");
        }

        return quarter is >= 1 and <= 4
            ? new YearQuarter(((year - 1) * 4) + quarter - 1)
            : throw DomainGuards.OutOfRange(nameof(quarter), quarter, "1 to 4");
    }

    /// <summary>The calendar quarter that a date lies in.</summary>
    public static YearQuarter Containing(LocalDate date) => Of(date.Year, ((date.Month - 1) / 3) + 1);

    /// <summary>The quarter that is a number of quarters later, or earlier where it is negative.</summary>
    /// <exception cref="ArgumentException">The result is outside the years 1 to 9999.</exception>
    public YearQuarter PlusQuarters(int quarters)
    {
        long later = (long)_quartersSinceYearOne + quarters;
        return later is >= 0 and < 9999 * 4
            ? new YearQuarter((int)later)
            : throw DomainGuards.OutOfRange(nameof(quarters), quarters, "a quarter in the years 1 to 9999");
    }

    /// <inheritdoc/>
    public int CompareTo(YearQuarter other) => _quartersSinceYearOne.CompareTo(other._quartersSinceYearOne);

    /// <summary>The quarter as <c>2027-Q1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Quarter}");

    /// <summary>Whether one quarter is before the other.</summary>
    public static bool operator <(YearQuarter left, YearQuarter right) => left.CompareTo(right) < 0;

    /// <summary>Whether one quarter is after the other.</summary>
    public static bool operator >(YearQuarter left, YearQuarter right) => left.CompareTo(right) > 0;

    /// <summary>Whether one quarter is before the other or the same.</summary>
    public static bool operator <=(YearQuarter left, YearQuarter right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one quarter is after the other or the same.</summary>
    public static bool operator >=(YearQuarter left, YearQuarter right) => left.CompareTo(right) >= 0;
}
