namespace RevenueModel.Packaging;

/// <summary>The figures of a <see cref="TierFigures"/> in floating point, for
/// <see cref="LadderFeeEstimates"/>.</summary>
/// <param name="Months">The number of months of the tier's customers.</param>
/// <param name="MonthsAbove">The number of these months above the upper boundary.</param>
/// <param name="RevenueToday">What the customers pay today.</param>
/// <param name="MeanBillToday">The mean bill of a month today.</param>
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
