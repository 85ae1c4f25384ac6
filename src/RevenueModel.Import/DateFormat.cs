using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>How dates are written in a file: a pattern such as <c>M/d/uuuu</c>, with or without a time of
/// day.</summary>
/// <remarks>
/// <para>
/// Immutable; equal when the patterns are equal. Months and days take one or two digits (two in ISO dates), years
/// four, month names are English. A time after the date (<c>T09:30:00Z</c>, <c> 9:30 AM</c>) is checked and dropped:
/// the date is taken as it is written, and not moved to another time zone.
/// </para>
/// <para>Years of two digits are not recognized by themselves; state such a pattern with <see cref="Of"/>.</para>
/// </remarks>
public sealed record DateFormat
{
    private readonly LocalDatePattern _pattern;

    private DateFormat(LocalDatePattern pattern) => _pattern = pattern;

    /// <summary>2027-03-04, the form of ISO 8601 and of most APIs.</summary>
    public static DateFormat Iso { get; } = Of("uuuu-MM-dd");

    /// <summary>2027/03/04.</summary>
    public static DateFormat YearMonthDay { get; } = Of("uuuu/M/d");

    /// <summary>20270304.</summary>
    public static DateFormat Compact { get; } = Of("uuuuMMdd");

    /// <summary>3/4/2027 for the fourth of March, as in the United States.</summary>
    public static DateFormat MonthDayYear { get; } = Of("M/d/uuuu");

    /// <summary>4/3/2027 for the fourth of March, as in most of Europe and the Commonwealth.</summary>
    public static DateFormat DayMonthYear { get; } = Of("d/M/uuuu");

    /// <summary>4.3.2027 for the fourth of March, as in Germany.</summary>
    public static DateFormat DayMonthYearDots { get; } = Of("d.M.uuuu");

    /// <summary>4-3-2027 for the fourth of March.</summary>
    public static DateFormat DayMonthYearDashes { get; } = Of("d-M-uuuu");

    /// <summary>3-4-2027 for the fourth of March.</summary>
    public static DateFormat MonthDayYearDashes { get; } = Of("M-d-uuuu");

    /// <summary>04-Mar-2027.</summary>
    public static DateFormat DayNamedMonthYear { get; } = Of("d-MMM-uuuu");

    /// <summary>4 Mar 2027.</summary>
    public static DateFormat DayNamedMonthYearSpaces { get; } = Of("d MMM uuuu");

    /// <summary>Mar 4, 2027.</summary>
    public static DateFormat NamedMonthDayYear { get; } = Of("MMM d, uuuu");

    /// <summary>The formats that are tried where none is stated.</summary>
    public static ValueList<DateFormat> Recognized { get; } =
    [
        Iso, YearMonthDay, Compact, MonthDayYear, DayMonthYear, DayMonthYearDots, DayMonthYearDashes,
        MonthDayYearDashes, DayNamedMonthYear, DayNamedMonthYearSpaces, NamedMonthDayYear,
    ];

    /// <summary>The pattern in the notation of NodaTime's <see cref="LocalDatePattern"/>.</summary>
    public string Pattern => _pattern.PatternText;

    /// <summary>Creates a format.</summary>
    /// <param name="pattern">A pattern for dates in the notation of NodaTime, read in the invariant culture:
    /// <c>dd.MM.uuuu</c>, <c>M/d/yy</c>.</param>
    /// <exception cref="ArgumentException">The text is no pattern; the message says what is wrong with it.</exception>
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

    /// <summary>Reads a date, dropping the time of day that may follow it.</summary>
    /// <returns>Whether the text is a date in this format; a day that the calendar does not have is none.</returns>
    public bool TryParse([NotNullWhen(true)] string? text, out LocalDate date)
    {
        date = default;
        if (string.IsNullOrWhiteSpace(text))
        {
            return false;
        }

        ParseResult<LocalDate> result = _pattern.Parse(text.Trim());
        if (!result.Success && TimeOfDay.TryStrip(text.Trim(), out string? dateOnly))
        {
            result = _pattern.Parse(dateOnly);
        }

        return result.TryGetValue(default, out date);
    }

    /// <summary>The date as this format writes it.</summary>
    public string Format(LocalDate date) => _pattern.Format(date);

    /// <summary>Whether both formats have the same pattern.</summary>
    public bool Equals(DateFormat? other) =>
        other is not null && string.Equals(Pattern, other.Pattern, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Pattern);

    /// <summary>The pattern.</summary>
    public override string ToString() => Pattern;
}
