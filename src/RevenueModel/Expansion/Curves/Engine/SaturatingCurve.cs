using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Expansion;

/// <summary>A logistic curve that saturates at a ceiling.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
internal sealed record SaturatingCurve(double Start, double Ceiling, double RatePerYear) : ExpansionCurve
{
    public override string ToString() => Invariant($"saturating from {Start:#,0.######} ")
        + Invariant($"toward {Ceiling:#,0.######}, rate {RatePerYear:0.####} a year");

    // The two shares of the curve, so that month 0 is exactly the start and large rates do not overflow.
    internal override double ValueAt(double month)
    {
        double share = Start / Ceiling;
        double decay = StandardNormal.Exp(-RatePerYear * (month / 12));
        return Math.Clamp(Start / (share + ((1 - share) * decay)), Start, Ceiling);
    }
}
