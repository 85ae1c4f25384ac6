using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>How fast a pipeline turns into revenue.</summary>
public static class VelocityCalculator
{
    /// <summary>Pipeline velocity, the usual formula: <c>count × value × win rate / cycle days</c>.</summary>
    /// <param name="opportunities">The number of open opportunities, zero or more.</param>
    /// <param name="averageDealValue">The amount of an average deal, zero or more.</param>
    /// <param name="winRate">The share of deals that are won: a fraction in [0, 1].</param>
    /// <param name="cycleDays">The length of an average cycle in days, more than zero.</param>
    /// <returns>The amount per day.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static decimal PipelineVelocity(
        long opportunities,
        decimal averageDealValue,
        decimal winRate,
        decimal cycleDays) =>
        Guard.Against.BelowZero(opportunities)
        * Guard.Against.BelowZero(averageDealValue)
        * Guard.Against.NotFraction(winRate)
        / Guard.Against.NotPositive(cycleDays);

    /// <summary>Won-value velocity, the other convention: <c>won value / mean won cycle</c>.</summary>
    /// <param name="wonValue">The amount of the deals won, zero or more.</param>
    /// <param name="meanWonCycleDays">The mean cycle of those deals in days, more than zero.</param>
    /// <returns>The amount per day of an average cycle.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static decimal WonValueVelocity(decimal wonValue, decimal meanWonCycleDays) =>
        Guard.Against.BelowZero(wonValue) / Guard.Against.NotPositive(meanWonCycleDays);

    /// <summary>Both velocities of these deals.</summary>
    /// <param name="opportunities">Open, won and lost deals.</param>
    /// <remarks>
    /// Open deals are counted; the value is the mean of won deals that carry an amount, the win rate is by count over
    /// closed deals, the cycle is the mean of won deals whose cycle is known.
    /// </remarks>
    public static SalesVelocity Measure(ReadOnlySpan<Opportunity> opportunities)
    {
        WinRate winRate = WinRateCalculator.Measure(opportunities);
        int open = 0;
        foreach (Opportunity opportunity in opportunities)
        {
            open += opportunity.IsOpen ? 1 : 0;
        }

        int valued = winRate.WonCount - winRate.WonWithoutValueCount;
        return new SalesVelocity
        {
            OpenDealCount = open,
            AverageWonValue = valued == 0 ? null : winRate.WonValue / valued,
            WinRate = winRate.ByCount,
            MeanWonCycleDays = CycleCalculator.Measure(opportunities).Mean,
            WonValue = winRate.WonValue,
        };
    }
}
