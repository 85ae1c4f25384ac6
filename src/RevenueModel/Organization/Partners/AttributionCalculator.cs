using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Credits the amounts of deals to the partners who sourced or influenced them.</summary>
/// <remarks>The credits of a deal and the part of the own team sum to its amount exactly, so that no amount is counted
/// twice. A partner who sourced and influenced a deal counts as its source. Several touches of a partner count as one
/// with the sum of their weights. Parts are allocated by largest remainder to the minor unit, and the order of the
/// touches does not matter.</remarks>
public static class AttributionCalculator
{
    /// <summary>Credits each deal to its partners.</summary>
    /// <param name="terms">The convention and its shares.</param>
    /// <param name="opportunities">The deals, each once, with amounts in whole minor units.</param>
    /// <param name="touches">The touches of partners. Those of other deals are left out.</param>
    /// <param name="rounding">The rounding policy, which has the minor unit. Default: cents.</param>
    /// <returns>The attribution of each deal, in order.</returns>
    /// <exception cref="ArgumentException">A deal or a touch is null, a deal is repeated, or an amount is finer than
    /// the minor unit or more than about 92,233,720,368,547,758 units; the message names the deal.</exception>
    /// <example><code>
    /// Opportunity deal = new() { Id = "A", Stage = "Won", Timeline = DealTimeline.Won(), Amount = 100_000m };
    /// PartnerTouch[] touches =
    /// [
    ///     new() { DealId = "A", Partner = "Deloitte", Kind = PartnerTouchKind.Sourced },
    ///     new() { DealId = "A", Partner = "Optimation", Kind = PartnerTouchKind.Influenced },
    /// ];
    /// var terms = new AttributionTerms { SourcedShare = 0.6m, InfluencedShare = 0.5m };
    /// DealAttribution parts = AttributionCalculator.ByDeal(terms, [deal], touches)[0];
    /// Console.WriteLine($"own team {parts.OwnTeam:#,0}"); // own team 20,000
    /// </code></example>
    public static ValueList<DealAttribution> ByDeal(
        AttributionTerms terms,
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<PartnerTouch> touches,
        RoundingPolicy? rounding = null)
    {
        Guard.Against.Null(terms);
        Dictionary<string, DealTouches> byDeal = TouchesByDeal(touches);
        var ids = new HashSet<string>(opportunities.Length, StringComparer.Ordinal);
        var deals = new DealAttribution[opportunities.Length];
        for (int i = 0; i < opportunities.Length; i++)
        {
            Opportunity deal = Guard.Against.Null(opportunities[i], nameof(opportunities));
            if (!ids.Add(deal.Id))
            {
                throw new ArgumentException(
                    Invariant($"opportunities had the deal \"{deal.Id}\" twice; each deal once is expected."),
                    nameof(opportunities));
            }

            deals[i] = Attribute(
                terms, deal, byDeal.GetValueOrDefault(deal.Id), rounding ?? RoundingPolicy.Cents);
        }

        return ValueList.Own(deals);
    }

    /// <inheritdoc
    /// cref="ByDeal(AttributionTerms, ReadOnlySpan{Opportunity}, ReadOnlySpan{PartnerTouch}, RoundingPolicy?)"/>
    public static ValueList<DealAttribution> ByDeal(
        AttributionTerms terms,
        IEnumerable<Opportunity> opportunities,
        IEnumerable<PartnerTouch> touches,
        RoundingPolicy? rounding = null) => ByDeal(terms, opportunities.AsItems(), touches.AsItems(), rounding);

    /// <summary>Credits deals to partners, and counts sourced, influenced and direct deals.</summary>
    /// <returns>The credits by partner, and the deals, each counted once.</returns>
    /// <inheritdoc
    /// cref="ByDeal(AttributionTerms, ReadOnlySpan{Opportunity}, ReadOnlySpan{PartnerTouch}, RoundingPolicy?)"/>
    public static PartnerAttribution Measure(
        AttributionTerms terms,
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<PartnerTouch> touches,
        RoundingPolicy? rounding = null)
    {
        ValueList<DealAttribution> deals = ByDeal(terms, opportunities, touches, rounding);
        Dictionary<string, DealTouches> byDeal = TouchesByDeal(touches);
        var credits = new SortedDictionary<string, PartnerCredit>(StringComparer.OrdinalIgnoreCase);
        CountedAmount all = default, sourced = default, influencedOnly = default, direct = default;
        CountedAmount influenced = default;
        decimal ownTeam = 0m;
        int placed = 0;
        foreach (DealAttribution deal in deals)
        {
            DealTouches? touched = byDeal.GetValueOrDefault(deal.DealId);
            placed += touched?.Count ?? 0;
            all = all.Plus(deal.Amount, nameof(opportunities));
            ref CountedAmount place = ref direct;
            if (touched is not null)
            {
                place = ref touched.Sourced.Count > 0 ? ref sourced : ref influencedOnly;
                influenced = touched.HasInfluence ? influenced.Plus(deal.Amount, nameof(opportunities)) : influenced;
            }

            place = place.Plus(deal.Amount, nameof(opportunities));
            ownTeam += deal.OwnTeam;
            foreach (PartnerCredit credit in deal.Credits)
            {
                PartnerCredit prior = credits.GetValueOrDefault(credit.Partner, credit with
                {
                    Sourced = 0m, Influenced = 0m,
                });
                credits[credit.Partner] = prior with
                {
                    Sourced = prior.Sourced + credit.Sourced, Influenced = prior.Influenced + credit.Influenced,
                };
            }
        }

        return new PartnerAttribution
        {
            Deals = all,
            Sourced = sourced,
            InfluencedOnly = influencedOnly,
            Direct = direct,
            Influenced = influenced,
            Credits = credits.Values.ToValueList(),
            OwnTeam = ownTeam,
            TouchesWithoutDeal = touches.Length - placed,
        };
    }

    /// <inheritdoc
    /// cref="Measure(AttributionTerms, ReadOnlySpan{Opportunity}, ReadOnlySpan{PartnerTouch}, RoundingPolicy?)"/>
    public static PartnerAttribution Measure(
        AttributionTerms terms,
        IEnumerable<Opportunity> opportunities,
        IEnumerable<PartnerTouch> touches,
        RoundingPolicy? rounding = null) => Measure(terms, opportunities.AsItems(), touches.AsItems(), rounding);

    private static DealAttribution Attribute(
        AttributionTerms terms, Opportunity deal, DealTouches? touches, RoundingPolicy rounding)
    {
        decimal amount = deal.Amount ?? 0m;
        if (!rounding.TryToMinorUnits(amount, out _))
        {
            throw DomainGuards.Within(
                Invariant($"Opportunity \"{deal.Id}\""),
                RoundingPolicy.NotWhole("Amount", amount, rounding),
                "opportunities");
        }

        if (touches is null)
        {
            return new DealAttribution { DealId = deal.Id, Amount = amount, OwnTeam = amount };
        }

        // Pools first, so that what partners are credited with does not depend on their number.
        bool isSourcedFirst = terms.Convention == AttributionConvention.SourcedFirst;
        bool isWeighted = terms.Convention == AttributionConvention.Weighted;
        decimal sourcedShare = touches.Sourced.Count == 0 ? 0m : terms.SourcedShare;
        decimal influencedShare = touches.Influenced.Count == 0 ? 0m : (1m - sourcedShare) * terms.InfluencedShare;
        ValueList<decimal> pools = isSourcedFirst
            ? Split(amount, [sourcedShare, influencedShare, 1m - sourcedShare - influencedShare], rounding)
            : Split(amount, [terms.PartnerShare, 0m, 1m - terms.PartnerShare], rounding);
        var credits = new SortedDictionary<string, PartnerCredit>(StringComparer.OrdinalIgnoreCase);
        if (isSourcedFirst)
        {
            Add(credits, touches, touches.Sourced, pools[0], isWeighted, rounding);
            Add(credits, touches, touches.Influenced, pools[1], isWeighted, rounding);
        }
        else
        {
            Add(credits, touches, touches.All, pools[0], isWeighted, rounding);
        }

        return new DealAttribution
        {
            DealId = deal.Id, Amount = amount, Credits = credits.Values.ToValueList(), OwnTeam = pools[2],
        };
    }

    private static void Add(
        SortedDictionary<string, PartnerCredit> credits,
        DealTouches touches,
        SortedDictionary<string, decimal> partners,
        decimal pool,
        bool isWeighted,
        RoundingPolicy rounding)
    {
        if (partners.Count == 0)
        {
            return;
        }

        ValueList<decimal> parts = Split(pool, [.. partners.Values.Select(w => isWeighted ? w : 1m)], rounding);
        int i = 0;
        foreach (string partner in partners.Keys)
        {
            decimal part = parts[i++];
            credits[partner] = touches.Sourced.ContainsKey(partner)
                ? new PartnerCredit { Partner = partner, Sourced = part }
                : new PartnerCredit { Partner = partner, Influenced = part };
        }
    }

    private static ValueList<decimal> Split(decimal amount, ReadOnlySpan<decimal> weights, RoundingPolicy rounding) =>
        AllocationCalculator.ByLargestRemainder(amount, weights, rounding);

    private static Dictionary<string, DealTouches> TouchesByDeal(ReadOnlySpan<PartnerTouch> touches)
    {
        // Of names that differ in case only, the first by ordinal stands for all, whatever the order of the touches.
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (PartnerTouch touch in touches)
        {
            string partner = Guard.Against.Null(touch, nameof(touches)).Partner;
            string first = names.GetValueOrDefault(partner, partner);
            names[partner] = string.CompareOrdinal(partner, first) < 0 ? partner : first;
        }

        var byDeal = new Dictionary<string, DealTouches>(StringComparer.Ordinal);
        foreach (PartnerTouch touch in touches)
        {
            string deal = touch.DealId;
            DealTouches own = byDeal.TryGetValue(deal, out DealTouches? known)
                ? known
                : byDeal[deal] = new DealTouches();
            own.Add(touch, names[touch.Partner]);
        }

        return byDeal;
    }
}
