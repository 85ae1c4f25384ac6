using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A range that covers the true value of an estimate with a stated confidence.</summary>
/// <param name="Lower">The lower end, in the unit of the estimate, such as a fraction for a rate.</param>
/// <param name="Upper">The upper end, in the unit of the estimate; at least the lower end.</param>
/// <param name="Confidence">The share of such intervals that cover the true value, between 0 and 1, both
/// excluded.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ConfidenceInterval(double Lower, double Upper, double Confidence)
{
    /// <summary>Returns whether a value lies in the interval, ends included.</summary>
    /// <param name="value">The value, in the unit of the estimate.</param>
    /// <returns><see langword="true"/> if it lies in the interval.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>Returns the ends and the confidence in percent.</summary>
    public override string ToString() =>
        Invariant($"{Lower * 100:0.0}%-{Upper * 100:0.0}% at {Confidence * 100:0.##}%");
}
