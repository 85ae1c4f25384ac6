using System.Diagnostics.CodeAnalysis;

namespace RevenueModel.Import;

/// <summary>Parses the time of day that exports write after a date: 09:30, 9:30:15 AM, T09:30:15.250Z,
/// T09:30:15.000+0000.</summary>
internal static class TimeOfDay
{
    /// <summary>Removes a time of day from the end of a text.</summary>
    /// <returns><see langword="true"/> if the text ends with a time of day after a space or the letter T.</returns>
    public static bool TryStrip(string text, [NotNullWhen(true)] out string? date)
    {
        date = null;
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return false;
        }

        int start = text.AsSpan(0, colon).LastIndexOfAny(' ', 'T', ',');
        if (start <= 0 || !IsTime(text.AsSpan(start + 1)))
        {
            return false;
        }

        date = text[..start].TrimEnd(' ', ',');
        return date.Length > 0;
    }

    /// <summary>Returns whether the text after a date is a time of day, after a space, a comma or the letter
    /// T.</summary>
    public static bool IsAfterDate(ReadOnlySpan<char> rest)
    {
        int start = rest[0] is ' ' or 'T' or ',' ? 1 : 0;
        return start > 0 && IsTime(rest[start..]);
    }

    /// <summary>Returns the nanoseconds since midnight of the time of day at the end of a text, or 0 without
    /// one.</summary>
    public static long NanosecondsOf(ReadOnlySpan<char> text)
    {
        int colon = text.IndexOf(':');
        int start = colon < 0 ? -1 : text[..colon].LastIndexOfAny(' ', 'T', ',');
        return start >= 0 && IsTime(text[(start + 1)..], out long nanoseconds) ? nanoseconds : 0L;
    }

    private static bool IsTime(ReadOnlySpan<char> time) => IsTime(time, out _);

    private static bool IsTime(ReadOnlySpan<char> time, out long nanoseconds)
    {
        nanoseconds = 0L;
        time = WithoutZone(time.Trim(), out bool zoned);
        bool isAfternoon = time.EndsWith("PM", StringComparison.OrdinalIgnoreCase);
        bool twelveHours = isAfternoon || time.EndsWith("AM", StringComparison.OrdinalIgnoreCase);
        if (twelveHours && !zoned)
        {
            time = time[..^2].TrimEnd();
        }

        if (!TryTakeNumber(ref time, maxDigits: 2, out int hours)
            || !TryTake(ref time, ':')
            || !TryTakeNumber(ref time, maxDigits: 2, out int minutes))
        {
            return false;
        }

        int seconds = 0;
        if (TryTake(ref time, ':') && !TryTakeNumber(ref time, maxDigits: 2, out seconds))
        {
            return false;
        }

        int fraction = 0;
        int digits = time.Length;
        if ((TryTake(ref time, '.') || TryTake(ref time, ',')) && !TryTakeNumber(ref time, maxDigits: 9, out fraction))
        {
            return false;
        }

        digits -= time.Length + 1;

        // In ISO 8601, 24:00 is midnight at the end of the day. Exports do not write it, so it is refused.
        bool hoursFit = twelveHours ? hours is >= 1 and <= 12 : hours is >= 0 and <= 23;
        int hour = twelveHours ? (hours % 12) + (isAfternoon ? 12 : 0) : hours;
        nanoseconds = (((((hour * 60L) + minutes) * 60L) + seconds) * 1_000_000_000L) + Scaled(fraction, digits);
        return time.IsEmpty && hoursFit && minutes <= 59 && seconds <= 59;
    }

    private static long Scaled(long fraction, int digits)
    {
        for (int i = Math.Max(digits, 0); i < 9; i++)
        {
            fraction *= 10;
        }

        return fraction;
    }

    private static ReadOnlySpan<char> WithoutZone(ReadOnlySpan<char> time, out bool zoned)
    {
        zoned = true;
        if (time.EndsWith("Z", StringComparison.Ordinal))
        {
            return time[..^1];
        }

        if (time.EndsWith(" UTC", StringComparison.Ordinal) || time.EndsWith(" GMT", StringComparison.Ordinal))
        {
            return time[..^4];
        }

        int sign = time.LastIndexOfAny('+', '-');
        if (sign > 0)
        {
            ReadOnlySpan<char> offset = time[(sign + 1)..];
            bool fits = (offset.Length is 2 or 4 && !offset.ContainsAnyExceptInRange('0', '9'))
                || (offset.Length == 5 && offset[2] == ':'
                    && !offset[..2].ContainsAnyExceptInRange('0', '9')
                    && !offset[3..].ContainsAnyExceptInRange('0', '9'));
            if (fits)
            {
                return time[..sign].TrimEnd();
            }
        }

        zoned = false;
        return time;
    }

    private static bool TryTake(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> text, int maxDigits, out int number)
    {
        number = 0;
        int length = 0;
        while (length < text.Length && length < maxDigits && char.IsAsciiDigit(text[length]))
        {
            number = (number * 10) + (text[length] - '0');
            length++;
        }

        text = text[length..];
        return length > 0;
    }
}
