
namespace RevenueModel.Packaging;

/// <summary>The figures of a <see cref="TierFigures"/> in floating point, for <see cref="LadderFeeEstimates"/>.</summary>
/// <param name="Months">The months.</param>
/// <param name="Above">Of these, the months above the upper boundary.</param>
/// <param name="Today">What the customers pay today.</param>
/// <param name="Mean">What they pay today in a month, on average.</param>
internal readonly record struct TierFigureEstimates(double Months, double Above, double Today, double Mean)
{
    /// <summary>The figures of a pair.</summary>
    public static TierFigureEstimates Of(in TierFigures pair) =>
        new((double)pair.Months, (double)pair.Above, (double)pair.Today, (double)pair.Mean);
}
