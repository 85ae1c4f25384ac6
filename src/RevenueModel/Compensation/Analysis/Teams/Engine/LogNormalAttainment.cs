using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Compensation.Analysis;

/// <summary>A log-normal distribution with a given mean and standard deviation.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
internal sealed record LogNormalAttainment(double Location, double Scale) : AttainmentDistribution
{
    internal override double Center => Location;

    public override string ToString() =>
        Invariant($"log-normal attainment of {Location * 100:0.##}% with a standard deviation of {Scale * 100:0.##}%");

    internal override double MassAt(double attainment) => 0;

    // The partial moment of order k is the whole moment times the normal probability of the range, with its logarithms
    // shifted down by k variances.
    internal override PartialMoments Inside(double from, double to)
    {
        double ratio = Scale / Location;
        double variance = StandardNormal.LogOnePlus(ratio * ratio);
        double deviation = Math.Sqrt(variance);
        double low = Standardised(from);
        double high = Standardised(to);
        double mass = StandardNormal.ProbabilityBetween(low, high);
        double first = Location * StandardNormal.ProbabilityBetween(low - deviation, high - deviation);
        double second = ((Location * Location) + (Scale * Scale))
            * StandardNormal.ProbabilityBetween(low - (2 * deviation), high - (2 * deviation));
        return new PartialMoments(
            mass,
            first - (Location * mass),
            Math.Max(second - (2 * Location * first) + (Location * Location * mass), 0));

        double Standardised(double attainment) => attainment switch
        {
            0 => double.NegativeInfinity,
            double.PositiveInfinity => attainment,
            _ => (StandardNormal.Log(attainment / Location) + (variance / 2)) / deviation,
        };
    }
}
