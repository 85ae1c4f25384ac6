using NodaTime;

namespace RevenueModel.Retention;

/// <summary>Months as whole numbers, so that they can be subtracted.</summary>
internal static class MonthIndex
{
    private const int MonthsPerYear = 12;

    /// <summary>Returns the number of months since January of the year zero.</summary>
    public static int Of(YearMonth month) => (month.Year * MonthsPerYear) + month.Month - 1;

    /// <summary>Returns the number of months since January of the year zero.</summary>
    public static int Of(LocalDate date) => (date.Year * MonthsPerYear) + date.Month - 1;

    /// <summary>Returns the month of a number.</summary>
    public static YearMonth ToMonth(int index) => new(index / MonthsPerYear, (index % MonthsPerYear) + 1);
}
