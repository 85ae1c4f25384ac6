using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Measures the share of closed deals that were won.</summary>
public static class WinRateCalculator
{
    /// <summary>Returns the win rate by count: <c>won / (won + lost)</c>. Most CRM reports use it.</summary>
    /// <param name="won">The number of deals won, zero or more.</param>
    /// <param name="lost">The number of deals lost, zero or more.</param>
    /// <returns>A fraction between 0 and 1, or <see langword="null"/> if no deal closed.</returns>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public static decimal? ByCount(long won, long lost)
    {
        decimal closed = (decimal)Guard.Against.BelowZero(won) + Guard.Against.BelowZero(lost);
        return closed == 0m ? null : won / closed;
    }

    /// <summary>Returns the win rate by value: <c>won amount / (won + lost amount)</c>. Finance and forecast teams
    /// use it, since a pipeline is an amount.</summary>
    /// <param name="wonValue">The amount of the deals won, zero or more.</param>
    /// <param name="lostValue">The amount of the deals lost, zero or more.</param>
    /// <returns>A fraction between 0 and 1, or <see langword="null"/> if no amount closed.</returns>
    /// <exception cref="ArgumentException">An amount is negative, or their sum exceeds the range of a
    /// decimal.</exception>
    public static decimal? ByValue(decimal wonValue, decimal lostValue)
    {
        Guard.Against.BelowZero(wonValue);
        Guard.Against.BelowZero(lostValue);
        try
        {
            decimal closed = wonValue + lostValue;
            return closed == 0m ? null : wonValue / closed;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"wonValue {wonValue} plus lostValue {lostValue}"), nameof(wonValue), overflow);
        }
    }

    /// <summary>Measures both win rates of the closed deals, with intervals.</summary>
    /// <param name="opportunities">The deals; open ones are excluded.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>The win rates.</returns>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside its range, or the amount of the
    /// closed deals exceeds the range of a decimal; the message names the deal.</exception>
    /// <example><code>
    /// DealTimeline won = DealTimeline.Won(closed: new LocalDate(2027, 1, 20));
    /// DealTimeline lost = DealTimeline.Lost(closed: new LocalDate(2027, 2, 12));
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Won", Amount = 90_000m, Timeline = won },
    ///     new() { Id = "B", Stage = "Lost", Amount = 30_000m, Timeline = lost },
    ///     new() { Id = "C", Stage = "Lost", Amount = 30_000m, Timeline = lost },
    /// ];
    /// WinRate rate = WinRateCalculator.Measure(deals);
    /// Console.WriteLine($"by count {rate.ByCount:0.00}"); // by count 0.33
    /// Console.WriteLine($"by value {rate.ByValue:0.00}"); // by value 0.60
    /// </code></example>
    public static WinRate Measure(ReadOnlySpan<Opportunity> opportunities, double confidence = 0.95)
    {
        DealTally won = default;
        DealTally lost = default;
        int at = 0;
        try
        {
            for (; at < opportunities.Length; at++)
            {
                Opportunity opportunity = OpportunityGuards.Item(opportunities, at);
                switch (opportunity.Outcome)
                {
                    case DealOutcome.Won:
                        won.Add(opportunity.Amount);
                        break;
                    case DealOutcome.Lost:
                        lost.Add(opportunity.Amount);
                        break;
                    default:
                        break;
                }
            }

            _ = won.Value + lost.Value; // the properties of the result add the two
        }
        catch (OverflowException overflow)
        {
            throw OpportunityGuards.Overflow(opportunities[Math.Min(at, opportunities.Length - 1)], overflow);
        }

        return new WinRate(won, lost, confidence);
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{Opportunity}, double)"/>
    public static WinRate Measure(IEnumerable<Opportunity> opportunities, double confidence = 0.95) =>
        Measure(opportunities.AsItems(), confidence);

    /// <summary>Measures both win rates by segment.</summary>
    /// <param name="opportunities">The deals; open ones are excluded.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>A line for each segment in the order of names; deals without a segment are last.</returns>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside its range, or the amount of
    /// closed deals exceeds the range of a decimal.</exception>
    public static ValueList<Keyed<string?, WinRate>> BySegment(
        ReadOnlySpan<Opportunity> opportunities,
        double confidence = 0.95) =>
        By(opportunities, static opportunity => opportunity.Segment, StringComparer.Ordinal, confidence);

    /// <inheritdoc cref="BySegment(ReadOnlySpan{Opportunity}, double)"/>
    public static ValueList<Keyed<string?, WinRate>> BySegment(
        IEnumerable<Opportunity> opportunities,
        double confidence = 0.95) =>
        BySegment(opportunities.AsItems(), confidence);

    /// <summary>Measures both win rates by competition: no competitor, a competitor, not recorded.</summary>
    /// <param name="opportunities">The deals; open ones are excluded.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>A line for each of the three groups that occurs.</returns>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside its range, or the amount of
    /// closed deals exceeds the range of a decimal.</exception>
    /// <remarks>Healthy competitive win rates are published as 25-40% (Industrial Cybersecurity KPIs 2027, KPI
    /// 4).</remarks>
    public static ValueList<Keyed<bool?, WinRate>> ByCompetitive(
        ReadOnlySpan<Opportunity> opportunities,
        double confidence = 0.95) =>
        By(opportunities, static opportunity => opportunity.IsCompetitive, Comparer<bool?>.Default, confidence);

    /// <inheritdoc cref="ByCompetitive(ReadOnlySpan{Opportunity}, double)"/>
    public static ValueList<Keyed<bool?, WinRate>> ByCompetitive(
        IEnumerable<Opportunity> opportunities,
        double confidence = 0.95) =>
        ByCompetitive(opportunities.AsItems(), confidence);

    /// <summary>Measures both win rates by the engaged buyers: none, IT, OT, both, not recorded.</summary>
    /// <param name="opportunities">The deals; open ones are excluded.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>A line for each of the five groups that occurs.</returns>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside its range, or the amount of
    /// closed deals exceeds the range of a decimal.</exception>
    /// <remarks>Published: 38% with both against 16% with one (Industrial IoT 2027, section 2.2).</remarks>
    public static ValueList<Keyed<BuyerEngagement?, WinRate>> ByBuyerEngagement(
        ReadOnlySpan<Opportunity> opportunities,
        double confidence = 0.95) =>
        By(
            opportunities,
            static opportunity => opportunity.BuyerEngagement,
            Comparer<BuyerEngagement?>.Default,
            confidence);

    /// <inheritdoc cref="ByBuyerEngagement(ReadOnlySpan{Opportunity}, double)"/>
    public static ValueList<Keyed<BuyerEngagement?, WinRate>> ByBuyerEngagement(
        IEnumerable<Opportunity> opportunities,
        double confidence = 0.95) =>
        ByBuyerEngagement(opportunities.AsItems(), confidence);

    /// <summary>Measures both win rates by any property of a deal.</summary>
    /// <typeparam name="TKey">The type of the property.</typeparam>
    /// <param name="opportunities">The deals; open ones are excluded.</param>
    /// <param name="key">The property by which deals are grouped. The group of <see langword="null"/> is last.</param>
    /// <param name="order">The order of the groups. Default: the order of the type.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>A line for each group.</returns>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside its range, or the amount of
    /// closed deals exceeds the range of a decimal.</exception>
    public static ValueList<Keyed<TKey, WinRate>> By<TKey>(
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
    public static ValueList<Keyed<TKey, WinRate>> By<TKey>(
        IEnumerable<Opportunity> opportunities,
        Func<Opportunity, TKey> key,
        IComparer<TKey>? order = null,
        double confidence = 0.95) =>
        By(opportunities.AsItems(), key, order, confidence);
}
