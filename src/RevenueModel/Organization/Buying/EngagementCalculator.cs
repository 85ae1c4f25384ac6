using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Attributes deals to the buyers that they engaged: IT only, OT only, both.</summary>
/// <remarks>Published: 38% of the deals that engage both are won and 16% of those that engage one, a ratio of 2.4
/// (Industrial IoT 2027, section 2.2).</remarks>
public static class EngagementCalculator
{
    private static readonly ValueList<BuyerEngagement?> Order =
        [BuyerEngagement.IT, BuyerEngagement.OT, BuyerEngagement.Both, BuyerEngagement.None, null];

    /// <summary>Measures the won, lost and open deals by the engaged buyers.</summary>
    /// <param name="opportunities">The deals, open and closed. An open deal without an amount counts with
    /// zero.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>The five groups, also those without deals, and the ratio of both buyers to one.</returns>
    /// <exception cref="ArgumentException">A deal is null, the confidence is outside its range, or the amounts exceed
    /// the range of a decimal.</exception>
    /// <example><code>
    /// Opportunity deal = new() { Id = "A", Stage = "Closed", Timeline = DealTimeline.Won(), Amount = 90_000m };
    /// EngagementAttribution parts = EngagementCalculator.Measure(
    ///     [deal with { BuyerEngagement = BuyerEngagement.Both }, deal with { BuyerEngagement = BuyerEngagement.IT
    /// }]); Console.WriteLine($"{parts.Groups[2].WinRate.WonValue:#,0}"); // 90,000
    /// </code></example>
    public static EngagementAttribution Measure(ReadOnlySpan<Opportunity> opportunities, double confidence = 0.95)
    {
        var open = new CountedAmount[Order.Count];
        foreach (Opportunity deal in opportunities)
        {
            if (Guard.Against.Null(deal, nameof(opportunities)).IsOpen)
            {
                ref CountedAmount group = ref open[Order.AsSpan().IndexOf(deal.BuyerEngagement)];
                group = group.Plus(deal.Amount, nameof(opportunities));
            }
        }

        WinRate none = WinRateCalculator.Measure([], confidence);
        ValueList<Keyed<BuyerEngagement?, WinRate>> rates =
            WinRateCalculator.ByBuyerEngagement(opportunities, confidence);
        return new EngagementAttribution
        {
            Groups = Order.Select((engagement, i) => new EngagementGroup
            {
                Engagement = engagement,
                WinRate = rates.Where(rate => rate.Key == engagement)
                    .Select(static rate => rate.Value)
                    .FirstOrDefault(none),
                Open = open[i],
            }).ToValueList(),
            DualBuyer = DualBuyerCalculator.Measure(opportunities, confidence),
        };
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{Opportunity}, double)"/>
    public static EngagementAttribution Measure(IEnumerable<Opportunity> opportunities, double confidence = 0.95) =>
        Measure(opportunities.AsItems(), confidence);
}
