
namespace RevenueModel.Primitives;

/// <summary>How a part of a period is counted as a fraction of it, where a yearly or monthly figure is prorated.</summary>
public enum DayCount
{
    /// <summary>The days in the part over the days in the whole: 214 of 365, 15 of 28. Payroll and most plans; the
    /// default. (Actual/actual in the sense of ICMA: a whole period counts as exactly one.)</summary>
    ActualActual = 0,

    /// <summary>The days in the part over 365 days a year, whatever the year: a leap year counts as 366/365.
    /// Actual/365 Fixed.</summary>
    Actual365 = 1,

    /// <summary>Months of 30 days in a year of 360, the 31st counted as the 30th; the last day of
    /// February stays the 28th or 29th: [01-31, 02-28) is of 28 days, and [02-28, 03-31) of 32. 30E/360.</summary>
    Thirty360 = 2,
}
