namespace RevenueModel.Forecasting;

/// <summary>The error of one operation on doubles.</summary>
internal static class Rounding
{
    /// <summary>The largest relative error of one operation, 2^-53.</summary>
    public const double Unit = 1.1102230246251565e-16;
}
