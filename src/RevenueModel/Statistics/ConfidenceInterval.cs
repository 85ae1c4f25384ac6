using System.Globalization;
using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A range that covers the true value of an estimate with a stated confidence.</summary>
/// <param name="Lower">The lower end, in the unit of the estimate, such as a fraction for a rate.</param>
/// <param name="Upper">The upper end, in the unit of the estimate; at least the lower end.</param>
/// <param name="Confidence">The share of such intervals that cover the true value, between 0 and 1, both
/// excluded.</param>
/// <remarks>
/// Immutable; equal by value. Prints the ends in percent, <c>49.0%-94.3% at 95%</c>, because most intervals are of
/// rates. A format string is applied to each end: <c>$"{interval:0.0}"</c> prints <c>1.5-3.2 at 95%</c>.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct ConfidenceInterval(double Lower, double Upper, double Confidence) : IFormattable
{
    /// <summary>Returns whether a value lies in the interval, ends included.</summary>
    /// <param name="value">The value, in the unit of the estimate.</param>
    /// <returns><see langword="true"/> if it lies in the interval.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>Returns the ends and the confidence in percent, the same in every culture: <c>49.0%-94.3% at 95%</c>,
    /// <c>-3.8% to 19.3% at 95%</c>.</summary>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the interval with a format for its ends: <c>0.0</c> gives <c>1.5-3.2 at 95%</c>.</summary>
    /// <param name="format">A numeric format. Default: percent with one decimal.</param>
    /// <param name="formatProvider">A culture. Default: the invariant culture.</param>
    /// <returns>The text.</returns>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        IFormatProvider provider = formatProvider ?? CultureInfo.InvariantCulture;
        string separator = Lower < 0 ? " to " : "-";
        return End(Lower) + separator + End(Upper)
            + " at " + (Confidence * 100).ToString("0.##", provider) + "%";

        string End(double value) => format is null
            ? (value * 100).ToString("0.0", provider) + "%"
            : value.ToString(format, provider);
    }
}
