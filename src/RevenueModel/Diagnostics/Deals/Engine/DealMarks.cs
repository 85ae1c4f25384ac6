using System.Runtime.InteropServices;
using RevenueModel.Architectures;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>Marks deals by other records: the consultants, champions and discount of a deal, and the kinds of its
/// partners.</summary>
internal sealed class DealMarks
{
    /// <summary>The gap of a deal without any champion.</summary>
    private const string NoChampion = "no champion";

    private const int MostKinds = 64;
    private const int MostChampions = 64;

    private readonly Dictionary<string, DealMark> _marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ulong> _kindsOfPartner = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _gaps = [];

    private DiscountSum _newLogo;
    private DiscountSum _expansion;

    private DealMarks(ValueList<string> partnerKinds) => PartnerKinds = partnerKinds;

    /// <summary>Gets the kinds of partners of the architecture, at most 64.</summary>
    public ValueList<string> PartnerKinds { get; }

    /// <summary>Gets what deals lack for a missing champion, each text once; <see cref="DealMark.Gap"/> is a place
    /// here.</summary>
    public IReadOnlyList<string> Gaps => _gaps;

    /// <summary>Gets the mean discount of the first deals with new customers that were counted, or null.</summary>
    public decimal? NewLogoDiscount => _newLogo.Mean;

    /// <summary>Gets the mean discount of the expansions that were counted, or null.</summary>
    public decimal? ExpansionDiscount => _expansion.Mean;

    /// <summary>Reads the records of a review.</summary>
    /// <param name="architecture">The architecture, with its buying group and kinds of partners.</param>
    /// <param name="consultants">The roles of which one person each works on a deal with two buyers; fewer than two
    /// if that is not known.</param>
    /// <param name="data">The records.</param>
    public static DealMarks Of(RevenueArchitecture architecture, ValueList<string> consultants, ReviewData data)
    {
        ValueList<PublishedPartnerKind> kinds = architecture.PartnerKinds;
        if (kinds.Count > MostKinds)
        {
            throw new ArgumentException(
                Invariant($"architecture had {kinds.Count} PartnerKinds; at most {MostKinds} are expected."),
                nameof(architecture));
        }

        var marks = new DealMarks(kinds.Select(static kind => kind.Name).ToValueList());
        for (int i = 0; i < kinds.Count; i++)
        {
            marks.AddPartners(kinds[i], 1UL << i);
        }

        marks._marks.EnsureCapacity(
            Math.Max(Math.Max(data.DealTeams.Count, data.StakeholderMaps.Count), data.DealDiscounts.Count));
        if (consultants.Count > 1)
        {
            foreach (DealTeam team in data.DealTeams.AsSpan())
            {
                marks.MarkOf(team.DealId).LacksConsultant = LacksAny(team.Roles.AsSpan(), consultants.AsSpan());
            }
        }

        if (architecture.BuyingGroup is { Champions.IsEmpty: false } group)
        {
            marks.AddGaps(group, data.StakeholderMaps.AsSpan());
        }

        foreach (DealDiscount discount in data.DealDiscounts.AsSpan())
        {
            marks.MarkOf(discount.DealId).Discount = discount.Discount;
        }

        return marks;
    }

    /// <summary>Returns the marks of a deal.</summary>
    public DealMark Find(string deal) => _marks.Count == 0 ? default : _marks.GetValueOrDefault(deal);

    /// <summary>Returns the place of a kind of partners, ignoring case, or -1.</summary>
    public int PlaceOfPartnerKind(string kind) =>
        NameLookup.IndexOf(PartnerKinds.AsSpan(), kind, static own => own);

    /// <summary>Counts the discount of a deal that closed in the window.</summary>
    public void CountDiscount(DealMotion? motion, decimal discount)
    {
        if (motion == DealMotion.NewLogo)
        {
            _newLogo.Add(discount);
        }
        else if (motion == DealMotion.Expansion)
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

    private static bool LacksAny(ReadOnlySpan<string> roles, ReadOnlySpan<string> needed)
    {
        foreach (string role in needed)
        {
            if (NameLookup.IndexOf(roles, role, static own => own) < 0)
            {
                return true;
            }
        }

        return false;
    }

    // Maps with the same champions have the same gap, whose text is made once.
    private void AddGaps(BuyingGroup group, ReadOnlySpan<StakeholderMap> maps)
    {
        group.Validate();
        var gaps = new Dictionary<ulong, int>();
        bool isMasked = group.Champions.Count <= MostChampions;
        foreach (StakeholderMap map in maps)
        {
            ulong champions = isMasked ? BuyingPlacement.ChampionsOf(group, map, "data") : 0;
            if (!isMasked || !gaps.TryGetValue(champions, out int gap))
            {
                BuyingGroupStatus status = BuyingGroupCalculator.Status(group, map);
                gap = status.HasAllChampions ? DealMark.NoGap : PlaceOfGap(status.ChampionGap ?? NoChampion);
                gaps[champions] = gap;
            }

            MarkOf(map.DealId).Gap = gap;
        }
    }

    // A source can record the kind in place of the partner.
    private void AddPartners(PublishedPartnerKind kind, ulong bit)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_kindsOfPartner, kind.Name, out _) |= bit;
        foreach (SectionList list in kind.Lists)
        {
            foreach (string partner in list.Names)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_kindsOfPartner, partner, out _) |= bit;
            }
        }
    }

    private ref DealMark MarkOf(string deal) => ref CollectionsMarshal.GetValueRefOrAddDefault(_marks, deal, out _);

    private int PlaceOfGap(string gap)
    {
        int place = _gaps.IndexOf(gap);
        if (place < 0)
        {
            place = _gaps.Count;
            _gaps.Add(gap);
        }

        return place;
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
