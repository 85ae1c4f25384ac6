using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The pay and the rates of a plan at an attainment, computed by
/// <see cref="EffectiveRateCalculator"/>.</summary>
/// <param name="Attainment">The attainment, <c>credit / target</c>, as a ratio.</param>
/// <param name="Credit">The credit in the unit of the measure: <c>attainment × target</c>.</param>
/// <param name="Pay">The variable pay of the year, not rounded.</param>
/// <param name="MarginalRate">The pay for one more unit of credit, just above the point.</param>
/// <param name="Jump">The jump in pay at the point: pay just above it minus pay just below it. Negative if pay falls,
/// zero if there is no jump. A chart draws a jump as a vertical line.</param>
/// <param name="IsCorner">Whether the marginal rate changes or pay jumps at the point, because a tier, a threshold or
/// a cap starts there.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct EffectiveRatePoint(
    decimal Attainment,
    decimal Credit,
    decimal Pay,
    decimal MarginalRate,
    decimal Jump,
    bool IsCorner)
{
    /// <summary>Gets the average pay for a unit of credit, <c>pay / credit</c>, or <see langword="null"/> if the
    /// credit is zero.</summary>
    public decimal? EffectiveRate => Quotient.Of(Pay, Credit);

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string rate = EffectiveRate is { } effective ? Invariant($", {effective * 100m:0.##}% of it") : "";
        string jump = Jump != 0m ? Invariant($", a jump of {Jump:#,0.##}") : "";
        return Invariant($"{Attainment * 100m:0.##}%, {Credit:#,0.##} credited: {Pay:#,0.##}{rate}, ")
            + Invariant($"{MarginalRate * 100m:0.##}% of the next{jump}");
    }
}
