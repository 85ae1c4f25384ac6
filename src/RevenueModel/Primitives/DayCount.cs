
namespace RevenueModel.Primitives;

/// <summary>The convention by which a part of a period is counted as a fraction of it, to prorate a yearly or monthly
/// amount.</summary>
public enum DayCount
{
    /// <summary>Days of the part divided by days of the whole: 214 of 365, 15 of 28. The convention of payroll and
    /// most plans. A whole period is exactly one, as in ICMA's actual/actual. The default.</summary>
    ActualActual = 0,

    /// <summary>Days of the part divided by 365 days a year, also in a leap year, which counts as 366/365. Actual/365
    /// Fixed.</summary>
    Actual365 = 1,

    /// <summary>Months of 30 days and years of 360 days; the 31st counts as the 30th. The last day of February stays
    /// the 28th or 29th: [01-31, 02-28) has 28 days and [02-28, 03-31) has 32. 30E/360.</summary>
    Thirty360 = 2,
}
