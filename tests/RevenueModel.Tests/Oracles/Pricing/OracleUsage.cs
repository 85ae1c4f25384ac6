using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;

namespace RevenueModel.Tests.Oracles.Pricing;

/// <summary>Generated usage as input of the oracle.</summary>
internal static class OracleUsage
{
    /// <summary>A whole period, the first of the contract.</summary>
    public static OraclePeriod Of(PricingUsage given) => new() { Usage = Of(given.Plan.Meters, given.Quantities) };

    /// <summary>The quantity of each meter.</summary>
    public static Dictionary<string, ExactFraction> Of(ValueList<string> meters, ValueList<decimal> quantities) =>
        meters.Zip(quantities).ToDictionary(
            meter => meter.First, meter => ExactFraction.Of(meter.Second), StringComparer.OrdinalIgnoreCase);
}
