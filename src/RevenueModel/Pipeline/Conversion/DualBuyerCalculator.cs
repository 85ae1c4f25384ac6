using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Computes win rates of the dual-buyer model, in which deals that engage both buyers are won more
/// often.</summary>
/// <remarks>Published: 38% with both IT and OT engaged in discovery, 16% with one (Industrial IoT 2027, section
/// 2.2).</remarks>
public static class DualBuyerCalculator
{
    /// <summary>Returns the dual-buyer and single-buyer win rates that average to a blended win rate.</summary>
    /// <param name="blendedWinRate">The win rate over all deals of a segment, between 0 and 1.</param>
    /// <param name="dualShare">The share of deals with both buyers engaged, between 0 and 1.</param>
    /// <param name="ratio">The dual-buyer win rate as a multiple of the single-buyer one, more than zero. The
    /// published rates give <c>0.38 / 0.16 = 2.375</c>.</param>
    /// <returns>The rates.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, one of the two win rates would exceed 1,
    /// or a result exceeds the range of a decimal.</exception>
    /// <remarks><c>single = blended / (share × ratio + 1 - share)</c>, <c>dual = ratio × single</c>.</remarks>
    /// <example><code>
    /// DualBuyerRates rates = DualBuyerCalculator.Solve(22.Percent, dualShare: 40.Percent, ratio: 2.375m);
    /// Console.WriteLine($"one buyer {rates.SingleWinRate:0.000}"); // one buyer 0.142
    /// Console.WriteLine($"both buyers {rates.DualWinRate:0.000}"); // both buyers 0.337
    /// </code></example>
    public static DualBuyerRates Solve(decimal blendedWinRate, decimal dualShare, decimal ratio)
    {
        Guard.Against.NotFraction(blendedWinRate);
        Guard.Against.NotFraction(dualShare);
        Guard.Against.NotPositive(ratio);
        try
        {
            decimal dealsInSingles = (dualShare * ratio) + 1m - dualShare;
            decimal highest = blendedWinRate * Math.Max(1m, ratio);
            return highest <= dealsInSingles
                ? new DualBuyerRates(
                    blendedWinRate,
                    dualShare,
                    ratio,
                    blendedWinRate / dealsInSingles,
                    blendedWinRate * ratio / dealsInSingles)
                : throw new ArgumentException(
                    Invariant($"blendedWinRate {blendedWinRate} at a dualShare of {dualShare} and a ratio of {ratio} ")
                        + Invariant($"needs a win rate of {highest / dealsInSingles:0.####}; none may be above 1."),
                    nameof(blendedWinRate));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"ratio {ratio}"), nameof(ratio), overflow);
        }
    }

    /// <summary>Returns the win rate over all deals from the win rates of dual-buyer and single-buyer deals.</summary>
    /// <param name="dualWinRate">The win rate of dual-buyer deals, between 0 and 1.</param>
    /// <param name="singleWinRate">The win rate of single-buyer deals, between 0 and 1.</param>
    /// <param name="dualShare">The share of dual-buyer deals, between 0 and 1.</param>
    /// <returns><c>share × dual + (1 - share) × single</c>.</returns>
    /// <exception cref="ArgumentException">An argument is outside 0 to 1.</exception>
    public static decimal Blend(decimal dualWinRate, decimal singleWinRate, decimal dualShare) =>
        (Guard.Against.NotFraction(dualShare) * Guard.Against.NotFraction(dualWinRate))
        + ((1m - dualShare) * Guard.Against.NotFraction(singleWinRate));

    /// <summary>Returns the gain from a larger share of dual-buyer deals, with both win rates unchanged.</summary>
    /// <param name="rates">The current rates and share.</param>
    /// <param name="dualShare">The target share, between 0 and 1.</param>
    /// <param name="pipeline">The amount of the pipeline to which the rates apply, zero or more.</param>
    /// <returns>The win rates before and after, and the gain.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static DualBuyerGain RaiseShare(DualBuyerRates rates, decimal dualShare, decimal pipeline) =>
        new(rates, Guard.Against.NotFraction(dualShare), Guard.Against.BelowZero(pipeline));

    /// <summary>Measures the win rates of closed deals by the number of buyers that they engaged.</summary>
    /// <param name="opportunities">The deals; open ones are excluded.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>The win rates of dual-buyer and of single-buyer deals.</returns>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside its range, or the amount of
    /// closed deals exceeds the range of a decimal.</exception>
    public static DualBuyerMeasurement Measure(ReadOnlySpan<Opportunity> opportunities, double confidence = 0.95)
    {
        var placed = WinRateCalculator.By<bool?>(
            opportunities,
            static opportunity => opportunity.BuyerEngagement switch
            {
                BuyerEngagement.Both => true,
                BuyerEngagement.IT or BuyerEngagement.OT => false,
                _ => null,
            },
            confidence: confidence);
        DualBuyerMeasurement measurement = new()
        {
            DualBuyer = WinRateCalculator.Measure([], confidence),
            SingleBuyer = WinRateCalculator.Measure([], confidence),
            WithoutEngagementCount = 0,
        };
        foreach ((bool? isDual, WinRate rate) in placed)
        {
            measurement = isDual switch
            {
                true => measurement with { DualBuyer = rate },
                false => measurement with { SingleBuyer = rate },
                null => measurement with { WithoutEngagementCount = rate.ClosedCount },
            };
        }

        return measurement;
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{Opportunity}, double)"/>
    public static DualBuyerMeasurement Measure(IEnumerable<Opportunity> opportunities, double confidence = 0.95) =>
        Measure(opportunities.AsItems(), confidence);

    /// <summary>Measures the win rates of dual-buyer and single-buyer deals by segment.</summary>
    /// <param name="opportunities">The deals; open ones are excluded.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>A line for each segment in the order of names; deals without a segment are last.</returns>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside its range, or the amount of
    /// closed deals exceeds the range of a decimal.</exception>
    public static ValueList<Keyed<string?, DualBuyerMeasurement>> BySegment(
        ReadOnlySpan<Opportunity> opportunities,
        double confidence = 0.95) =>
        By(opportunities, static opportunity => opportunity.Segment, StringComparer.Ordinal, confidence);

    /// <inheritdoc cref="BySegment(ReadOnlySpan{Opportunity}, double)"/>
    public static ValueList<Keyed<string?, DualBuyerMeasurement>> BySegment(
        IEnumerable<Opportunity> opportunities,
        double confidence = 0.95) =>
        BySegment(opportunities.AsItems(), confidence);

    /// <summary>Measures the win rates of dual-buyer and single-buyer deals by any property of a deal.</summary>
    /// <typeparam name="TKey">The type of the property.</typeparam>
    /// <param name="opportunities">The deals; open ones are excluded.</param>
    /// <param name="key">The property by which deals are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>A line for each group.</returns>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside its range, or the amount of
    /// closed deals exceeds the range of a decimal.</exception>
    public static ValueList<Keyed<TKey, DualBuyerMeasurement>> By<TKey>(
        ReadOnlySpan<Opportunity> opportunities,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        double confidence = 0.95) =>
        OpportunityGroups.Measure(
            opportunities,
            static opportunity => !opportunity.IsOpen,
            key,
            order,
            group => Measure(group, confidence));

    /// <inheritdoc cref="By{TKey}(ReadOnlySpan{Opportunity}, Func{Opportunity, TKey}, IComparer{TKey}, double)"/>
    public static ValueList<Keyed<TKey, DualBuyerMeasurement>> By<TKey>(
        IEnumerable<Opportunity> opportunities,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        double confidence = 0.95) =>
        By(opportunities.AsItems(), key, order, confidence);
}
