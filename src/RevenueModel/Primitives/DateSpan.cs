using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;

namespace RevenueModel.Primitives;

/// <summary>
/// A half-open span of days <c>[start, end)</c>: the first day belongs to it, the end does not. It may be open at
/// the end.
/// </summary>
/// <remarks>
/// Immutable; equal when both ends are. The default value is every day from 0001-01-01. NodaTime's
/// <see cref="DateInterval"/> has both its ends inside and always ends, so that months that follow each other share
/// no day only by counting back; here they share an end.
/// </remarks>
[TypeConverter(typeof(ParsableTypeConverter<DateSpan>))]
public readonly record struct DateSpan : IParsable<DateSpan>
{
    private DateSpan(LocalDate start, LocalDate? end)
    {
        Start = start;
        End = end;
    }

    /// <summary>The first day of the span.</summary>
    public LocalDate Start { get; }

    /// <summary>The day after the last one, or <see langword="null"/> where the span is open.</summary>
    public LocalDate? End { get; }

    /// <summary>The number of days, or <see langword="null"/> where the span is open.</summary>
    public int? Days => End is { } end ? Period.DaysBetween(Start, end) : null;

    /// <summary>A span that ends.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="end">The day after the last one; after <paramref name="start"/>.</param>
    /// <exception cref="ArgumentException">The span would have no day.</exception>
    public static DateSpan Between(LocalDate start, LocalDate end) => end > start
        ? new DateSpan(start, end)
        : throw new ArgumentOutOfRangeException(
            nameof(end), Invariant($"end was {end:R}; a day after the start {start:R} is expected (the end does not belong to the span)."));

    /// <summary>A span without an end.</summary>
    /// <param name="start">The first day.</param>
    public static DateSpan From(LocalDate start) => new(start, end: null);

    /// <summary>A calendar month.</summary>
    public static DateSpan Of(YearMonth month) => Months(month.OnDayOfMonth(1), 1);

    /// <summary>A quarter of a fiscal year; of the calendar year unless said.</summary>
    public static DateSpan Of(YearQuarter quarter, FiscalCalendar calendar = default) =>
        Months(calendar.FirstDayOf(quarter), 3);

    /// <summary>A calendar year.</summary>
    public static DateSpan Year(int year) => Months(new LocalDate(year, 1, 1), 12);

    /// <summary>A number of months from a day on, by NodaTime's rules: <c>[start, start + months)</c>.</summary>
    /// <param name="start">The first day.</param>
    /// <param name="months">One or more.</param>
    /// <exception cref="ArgumentException"><paramref name="months"/> is below one.</exception>
    public static DateSpan Months(LocalDate start, int months) =>
        Guard.Against.BelowOne(months) <= MonthsUntilTheEndOfTime(start)
            ? new(start, start.PlusMonths(months))
            : throw DomainGuards.OutOfRange(nameof(months), months, Invariant($"a number that ends by the year 9999 when counted from {start:R}"));

    /// <summary>Reads a span of days, the form that it prints.</summary>
    /// <param name="s">The text, such as <c>[2027-01-01, 2028-01-01)</c>. The culture does not matter.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static DateSpan Parse(string s) => TextParser.Parse<DateSpan>(s, "DateSpan", "a span such as [2027-01-01, 2028-01-01) or [2027-01-01, open)");

    /// <summary>Reads a span such as <c>[2027-01-01, 2028-01-01)</c> or <c>[2027-01-01, open)</c>, if the text is
    /// one.</summary>
    /// <param name="s">The text; may be null.</param>
    /// <param name="result">The span, or the default one if the text has another form.</param>
    /// <returns>Whether the text was read.</returns>
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

    /// <summary>Whether a span can run from one day to before another.</summary>
    public static bool IsValid(LocalDate start, LocalDate end) => end > start;

    /// <summary>Whether a day belongs to the span.</summary>
    public bool Contains(LocalDate date) => date >= Start && (End is not { } end || date < end);

    /// <summary>Whether every day of another span belongs to this one.</summary>
    public bool Contains(DateSpan other) =>
        other.Start >= Start && (End is not { } end || (other.End is { } otherEnd && otherEnd <= end));

    /// <summary>The days that belong to both spans, or <see langword="null"/> where there is none.</summary>
    public DateSpan? Intersect(DateSpan other)
    {
        LocalDate start = LocalDate.Max(Start, other.Start);
        LocalDate? end = End is { } own && other.End is { } others ? LocalDate.Min(own, others) : End ?? other.End;
        return end <= start ? null : new DateSpan(start, end);
    }

    /// <summary>Whether a day belongs to both spans.</summary>
    public bool Overlaps(DateSpan other) => Intersect(other) is not null;

    // One month less than the calendar has, since the end is the day after the last one.
    private static int MonthsUntilTheEndOfTime(LocalDate start) => ((9999 - start.Year) * 12) + 12 - start.Month;

    /// <summary>The span as ISO dates: <c>[2027-01-01, 2028-01-01)</c>.</summary>
    public override string ToString() =>
        End is { } end ? Invariant($"[{Start:R}, {end:R})") : Invariant($"[{Start:R}, open)");
}
