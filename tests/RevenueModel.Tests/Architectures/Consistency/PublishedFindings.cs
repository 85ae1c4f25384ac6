using RevenueModel.Architectures;
using RevenueModel.Kpis;
using static RevenueModel.Architectures.ConsistencyRule;
using static RevenueModel.Architectures.ConsistencyVerdict;

namespace RevenueModel.Tests.Architectures;

/// <summary>The published contradictions by id: the check that finds each, or the reason why none does.</summary>
internal static class PublishedFindings
{
    public const string Iot = "industrial-iot";
    public const string Ipaas = "ipaas";
    public const string Ot = "ot-security";
    public const string Cross = "ot-security and industrial-iot";

    private const string IotSmb = "SMB Single-Site";
    private const string IotMid = "Mid-Market Industrial";
    private const string IotLarge = "Enterprise Asset-Intensive";
    private const string IpaasSmb = "SMB Department-Level";
    private const string IpaasMid = "Mid-Market Cross-System";
    private const string IpaasLarge = "Enterprise Integration-CoE";
    private const string Tiers = "predictable tiers with overage protection";
    private const string Usage = "pure per-operation usage";
    private const string Low = "share of deals with both buyers at the low end";
    private const string High = "share of deals with both buyers at the high end";

    public static readonly Dictionary<string, string> Notes = new()
    {
        ["ot-silent-smb"] = "The text names a segment without a figure; there is no band to compare.",
        ["empty-sources"] = "Headings without content; there is no figure to compare.",
    };

    public static readonly Dictionary<string, PublishedFinding> Found = new()
    {
        ["retention-gap"] = Of(RetentionGap, Contradicts, (Ipaas, $"{Tiers}, {Usage}"))
            .Implies(("gapPoints", "gap")),
        ["dual-rate-against-segment-rate"] =
            Of(WinRateOfBuyerMix, Contradicts, (Iot, IotLarge))
                .Implies(("leastOfAnyMix", "lowest win rate of any mix"))
                .ImpliesAll("shareWithBothBuyers/Enterprise", 0, Low, High),
        ["gate-against-segment-rate"] = Of(WinRateOfGatedDeals, Note, (Iot, $"Mid-Market AE, {IotMid}"))
            .Implies(("winRateOfCreditedDeals", "win rate of credited deals")),
        ["gate-scope"] = Of(GateScope, Contradicts, (Iot, "Mid-Market AE")),
        ["consultants-per-deal"] = Of(
            PeoplePerDeal, Contradicts, (Iot, $"IT Solutions Consultant, OT Solutions Consultant, {IotMid}")),
        ["win-ratio"] = Of(WinRateRatio, AgreesRounded, (Iot, "both buyers and one"))
            .Implies(("ratio", "ratio"), ("higherBy", "higher by")),
        ["stalled-at-16"] = Of(SingleBuyerDeals, Contradicts, (Iot, "IT and OT")),
        ["single-consultant-or-single-buyer"] = Of(
            OneConsultantAndOneBuyer, Note, (Iot, "IT Solutions Consultant, OT Solutions Consultant"))
                .Implies(
                    ("winRate", "win rate with one consultant"),
                    ("lossOfSingleBuyer", "loss of win rate with one buyer")),
        ["ot-si-loss"] = Of(PipelineWithoutPartners, Note, (Iot, "specialty integrators"))
            .Implies(("dealsThatHaveAnOtSi", "deals that have a specialty integrator")),
        ["big4-count"] = Of(PartnerList, Contradicts, (Iot, "Big-4 SI"), (Iot, "OT-specialty SI")),
        ["best-in-class"] = Of(BestInClass, Contradicts, (Iot, "PTC ThingWorx")),
        ["samsara"] = Of(VendorSegment, Contradicts, (Iot, "Samsara industrial")),
        ["acv-top"] = Of(RestatedFigure, Contradicts, (Iot, $"{IotLarge}, Acv"), (Ipaas, $"{IpaasLarge}, Acv")),
        ["customers-times-acv"] = (Of(
            CustomersTimesAcv,
            Note,
            (Iot, "PTC ThingWorx"), (Iot, "AVEVA PI"), (Iot, "Samsara industrial"),
            (Ipaas, "Workato"), (Ipaas, "MuleSoft"), (Ipaas, "Informatica"),
            (Iot, "threshold of the forecast policy"), (Ipaas, "threshold of the forecast policy")) with
            {
                Implied =
                [
                    ("policyThresholdArrAtLeast/industrial-iot", [(6, "ARR at least")]),
                    ("policyThresholdArrAtLeast/ipaas", [(7, "ARR at least")]),
                ],
            })
            .ImpliesAll("arrAtLeast/PTC ThingWorx", 0, "ARR at least")
            .ImpliesAll("arrAtLeast/AVEVA PI", 1, "ARR at least")
            .ImpliesAll("arrAtLeast/Samsara industrial", 2, "ARR at least")
            .ImpliesAll("arrAtLeast/Workato", 3, "ARR at least")
            .ImpliesAll("arrAtLeast/MuleSoft", 4, "ARR at least")
            .ImpliesAll("arrAtLeast/Informatica", 5, "ARR at least"),
        ["close-rate-not-above-win-rate"] = Of(
            CloseRate,
            Contradicts,
            (Iot, IotSmb), (Iot, IotMid), (Iot, IotLarge), (Ipaas, IpaasSmb), (Ipaas, IpaasMid), (Ipaas, IpaasLarge)),
        ["coverage-times-close"] = Of(
            CoverageTimesCloseRate, Contradicts, (Ipaas, IpaasSmb), (Ipaas, IpaasMid), (Ipaas, IpaasLarge))
                .ImpliesByCheck("attainment", "share of quota closed"),
        ["stage2-share"] = Of(Stage2Share, Note, (Iot, IotLarge), (Ipaas, IpaasLarge))
            .ImpliesByCheck("shareOfPipelineAtStage2", "share of pipeline in stage 2 or later"),
        ["days-of-a-month"] = Of(DaysOfMonths, AgreesRounded, (Iot, IotLarge), (Ipaas, IpaasLarge))
            .Implies(("daysPerMonth", "days per month")),
        ["nrr-without-smb"] = Of(NrrAcrossSegments, Incomplete, (Iot, "all segments"), (Ipaas, "all segments"))
            .ImpliesAll("smbFrom/industrial-iot", 0, $"NRR from, {IotSmb}")
            .ImpliesAll("smbFrom/ipaas", 1, $"NRR from, {IpaasSmb}"),
        ["curve-against-nrr"] = Of(CurveAndNrr, Contradicts, (Ipaas, IpaasLarge))
            .ImpliesAll("acvGrowthPerYear", 0, "growth in year 2", "growth in year 3")
            .Implies(("nrrBeforeChurn", "NRR before churn"), ("afterRenewal0.95", "NRR after renewals")),
        ["growth-to-acv"] = Of(GrowthAndAcv, Contradicts, (Ipaas, "ACV multiple"))
            .Implies(
                ("overTwoYears", "multiple over 2 years"),
                ("overThreeYears", "multiple over 3 years"),
                ("ratePerYearFor2.2xInTwoYears", "growth per year over 2 years"),
                ("ratePerYearFor2.2xInThreeYears", "growth per year over 3 years")),
        ["curve-not-compound"] = Of(CompoundGrowth, Contradicts, (Ipaas, "active integrations"))
            .ImpliesAll("growth", 0, "growth in year 2", "growth in year 3"),
        ["renewal-against-logo-target"] = Of(
            RetentionTarget,
            Contradicts,
            (Ipaas, $"CSM, gross retention, {Usage}"), (Ipaas, $"CSM, logo retention, {Tiers}"))
                .Implies(("pureUsageGrossRetentionAtMost", "gross retention at most")),
        ["boomi"] = Of(GrowthOfSurvivors, Contradicts, (Ipaas, "Boomi"))
            .Implies(("growthOfSurvivorsNeeded", "growth of the customers who renew")),
        ["lag-exceeds-expansion"] = Of(LagAndExpansion, Contradicts, (Ipaas, "all segments"))
            .Implies(("netExpansionPoints", "net expansion")),
        ["residual-of"] = Of(ResidualBase, Contradicts, (Ipaas, "Mid-Market AE")),
        ["accelerators"] = Of(
            AcceleratorRate, Incomplete, (Ipaas, "SMB AE"), (Ipaas, "Mid-Market AE"), (Ipaas, "Enterprise AE")),
        ["dashboards"] = Of(Dashboards, Contradicts, (Ipaas, "RevOps")),
        ["one-role-two-titles"] = Of(
            RoleTitles, Note, (Ipaas, "Boutique Integration Partner Manager, Partner Account Manager")),
        ["embedded-without-figures"] = Of(MotionWithoutSegments, Incomplete, (Ipaas, "embedded iPaaS")),
        ["ot-acv-gap"] = Of(
            BandGap, Incomplete, (Ot, GapOf(StandardKpis.Acv)), (Ot, GapOf(StandardKpis.LifetimeValue)))
            .Implies(("gap", "gap")),
        ["ot-acv-ratio"] = Of(
            RatioToComparison, Contradicts, (Ot, $"{StandardKpis.Acv.Name}, {PublishedBenchmarks.Enterprise}"))
            .Implies(("enterpriseLikeEnds", "ratio")),
        ["ot-ltv"] = Of(
            LifetimeValue, Contradicts, (Ot, "mid-market"), (Ot, "enterprise critical infrastructure"))
                .ImpliesAll("midMarket", 0, "lifetime value")
                .ImpliesAll("enterprise", 1, "lifetime value"),
        ["ot-poc-is-the-bake-off"] = Of(PilotsAndBakeOffs, Contradicts, (Ot, StandardKpis.PocConversion.Name)),
        ["ot-rivals"] = Of(EvenOdds, Contradicts, (Ot, StandardKpis.CompetitiveWinRate.Name))
            .Implies(("evenOdds", "even odds")),
        ["ot-velocity-against-nrr"] = Of(SiteVelocityAndNrr, Contradicts, (Ot, "account by site"))
            .Implies(("arrAddedPerYear", "ARR added per year"), ("nrrLikeEnds", "NRR")),
        ["ot-forty-sites"] = Of(YearsToLicense, Contradicts, (Ot, "account by site"))
            .Implies(
                ("yearsAt3To6Sites", "years by sites"),
                ("yearsAtNrr110To130", "years by NRR"),
                ("acvPerSite", "ACV per site")),
        ["ot-no-review-of-cycle"] = Of(ReviewOfKpi, Incomplete, (Ot, StandardKpis.CycleLength.Name)),
        ["ot-veto"] = Of(VetoHolder, Incomplete, (Ot, "OT")),
        ["ot-trigger-lists"] = Of(ConsistencyRule.ListBySection, Contradicts, (Ot, "regulatory triggers")),
        ["ot-leading"] = Of(LeadOfKpi, Incomplete, (Ot, StandardKpis.SiteVelocity.Name)),
        ["cross-cycle"] = Of(CycleOfBothBuyers, Contradicts, (Cross, IotSmb), (Cross, IotMid)),
    };

    /// <summary>Implied figures of checks that agree: the other segments of a contradiction of one segment.</summary>
    public static readonly (string Id, string Path, string Document, ConsistencyRule Rule, string Subject,
        string[] Figures)[] Agreeing =
    [
        ("dual-rate-against-segment-rate", "shareWithBothBuyers/SMB", Iot, WinRateOfBuyerMix, IotSmb, [Low, High]),
        ("dual-rate-against-segment-rate", "shareWithBothBuyers/Mid-Market", Iot, WinRateOfBuyerMix, IotMid,
            [Low, High]),
        ("ot-acv-ratio", "midMarketLikeEnds", Ot, RatioToComparison,
            $"{StandardKpis.Acv.Name}, {PublishedBenchmarks.MidMarket}", ["ratio"]),
    ];

    /// <summary>Contradictions that the file does not list, or lists as a part of another one.</summary>
    public static readonly string[] Further =
    [
        $"{Iot} {RestatedFigure} {IotMid}, PeoplePerDeal",
        $"{Iot} {CoverageTimesCloseRate} {IotSmb}",
        $"{Iot} {CoverageTimesCloseRate} {IotMid}",
        $"{Iot} {CoverageTimesCloseRate} {IotLarge}",
        $"{Iot} {CoverageTimesCloseRate} {IotLarge}, from stage 2",
        $"{Ipaas} {RetentionTarget} CSM, logo retention, {Usage}",
        $"{Ipaas} {CoverageTimesCloseRate} {IpaasLarge}, from stage 2",
        $"{Ipaas} {ConsistencyRule.ListBySection} most important dashboards",
    ];

    private static PublishedFinding Of(
        ConsistencyRule rule, ConsistencyVerdict verdict, params (string Document, string Subject)[] checks) =>
        new(rule, verdict) { Checks = checks };

    private static string GapOf(KpiDefinition kpi) =>
        $"{kpi.Name}: {PublishedBenchmarks.MidMarket}, {PublishedBenchmarks.Enterprise}";
}
