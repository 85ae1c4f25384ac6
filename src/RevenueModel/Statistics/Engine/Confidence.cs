using System.Runtime.CompilerServices;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>Checks of the confidence of an interval, and its normal quantile.</summary>
internal static class Confidence
{
    /// <summary>Rejects a confidence outside 0 to 1, and NaN.</summary>
    public static double Require(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is > 0 and < 1 ? value : throw DomainGuards.OutOfRange(name, value, "a fraction between 0 and 1");

    /// <summary>Returns the two-sided quantile of the standard normal distribution. The quantile of the lower tail
    /// keeps the digits of a confidence close to one.</summary>
    public static double Deviations(double confidence) => -StandardNormal.Quantile((1 - confidence) / 2);
}
