namespace RevenueModel.Forecasting;
internal static class DistributionMerge
{
    public static ForecastDistribution Merge(ForecastDistribution a, ForecastDistribution b) => throw new NotSupportedException();
}
