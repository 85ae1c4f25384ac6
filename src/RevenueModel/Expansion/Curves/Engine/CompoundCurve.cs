using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>A curve that grows by the same rate each year.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
internal sealed record CompoundCurve(double Start, double GrowthPerYear) : ExpansionCurve
{
    public override string ToString() =>
        Invariant($"compound from {Start:#,0.######}, {GrowthPerYear * 100:0.##}% a year");

    internal override double ValueAt(double month) => Start * GrowthPower.Of(1 + GrowthPerYear, month / 12);
}
