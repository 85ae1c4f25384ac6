using RevenueModel.Organization;

namespace RevenueModel.Json;

/// <summary>The JSON forms of buying groups and stakeholder maps.</summary>
internal static class BuyingShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.AddFlags<StakeholderRoles>();
        shapes.AddEnum<StakeholderStance>();
        shapes.AddEnum<BuyingPositionKind>();
        shapes.AddEnum<BuyingRisk>();
        shapes.Add<BuyerSide>(BuyerSideForm);
        shapes.Add<ChampionRole>(ChampionRoleForm);
        shapes.Add<BuyingGroup>(BuyingGroupForm);
        shapes.Add<Stakeholder>(StakeholderForm);
        shapes.Add<StakeholderMap>(StakeholderMapForm);
        shapes.Add<BuyingPosition>(BuyingPositionForm);
        shapes.Add<BuyingGroupStatus>(BuyingGroupStatusForm);
        shapes.AddValue<CountedAmount>(CountedAmountForm);
        shapes.Add<BuyingCoverage>(BuyingCoverageForm);
        shapes.Add<BuyingGroupCoverage>(BuyingGroupCoverageForm);
        shapes.AddKeyed<string, BuyingGroupStatus>();
        shapes.AddKeyed<string, BuyingGroupCoverage>();
    }

    private static Func<Values<BuyerSide>, BuyerSide> BuyerSideForm(RecordBuilder<BuyerSide> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var engagement = record.Optional("engagement", static x => x.Engagement);
        var signOff = record.Optional("signOff", static x => x.SignOff, Forms.List(Forms.Name));
        var vetoHolder = record.Optional("vetoHolder", static x => x.VetoHolder, Forms.Name!);
        var owns = record.Optional("owns", static x => x.Owns, Forms.List(Forms.Name));
        var concerns = record.Optional("concerns", static x => x.Concerns, Forms.List(Forms.Name));
        return values => new BuyerSide
        {
            Name = values.Get(name),
            Engagement = values.Get(engagement),
            SignOff = values.Get(signOff),
            VetoHolder = values.Get(vetoHolder),
            Owns = values.Get(owns),
            Concerns = values.Get(concerns),
        };
    }

    private static Func<Values<ChampionRole>, ChampionRole> ChampionRoleForm(RecordBuilder<ChampionRole> record)
    {
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var side = record.Required("side", static x => x.Side, Forms.Name);
        var provides = record.Optional("provides", static x => x.Provides, Forms.Name!);
        var gap = record.Optional("gap", static x => x.Gap, Forms.Name!);
        var titles = record.Optional("titles", static x => x.Titles, Forms.List(Forms.Name));
        return values => new ChampionRole
        {
            Name = values.Get(name),
            Side = values.Get(side),
            Provides = values.Get(provides),
            Gap = values.Get(gap),
            Titles = values.Get(titles),
        };
    }

    private static Func<Values<BuyingGroup>, BuyingGroup> BuyingGroupForm(RecordBuilder<BuyingGroup> record)
    {
        var sides = record.Required("sides", static x => x.Sides);
        var champions = record.Optional("champions", static x => x.Champions);
        var requiresAllSides = record.Optional("requiresAllSides", static x => x.RequiresAllSides);
        var differsIn = record.Optional("differsIn", static x => x.DiffersIn, Forms.List(Forms.Name));
        var citation = record.Optional("citation", static x => x.Citation);
        return values => new BuyingGroup
        {
            Sides = values.Get(sides),
            Champions = values.Get(champions),
            RequiresAllSides = values.Get(requiresAllSides),
            DiffersIn = values.Get(differsIn),
            Citation = values.Get(citation),
        };
    }

    private static Func<Values<Stakeholder>, Stakeholder> StakeholderForm(RecordBuilder<Stakeholder> record)
    {
        var person = record.Required("person", static x => x.Person, Forms.Name);
        var title = record.Optional("title", static x => x.Title, Forms.Name!);
        var side = record.Optional("side", static x => x.Side, Forms.Name!);
        var roles = record.Optional("roles", static x => x.Roles);
        var stance = record.Optional("stance", static x => x.Stance);
        var championOf = record.Optional("championOf", static x => x.ChampionOf, Forms.Name!);
        return values => new Stakeholder
        {
            Person = values.Get(person),
            Title = values.Get(title),
            Side = values.Get(side),
            Roles = values.Get(roles),
            Stance = values.Get(stance),
            ChampionOf = values.Get(championOf),
        };
    }

    private static Func<Values<StakeholderMap>, StakeholderMap> StakeholderMapForm(
        RecordBuilder<StakeholderMap> record)
    {
        var dealId = record.Required("dealId", static x => x.DealId, Forms.Name);
        var account = record.Optional("account", static x => x.Account, Forms.Name!);
        var people = record.Optional("people", static x => x.People);
        return values => new StakeholderMap
        {
            DealId = values.Get(dealId),
            Account = values.Get(account),
            People = values.Get(people),
        };
    }

    private static Func<Values<BuyingPosition>, BuyingPosition> BuyingPositionForm(
        RecordBuilder<BuyingPosition> record)
    {
        var kind = record.Required("kind", static x => x.Kind);
        var name = record.Required("name", static x => x.Name, Forms.Name);
        var side = record.Optional("side", static x => x.Side, Forms.Name!);
        var provides = record.Optional("provides", static x => x.Provides, Forms.Name!);
        var gap = record.Optional("gap", static x => x.Gap, Forms.Name!);
        var people = record.Optional("people", static x => x.People);
        return values => new BuyingPosition
        {
            Kind = values.Get(kind),
            Name = values.Get(name),
            Side = values.Get(side),
            Provides = values.Get(provides),
            Gap = values.Get(gap),
            People = values.Get(people),
        };
    }

    private static Func<Values<BuyingGroupStatus>, BuyingGroupStatus> BuyingGroupStatusForm(
        RecordBuilder<BuyingGroupStatus> record)
    {
        var isMapped = record.Required("isMapped", static x => x.IsMapped);
        var positions = record.Optional("positions", static x => x.Positions);
        var vetoedBy = record.Optional("vetoedBy", static x => x.VetoedBy, Forms.List(Forms.Name));
        var peopleCount = record.Optional("peopleCount", static x => x.PeopleCount, Forms.CountOrZero);
        var expectedPeople = record.Optional("expectedPeople", static x => x.ExpectedPeople, Forms.CountBand.OrNull());
        return values => new BuyingGroupStatus
        {
            IsMapped = values.Get(isMapped),
            Positions = values.Get(positions),
            VetoedBy = values.Get(vetoedBy),
            PeopleCount = values.Get(peopleCount),
            ExpectedPeople = values.Get(expectedPeople),
        };
    }

    private static Func<Values<CountedAmount>, CountedAmount> CountedAmountForm(RecordBuilder<CountedAmount> record)
    {
        var count = record.Required("count", static x => x.Count, Forms.CountOrZero);
        var amount = record.Required("amount", static x => x.Amount, Forms.NotNegative);
        return values => new CountedAmount(values.Get(count), values.Get(amount));
    }

    private static Func<Values<BuyingCoverage>, BuyingCoverage> BuyingCoverageForm(
        RecordBuilder<BuyingCoverage> record)
    {
        var covered = record.Required("covered", static x => x.Covered);
        var partial = record.Required("partial", static x => x.Partial);
        var uncovered = record.Required("uncovered", static x => x.Uncovered);
        var unmapped = record.Required("unmapped", static x => x.Unmapped);
        var interval = record.Optional("interval", static x => x.Interval);
        return values => new BuyingCoverage
        {
            Covered = values.Get(covered),
            Partial = values.Get(partial),
            Uncovered = values.Get(uncovered),
            Unmapped = values.Get(unmapped),
            Interval = values.Get(interval),
        };
    }

    private static Func<Values<BuyingGroupCoverage>, BuyingGroupCoverage> BuyingGroupCoverageForm(
        RecordBuilder<BuyingGroupCoverage> record)
    {
        var deals = record.Required("deals", static x => x.Deals);
        var accounts = record.Required("accounts", static x => x.Accounts);
        var withoutAccountCount = record.Optional(
            "withoutAccountCount", static x => x.WithoutAccountCount, Forms.CountOrZero);
        return values => new BuyingGroupCoverage
        {
            Deals = values.Get(deals),
            Accounts = values.Get(accounts),
            WithoutAccountCount = values.Get(withoutAccountCount),
        };
    }
}
