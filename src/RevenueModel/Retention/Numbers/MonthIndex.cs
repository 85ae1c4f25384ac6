using System.Runtime.CompilerServices;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Months as whole numbers, so that they can be subtracted.</summary>
internal static class MonthIndex
{
    private const int MonthsPerYear = 12;

    /// <summary>Returns the number of months since January of the year zero.</summary>
    public static int Of(YearMonth month) => (month.Year * MonthsPerYear) + month.Month - 1;

    /// <summary>Rejects a month of a calendar other than the ISO calendar, whose months have other lengths.</summary>
    public static YearMonth RequireIso(YearMonth month, [CallerArgumentExpression(nameof(month))] string name = "") =>
        month.Calendar == CalendarSystem.Iso
            ? month
            : throw DomainGuards.OutOfRange(
                name, Invariant($"{month} in the {month.Calendar.Name} calendar"), "a month of the ISO calendar");

    /// <summary>Returns the number of months since January of the year zero.</summary>
    public static int Of(LocalDate date) => (date.Year * MonthsPerYear) + date.Month - 1;

    /// <summary>Returns the month of a number.</summary>
    public static YearMonth ToMonth(int index)
    {
        int year = (int)Math.Floor((double)index / MonthsPerYear); // also before the year zero
        return new YearMonth(year, index - (year * MonthsPerYear) + 1);
    }
}
