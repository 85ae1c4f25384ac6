
namespace RevenueModel.Compensation.Analysis;

/// <summary>What a plan pays at an attainment, and at what rate; made by <see cref="EffectiveRateCalculator"/>.</summary>
/// <param name="Attainment">Attained over target, as a ratio.</param>
/// <param name="Credit">What is credited: <c>attainment × target</c>.</param>
/// <param name="Pay">The variable pay of the year, not rounded.</param>
/// <param name="MarginalRate">The pay for a further unit of credit, just above the point.</param>
/// <param name="Jump">What pay jumps by at the point: just above it less just below it; negative where it falls, zero almost
/// everywhere. A chart draws a vertical line there.</param>
/// <param name="IsCorner">Whether pay bends or jumps at the point: a tier starts, a threshold or a cap is reached.</param>
public readonly record struct EffectiveRatePoint(
    decimal Attainment,
    decimal Credit,
    decimal Pay,
    decimal MarginalRate,
    decimal Jump,
    bool IsCorner)
{
    /// <summary>The pay for a unit of credit on the average: <c>pay / credit</c>, or <see langword="null"/> where nothing
    /// is credited.</summary>
    public decimal? EffectiveRate => Quotient.Of(Pay, Credit);

    /// <summary>The point in words.</summary>
    public override string ToString()
    {
        string rate = EffectiveRate is { } effective ? Invariant($", {effective * 100m:0.##}% of it") : "";
        string jump = Jump != 0m ? Invariant($", a jump of {Jump:#,0.##}") : "";
        return Invariant($"{Attainment * 100m:0.##}%, {Credit:#,0.##} credited: {Pay:#,0.##}{rate}, {MarginalRate * 100m:0.##}% of the next{jump}");
    }
}
