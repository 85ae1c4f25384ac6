using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>A triangular distribution: its density rises linearly to the most likely value and falls linearly from
/// there.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
internal sealed record TriangularAttainment(double Low, double Mode, double High) : AttainmentDistribution
{
    internal override double Center => (Low + Mode + High) / 3;

    public override string ToString() =>
        Invariant($"triangular attainment of {Low * 100:0.##}% to {High * 100:0.##}%, likeliest {Mode * 100:0.##}%");

    internal override double MassAt(double attainment) => 0;

    internal override PartialMoments Inside(double from, double to)
    {
        double top = 2 / (High - Low);
        PartialMoments rising = new DensityLine(Low, Mode, 0, top).Inside(from, to, Center);
        PartialMoments falling = new DensityLine(Mode, High, top, 0).Inside(from, to, Center);
        return new PartialMoments(
            rising.Mass + falling.Mass, rising.First + falling.First, rising.Second + falling.Second);
    }
}
