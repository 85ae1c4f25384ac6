using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Organization.Buying;

namespace RevenueModel.Tests.Organization.Cadence;

public class RolloutCheckTests
{
    private static readonly LocalDate Start = new(2027, 3, 1);
    private static readonly LocalDate Late = Start.PlusDays(40);

    private static readonly RegulatoryTrigger Nis2 = new() { Name = "NIS2", Deadline = new(2027, 10, 1) };

    private static readonly Opportunity[] Deals =
    [
        Deal("A") with { Segment = "SMB", RegulatoryTrigger = Nis2, IsCompetitive = true, Rivals = ["Dragos"] },
        Deal("B") with { Segment = "SMB", RegulatoryTrigger = Nis2, IsCompetitive = true },
        Deal("C") with { BuyerEngagement = BuyerEngagement.Both },
        Deal("Won") with { Timeline = DealTimeline.Won(Start.PlusDays(-90), Start) },
        Deal("Later") with { Timeline = DealTimeline.Open(Late.PlusDays(1)) },
    ];

    [Fact]
    public void OpenDealsNeedATriggerAndAMap()
    {
        RolloutData data = new()
        {
            Opportunities = Deals,
            BuyingGroup = BuyingGroups.OtSecurity,
            StakeholderMaps =
            [
                BuyingGroups.Map("A", BuyingGroups.Ciso, BuyingGroups.Engineer),
                BuyingGroups.Map("B", BuyingGroups.Ciso),
            ],
        };
        RolloutStepStatus status = Check(RolloutCheck.TriggersAndChampions, data, Late);

        Assert.Equal(
            [
                "open deals with a regulation: 2 of 3", "open deals with a stakeholder map: 2 of 3",
                "open deals with all champions: 1 of 3",
            ],
            status.Evidence.Select(line => line.ToString()));
        Assert.Equal(RolloutState.Overdue, status.State);
        Assert.Equal(new LocalDate(2027, 3, 30), status.LastDay);
        Assert.Equal(RolloutState.Open, Check(RolloutCheck.TriggersAndChampions, data, status.LastDay).State);
        Assert.Equal(RolloutState.Done, Check(RolloutCheck.TriggersAndChampions, data, Late, 0.6m).State);
    }

    [Fact]
    public void BaselinesAreNeededForTheNinePublishedIndicators()
    {
        KpiReading[] readings =
        [
            .. PublishedBenchmarks.OtSecurity2027.Select(benchmark => benchmark.Kpi).Distinct().Select(
                kpi => new KpiReading { Kpi = kpi, AsOf = Start, Value = 1m }),
        ];
        RolloutStepStatus all = Check(RolloutCheck.KpiBaselines, new RolloutData { Readings = readings }, Late);
        RolloutStepStatus before = Check(
            RolloutCheck.KpiBaselines, new RolloutData { Readings = readings }, Start.PlusDays(-1));
        RolloutStepStatus empty = Check(
            RolloutCheck.KpiBaselines,
            new RolloutData { Readings = readings.Select(one => one with { Value = null }).ToValueList() },
            Late);

        Assert.Equal("indicators with a reading: 9 of 9", all.Evidence[0].ToString());
        Assert.Equal(RolloutState.Done, all.State);
        Assert.Equal((0, RolloutState.Open), (before.Evidence[0].Count, before.State));
        Assert.Equal((0, RolloutState.Overdue), (empty.Evidence[0].Count, empty.State));
    }

    [Fact]
    public void RunningPilotsNeedReadings()
    {
        Poc running = new() { Id = "P1", Account = "Acme", Started = Start };
        RolloutData data = new()
        {
            Pocs =
            [
                running, running with { Id = "P2" }, running with { Id = "P3", Started = Late.PlusDays(1) },
                running with { Id = "P4", Ended = Start.PlusDays(9), Outcome = PocOutcome.Stopped },
            ],
            PocReadings = [new() { Poc = "P1", Day = Late }, new() { Poc = "P2", Day = Late.PlusDays(1) }],
        };

        Assert.Equal(
            "running pilots with readings: 1 of 2", Check(RolloutCheck.PocAudit, data, Late).Evidence[0].ToString());
    }

    [Fact]
    public void AccountsWithASubscriptionNeedASplitOfRevenue()
    {
        Subscription current = new()
        {
            Account = "Acme", Term = DateSpan.From(Start), Amount = 1m, Segment = "SMB",
        };
        RolloutData data = new()
        {
            Subscriptions =
            [
                current, current with { Site = "2" }, current with { Account = "Beta", Segment = "Enterprise" },
                current with { Account = "Gone", Term = DateSpan.Between(Start.PlusDays(-9), Start) },
            ],
            Revenues = [new() { Account = "Acme", Recurring = 1m, Services = 0m }],
            Readings = [new() { Kpi = StandardKpis.LifetimeValue.Name, Segment = "SMB", AsOf = Start, Value = 9m }],
        };

        Assert.Equal(
            "accounts with a split of revenue: 1 of 2",
            Check(RolloutCheck.RecurringSplit, data, Late).Evidence[0].ToString());
        Assert.Equal(
            "segments with a lifetime value: 1 of 2",
            Check(RolloutCheck.LifetimeValueBySegment, data, Late).Evidence[0].ToString());
    }

    [Theory]
    [InlineData(RolloutCheck.SegmentedAcv, "deals with a segment: 2 of 4")]
    [InlineData(RolloutCheck.RivalsKnown, "open competitive deals with named rivals: 1 of 2")]
    [InlineData(RolloutCheck.SiteTargets, "accounts with a known number of sites: 1 of 2")]
    [InlineData(RolloutCheck.CrmHygiene, "deals with Segment: 2 of 4")]
    public void OtherChecksCountTheirRecords(RolloutCheck check, string expected)
    {
        RolloutData data = new()
        {
            Opportunities = Deals,
            Sites = [new() { Account = "Acme", TotalSites = 40 }, new() { Account = "Beta" }],
        };

        Assert.Equal(expected, Check(check, data, Late).Evidence[0].ToString());
    }

    [Fact]
    public void ARegulationIsNotRequiredOfEachDealInTheCrm()
    {
        ValueList<RolloutEvidence> lines =
            Check(RolloutCheck.CrmHygiene, new RolloutData { Opportunities = Deals }, Late).Evidence;

        Assert.False(lines.Single(line => line.Name == "deals with RegulatoryTrigger").IsRequired);
        Assert.Equal(6, lines.Count(line => line.IsRequired));
    }

    [Fact]
    public void StepsWithoutDataAreNotCheckable() =>
        Assert.All(
            CadenceCalculator.Check(
                PublishedArchitectures.OtSecurity2027.Rollout.Where(step => step.Check != RolloutCheck.KpiBaselines),
                new RolloutData(),
                Start,
                Late),
            status => Assert.Equal(RolloutState.NotCheckable, status.State));

    [Fact]
    public void NineOfThePublishedStepsHaveACheck() =>
        Assert.Equal(
            Enum.GetValues<RolloutCheck>().Where(check => check != RolloutCheck.None),
            PublishedArchitectures.OtSecurity2027.Rollout.Select(step => step.Check)
                .Where(check => check != RolloutCheck.None).Order());

    [Fact]
    public void RefusalsNameTheParameter()
    {
        Refusal.By<ArgumentNullException>(
            "steps", () => CadenceCalculator.Check([null!], new RolloutData(), Start, Late));
        Refusal.By<ArgumentNullException>("data", () => CadenceCalculator.Check([], null!, Start, Late));
        Refusal.Any<ArgumentException>(
            () => CadenceCalculator.Check([], new RolloutData(), Start, Late, requiredShare: 90m));
    }

    private static Opportunity Deal(string id) =>
        new() { Id = id, Stage = "Discovery", Timeline = DealTimeline.Open(Start.PlusDays(-30)) };

    private static RolloutStepStatus Check(
        RolloutCheck check, RolloutData data, LocalDate asOf, decimal requiredShare = 1m) =>
        CadenceCalculator.Check([RolloutStep.Of("step", 1, 30, check)], data, Start, asOf, requiredShare)[0];
}
