namespace RevenueModel.Packaging;

/// <summary>The values of <see cref="TierFigures"/> in floating point, for <see cref="LadderFeeEstimates"/>.</summary>
/// <param name="Months">The number of months of the customers of the tier.</param>
/// <param name="MonthsAbove">The number of these months above the upper boundary.</param>
/// <param name="RevenueToday">The current revenue of the customers.</param>
/// <param name="MeanBillToday">The mean current bill of a month.</param>
internal readonly record struct TierFigureEstimates(
    double Months,
    double MonthsAbove,
    double RevenueToday,
    double MeanBillToday)
{
    /// <summary>Converts exact figures.</summary>
    public static TierFigureEstimates Of(in TierFigures figures) => new(
        (double)figures.Months,
        (double)figures.MonthsAbove,
        (double)figures.RevenueToday,
        (double)figures.MeanBillToday);
}
