using System.Globalization;
using NodaTime;
using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>Reads intervals, such as month, monthly, quarterly, 3 months, every 6 months, annual and 2
/// years.</summary>
internal static class IntervalWords
{
    private const int MaxCount = 100;
    private const int MaxMonths = 1_200;
    private const int MaxWeeks = 5_200;
    private const int DaysOfWeek = 7;
    private const string Every = "every ";

    /// <summary>Returns the interval of a text, or null.</summary>
    public static RecurringInterval? Read(string text)
    {
        string word = text.StartsWith(Every, StringComparison.OrdinalIgnoreCase) ? text[Every.Length..] : text;
        int count = 1;
        int space = word.AsSpan().IndexOfAny(' ', '-');
        if (space > 0 && TryCount(word.AsSpan(0, space), out int number))
        {
            count = number;
            word = word[(space + 1)..];
        }

        return Of(word, count);
    }

    /// <summary>Returns whether a text is a number of intervals.</summary>
    public static bool TryCount(ReadOnlySpan<char> text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    /// <summary>Returns the interval of a word and a number of it, or null.</summary>
    public static RecurringInterval? Of(string word, int count) => count is < 1 or > MaxCount
        ? null
        : NameNormalizer.OfValue(word) switch
        {
            "week" or "weeks" or "weekly" or "w" or "perweek" => RecurringInterval.Weeks(count),
            "month" or "months" or "monthly" or "m" or "mo" or "permonth" => RecurringInterval.Months(count),
            "quarter" or "quarters" or "quarterly" or "q" or "perquarter" => RecurringInterval.Months(count * 3),
            "halfyear" or "halfyears" or "halfyearly" or "semiannual" or "semiannually" =>
                RecurringInterval.Months(count * 6),
            "year" or "years" or "yearly" or "annual" or "annually" or "y" or "yr" or "peryear" =>
                RecurringInterval.Years(count),
            _ => null,
        };

    /// <summary>Returns the interval that the name of a column of amounts tells, or null.</summary>
    public static RecurringInterval? OfColumn(string name)
    {
        return NameNormalizer.OfColumn(name) switch
        {
            "mrr" or "monthlyamount" or "monthlyrecurringrevenue" => RecurringInterval.Monthly,
            "arr" or "annualamount" or "annualrecurringrevenue" or "acv" or "annualcontractvalue" =>
                RecurringInterval.Annual,
            _ => null,
        };
    }

    /// <summary>Returns the length of a term in months or weeks, or null if it is neither. A term from the last day of
    /// a month to the last day of another one is whole months.</summary>
    public static RecurringInterval? OfTerm(LocalDate start, LocalDate end)
    {
        int months = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        if (months is > 0 and <= MaxMonths && (start.PlusMonths(months) == end || (IsLast(start) && IsLast(end))))
        {
            return RecurringInterval.Months(months);
        }

        int days = Period.DaysBetween(start, end);
        return days % DaysOfWeek == 0 && days / DaysOfWeek <= MaxWeeks
            ? RecurringInterval.Weeks(days / DaysOfWeek)
            : null;
    }

    private static bool IsLast(LocalDate date) => date.Day == date.Calendar.GetDaysInMonth(date.Year, date.Month);
}
