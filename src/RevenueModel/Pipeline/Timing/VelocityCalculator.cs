using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Measures how fast a pipeline turns into revenue.</summary>
public static class VelocityCalculator
{
    /// <summary>Returns pipeline velocity: <c>deals × value × win rate / cycle days</c>, the most common
    /// formula.</summary>
    /// <param name="openDealCount">The number of open deals, zero or more.</param>
    /// <param name="averageDealValue">The amount of an average deal, zero or more.</param>
    /// <param name="winRate">The share of deals that are won: a fraction between 0 and 1.</param>
    /// <param name="cycleDays">The length of an average sales cycle in days, zero or more.</param>
    /// <returns>The amount per day, or <see langword="null"/> if the cycle is zero days.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    /// <example><code>
    /// decimal? perDay = VelocityCalculator.PipelineVelocity(40, 35_000m, 22.Percent, cycleDays: 90m);
    /// Console.WriteLine($"{perDay:#,0.00} a day"); // 3,422.22 a day
    /// </code></example>
    public static decimal? PipelineVelocity(
        long openDealCount,
        decimal averageDealValue,
        decimal winRate,
        decimal cycleDays)
    {
        Guard.Against.BelowZero(openDealCount);
        Guard.Against.BelowZero(averageDealValue);
        Guard.Against.NotFraction(winRate);
        Guard.Against.BelowZero(cycleDays);
        try
        {
            return cycleDays == 0m ? null : openDealCount * averageDealValue * winRate / cycleDays;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"averageDealValue {averageDealValue} times openDealCount {openDealCount}"),
                nameof(averageDealValue),
                overflow);
        }
    }

    /// <summary>Returns won-value velocity, the other convention: <c>won value / mean won cycle</c>.</summary>
    /// <param name="wonValue">The amount of the deals won, zero or more, or <see langword="null"/> if it is
    /// unknown.</param>
    /// <param name="meanWonCycleDays">The mean cycle of those deals in days, zero or more.</param>
    /// <returns>The amount per day of an average cycle, or <see langword="null"/> if the amount is unknown or the
    /// cycle is zero days.</returns>
    /// <exception cref="ArgumentException">An argument is negative, or the result exceeds the range of a
    /// decimal.</exception>
    public static decimal? WonValueVelocity(decimal? wonValue, decimal meanWonCycleDays)
    {
        if (wonValue is { } given)
        {
            Guard.Against.BelowZero(given, nameof(wonValue));
        }

        Guard.Against.BelowZero(meanWonCycleDays);
        try
        {
            return meanWonCycleDays == 0m ? null : wonValue / meanWonCycleDays;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"wonValue {wonValue} over meanWonCycleDays {meanWonCycleDays}"),
                nameof(wonValue),
                overflow);
        }
    }

    /// <summary>Measures both velocities of deals.</summary>
    /// <param name="opportunities">Open, won and lost deals.</param>
    /// <returns>The velocities and the figures that they are computed from.</returns>
    /// <exception cref="ArgumentException">A figure exceeds the range of a decimal.</exception>
    /// <remarks>
    /// The count is that of open deals, the value is the mean of won deals with an amount, the win rate is by count
    /// over closed deals, and the cycle is the mean of won deals whose cycle is known.
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
        var velocity = new SalesVelocity
        {
            OpenDealCount = open,
            AverageWonValue = valued == 0 ? null : winRate.WonValue / valued,
            WinRate = winRate.ByCount,
            MeanWonCycleDays = CycleCalculator.Measure(opportunities).Mean,
            WonValue = winRate.WonValue,
        };
        try
        {
            // The properties compute their figures on each call, so an overflow is detected here.
            _ = velocity.PipelinePerDay;
            _ = velocity.WonValuePerCycleDay;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The velocity of opportunities with won value {velocity.WonValue}"),
                nameof(opportunities),
                overflow);
        }

        return velocity;
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{Opportunity})"/>
    public static SalesVelocity Measure(IEnumerable<Opportunity> opportunities) => Measure(opportunities.AsItems());

    /// <summary>Measures both velocities by segment.</summary>
    /// <param name="opportunities">Open, won and lost deals.</param>
    /// <returns>A line for each segment in the order of names; deals without a segment are last.</returns>
    /// <exception cref="ArgumentException">A figure exceeds the range of a decimal.</exception>
    public static ValueList<Keyed<string?, SalesVelocity>> BySegment(ReadOnlySpan<Opportunity> opportunities) =>
        By(opportunities, static opportunity => opportunity.Segment, StringComparer.Ordinal);

    /// <inheritdoc cref="BySegment(ReadOnlySpan{Opportunity})"/>
    public static ValueList<Keyed<string?, SalesVelocity>> BySegment(IEnumerable<Opportunity> opportunities) =>
        BySegment(opportunities.AsItems());

    /// <summary>Measures both velocities by any property of a deal.</summary>
    /// <typeparam name="TKey">The type of the property.</typeparam>
    /// <param name="opportunities">Open, won and lost deals.</param>
    /// <param name="key">The property by which deals are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <returns>A line for each group.</returns>
    /// <exception cref="ArgumentException">A figure exceeds the range of a decimal.</exception>
    public static ValueList<Keyed<TKey, SalesVelocity>> By<TKey>(
        ReadOnlySpan<Opportunity> opportunities,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null) =>
        OpportunityGroups.Measure(opportunities, static _ => true, key, order, static group => Measure(group));

    /// <inheritdoc cref="By{TKey}(ReadOnlySpan{Opportunity}, Func{Opportunity, TKey}, IComparer{TKey})"/>
    public static ValueList<Keyed<TKey, SalesVelocity>> By<TKey>(
        IEnumerable<Opportunity> opportunities,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null) =>
        By(opportunities.AsItems(), key, order);
}
