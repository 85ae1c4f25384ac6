using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>A uniform distribution between two ends.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
internal sealed record UniformAttainment(double Low, double High) : AttainmentDistribution
{
    internal override double Center => (Low + High) / 2;

    public override string ToString() => Invariant($"uniform attainment of {Low * 100:0.##}% to {High * 100:0.##}%");

    internal override double MassAt(double attainment) => 0;

    internal override PartialMoments Inside(double from, double to)
    {
        double density = 1 / (High - Low);
        return new DensityLine(Low, High, density, density).Inside(from, to, Center);
    }
}
