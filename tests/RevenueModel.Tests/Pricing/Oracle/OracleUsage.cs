using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Primitives;

namespace RevenueModel.Tests.Pricing.Oracle;

/// <summary>Made-up usage as the oracle reads it.</summary>
internal static class OracleUsage
{
    /// <summary>A whole period, the first of the contract.</summary>
    public static OraclePeriod Of(PricingUsage given) => new()
    {
        Usage = given.Plan.Meters.Zip(given.Quantities).ToDictionary(
            meter => meter.First, meter => ExactFraction.Of(meter.Second), StringComparer.OrdinalIgnoreCase),
    };
}
