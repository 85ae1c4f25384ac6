using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The mean time without an event up to a horizon: the area under the survival curve.</summary>
/// <param name="Horizon">The horizon in the unit of the table, zero or more.</param>
/// <param name="Mean">The mean in the same unit.</param>
/// <param name="StandardError">The standard error of the mean in the same unit.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RestrictedMean(decimal Horizon, double Mean, double StandardError)
{
    /// <summary>Returns the mean, its standard error and the horizon.</summary>
    public override string ToString() =>
        Invariant($"{Mean:0.####} ± {StandardError:0.####} up to {Horizon:0.####}");
}
