using FsCheck.Xunit;
using RevenueModel.Architectures;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;
using static RevenueModel.Tests.Organization.Buying.BuyingGroups;

namespace RevenueModel.Tests.Organization.Buying;

public class BuyingGroupCalculatorTests
{
    [Fact]
    public void ACisoAloneIsBudgetWithoutNetworkAccess()
    {
        BuyingGroupStatus status = BuyingGroupCalculator.Status(OtSecurity, Map("D", Ciso));

        Assert.Equal(BuyingRisk.MissingChampion, status.Risk);
        Assert.Equal("budget without network access", status.ChampionGap);
        Assert.Equal(2m / 5m, status.Completeness);
        Assert.Equal("budget without network access, 2 of 5 positions", status.ToString());
    }

    [Fact]
    public void AnEngineerAloneIsTrustWithoutMoney()
    {
        BuyingGroupStatus status = BuyingGroupCalculator.Status(OtSecurity, Map("D", Engineer));

        Assert.Equal(BuyingRisk.MissingChampion, status.Risk);
        Assert.Equal("technical trust without money", status.ChampionGap);
    }

    [Fact]
    public void ATitleSignsOffAndHoldsTheVeto()
    {
        BuyingGroupStatus status = BuyingGroupCalculator.Status(OtSecurity, Map("D", Ciso, Engineer, Operations));

        Assert.Equal(BuyingRisk.None, status.Risk);
        Assert.Equal(1m, status.Completeness);
        Assert.True(status.HasAllChampions && status.HasAllSignOffs && !status.IsVetoed);
        Assert.Null(status.ChampionGap);
        Assert.Equal(
            [
                "Champion, security champion: Ada", "Champion, controls-engineering champion: Ben",
                "SignOff, CISO: Ada", "SignOff, VP of Operations: Cleo", "Veto, VP of Operations: Cleo",
            ],
            status.Positions.Select(position => position.ToString()));
    }

    [Fact]
    public void AnOpposedHolderOfTheVetoVetoes()
    {
        Stakeholder opposed = Operations with { Stance = StakeholderStance.Opposes };
        BuyingGroupStatus status = BuyingGroupCalculator.Status(OtSecurity, Map("D", Ciso, Engineer, opposed));

        Assert.Equal(BuyingRisk.Vetoed, status.Risk);
        Assert.Equal(["Cleo"], status.VetoedBy);
    }

    // The group has no veto here; a person with that role can stop the deal all the same.
    [Fact]
    public void AVetoOutsideTheGroupCounts()
    {
        Stakeholder board = new()
        {
            Person = "Dan", Roles = StakeholderRoles.Veto, Stance = StakeholderStance.Opposes,
        };
        BuyingGroupStatus status = BuyingGroupCalculator.Status(IndustrialIot, Map("D", board));

        Assert.Equal(BuyingRisk.Vetoed, status.Risk);
        Assert.Equal(0m, status.Completeness);
    }

    [Theory]
    [InlineData(StakeholderStance.Unknown, true)]
    [InlineData(StakeholderStance.Supports, true)]
    [InlineData(StakeholderStance.Neutral, false)]
    [InlineData(StakeholderStance.Opposes, false)]
    public void AChampionSupportsTheDeal(StakeholderStance stance, bool isChampion)
    {
        BuyingGroupStatus status = BuyingGroupCalculator.Status(OtSecurity, Map("D", Ciso with { Stance = stance }));

        Assert.Equal(isChampion, status.HasAnyChampion);
        Assert.Equal(isChampion ? BuyingRisk.MissingChampion : BuyingRisk.NoChampion, status.Risk);
    }

    [Fact]
    public void AChampionOfARoleNeedsNoTitle()
    {
        Stakeholder other = new() { Person = "Eve", Title = "Head of Risk", ChampionOf = "Security Champion" };
        Stakeholder sameSide = other with { ChampionOf = null, Side = "IT", Roles = StakeholderRoles.Champion };

        Assert.True(BuyingGroupCalculator.Status(OtSecurity, Map("D", other)).HasAnyChampion);
        Assert.False(BuyingGroupCalculator.Status(OtSecurity, Map("D", sameSide)).HasAnyChampion);
    }

    [Fact]
    public void EachSideSignsOffOnlyIfTheGroupRequiresIt()
    {
        Stakeholder cio = new() { Person = "Ada", Title = "CIO" };
        BuyingGroup either = IndustrialIot with { RequiresAllSides = false };

        BuyingGroupStatus both = BuyingGroupCalculator.Status(IndustrialIot, Map("D", cio));
        BuyingGroupStatus one = BuyingGroupCalculator.Status(either, Map("D", cio));

        Assert.Equal((BuyingRisk.MissingSignOff, 0.5m), (both.Risk, both.Completeness!.Value));
        Assert.Equal((BuyingRisk.None, 1m), (one.Risk, one.Completeness!.Value));
    }

    [Fact]
    public void APublishedNumberOfStakeholdersIsCompared()
    {
        Band<int> published = Band.Between(12, 24);

        Assert.True(BuyingGroupCalculator.Status(IndustrialIot, Map("D", Ciso), published).IsBelowExpectedPeople);
        Assert.Null(BuyingGroupCalculator.Status(IndustrialIot, Map("D", Ciso)).IsBelowExpectedPeople);
    }

    [Fact]
    public void StatusByDealTakesTheStakeholdersOfTheSegment()
    {
        Segment enterprise = PublishedArchitectures.IndustrialIot2027.Segmentation.Segments[^1];
        Opportunity[] deals = [Deal("A", "Acme", 10m) with { Segment = enterprise.Name }, Deal("B", "Acme", 10m)];

        var statuses = BuyingGroupCalculator.ByDeal(
            IndustrialIot, deals, [Map("A", Ciso)], Segmentation.Of(enterprise));

        Assert.Equal(["A", "B"], statuses.Select(status => status.Key));
        Assert.Equal(Band.Between(12, 24), statuses[0].Value.ExpectedPeople);
        Assert.True(statuses[0].Value.IsBelowExpectedPeople);
        Assert.Equal(BuyingRisk.NotMapped, statuses[1].Value.Risk);
    }

    [Fact]
    public void ChampionsOfTwoDealsCoverAnAccount()
    {
        Opportunity[] deals =
            [Deal("A", "Acme", 100m), Deal("B", "ACME", 50m), Deal("C", "Beta", 10m), Deal("D", null, 7m)];
        StakeholderMap[] maps = [Map("A", Ciso), Map("B", Engineer, Operations), Map("other", Ciso)];

        BuyingGroupCoverage coverage = BuyingGroupCalculator.Coverage(OtSecurity, deals, maps);

        Assert.Equal(new CountedAmount(0, 0m), coverage.Deals.Covered);
        Assert.Equal(new CountedAmount(2, 150m), coverage.Deals.Partial);
        Assert.Equal(new CountedAmount(2, 17m), coverage.Deals.Unmapped);
        Assert.Equal(0m, coverage.Deals.Share);
        Assert.Equal(0.5m, coverage.Deals.MappedShare);
        Assert.Equal(new CountedAmount(1, 150m), coverage.Accounts.Covered);
        Assert.Equal(new CountedAmount(1, 10m), coverage.Accounts.Unmapped);
        Assert.Equal(1m, coverage.Accounts.ShareByAmount);
        Assert.Equal(ProportionCalculator.Wilson(1, 1), coverage.Accounts.Interval);
        Assert.Equal(1, coverage.WithoutAccountCount);

        var accounts = BuyingGroupCalculator.ByAccount(OtSecurity, deals, maps);
        Assert.Equal(["Acme", "Beta"], accounts.Select(account => account.Key));
        Assert.Equal((3, 1m), (accounts[0].Value.PeopleCount, accounts[0].Value.Completeness!.Value));
        Assert.False(accounts[1].Value.IsMapped);
    }

    [Fact]
    public void OnePersonOfTwoDealsIsPlacedOnce()
    {
        Stakeholder opposed = Operations with { Stance = StakeholderStance.Opposes };
        var account = BuyingGroupCalculator.ByAccount(
            OtSecurity,
            [Deal("A", "Acme", 1m), Deal("B", "Acme", 1m)],
            [Map("A", Operations), Map("B", opposed)])[0].Value;

        Assert.Equal(1, account.PeopleCount);
        Assert.True(account.IsVetoed);
        Assert.Equal([opposed], account.Positions[^1].People);
    }

    // Counted by hand over random deals, without the calculator.
    [Property(MaxTest = 100)]
    public void CoverageCountsEachDealOnce(int seed)
    {
        var random = new Random(seed);
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, random.Next(30)).Select(i =>
                Deal($"D{i}", $"A{random.Next(8)}", random.Next(4) == 0 ? null : random.Next(1_000))
                    with { Segment = random.Next(3) == 0 ? null : $"S{random.Next(2)}" }),
        ];
        StakeholderMap[] maps =
        [
            .. deals.Where(_ => random.Next(3) > 0).Select(deal => Map(
                deal.Id, [.. new[] { Ciso, Engineer, Operations }.Where(_ => random.Next(2) == 0)])),
        ];
        BuyingGroupCoverage coverage = BuyingGroupCalculator.Coverage(OtSecurity, deals, maps);
        var segments = BuyingGroupCalculator.CoverageBySegment(OtSecurity, deals, maps);

        bool Has(string id, Stakeholder one) => maps.Any(map => map.DealId == id && map.People.Contains(one));
        Opportunity[] both = [.. deals.Where(deal => Has(deal.Id, Ciso) && Has(deal.Id, Engineer))];
        Assert.Equal(new CountedAmount(both.Length, both.Sum(deal => deal.Amount ?? 0m)), coverage.Deals.Covered);
        Assert.Equal(maps.Length, coverage.Deals.MappedCount);
        Assert.Equal(deals.Length, coverage.Deals.MappedCount + coverage.Deals.Unmapped.Count);
        Assert.Equal(
            deals.GroupBy(deal => deal.Account).Count(account =>
                account.Any(deal => Has(deal.Id, Ciso)) && account.Any(deal => Has(deal.Id, Engineer))),
            coverage.Accounts.Covered.Count);
        Assert.Equal(coverage.Deals.Covered.Count, segments.Sum(segment => segment.Value.Deals.Covered.Count));
        Assert.Equal(coverage.Deals.Partial.Amount, segments.Sum(segment => segment.Value.Deals.Partial.Amount));
    }

    [Fact]
    public void RefusalsNameTheDealAndThePerson()
    {
        Opportunity deal = Deal("A", "Acme", 1m);
        Refusal.With(
            "maps had the deal \"A\" twice; one map of a deal is expected.",
            () => BuyingGroupCalculator.ByDeal(OtSecurity, [deal], [Map("A"), Map("A")]));
        Refusal.With(
            "opportunities had the deal \"A\" twice; each deal once is expected.",
            () => BuyingGroupCalculator.Coverage(OtSecurity, [deal, deal], [Map("A")]));
        Refusal.With(
            "Stakeholder \"Eve\" of the deal \"A\" had ChampionOf \"finance\"; one of the champions of the group "
                + "(\"security champion\", \"controls-engineering champion\") is expected.",
            () => BuyingGroupCalculator.Status(
                OtSecurity, Map("A", new Stakeholder { Person = "Eve", ChampionOf = "finance" })));
        Refusal.With(
            "ChampionRole \"x\" had Side \"Finance\"; one of the sides (\"IT\", \"OT\") is expected.",
            () => (OtSecurity with { Champions = [new() { Name = "x", Side = "Finance" }] }).Validate());
        Refusal.With(
            "group had no champion; at least one is expected.",
            () => BuyingGroupCalculator.Coverage(IndustrialIot, [deal], [Map("A")]));
        Refusal.By<ArgumentException>(
            "opportunities",
            () => BuyingGroupCalculator.Coverage(
                OtSecurity, [Deal("A", "a", decimal.MaxValue), Deal("B", "b", decimal.MaxValue)], [Map("C")]));
    }

    private static Opportunity Deal(string id, string? account, decimal? amount) => new()
    {
        Id = id, Stage = "Discovery", Account = account, Amount = amount, Timeline = DealTimeline.Open(),
    };
}
