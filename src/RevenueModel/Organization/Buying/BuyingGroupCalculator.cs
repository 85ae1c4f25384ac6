using System.Runtime.InteropServices;
using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;

namespace RevenueModel.Organization;

/// <summary>Compares the known people of deals with the buying group of their market: champions, sign-off and
/// vetoes.</summary>
/// <remarks>A champion is a person with that role whose attitude is unknown or who supports the deal. Without
/// <see cref="Stakeholder.ChampionOf"/>, a person fills a champion role by side and title. A person signs off, or
/// holds a veto, by role and side or by title.</remarks>
public static class BuyingGroupCalculator
{
    /// <summary>Places the people of a deal in the positions of a buying group.</summary>
    /// <param name="group">The buying group.</param>
    /// <param name="map">The people of the deal.</param>
    /// <param name="expectedPeople">The number of people that deals of the segment have, zero or more, as
    /// <see cref="Segment.StakeholderCount"/>. Default: not known.</param>
    /// <returns>The positions, the completeness and the risk.</returns>
    /// <exception cref="ArgumentException">The group is not valid, the band is negative, or a person is the champion
    /// of a role that the group does not have.</exception>
    /// <example><code>
    /// var group = new BuyingGroup { Sides = [new() { Name = "IT" }, new() { Name = "OT" }], Champions = [
    ///     new() { Name = "security", Side = "IT", Provides = "budget" },
    ///     new() { Name = "controls", Side = "OT", Provides = "trust", Gap = "network access" }] };
    /// var people = new Stakeholder { Person = "Ada", Side = "IT", Roles = StakeholderRoles.Champion };
    /// var status = BuyingGroupCalculator.Status(group, new StakeholderMap { DealId = "D1", People = [people] });
    /// Console.WriteLine(status); // budget without network access, 1 of 2 positions
    /// </code></example>
    public static BuyingGroupStatus Status(BuyingGroup group, StakeholderMap map, Band<int>? expectedPeople = null)
    {
        Guard.Against.Null(group).Require(nameof(group));
        Guard.Against.Null(map);
        if (expectedPeople is { } expected)
        {
            Guard.Against.BelowZero(expected, nameof(expectedPeople));
        }

        var placement = new BuyingPlacement(group);
        placement.Add(map, nameof(map));
        return placement.ToStatus(expectedPeople);
    }

    /// <summary>Places the people of each deal in the positions of a buying group.</summary>
    /// <param name="group">The buying group.</param>
    /// <param name="opportunities">The deals, such as the open ones, each once.</param>
    /// <param name="maps">The people of deals, at most one map for each deal. Maps of other deals are left
    /// out.</param>
    /// <param name="segmentation">The segments, whose number of stakeholders is expected. Default: none.</param>
    /// <returns>The status by id of the deal, in the order of the deals. A deal without a map is not mapped.</returns>
    /// <exception cref="ArgumentException">The group is not valid, a deal or a map is null or repeated, or a person is
    /// the champion of a role that the group does not have.</exception>
    public static ValueList<Keyed<string, BuyingGroupStatus>> ByDeal(
        BuyingGroup group,
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<StakeholderMap> maps,
        Segmentation? segmentation = null)
    {
        Guard.Against.Null(group).Require(nameof(group));
        Dictionary<string, StakeholderMap> byDeal = MapsByDeal(maps);
        RequireOnce(opportunities);
        var statuses = new Keyed<string, BuyingGroupStatus>[opportunities.Length];
        for (int i = 0; i < opportunities.Length; i++)
        {
            Band<int>? expected = opportunities[i].Segment is { } segment
                ? segmentation?.Find(segment)?.StakeholderCount
                : null;
            statuses[i] = new(opportunities[i].Id, StatusOf(group, opportunities[i], byDeal, expected));
        }

        return ValueList.Own(statuses);
    }

    /// <inheritdoc
    /// cref="ByDeal(BuyingGroup, ReadOnlySpan{Opportunity}, ReadOnlySpan{StakeholderMap}, Segmentation)"/>
    public static ValueList<Keyed<string, BuyingGroupStatus>> ByDeal(
        BuyingGroup group,
        IEnumerable<Opportunity> opportunities,
        IEnumerable<StakeholderMap> maps,
        Segmentation? segmentation = null) =>
        ByDeal(group, opportunities.AsItems(), maps.AsItems(), segmentation);

    /// <summary>Places the people of all deals of each account in the positions of a buying group.</summary>
    /// <param name="group">The buying group.</param>
    /// <param name="opportunities">The deals, each once; those without an account are left out.</param>
    /// <param name="maps">The people of deals, at most one map for each deal. Maps of other deals are left
    /// out.</param>
    /// <returns>The status by account, in the order of names ignoring case.</returns>
    /// <exception cref="ArgumentException">The group is not valid, a deal or a map is null or repeated, or a person is
    /// the champion of a role that the group does not have.</exception>
    /// <remarks>The account is that of the deal, or that of its map if the deal has none.</remarks>
    public static ValueList<Keyed<string, BuyingGroupStatus>> ByAccount(
        BuyingGroup group, ReadOnlySpan<Opportunity> opportunities, ReadOnlySpan<StakeholderMap> maps)
    {
        Guard.Against.Null(group).Require(nameof(group));
        Dictionary<string, StakeholderMap> byDeal = MapsByDeal(maps);
        RequireOnce(opportunities);
        var placements = new SortedDictionary<string, BuyingPlacement>(StringComparer.OrdinalIgnoreCase);
        foreach (Opportunity deal in opportunities)
        {
            if (AccountOf(deal, byDeal) is { } account)
            {
                BuyingPlacement placement = placements.TryGetValue(account, out BuyingPlacement? known)
                    ? known
                    : placements[account] = new BuyingPlacement(group);
                if (byDeal.TryGetValue(deal.Id, out StakeholderMap? map))
                {
                    placement.Add(map, nameof(maps));
                }
            }
        }

        return placements.Select(static account => new Keyed<string, BuyingGroupStatus>(
            account.Key, account.Value.ToStatus())).ToValueList();
    }

    /// <inheritdoc cref="ByAccount(BuyingGroup, ReadOnlySpan{Opportunity}, ReadOnlySpan{StakeholderMap})"/>
    public static ValueList<Keyed<string, BuyingGroupStatus>> ByAccount(
        BuyingGroup group, IEnumerable<Opportunity> opportunities, IEnumerable<StakeholderMap> maps) =>
        ByAccount(group, opportunities.AsItems(), maps.AsItems());

    /// <summary>Measures the share of deals, and of accounts, that have each required champion.</summary>
    /// <param name="group">The buying group, with at least one champion.</param>
    /// <param name="opportunities">The deals, such as the open ones, each once.</param>
    /// <param name="maps">The people of deals, at most one map for each deal. Maps of other deals are left
    /// out.</param>
    /// <param name="confidence">The confidence of the intervals, between 0 and 1. Default: 0.95.</param>
    /// <returns>Counts, amounts and shares by deal and by account.</returns>
    /// <exception cref="ArgumentException">The group is not valid or has no champion, a deal or a map is null or
    /// repeated, a person is the champion of a role that the group does not have, the confidence is outside its range,
    /// or the amounts exceed the range of a decimal.</exception>
    public static BuyingGroupCoverage Coverage(
        BuyingGroup group,
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<StakeholderMap> maps,
        double confidence = 0.95)
    {
        RequireChampions(group);
        Dictionary<string, StakeholderMap> byDeal = MapsByDeal(maps);
        RequireOnce(opportunities);
        return CoverageOf(group, opportunities, byDeal, confidence);
    }

    /// <inheritdoc cref="Coverage(BuyingGroup, ReadOnlySpan{Opportunity}, ReadOnlySpan{StakeholderMap}, double)"/>
    public static BuyingGroupCoverage Coverage(
        BuyingGroup group,
        IEnumerable<Opportunity> opportunities,
        IEnumerable<StakeholderMap> maps,
        double confidence = 0.95) => Coverage(group, opportunities.AsItems(), maps.AsItems(), confidence);

    /// <summary>Measures the share of deals, and of accounts, that have each required champion, by segment.</summary>
    /// <returns>The coverage of each segment in the order of names; deals without a segment are last.</returns>
    /// <inheritdoc cref="Coverage(BuyingGroup, ReadOnlySpan{Opportunity}, ReadOnlySpan{StakeholderMap}, double)"/>
    public static ValueList<Keyed<string?, BuyingGroupCoverage>> CoverageBySegment(
        BuyingGroup group,
        ReadOnlySpan<Opportunity> opportunities,
        ReadOnlySpan<StakeholderMap> maps,
        double confidence = 0.95)
    {
        RequireChampions(group);
        Dictionary<string, StakeholderMap> byDeal = MapsByDeal(maps);
        RequireOnce(opportunities);
        var groups = new KeyedGroups<string?, List<Opportunity>>();
        foreach (Opportunity deal in opportunities)
        {
            (groups[deal.Segment] ??= []).Add(deal);
        }

        return groups.InOrder(
            deals => CoverageOf(group, CollectionsMarshal.AsSpan(deals), byDeal, confidence), StringComparer.Ordinal);
    }

    /// <inheritdoc
    /// cref="CoverageBySegment(BuyingGroup, ReadOnlySpan{Opportunity}, ReadOnlySpan{StakeholderMap}, double)"/>
    public static ValueList<Keyed<string?, BuyingGroupCoverage>> CoverageBySegment(
        BuyingGroup group,
        IEnumerable<Opportunity> opportunities,
        IEnumerable<StakeholderMap> maps,
        double confidence = 0.95) => CoverageBySegment(group, opportunities.AsItems(), maps.AsItems(), confidence);

    private static BuyingGroupCoverage CoverageOf(
        BuyingGroup group,
        ReadOnlySpan<Opportunity> opportunities,
        Dictionary<string, StakeholderMap> byDeal,
        double confidence)
    {
        var deals = new CoverageTally();
        var accounts = new SortedDictionary<string, AccountChampions>(StringComparer.OrdinalIgnoreCase);
        int withoutAccount = 0;
        foreach (Opportunity deal in opportunities)
        {
            deals.Add(StatusOf(group, deal, byDeal, expected: null), deal.Amount, nameof(opportunities));
            if (AccountOf(deal, byDeal) is not { } account)
            {
                withoutAccount++;
                continue;
            }

            AccountChampions champions = accounts.TryGetValue(account, out AccountChampions? known)
                ? known
                : accounts[account] = new AccountChampions(group);
            champions.Add(deal.Amount, byDeal.GetValueOrDefault(deal.Id));
        }

        var byAccount = new CoverageTally();
        foreach (AccountChampions account in accounts.Values)
        {
            byAccount.Add(account.Placement.ToStatus(), account.Amount, nameof(opportunities));
        }

        return new BuyingGroupCoverage
        {
            Deals = deals.ToCoverage(confidence),
            Accounts = byAccount.ToCoverage(confidence),
            WithoutAccountCount = withoutAccount,
        };
    }

    private static BuyingGroupStatus StatusOf(
        BuyingGroup group, Opportunity deal, Dictionary<string, StakeholderMap> byDeal, Band<int>? expected)
    {
        var placement = new BuyingPlacement(group);
        if (byDeal.TryGetValue(deal.Id, out StakeholderMap? map))
        {
            placement.Add(map, "maps");
        }

        return placement.ToStatus(expected);
    }

    private static string? AccountOf(Opportunity deal, Dictionary<string, StakeholderMap> byDeal) =>
        deal.Account ?? byDeal.GetValueOrDefault(deal.Id)?.Account;

    private static Dictionary<string, StakeholderMap> MapsByDeal(ReadOnlySpan<StakeholderMap> maps)
    {
        var byDeal = new Dictionary<string, StakeholderMap>(maps.Length, StringComparer.Ordinal);
        foreach (StakeholderMap map in maps)
        {
            if (!byDeal.TryAdd(Guard.Against.Null(map, nameof(maps)).DealId, map))
            {
                throw new ArgumentException(
                    Invariant($"maps had the deal \"{map.DealId}\" twice; one map of a deal is expected."),
                    nameof(maps));
            }
        }

        return byDeal;
    }

    private static void RequireOnce(ReadOnlySpan<Opportunity> opportunities)
    {
        var ids = new HashSet<string>(opportunities.Length, StringComparer.Ordinal);
        foreach (Opportunity deal in opportunities)
        {
            if (!ids.Add(Guard.Against.Null(deal, nameof(opportunities)).Id))
            {
                throw new ArgumentException(
                    Invariant($"opportunities had the deal \"{deal.Id}\" twice; each deal once is expected."),
                    nameof(opportunities));
            }
        }
    }

    private static void RequireChampions(BuyingGroup group)
    {
        Guard.Against.Null(group).Require(nameof(group));
        if (group.Champions.IsEmpty)
        {
            throw new ArgumentException("group had no champion; at least one is expected.", nameof(group));
        }
    }
}
