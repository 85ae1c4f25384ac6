using NodaTime;

namespace RevenueModel.Import;

/// <summary>Creates the choices of formats for dates and numbers.</summary>
internal static class FormatChoices
{
    /// <summary>Returns the choice of the format of dates.</summary>
    /// <param name="stated">The stated format, or null to detect it.</param>
    /// <param name="withMonths">Whether months without a day are dates.</param>
    public static FormatChoice<DateFormat, LocalDate> OfDates(DateFormat? stated, bool withMonths) => new(
        stated,
        withMonths ? [.. DateFormat.Recognized, .. DateFormat.RecognizedMonths] : DateFormat.Recognized,
        static (DateFormat format, ReadOnlySpan<char> text, out LocalDate value) => format.TryParse(text, out value));

    /// <summary>Returns the choice of the format of numbers.</summary>
    public static FormatChoice<NumberFormat, decimal> OfNumbers(NumberFormat? stated) => new(
        stated,
        NumberFormat.Recognized,
        static (NumberFormat format, ReadOnlySpan<char> text, out decimal value) => format.TryParse(text, out value),
        SameDecimals);

    /// <summary>Returns whether a text has no groups, and the formats have one decimal separator.</summary>
    private static bool SameDecimals(List<NumberFormat> formats, ReadOnlySpan<char> text)
    {
        int other = text.IndexOfAnyExceptInRange('0', '9');
        if (other < 0)
        {
            return !text.IsEmpty;
        }

        char separator = text[other];
        if (text[(other + 1)..].ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        foreach (NumberFormat format in formats)
        {
            if (format.DecimalSeparator != separator)
            {
                return false;
            }
        }

        return true;
    }
}
