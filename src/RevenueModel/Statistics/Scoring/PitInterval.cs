using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The probability integral transform (PIT) of an observation: the range from the forecast probability of
/// less to that of at most the observed value.</summary>
/// <remarks>Immutable; equal by value. For a continuous forecast both ends are equal. The default value is an
/// observation below all that was forecast.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct PitInterval
{
    private PitInterval(double lower, double upper)
    {
        Lower = lower;
        Upper = upper;
    }

    /// <summary>Gets the forecast probability of less than the observed value, between 0 and 1.</summary>
    public double Lower { get; }

    /// <summary>Gets the forecast probability of at most the observed value, between the lower end and 1.</summary>
    public double Upper { get; }

    /// <summary>Creates an interval from the distribution function of a forecast.</summary>
    /// <param name="lower">The forecast probability of less than the observed value, between 0 and 1.</param>
    /// <param name="upper">The forecast probability of at most the observed value, between the lower end and
    /// 1.</param>
    /// <returns>The interval.</returns>
    /// <exception cref="ArgumentException">An end is outside its range, or NaN.</exception>
    public static PitInterval Of(double lower, double upper)
    {
        NumberGuards.Probability(lower);
        NumberGuards.Probability(upper);
        return new PitInterval(lower, NumberGuards.AtLeast(upper, lower));
    }

    /// <summary>Returns the ends.</summary>
    public override string ToString() => Invariant($"{Lower:0.####} to {Upper:0.####}");
}
