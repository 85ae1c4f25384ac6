using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Compares the certified consultants of partners with their targets, with an earlier day, and with the deals
/// that they co-implement.</summary>
/// <remarks>Partner managers are paid on partner-influenced pipeline and on the headcount of certified consultants
/// (iPaaS 2027, FAQ).</remarks>
public static class CertificationCalculator
{
    /// <summary>Compares the certified consultants of each partner.</summary>
    /// <param name="network">The partners by kind.</param>
    /// <param name="headcounts">The counts, at most one for a partner and day.</param>
    /// <param name="opportunities">The deals, such as those won.</param>
    /// <param name="from">The earlier day.</param>
    /// <param name="to">The later day, at or after the earlier one.</param>
    /// <returns>A line for each partner with a count through the later day, in the order of names. The latest count
    /// through a day is that of the day.</returns>
    /// <exception cref="ArgumentException">A count or a deal is null, a partner has two counts on a day, or the later
    /// day is before the earlier one.</exception>
    /// <example><code>
    /// var network = PartnerNetwork.Of(new PartnerKind { Name = "boutique", Partners = ["Apisero"] });
    /// var before = new CertifiedHeadcount { Partner = "Apisero", AsOf = new(2027, 1, 1), Consultants = 40 };
    /// CertifiedHeadcount[] counts = [before, before with { AsOf = new(2027, 6, 1), Consultants = 52, Target = 60 }];
    /// var statuses = CertificationCalculator.ByPartner(network, counts, [], new(2027, 3, 31), new(2027, 6, 30));
    /// Console.WriteLine(statuses[0]); // Apisero: 52 certified (+12), target 60
    /// </code></example>
    public static ValueList<CertificationStatus> ByPartner(
        PartnerNetwork network,
        ReadOnlySpan<CertifiedHeadcount> headcounts,
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate from,
        LocalDate to)
    {
        Guard.Against.Null(network);
        if (to < from)
        {
            throw DomainGuards.OutOfRange(nameof(to), Invariant($"{to:R}"), Invariant($"a day from {from:R}"));
        }

        Dictionary<string, int> deals = DealsByPartner(opportunities);
        return PartnersOf(headcounts).Select(partner =>
        {
            CertifiedHeadcount? prior = LatestThrough(partner.Value, from);
            return LatestThrough(partner.Value, to) is { } current
                ? new CertificationStatus
                {
                    Name = partner.Key,
                    Kind = network.FindKind(partner.Key)?.Name,
                    Consultants = current.Consultants,
                    Prior = prior?.Consultants,
                    Change = current.Consultants - prior?.Consultants,
                    Target = current.Target,
                    Shortfall = current.Target is { } target ? Math.Max(target - current.Consultants, 0) : null,
                    DealCount = deals.GetValueOrDefault(partner.Key),
                }
                : null;
        }).OfType<CertificationStatus>().ToValueList();
    }

    /// <inheritdoc
    /// cref="ByPartner(PartnerNetwork, ReadOnlySpan{CertifiedHeadcount}, ReadOnlySpan{Opportunity},
    /// LocalDate, LocalDate)"/>
    public static ValueList<CertificationStatus> ByPartner(
        PartnerNetwork network,
        IEnumerable<CertifiedHeadcount> headcounts,
        IEnumerable<Opportunity> opportunities,
        LocalDate from,
        LocalDate to) => ByPartner(network, headcounts.AsItems(), opportunities.AsItems(), from, to);

    /// <summary>Compares the certified consultants of each kind of partners.</summary>
    /// <returns>A line for each kind, in the order of the network. A deal counts once for a kind. Partners that no
    /// kind lists are left out; <c>ByPartner</c> has them.</returns>
    /// <inheritdoc
    /// cref="ByPartner(PartnerNetwork, ReadOnlySpan{CertifiedHeadcount}, ReadOnlySpan{Opportunity},
    /// LocalDate, LocalDate)"/>
    public static ValueList<CertificationStatus> ByKind(
        PartnerNetwork network,
        ReadOnlySpan<CertifiedHeadcount> headcounts,
        ReadOnlySpan<Opportunity> opportunities,
        LocalDate from,
        LocalDate to)
    {
        ValueList<CertificationStatus> partners = ByPartner(network, headcounts, opportunities, from, to);
        ValueList<Keyed<string, CountedShare>> shares = PartnerCalculator.Measure(network, opportunities).Kinds;
        var kinds = new List<CertificationStatus>();
        for (int i = 0; i < network.Kinds.Count; i++)
        {
            string name = network.Kinds[i].Name;
            CertificationStatus[] own = [.. partners.Where(partner => partner.Kind == name)];
            CertificationStatus[] both = [.. own.Where(static partner => partner.Prior is not null)];
            CertificationStatus[] aimed = [.. own.Where(static partner => partner.Target is not null)];
            kinds.Add(new CertificationStatus
            {
                Name = name,
                Kind = name,
                Consultants = Sum(own, static partner => partner.Consultants),
                Prior = both.Length == 0 ? null : Sum(both, static partner => partner.Prior!.Value),
                Change = both.Length == 0 ? null : Sum(both, static partner => partner.Change!.Value),
                Target = aimed.Length == 0 ? null : Sum(aimed, static partner => partner.Target!.Value),
                Shortfall = aimed.Length == 0 ? null : Sum(aimed, static partner => partner.Shortfall!.Value),
                DealCount = shares[i].Value.Part.Count,
            });
        }

        return kinds;
    }

    /// <inheritdoc
    /// cref="ByKind(PartnerNetwork, ReadOnlySpan{CertifiedHeadcount}, ReadOnlySpan{Opportunity},
    /// LocalDate, LocalDate)"/>
    public static ValueList<CertificationStatus> ByKind(
        PartnerNetwork network,
        IEnumerable<CertifiedHeadcount> headcounts,
        IEnumerable<Opportunity> opportunities,
        LocalDate from,
        LocalDate to) => ByKind(network, headcounts.AsItems(), opportunities.AsItems(), from, to);

    private static int Sum(CertificationStatus[] statuses, Func<CertificationStatus, int> figure)
    {
        long sum = statuses.Sum(status => (long)figure(status));
        return sum is >= int.MinValue and <= int.MaxValue
            ? (int)sum
            : throw DomainGuards.OutOfRange(
                "headcounts", Invariant($"of {sum:#,0} in a kind"), "a number up to 2,147,483,647");
    }

    private static SortedDictionary<string, List<CertifiedHeadcount>> PartnersOf(
        ReadOnlySpan<CertifiedHeadcount> headcounts)
    {
        var partners = new SortedDictionary<string, List<CertifiedHeadcount>>(StringComparer.OrdinalIgnoreCase);
        foreach (CertifiedHeadcount headcount in headcounts)
        {
            string partner = Guard.Against.Null(headcount, nameof(headcounts)).Partner;
            List<CertifiedHeadcount> counts = partners.TryGetValue(partner, out List<CertifiedHeadcount>? known)
                ? known
                : partners[partner] = [];
            if (counts.Exists(earlier => earlier.AsOf == headcount.AsOf))
            {
                throw new ArgumentException(
                    Invariant($"headcounts had \"{partner}\" twice on {headcount.AsOf:R}; one count is expected."),
                    nameof(headcounts));
            }

            counts.Add(headcount);
        }

        return partners;
    }

    private static CertifiedHeadcount? LatestThrough(List<CertifiedHeadcount> counts, LocalDate day)
    {
        CertifiedHeadcount? latest = null;
        foreach (CertifiedHeadcount count in counts)
        {
            latest = count.AsOf <= day && !(count.AsOf <= latest?.AsOf) ? count : latest;
        }

        return latest;
    }

    private static Dictionary<string, int> DealsByPartner(ReadOnlySpan<Opportunity> opportunities)
    {
        var deals = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (Opportunity deal in opportunities)
        {
            foreach (string partner in Guard.Against.Null(deal, nameof(opportunities)).Partners
                .Distinct(StringComparer.OrdinalIgnoreCase))
            {
                string name = Guard.Against.Null(partner, nameof(opportunities));
                deals[name] = deals.GetValueOrDefault(name) + 1;
            }
        }

        return deals;
    }
}
