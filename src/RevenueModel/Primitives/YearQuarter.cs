using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>A quarter of a calendar or fiscal year, such as <c>2027-Q1</c>. <see cref="FiscalCalendar"/> relates
/// fiscal quarters to dates.</summary>
/// <remarks>
/// Immutable and ordered in time. The default value is <c>0001-Q1</c>, the quarter of the default date of NodaTime.
/// </remarks>
[TypeConverter(typeof(ParsableTypeConverter<YearQuarter>))]
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct YearQuarter : IComparable<YearQuarter>, IParsable<YearQuarter>
{
    private readonly int _quartersSinceYearOne;

    private YearQuarter(int quartersSinceYearOne) => _quartersSinceYearOne = quartersSinceYearOne;

    /// <summary>Gets the year, between 1 and 9999.</summary>
    public int Year => (_quartersSinceYearOne / 4) + 1;

    /// <summary>Gets the quarter of the year, between 1 and 4.</summary>
    public int Quarter => (_quartersSinceYearOne % 4) + 1;

    /// <summary>Creates a quarter.</summary>
    /// <param name="year">The year, between 1 and 9999.</param>
    /// <param name="quarter">The quarter, between 1 and 4.</param>
    /// <returns>The quarter.</returns>
    /// <exception cref="ArgumentException">A number is outside its range.</exception>
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

    /// <summary>Returns the calendar quarter of a date.</summary>
    /// <param name="date">The date, in the years 1 to 9999.</param>
    /// <returns>The quarter.</returns>
    /// <exception cref="ArgumentException">The date is outside the years 1 to 9999.</exception>
    public static YearQuarter Containing(LocalDate date) => date.Year is >= 1 and <= 9999
        ? Of(date.Year, ((date.Month - 1) / 3) + 1)
        : throw DomainGuards.OutOfRange(nameof(date), Invariant($"{date:R}"), "a date in the years 1 to 9999");

    /// <summary>Reads a quarter in the form in which it prints.</summary>
    /// <param name="s">The text, such as <c>2027-Q1</c>. The culture does not matter.</param>
    /// <returns>The quarter.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static YearQuarter Parse(string s) =>
        TextParser.Parse<YearQuarter>(s, "YearQuarter", "a quarter such as 2027-Q1");

    /// <summary>Reads a quarter such as <c>2027-Q1</c>, if the text is one.</summary>
    /// <param name="s">The text; may be null.</param>
    /// <param name="result">The quarter, or the default one if the text has another form.</param>
    /// <returns><see langword="true"/> if the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out YearQuarter result)
    {
        result = default;
        ReadOnlySpan<char> text = s.AsSpan().Trim();
        if (text.Length != 7
            || text[4] != '-'
            || text[5] is not ('Q' or 'q')
            || text[6] is not (>= '1' and <= '4')
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            || year == 0)
        {
            return false;
        }

        result = Of(year, text[6] - '0');
        return true;
    }

    static YearQuarter IParsable<YearQuarter>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<YearQuarter>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out YearQuarter result) =>
        TryParse(s, out result);

    /// <summary>Returns the quarter that is a number of quarters later.</summary>
    /// <param name="quarters">The number of quarters; a negative number goes back.</param>
    /// <returns>The quarter.</returns>
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

    /// <summary>Returns the quarter in the form <c>2027-Q1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Quarter}");

    /// <summary>Returns whether the first quarter is before the second.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if the condition holds.</returns>
    public static bool operator <(YearQuarter left, YearQuarter right) => left.CompareTo(right) < 0;

    /// <summary>Returns whether the first quarter is after the second.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if the condition holds.</returns>
    public static bool operator >(YearQuarter left, YearQuarter right) => left.CompareTo(right) > 0;

    /// <summary>Returns whether the first quarter is before the second or equal to it.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if the condition holds.</returns>
    public static bool operator <=(YearQuarter left, YearQuarter right) => left.CompareTo(right) <= 0;

    /// <summary>Returns whether the first quarter is after the second or equal to it.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if the condition holds.</returns>
    public static bool operator >=(YearQuarter left, YearQuarter right) => left.CompareTo(right) >= 0;
}
