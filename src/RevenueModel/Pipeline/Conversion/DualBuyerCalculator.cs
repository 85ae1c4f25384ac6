using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The model of two buyers that both have to agree: deals that engage both are won more often.</summary>
/// <remarks>Published: 38% with both IT and OT engaged in discovery, 16% with one (Industrial IoT 2027, section
/// 2.2).</remarks>
public static class DualBuyerCalculator
{
    /// <summary>The two win rates that average to a blended one at a ratio.</summary>
    /// <param name="blendedWinRate">The win rate over all deals of a segment, a fraction in [0, 1].</param>
    /// <param name="dualShare">The share of deals with both buyers engaged, a fraction in [0, 1].</param>
    /// <param name="ratio">The dual-buyer rate as a multiple of the single-buyer one, more than zero: the published
    /// rates give <c>0.38 / 0.16 = 2.375</c>.</param>
    /// <exception cref="ArgumentException">An argument is outside its range, or no dual-buyer rate of 100% or less
    /// averages to the blended one.</exception>
    /// <remarks><c>single = blended / (share × ratio + 1 - share)</c>, <c>dual = ratio × single</c>.</remarks>
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
                    Invariant($"blendedWinRate {blendedWinRate} at a dualShare of {dualShare} and a ratio of {ratio} needs a win rate of {highest / dealsInSingles:0.####}; none may be above 1."),
                    nameof(blendedWinRate));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"ratio {ratio}"), nameof(ratio), overflow);
        }
    }

    /// <summary>The win rate over all deals from those of dual-buyer and single-buyer deals.</summary>
    /// <param name="dualWinRate">A fraction in [0, 1].</param>
    /// <param name="singleWinRate">A fraction in [0, 1].</param>
    /// <param name="dualShare">The share of dual-buyer deals, a fraction in [0, 1].</param>
    /// <returns><c>share × dual + (1 - share) × single</c>.</returns>
    /// <exception cref="ArgumentException">An argument is outside [0, 1].</exception>
    public static decimal Blend(decimal dualWinRate, decimal singleWinRate, decimal dualShare) =>
        (Guard.Against.NotFraction(dualShare) * Guard.Against.NotFraction(dualWinRate))
        + ((1m - dualShare) * Guard.Against.NotFraction(singleWinRate));

    /// <summary>What it is worth to raise the share of dual-buyer deals, both rates unchanged.</summary>
    /// <param name="rates">The rates and the share today.</param>
    /// <param name="dualShare">The share that is aimed at, a fraction in [0, 1].</param>
    /// <param name="pipeline">The amount of the pipeline that the rates apply to, zero or more.</param>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static DualBuyerGain RaiseShare(DualBuyerRates rates, decimal dualShare, decimal pipeline) =>
        new(rates, Guard.Against.NotFraction(dualShare), Guard.Against.BelowZero(pipeline));

    /// <summary>Measures the win rates of closed deals by how many of the two buyers they engaged.</summary>
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
