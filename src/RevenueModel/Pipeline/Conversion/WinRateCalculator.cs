using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The share of closed deals that were won.</summary>
public static class WinRateCalculator
{
    /// <summary>The win rate by count: <c>won / (won + lost)</c>. Most CRM reports use it.</summary>
    /// <param name="won">Deals won, zero or more.</param>
    /// <param name="lost">Deals lost, zero or more.</param>
    /// <returns>A fraction in [0, 1], or <see langword="null"/> where no deal closed.</returns>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public static decimal? ByCount(long won, long lost)
    {
        decimal closed = (decimal)Guard.Against.BelowZero(won) + Guard.Against.BelowZero(lost);
        return closed == 0m ? null : won / closed;
    }

    /// <summary>The win rate by value: <c>won amount / (won + lost amount)</c>. Finance and forecast teams use it,
    /// since a pipeline is an amount.</summary>
    /// <param name="wonValue">Amount of the deals won, zero or more.</param>
    /// <param name="lostValue">Amount of the deals lost, zero or more.</param>
    /// <returns>A fraction in [0, 1], or <see langword="null"/> where no amount closed.</returns>
    /// <exception cref="ArgumentException">An amount is negative.</exception>
    public static decimal? ByValue(decimal wonValue, decimal lostValue)
    {
        decimal closed = Guard.Against.BelowZero(wonValue) + Guard.Against.BelowZero(lostValue);
        return closed == 0m ? null : wonValue / closed;
    }

    /// <summary>Both win rates of the closed deals among these, with intervals.</summary>
    /// <param name="opportunities">The deals; open ones are passed over.</param>
    /// <param name="confidence">The confidence of the intervals, a fraction in (0, 1).</param>
    /// <exception cref="ArgumentException"><paramref name="confidence"/> is outside (0, 1).</exception>
    public static WinRate Measure(ReadOnlySpan<Opportunity> opportunities, double confidence = 0.95)
    {
        DealTally won = default;
        DealTally lost = default;
        foreach (Opportunity opportunity in opportunities)
        {
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

        return new WinRate(won, lost, confidence);
    }

    /// <summary>Both win rates by segment, in the order of the segments' names, unnamed last.</summary>
    /// <param name="opportunities">The deals; open ones are passed over.</param>
    /// <param name="confidence">The confidence of the intervals, a fraction in (0, 1).</param>
    public static ValueList<Keyed<string?, WinRate>> BySegment(
        ReadOnlySpan<Opportunity> opportunities,
        double confidence = 0.95) =>
        By(opportunities, static opportunity => opportunity.Segment, StringComparer.Ordinal, confidence);

    /// <summary>Both win rates by whether a rival competed: no, yes, not recorded.</summary>
    /// <param name="opportunities">The deals; open ones are passed over.</param>
    /// <param name="confidence">The confidence of the intervals, a fraction in (0, 1).</param>
    /// <remarks>Healthy competitive win rates are published as 25-40% (Industrial Cybersecurity KPIs 2027, KPI
    /// 4).</remarks>
    public static ValueList<Keyed<bool?, WinRate>> ByCompetitive(
        ReadOnlySpan<Opportunity> opportunities,
        double confidence = 0.95) =>
        By(opportunities, static opportunity => opportunity.IsCompetitive, Comparer<bool?>.Default, confidence);

    /// <summary>Both win rates by the buyers that were engaged: none, IT, OT, both, not recorded.</summary>
    /// <param name="opportunities">The deals; open ones are passed over.</param>
    /// <param name="confidence">The confidence of the intervals, a fraction in (0, 1).</param>
    /// <remarks>Published: 38% with both against 16% with one (Industrial IoT 2027, section 2.2).</remarks>
    public static ValueList<Keyed<BuyerEngagement?, WinRate>> ByBuyerEngagement(
        ReadOnlySpan<Opportunity> opportunities,
        double confidence = 0.95) =>
        By(
            opportunities,
            static opportunity => opportunity.BuyerEngagement,
            Comparer<BuyerEngagement?>.Default,
            confidence);

    /// <summary>Both win rates by anything that a deal says.</summary>
    /// <typeparam name="TKey">What the deals are grouped by.</typeparam>
    /// <param name="opportunities">The deals; open ones are passed over.</param>
    /// <param name="key">What a deal is grouped by; <see langword="null"/> is the group of those that do not say, and
    /// comes last.</param>
    /// <param name="order">The order of the groups.</param>
    /// <param name="confidence">The confidence of the intervals, a fraction in (0, 1).</param>
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
}
