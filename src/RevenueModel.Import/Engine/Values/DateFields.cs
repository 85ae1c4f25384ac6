using NodaTime;

namespace RevenueModel.Import;

/// <summary>Parses dates of simple patterns quickly: years of four digits, months, days and month names, with other
/// characters between them. Without a day, it is the first of the month. It reads what NodaTime reads with the same
/// pattern.</summary>
internal sealed class DateFields
{
    private const char MonthName = 'N';
    private const int MonthYear = 3;
    private const int DayMonthYear = 7;
    private static readonly string[] MonthNames =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private readonly (char Kind, int MinDigits, int MaxDigits)[] _parts;

    private DateFields((char Kind, int MinDigits, int MaxDigits)[] parts) => _parts = parts;

    /// <summary>Returns the parser of a pattern, or null if the pattern is not simple.</summary>
    public static DateFields? Of(string pattern)
    {
        var parts = new List<(char Kind, int MinDigits, int MaxDigits)>();
        int seen = 0;
        for (int i = 0; i < pattern.Length;)
        {
            char c = pattern[i];
            int length = 1;
            while (i + length < pattern.Length && pattern[i + length] == c && char.IsAsciiLetter(c))
            {
                length++;
            }

            switch (c, length)
            {
                case ('u', 4):
                    parts.Add(('u', 4, 4));
                    seen |= 1;
                    break;
                case ('M', 1 or 2):
                    parts.Add(('M', length, 2));
                    seen |= 2;
                    break;
                case ('M', 3):
                    parts.Add((MonthName, 3, 3));
                    seen |= 2;
                    break;
                case ('d', 1 or 2):
                    parts.Add(('d', length, 2));
                    seen |= 4;
                    break;
                case ('/' or '-' or '.' or ' ' or ',', 1):
                    parts.Add((c, 0, 0));
                    break;
                default:
                    return null;
            }

            i += length;
        }

        bool eachOnce = (seen == DayMonthYear && parts.Count(part => part.MaxDigits > 0) == 3)
            || (seen == MonthYear && parts.Count(part => part.MaxDigits > 0) == 2);
        return eachOnce ? new DateFields([.. parts]) : null;
    }

    /// <summary>Reads a date from the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="date">The date.</param>
    /// <param name="length">The number of characters of the date.</param>
    public bool TryRead(ReadOnlySpan<char> text, out LocalDate date, out int length)
    {
        date = default;
        length = 0;
        (int year, int month, int day) = (0, 0, 1);
        foreach ((char kind, int minDigits, int maxDigits) in _parts)
        {
            int value = 0;
            bool fits = kind switch
            {
                MonthName => TryReadMonth(text, ref length, out value),
                _ when maxDigits == 0 => length < text.Length && text[length++] == kind,
                _ => TryReadNumber(text, ref length, minDigits, maxDigits, out value),
            };
            if (!fits)
            {
                return false;
            }

            switch (kind)
            {
                case 'u':
                    year = value;
                    break;
                case 'M' or MonthName:
                    month = value;
                    break;
                case 'd':
                    day = value;
                    break;
            }
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }

    private static bool TryReadNumber(
        ReadOnlySpan<char> text, ref int at, int minDigits, int maxDigits, out int value)
    {
        int start = at;
        value = 0;
        while (at < text.Length && at - start < maxDigits && char.IsAsciiDigit(text[at]))
        {
            value = (value * 10) + (text[at] - '0');
            at++;
        }

        return at - start >= minDigits;
    }

    private static bool TryReadMonth(ReadOnlySpan<char> text, ref int at, out int month)
    {
        month = MonthOf(text[at..]);
        at += 3;
        return month > 0;
    }

    private static int MonthOf(ReadOnlySpan<char> text)
    {
        if (text.Length >= 3)
        {
            for (int i = 0; i < MonthNames.Length; i++)
            {
                if (text[..3].Equals(MonthNames[i], StringComparison.OrdinalIgnoreCase))
                {
                    return i + 1;
                }
            }
        }

        return 0;
    }
}
