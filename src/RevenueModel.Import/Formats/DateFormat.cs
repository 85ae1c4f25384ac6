using Ardalis.GuardClauses;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The format of dates in a file: a pattern such as <c>M/d/uuuu</c>, with or without a time of day.</summary>
/// <remarks>
/// <para>
/// Immutable; equal if the patterns are equal. Months and days have one or two digits (two in ISO dates), years have
/// four, and month names are English. A time after the date (<c>T09:30:00Z</c>, <c> 9:30 AM</c>) is checked and
/// dropped: the date is taken as written, without conversion to another time zone.
/// </para>
/// <para>Years are 1 to 9999. Years with two digits are not recognized; state such a pattern with
/// <see cref="Of"/>.</para>
/// </remarks>
public sealed record DateFormat
{
    private readonly LocalDatePattern _pattern;
    private readonly DateFields? _fields;

    private DateFormat(LocalDatePattern pattern)
    {
        _pattern = pattern;
        _fields = DateFields.Of(pattern.PatternText);
    }

    /// <summary>Gets the format 2027-03-04, as in ISO 8601 and most APIs.</summary>
    public static DateFormat Iso { get; } = Of("uuuu-MM-dd");

    /// <summary>Gets the format 2027/03/04.</summary>
    public static DateFormat YearMonthDay { get; } = Of("uuuu/M/d");

    /// <summary>Gets the format 20270304.</summary>
    public static DateFormat Compact { get; } = Of("uuuuMMdd");

    /// <summary>Gets the format 3/4/2027 for March 4, as in the United States.</summary>
    public static DateFormat MonthDayYear { get; } = Of("M/d/uuuu");

    /// <summary>Gets the format 4/3/2027 for March 4, as in most of Europe and the Commonwealth.</summary>
    public static DateFormat DayMonthYear { get; } = Of("d/M/uuuu");

    /// <summary>Gets the format 4.3.2027 for March 4, as in Germany.</summary>
    public static DateFormat DayMonthYearDots { get; } = Of("d.M.uuuu");

    /// <summary>Gets the format 4-3-2027 for March 4.</summary>
    public static DateFormat DayMonthYearDashes { get; } = Of("d-M-uuuu");

    /// <summary>Gets the format 3-4-2027 for March 4.</summary>
    public static DateFormat MonthDayYearDashes { get; } = Of("M-d-uuuu");

    /// <summary>Gets the format 04-Mar-2027.</summary>
    public static DateFormat DayNamedMonthYear { get; } = Of("d-MMM-uuuu");

    /// <summary>Gets the format 4 Mar 2027.</summary>
    public static DateFormat DayNamedMonthYearSpaces { get; } = Of("d MMM uuuu");

    /// <summary>Gets the format Mar 4, 2027.</summary>
    public static DateFormat NamedMonthDayYear { get; } = Of("MMM d, uuuu");

    /// <summary>Gets the formats that are tried if none is stated.</summary>
    public static ValueList<DateFormat> Recognized { get; } =
    [
        Iso, YearMonthDay, Compact, MonthDayYear, DayMonthYear, DayMonthYearDots, DayMonthYearDashes,
        MonthDayYearDashes, DayNamedMonthYear, DayNamedMonthYearSpaces, NamedMonthDayYear,
    ];

    /// <summary>Gets the formats of months without a day that are tried, for usage and subscriptions by month, if none
    /// is stated: 2027-03, 2027/03, 202703, 3/2027, 3.2027, Mar 2027, Mar-2027 and March 2027. The date is the first
    /// day.</summary>
    public static ValueList<DateFormat> RecognizedMonths { get; } =
    [
        Of("uuuu-MM"), Of("uuuu/MM"), Of("uuuuMM"), Of("M/uuuu"), Of("M.uuuu"), Of("MMM uuuu"), Of("MMM-uuuu"),
        Of("MMMM uuuu"),
    ];

    /// <summary>Gets the pattern in the notation of NodaTime's <see cref="LocalDatePattern"/>.</summary>
    public string Pattern => _pattern.PatternText;

    /// <summary>Creates a format.</summary>
    /// <param name="pattern">A pattern for dates in the notation of NodaTime, read in the invariant culture:
    /// <c>dd.MM.uuuu</c>, <c>M/d/yy</c>.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentException">The text is not a pattern. The message describes the problem.</exception>
    public static DateFormat Of(string pattern)
    {
        Guard.Against.Blank(pattern);
        try
        {
            return new DateFormat(LocalDatePattern.CreateWithInvariantCulture(pattern));
        }
        catch (InvalidPatternException e)
        {
            throw new ArgumentException(
                Invariant($"pattern was \"{pattern}\": {e.Message} A date pattern such as \"d/M/uuuu\" is expected."),
                nameof(pattern),
                e);
        }
    }

    /// <summary>Reads a date and drops a time of day that follows it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date, or the default one if the text is not a date in this format.</param>
    /// <returns><see langword="true"/> if the text is a date in this format. A day that does not exist in the calendar
    /// is not a date.</returns>
    public bool TryParse(ReadOnlySpan<char> text, out LocalDate date)
    {
        text = text.Trim();
        if (_fields is null)
        {
            return TryParseByPattern(text, out date);
        }

        if (_fields.TryRead(text, out date, out int length)
            && (length == text.Length || TimeOfDay.IsAfterDate(text[length..])))
        {
            return true;
        }

        date = default;
        return false;
    }

    /// <summary>Returns a date in this format.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The text.</returns>
    public string Format(LocalDate date) => _pattern.Format(date);

    /// <summary>Returns whether both formats have the same pattern.</summary>
    /// <param name="other">The other format; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(DateFormat? other) =>
        other is not null && string.Equals(Pattern, other.Pattern, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Pattern);

    /// <summary>Returns the pattern.</summary>
    public override string ToString() => Pattern;

    /// <summary>Reads a date of a pattern that is not simple.</summary>
    private bool TryParseByPattern(ReadOnlySpan<char> text, out LocalDate date)
    {
        date = default;
        if (text.IsEmpty)
        {
            return false;
        }

        string whole = text.ToString();
        ParseResult<LocalDate> result = _pattern.Parse(whole);
        if (!result.Success && TimeOfDay.TryStrip(whole, out string? dateOnly))
        {
            result = _pattern.Parse(dateOnly);
        }

        if (result.TryGetValue(default, out LocalDate read) && read.Year >= 1)
        {
            date = read;
            return true;
        }

        return false;
    }
}
