using System.Runtime.InteropServices;
using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Measures the share of deals that partners co-implement, by kind of partner.</summary>
/// <remarks>Published: 74% of Enterprise deals are co-implemented by both kinds of system integrators (Industrial IoT
/// 2027, section 2.3), and 30 to 50% of Mid-Market implementations are of boutiques (iPaaS 2027, FAQ).</remarks>
public static class PartnerCalculator
{
    /// <summary>Returns the kinds of partners that take part in a deal: none, some or all.</summary>
    /// <param name="network">The partners by kind.</param>
    /// <param name="partners">The names of the partners of the deal, as <see cref="Opportunity.Partners"/>.</param>
    /// <returns>The coverage. Partners that no kind lists do not count.</returns>
    /// <exception cref="ArgumentException">A name is null.</exception>
    public static PartnerCoverage CoverageOf(PartnerNetwork network, ReadOnlySpan<string> partners)
    {
        Guard.Against.Null(network);
        int kinds = 0;
        foreach (PartnerKind kind in network.Kinds)
        {
            kinds += TakesPart(kind, partners, nameof(partners)) ? 1 : 0;
        }

        return kinds == 0 ? PartnerCoverage.None
            : kinds == network.Kinds.Count ? PartnerCoverage.All
            : PartnerCoverage.Some;
    }

    /// <inheritdoc cref="CoverageOf(PartnerNetwork, ReadOnlySpan{string})"/>
    public static PartnerCoverage CoverageOf(PartnerNetwork network, IEnumerable<string> partners) =>
        CoverageOf(network, partners.AsItems());

    /// <summary>Measures the shares of deals that all kinds, some kinds and no kind co-implement, and the share of
    /// each kind.</summary>
    /// <param name="network">The partners by kind.</param>
    /// <param name="opportunities">The deals, such as those won. A deal without an amount counts with zero.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>The shares by number and by amount, and the partners that no kind lists.</returns>
    /// <exception cref="ArgumentException">A deal is null, the confidence is outside its range, or the amounts exceed
    /// the range of a decimal.</exception>
    /// <example><code>
    /// var network = PartnerNetwork.Of(
    ///     new PartnerKind { Name = "Big-4 SI", Partners = ["Deloitte", "Accenture"] },
    ///     new PartnerKind { Name = "OT-specialty SI", Partners = ["Optimation"] });
    /// Opportunity deal = new() { Id = "A", Stage = "Won", Timeline = DealTimeline.Won() };
    /// var shares = PartnerCalculator.Measure(network, [deal with { Partners = ["Deloitte", "Optimation"] }, deal]);
    /// Console.WriteLine($"{shares.All.ByCount:0.00}"); // 0.50
    /// </code></example>
    public static PartnerShares Measure(
        PartnerNetwork network, ReadOnlySpan<Opportunity> opportunities, double confidence = 0.95)
    {
        Guard.Against.Null(network);
        CountedAmount whole = default;
        Span<CountedAmount> coverage = [default, default, default];
        var kinds = new CountedAmount[network.Kinds.Count];
        var unlisted = new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (Opportunity deal in opportunities)
        {
            Guard.Against.Null(deal, nameof(opportunities));
            whole = whole.Plus(deal.Amount, nameof(opportunities));
            int taking = 0;
            for (int i = 0; i < kinds.Length; i++)
            {
                if (TakesPart(network.Kinds[i], deal.Partners.AsSpan(), nameof(opportunities)))
                {
                    taking++;
                    kinds[i] = kinds[i].Plus(deal.Amount, nameof(opportunities));
                }
            }

            int place = (int)(taking == 0 ? PartnerCoverage.None
                : taking == kinds.Length ? PartnerCoverage.All
                : PartnerCoverage.Some);
            coverage[place] = coverage[place].Plus(deal.Amount, nameof(opportunities));
            foreach (string partner in deal.Partners.Distinct(StringComparer.OrdinalIgnoreCase))
            {
                if (network.FindKind(partner) is null)
                {
                    unlisted[partner] = unlisted.GetValueOrDefault(partner) + 1;
                }
            }
        }

        return new PartnerShares
        {
            All = CountedShare.Of(coverage[(int)PartnerCoverage.All], whole, confidence),
            Some = CountedShare.Of(coverage[(int)PartnerCoverage.Some], whole, confidence),
            None = CountedShare.Of(coverage[(int)PartnerCoverage.None], whole, confidence),
            Kinds = network.Kinds.Select((kind, i) => new Keyed<string, CountedShare>(
                kind.Name, CountedShare.Of(kinds[i], whole, confidence))).ToValueList(),
            UnlistedPartners = unlisted.Select(static one => new Keyed<string, int>(one.Key, one.Value)).ToValueList(),
        };
    }

    /// <inheritdoc cref="Measure(PartnerNetwork, ReadOnlySpan{Opportunity}, double)"/>
    public static PartnerShares Measure(
        PartnerNetwork network, IEnumerable<Opportunity> opportunities, double confidence = 0.95) =>
        Measure(network, opportunities.AsItems(), confidence);

    /// <summary>Measures the shares of deals that partners co-implement, by segment.</summary>
    /// <returns>A line for each segment in the order of names; deals without a segment are last.</returns>
    /// <inheritdoc cref="Measure(PartnerNetwork, ReadOnlySpan{Opportunity}, double)"/>
    public static ValueList<Keyed<string?, PartnerShares>> BySegment(
        PartnerNetwork network, ReadOnlySpan<Opportunity> opportunities, double confidence = 0.95)
    {
        Guard.Against.Null(network);
        var groups = new KeyedGroups<string?, List<Opportunity>>();
        foreach (Opportunity deal in opportunities)
        {
            (groups[Guard.Against.Null(deal, nameof(opportunities)).Segment] ??= []).Add(deal);
        }

        return groups.InOrder(
            deals => Measure(network, CollectionsMarshal.AsSpan(deals), confidence), StringComparer.Ordinal);
    }

    /// <inheritdoc cref="BySegment(PartnerNetwork, ReadOnlySpan{Opportunity}, double)"/>
    public static ValueList<Keyed<string?, PartnerShares>> BySegment(
        PartnerNetwork network, IEnumerable<Opportunity> opportunities, double confidence = 0.95) =>
        BySegment(network, opportunities.AsItems(), confidence);

    /// <summary>Compares a measured share with a published one.</summary>
    /// <param name="published">The published share, a band within 0 to 1; a single figure is a band of one
    /// value.</param>
    /// <param name="measured">The measured share.</param>
    /// <returns>Both, the difference, and whether chance can explain it.</returns>
    /// <exception cref="ArgumentException">The band is not within 0 to 1, or the share is null.</exception>
    public static PublishedShareComparison Compare(Band<decimal> published, CountedShare measured) => new()
    {
        Published = Guard.Against.NotFractionBand(published),
        Measured = Guard.Against.Null(measured),
    };

    private static bool TakesPart(PartnerKind kind, ReadOnlySpan<string> partners, string name)
    {
        foreach (string partner in partners)
        {
            if (NameLookup.IndexOf(
                kind.Partners.AsSpan(), Guard.Against.Null(partner, name), static one => one) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
