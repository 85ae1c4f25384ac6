using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>A straight line, up to the month in which it reaches zero.</summary>
[JsonConverter(typeof(JsonCompanionRequired))]
internal sealed record LinearCurve(double Start, double AddedPerYear) : ExpansionCurve
{
    public override double? LastMonth => AddedPerYear < 0 ? Start / -AddedPerYear * 12 : null;

    public override string ToString() => Invariant($"linear from {Start:#,0.######}, ")
        + Invariant($"{AddedPerYear:+#,0.######;-#,0.######;0} a year");

    internal override double ValueAt(double month) => Math.Max(Start + (AddedPerYear * (month / 12)), 0);
}
