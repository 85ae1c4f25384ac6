using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>A half-open span of days <c>[start, end)</c>: the start belongs to the span, the end does not. It may be
/// open at the end.</summary>
/// <remarks>
/// Immutable; equal if both ends are equal. The default value is every day from 0001-01-01. NodaTime's
/// <see cref="DateInterval"/> includes both ends and is never open; spans that follow each other here share an end, so
/// no day is subtracted.
/// </remarks>
[TypeConverter(typeof(ParsableTypeConverter<DateSpan>))]
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct DateSpan : IParsable<DateSpan>
{
    private DateSpan(LocalDate start, LocalDate? end)
    {
        Start = start;
        End = end;
    }

    /// <summary>Gets the first day of the span.</summary>
    public LocalDate Start { get; }

    /// <summary>Gets the day after the last one, or <see langword="null"/> if the span is open.</summary>
    public LocalDate? End { get; }

    /// <summary>Gets the number of days, or <see langword="null"/> if the span is open.</summary>
    public int? Days => End is { } end ? Period.DaysBetween(Start, end) : null;

    /// <summary>Creates a span that ends.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="end">The day after the last one; after <paramref name="start"/>.</param>
    /// <returns>The span.</returns>
    /// <exception cref="ArgumentException"><paramref name="end"/> is not after <paramref name="start"/>.</exception>
    public static DateSpan Between(LocalDate start, LocalDate end) => end > start
        ? new DateSpan(start, end)
        : throw new ArgumentOutOfRangeException(
            nameof(end),
            Invariant($"end was {end:R}; a day after the start {start:R} is expected ")
                + "(the end does not belong to the span).");

    /// <summary>Creates a span without an end.</summary>
    /// <param name="start">The first day.</param>
    /// <returns>The span.</returns>
    public static DateSpan From(LocalDate start) => new(start, end: null);

    /// <summary>Returns a calendar month as a span.</summary>
    /// <param name="month">The month.</param>
    /// <returns>The span from its first day to the first day of the next month.</returns>
    /// <exception cref="ArgumentException">The month is the last of the year 9999.</exception>
    public static DateSpan Of(YearMonth month) => Months(month.OnDayOfMonth(1), 1);

    /// <summary>Returns a quarter of a fiscal year as a span.</summary>
    /// <param name="quarter">The quarter.</param>
    /// <param name="calendar">The fiscal calendar. Default: the calendar year.</param>
    /// <returns>The span of three months.</returns>
    /// <exception cref="ArgumentException">The quarter is the last of the year 9999.</exception>
    public static DateSpan Of(YearQuarter quarter, FiscalCalendar calendar = default) =>
        Months(calendar.FirstDayOf(quarter), 3);

    /// <summary>Returns a calendar year as a span.</summary>
    /// <param name="year">The year, between 1 and 9998.</param>
    /// <returns>The span of twelve months.</returns>
    /// <exception cref="ArgumentException">The year is out of range.</exception>
    public static DateSpan Year(int year) => Months(new LocalDate(year, 1, 1), 12);

    /// <summary>Returns a number of months from a day, by NodaTime's rules: <c>[start, start + months)</c>.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="months">The number of months, one or more.</param>
    /// <returns>The span.</returns>
    /// <exception cref="ArgumentException"><paramref name="months"/> is below one, or the span would end after the
    /// year 9999.</exception>
    public static DateSpan Months(LocalDate start, int months) =>
        Guard.Against.BelowOne(months) <= MonthsUntilTheEndOfTime(start)
            ? new(start, start.PlusMonths(months))
            : throw DomainGuards.OutOfRange(
                nameof(months), months, Invariant($"a number that ends by the year 9999 when counted from {start:R}"));

    /// <summary>Reads a span of days in the form in which it prints.</summary>
    /// <param name="s">The text, such as <c>[2027-01-01, 2028-01-01)</c>. The culture does not matter.</param>
    /// <returns>The span.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static DateSpan Parse(string s) => TextParser.Parse<DateSpan>(
        s, "DateSpan", "a span such as [2027-01-01, 2028-01-01) or [2027-01-01, open)");

    /// <summary>Reads a span such as <c>[2027-01-01, 2028-01-01)</c> or <c>[2027-01-01, open)</c>, if the text is
    /// one.</summary>
    /// <param name="s">The text; may be null.</param>
    /// <param name="result">The span, or the default one if the text has another form.</param>
    /// <returns><see langword="true"/> if the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out DateSpan result)
    {
        result = default;
        ReadOnlySpan<char> text = s.AsSpan().Trim();
        int comma = text.IndexOf(',');
        if (comma < 0 || text[0] != '[' || text[^1] != ')' || !TextParser.TryDate(text[1..comma], out LocalDate start))
        {
            return false;
        }

        ReadOnlySpan<char> last = text[(comma + 1)..^1].Trim();
        if (last.Equals("open", StringComparison.OrdinalIgnoreCase))
        {
            result = From(start);
            return true;
        }

        if (!TextParser.TryDate(last, out LocalDate end) || !IsValid(start, end))
        {
            return false;
        }

        result = Between(start, end);
        return true;
    }

    static DateSpan IParsable<DateSpan>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<DateSpan>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out DateSpan result) =>
        TryParse(s, out result);

    /// <summary>Returns whether <see cref="Between"/> accepts these days.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="end">The day after the last one.</param>
    /// <returns><see langword="true"/> if <paramref name="end"/> is after <paramref name="start"/>.</returns>
    public static bool IsValid(LocalDate start, LocalDate end) => end > start;

    /// <summary>Returns whether a day belongs to the span.</summary>
    /// <param name="date">The day.</param>
    /// <returns><see langword="true"/> if it belongs to the span.</returns>
    public bool Contains(LocalDate date) => date >= Start && (End is not { } end || date < end);

    /// <summary>Returns whether every day of another span belongs to this one.</summary>
    /// <param name="other">The other span.</param>
    /// <returns><see langword="true"/> if every day belongs to this span.</returns>
    public bool Contains(DateSpan other) =>
        other.Start >= Start && (End is not { } end || (other.End is { } otherEnd && otherEnd <= end));

    /// <summary>Returns the days that belong to both spans.</summary>
    /// <param name="other">The other span.</param>
    /// <returns>The common span, or <see langword="null"/> if there is none.</returns>
    public DateSpan? Intersect(DateSpan other)
    {
        LocalDate start = LocalDate.Max(Start, other.Start);
        LocalDate? end = End is { } own && other.End is { } others ? LocalDate.Min(own, others) : End ?? other.End;
        return end <= start ? null : new DateSpan(start, end);
    }

    /// <summary>Returns whether at least one day belongs to both spans.</summary>
    /// <param name="other">The other span.</param>
    /// <returns><see langword="true"/> if a day belongs to both.</returns>
    public bool Overlaps(DateSpan other) => Intersect(other) is not null;

    // The end is the day after the last one, so one month less than the calendar has is available.
    private static int MonthsUntilTheEndOfTime(LocalDate start) => ((9999 - start.Year) * 12) + 12 - start.Month;

    /// <summary>Returns the span as ISO 8601 dates: <c>[2027-01-01, 2028-01-01)</c>.</summary>
    public override string ToString() =>
        End is { } end ? Invariant($"[{Start:R}, {end:R})") : Invariant($"[{Start:R}, open)");
}
