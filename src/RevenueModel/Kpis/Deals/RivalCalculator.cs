using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Kpis;

/// <summary>Measures the win rate against each rival, and the number of rivals per bake-off.</summary>
public static class RivalCalculator
{
    /// <summary>Measures the win rate against each rival.</summary>
    /// <param name="opportunities">The deals; open deals and deals without rivals are excluded.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1, both excluded. Default:
    /// 0.95.</param>
    /// <returns>The rivals in the order of names. A deal with several rivals counts for each of them. Names are
    /// compared by ordinal.</returns>
    /// <exception cref="ArgumentException">A deal is null, or the confidence is outside its range.</exception>
    /// <example><code>
    /// LocalDate day = new(2027, 3, 1);
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Won", Timeline = DealTimeline.Won(closed: day), Rivals = ["Alpha"] },
    ///     new() { Id = "B", Stage = "Lost", Timeline = DealTimeline.Lost(closed: day), Rivals = ["Alpha", "Beta"] },
    /// ];
    /// var byRival = RivalCalculator.ByRival(deals);
    /// Console.WriteLine($"{byRival[0].Key}: {byRival[0].Value.ByCount:0.0}"); // Alpha: 0.5
    /// </code></example>
    public static ValueList<Keyed<string, WinRate>> ByRival(
        ReadOnlySpan<Opportunity> opportunities, double confidence = 0.95)
    {
        var byRival = new SortedDictionary<string, List<Opportunity>>(StringComparer.Ordinal);
        foreach (Opportunity deal in opportunities)
        {
            Guard.Against.Null(deal, nameof(opportunities));
            foreach (string rival in deal.Rivals.Distinct(StringComparer.Ordinal))
            {
                if (!byRival.TryGetValue(rival, out List<Opportunity>? deals))
                {
                    byRival[rival] = deals = [];
                }

                deals.Add(deal);
            }
        }

        var rates = new List<Keyed<string, WinRate>>();
        foreach ((string rival, List<Opportunity> deals) in byRival)
        {
            WinRate rate = WinRateCalculator.Measure(deals, confidence);
            if (rate.ClosedCount > 0)
            {
                rates.Add(new Keyed<string, WinRate>(rival, rate));
            }
        }

        return rates.ToValueList();
    }

    /// <inheritdoc cref="ByRival(ReadOnlySpan{Opportunity}, double)"/>
    public static ValueList<Keyed<string, WinRate>> ByRival(
        IEnumerable<Opportunity> opportunities, double confidence = 0.95) =>
        ByRival(opportunities.AsItems(), confidence);

    /// <summary>Returns the average number of rivals of a bake-off.</summary>
    /// <param name="opportunities">The deals; open deals and deals that name no rivals are excluded.</param>
    /// <returns>The rivals per deal, or <see langword="null"/> without such deals. One to two are published
    /// (industrial cybersecurity 2027, KPI 4).</returns>
    /// <exception cref="ArgumentException">A deal is null.</exception>
    public static decimal? RivalsPerBakeOff(ReadOnlySpan<Opportunity> opportunities)
    {
        long rivals = 0;
        long deals = 0;
        foreach (Opportunity deal in opportunities)
        {
            if (!Guard.Against.Null(deal, nameof(opportunities)).IsOpen && !deal.Rivals.IsEmpty)
            {
                rivals += deal.Rivals.Distinct(StringComparer.Ordinal).Count();
                deals++;
            }
        }

        return deals == 0 ? null : (decimal)rivals / deals;
    }

    /// <inheritdoc cref="RivalsPerBakeOff(ReadOnlySpan{Opportunity})"/>
    public static decimal? RivalsPerBakeOff(IEnumerable<Opportunity> opportunities) =>
        RivalsPerBakeOff(opportunities.AsItems());
}
