using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Compensation.Analysis;

/// <summary>A normal distribution in which values below zero count as zero.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
internal sealed record NormalAttainment(double Location, double Scale) : AttainmentDistribution
{
    internal override double Center => Location;

    public override string ToString() =>
        Invariant($"normal attainment of {Location * 100:0.##}% with a standard deviation of {Scale * 100:0.##}%");

    internal override double MassAt(double attainment) =>
        attainment == 0 ? StandardNormal.Probability(-Location / Scale) : 0;

    // With z = (x - mean) / sd: the integrals of the density, of z times the density, and of z² times the density.
    internal override PartialMoments Inside(double from, double to)
    {
        double low = (from - Location) / Scale;
        double high = (to - Location) / Scale;
        double atLow = StandardNormal.Density(low);
        double atHigh = StandardNormal.Density(high);
        double mass = StandardNormal.ProbabilityBetween(low, high);
        double second = mass + (low * atLow) - (atHigh > 0 ? high * atHigh : 0);
        return new PartialMoments(mass, Scale * (atLow - atHigh), Scale * Scale * Math.Max(second, 0));
    }
}
