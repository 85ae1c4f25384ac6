using RevenueModel.Architectures;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Marks deals by other records: the consultants and champions of a deal, and the kinds of its
/// partners.</summary>
internal sealed class DealMarks
{
    private readonly Dictionary<string, bool> _lacksConsultant = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _championGaps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _discounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> _kindsOfPartner = new(StringComparer.OrdinalIgnoreCase);

    private DiscountSum _newLogo;
    private DiscountSum _expansion;

    private DealMarks(ValueList<string> partnerKinds) => PartnerKinds = partnerKinds;

    /// <summary>Gets the kinds of partners of the architecture, at most 64.</summary>
    public ValueList<string> PartnerKinds { get; }

    /// <summary>Reads the records of a review.</summary>
    /// <param name="architecture">The architecture, with its buying group and kinds of partners.</param>
    /// <param name="consultants">The roles of which one person each works on a deal with two buyers; fewer than two
    /// if that is not known.</param>
    /// <param name="data">The records.</param>
    public static DealMarks Of(RevenueArchitecture architecture, ValueList<string> consultants, ReviewData data)
    {
        const int mostKinds = 64;
        var kinds = architecture.PartnerKinds.Take(mostKinds).ToValueList();
        var marks = new DealMarks(kinds.Select(static kind => kind.Name).ToValueList());
        for (int i = 0; i < kinds.Count; i++)
        {
            foreach (SectionList list in kinds[i].Lists)
            {
                foreach (string partner in list.Names)
                {
                    marks._kindsOfPartner[partner] =
                        marks._kindsOfPartner.GetValueOrDefault(partner) | (1UL << i);
                }
            }
        }

        if (consultants.Count > 1)
        {
            foreach (DealTeam team in data.DealTeams)
            {
                marks._lacksConsultant[team.DealId] = consultants.Any(
                    role => NameLookup.IndexOf(team.Roles.AsSpan(), role, static own => own) < 0);
            }
        }

        if (architecture.BuyingGroup is { Champions.IsEmpty: false } group)
        {
            foreach (StakeholderMap map in data.StakeholderMaps)
            {
                BuyingGroupStatus status = BuyingGroupCalculator.Status(group, map);
                marks._championGaps[map.DealId] =
                    status.HasAllChampions ? null : status.ChampionGap ?? NoChampion;
            }
        }

        foreach (DealDiscount discount in data.DealDiscounts)
        {
            marks._discounts[discount.DealId] = discount.Discount;
        }

        return marks;
    }

    /// <summary>The gap of a deal without any champion.</summary>
    public const string NoChampion = "no champion";

    /// <summary>Gets the gaps of the deals that lack a champion, by text, with the number of deals.</summary>
    public IEnumerable<Keyed<string, int>> ChampionGaps => _championGaps.Values
        .OfType<string>()
        .GroupBy(static gap => gap, StringComparer.Ordinal)
        .OrderBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => new Keyed<string, int>(group.Key, group.Count()));

    /// <summary>Returns whether a kind of consultant is missing on a deal, or null if its team is not
    /// recorded.</summary>
    public bool? LacksConsultant(string deal) =>
        _lacksConsultant.TryGetValue(deal, out bool lacks) ? lacks : null;

    /// <summary>Returns whether a champion is missing on a deal, or null if its stakeholders are not
    /// recorded.</summary>
    public bool? LacksChampion(string deal) =>
        _championGaps.TryGetValue(deal, out string? gap) ? gap is not null : null;

    /// <summary>Gets the mean discount of the first deals with new customers that were counted, or null.</summary>
    public decimal? NewLogoDiscount => _newLogo.Mean;

    /// <summary>Gets the mean discount of the expansions that were counted, or null.</summary>
    public decimal? ExpansionDiscount => _expansion.Mean;

    /// <summary>Returns the place of a kind of partners, ignoring case, or -1.</summary>
    public int PlaceOfPartnerKind(string kind) =>
        NameLookup.IndexOf(PartnerKinds.AsSpan(), kind, static own => own);

    /// <summary>Counts the discount of a deal that closed in the window, if it is recorded.</summary>
    public void CountDiscount(Opportunity deal)
    {
        if (_discounts.Count == 0 || !_discounts.TryGetValue(deal.Id, out decimal discount))
        {
            return;
        }

        if (deal.Motion == DealMotion.NewLogo)
        {
            _newLogo.Add(discount);
        }
        else if (deal.Motion == DealMotion.Expansion)
        {
            _expansion.Add(discount);
        }
    }

    /// <summary>Adds one for each kind of which a deal has a partner.</summary>
    public void CountPartners(ValueList<string> partners, long[] byKind)
    {
        ulong kinds = 0;
        foreach (string partner in partners)
        {
            kinds |= _kindsOfPartner.GetValueOrDefault(partner);
        }

        for (int i = 0; kinds != 0 && i < byKind.Length; i++)
        {
            byKind[i] += (long)((kinds >> i) & 1);
        }
    }

    private struct DiscountSum
    {
        private decimal _sum;
        private long _count;

        public readonly decimal? Mean => _count == 0 ? null : _sum / _count;

        public void Add(decimal discount)
        {
            _sum += discount;
            _count++;
        }
    }
}
