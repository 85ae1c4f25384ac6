using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>Places the people of one or more stakeholder maps in the positions of a buying group.</summary>
internal sealed class BuyingPlacement
{
    private readonly BuyingGroup _group;
    private readonly List<BuyingPosition> _positions;
    private readonly List<Stakeholder>[] _people;
    private readonly List<string> _vetoedBy = [];
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private bool _isMapped;

    public BuyingPlacement(BuyingGroup group)
    {
        _group = group;
        _positions = PositionsOf(group);
        _people = [.. _positions.Select(static _ => new List<Stakeholder>())];
    }

    /// <summary>Returns the champions of a group that a map has, a bit for each of the first 64.</summary>
    /// <exception cref="ArgumentException">A person is the champion of a role that the group does not
    /// have.</exception>
    public static ulong ChampionsOf(BuyingGroup group, StakeholderMap map, string parameter)
    {
        ReadOnlySpan<ChampionRole> roles = group.Champions.AsSpan();
        ulong filled = 0;
        foreach (Stakeholder person in map.People.AsSpan())
        {
            RequireChampionRole(group, person, map, parameter);
            for (int i = 0; i < roles.Length; i++)
            {
                filled |= FillsChampion(person, roles[i]) ? 1UL << i : 0;
            }
        }

        return filled;
    }

    /// <summary>Places the people of a map.</summary>
    /// <exception cref="ArgumentException">A person is the champion of a role that the group does not
    /// have.</exception>
    public void Add(StakeholderMap map, string parameter)
    {
        _isMapped = true;
        foreach (Stakeholder person in map.People)
        {
            RequireChampionRole(_group, person, map, parameter);
            _names.Add(person.Person);
            for (int i = 0; i < _positions.Count; i++)
            {
                if (Fills(person, i))
                {
                    Place(person, _people[i]);
                }
            }

            if (person.Stance == StakeholderStance.Opposes && HoldsVeto(person)
                && !_vetoedBy.Contains(person.Person, StringComparer.OrdinalIgnoreCase))
            {
                _vetoedBy.Add(person.Person);
            }
        }
    }

    /// <summary>Returns the positions with the people so far.</summary>
    public BuyingGroupStatus ToStatus(Band<int>? expectedPeople = null) => new()
    {
        IsMapped = _isMapped,
        Positions = _positions.Select((position, i) => position with { People = _people[i] }).ToValueList(),
        VetoedBy = _vetoedBy,
        PeopleCount = _names.Count,
        ExpectedPeople = expectedPeople,
    };

    private static List<BuyingPosition> PositionsOf(BuyingGroup group)
    {
        List<BuyingPosition> positions =
        [
            .. group.Champions.Select(static role => new BuyingPosition
            {
                Kind = BuyingPositionKind.Champion,
                Name = role.Name,
                Side = role.Side,
                Provides = role.Provides,
                Gap = role.Gap,
            }),
        ];
        BuyerSide[] signing = [.. group.Sides.Where(static side => !side.SignOff.IsEmpty)];
        if (group.RequiresAllSides)
        {
            positions.AddRange(signing.Select(static side => SignOff(side.Name, side.SignOff)));
        }
        else if (signing.Length > 0)
        {
            positions.Add(SignOff(side: null, signing.SelectMany(static side => side.SignOff)));
        }

        positions.AddRange(group.Sides.Where(static side => side.VetoHolder is not null).Select(
            static side => new BuyingPosition
            {
                Kind = BuyingPositionKind.Veto, Name = side.VetoHolder!, Side = side.Name,
            }));
        return positions;
    }

    private static BuyingPosition SignOff(string? side, IEnumerable<string> titles) =>
        new() { Kind = BuyingPositionKind.SignOff, Name = string.Join(" or ", titles), Side = side };

    // A person of several maps is placed once, and as opposed if a map has the person so.
    private static void Place(Stakeholder person, List<Stakeholder> people)
    {
        int earlier = people.FindIndex(one => NameLookup.Same(one.Person, person.Person));
        if (earlier < 0)
        {
            people.Add(person);
        }
        else if (person.Stance == StakeholderStance.Opposes)
        {
            people[earlier] = person;
        }
    }

    private static bool FillsSignOff(Stakeholder person, BuyerSide side) =>
        (person.Roles.HasFlag(StakeholderRoles.SignOff) && NameLookup.Same(person.Side, side.Name))
        || (IsOfSideOrUnknown(person, side.Name) && HasTitle(person, side.SignOff));

    private static bool FillsVeto(Stakeholder person, BuyerSide side) =>
        (person.Roles.HasFlag(StakeholderRoles.Veto) && NameLookup.Same(person.Side, side.Name))
        || (side.VetoHolder is { } title
            && IsOfSideOrUnknown(person, side.Name)
            && NameLookup.Same(person.Title, title));

    private static bool FillsChampion(Stakeholder person, ChampionRole role) =>
        person.IsChampion && (person.ChampionOf is { } champion
            ? NameLookup.Same(champion, role.Name)
            : role.Titles.IsEmpty
                ? NameLookup.Same(person.Side, role.Side)
                : IsOfSideOrUnknown(person, role.Side) && HasTitle(person, role.Titles));

    private static bool IsOfSideOrUnknown(Stakeholder person, string side) =>
        person.Side is null || NameLookup.Same(person.Side, side);

    private static bool HasTitle(Stakeholder person, ValueList<string> titles) =>
        person.Title is { } title && titles.Contains(title, StringComparer.OrdinalIgnoreCase);

    private static void RequireChampionRole(
        BuyingGroup group, Stakeholder person, StakeholderMap map, string parameter)
    {
        if (person.ChampionOf is { } champion
            && NameLookup.IndexOf(group.Champions.AsSpan(), champion, static role => role.Name) < 0)
        {
            string roles = string.Join(", ", group.Champions.Select(static role => Invariant($"\"{role.Name}\"")));
            throw new ArgumentException(
                Invariant($"Stakeholder \"{person.Person}\" of the deal \"{map.DealId}\" had ChampionOf ")
                    + Invariant($"\"{champion}\"; one of the champions of the group ({roles}) is expected."),
                parameter);
        }
    }

    private bool Fills(Stakeholder person, int position) => _positions[position] switch
    {
        { Kind: BuyingPositionKind.Champion } => FillsChampion(person, _group.Champions[position]),
        { Kind: BuyingPositionKind.SignOff, Side: { } side } => FillsSignOff(person, _group.FindSide(side)!),
        { Kind: BuyingPositionKind.SignOff } =>
            (person.Roles.HasFlag(StakeholderRoles.SignOff) && person.Side is null)
                || _group.Sides.Any(side => FillsSignOff(person, side)),
        { Side: { } side } => FillsVeto(person, _group.FindSide(side)!),
        _ => false,
    };

    private bool HoldsVeto(Stakeholder person) =>
        person.Roles.HasFlag(StakeholderRoles.Veto) || _group.Sides.Any(side => FillsVeto(person, side));
}
