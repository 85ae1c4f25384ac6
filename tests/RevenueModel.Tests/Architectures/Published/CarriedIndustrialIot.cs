using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using static RevenueModel.Tests.Architectures.CarriedArchitecture;
using static RevenueModel.Tests.Architectures.FactLeaves;

namespace RevenueModel.Tests.Architectures;

/// <summary>Builds what the library carries of the industrial IoT document, in the form of the facts files.</summary>
internal static class CarriedIndustrialIot
{
    private const string Smb = "SMB Single-Site";
    private const string Mid = "Mid-Market Industrial";
    private const string Enterprise = "Enterprise Asset-Intensive";
    private const string Buyers = nameof(RevenueArchitecture.BuyerMotion);
    private const string Channel = nameof(RevenueArchitecture.Channel);
    private const string Consultant = "IT Solutions Consultant";

    public static object Facts(RevenueArchitecture iot) => new
    {
        document = iot.Citation!.Document,
        sizeUnit = iot.Segmentation.SizeUnit,
        segments = iot.Segmentation.Segments.Select(SegmentFacts),
        nrrAllSegments = Pair(iot.NrrTarget),
        buyerMotion = new
        {
            section = iot.BuyerMotion!.Citation!.Section,
            dualBuyerWinRate = iot.BuyerMotion.DualBuyerWinRate,
            singleBuyerWinRate = iot.BuyerMotion.SingleBuyerWinRate,
            statedRatio = iot.BuyerMotion.StatedRatio,
        },
        channel = new
        {
            section = iot.Channel!.Citation!.Section,
            enterpriseCoImplementedBySi = iot.Channel.EnterpriseCoImplementedByAllShare,
            pipelineLostWithoutOtSi = iot.Channel.PipelineLostWithoutSpecialtyIntegrators,
            expansion = ExpansionByChannel(iot.Channel),
        },
        roles = iot.CompPlans.GroupBy(plan => plan.Citation!.Section).Select(plans => plans.Key == "3.4"
            ? Role(plans, Wording, " / ", " (a pair)")
            : Role(plans, Wording, "; ", "")),
        mandatory = iot.RoleRequirements.Select(Requirement),
        organization = Chart(iot),
        forecast = Forecast(iot.Forecast!),
        cadence = Cadence(iot),
        nrrDisclosed2026 = DisclosedFacts(iot),
        expansionDrivers = iot.Expansion!.Drivers.Select(driver => driver.Name),
        aiArpuUplift = Uplift(iot.Expansion),
        customerValue = new
        {
            section = iot.CustomerValue!.Citation!.Section,
            paybackMonths = Pair<decimal>(iot.CustomerValue.Roi.PaybackMonths),
            unplannedDowntimeReduction = Pair<decimal>(iot.CustomerValue.Roi.DowntimeReduction),
            yieldImprovement = Pair<decimal>(iot.CustomerValue.Roi.YieldImprovement),
            aiDtModuleArr = Pair<decimal>(iot.CustomerValue.Roi.ModuleArr),
        },
        failureModes = iot.FailureModes.Select(FailureMode),
    };

    public static object Additions(RevenueArchitecture iot) => new
    {
        document = iot.Citation!.Document,
        refines = (object[])[.. OfSegments(iot), .. OfPlans(iot), .. OfTheRest(iot)],
        signOff = new
        {
            section = iot.BuyingGroup!.Citation!.Section.Split(", ")[0],
            bothRequired = iot.BuyingGroup.RequiresAllSides,
            it = iot.BuyingGroup.FindSide("IT")!.SignOff,
            ot = iot.BuyingGroup.FindSide("OT")!.SignOff,
            differIn = iot.BuyingGroup.DiffersIn,
        },
        buyerConcerns = new
        {
            section = iot.BuyingGroup.Citation.Section.Split(", ")[1],
            it = iot.BuyingGroup.FindSide("IT")!.Concerns,
            ot = iot.BuyingGroup.FindSide("OT")!.Concerns,
        },
        consultantScope = new
        {
            section = Shared(Scopes(iot).Select(scope => scope.Citation!.Section)),
            it = Scopes(iot)[0].Members,
            ot = Scopes(iot)[1].Members,
        },
        dealOutcomes = FlowOf(iot, "Deal outcomes"),
        partners = new
        {
            section = Shared(iot.PartnerKinds.Select(kind => kind.Citation!.Section)),
            big4Si = Map(
                ("listedIn2.3", ListOf(iot, "Big-4 SI", "2.3")),
                ("listedElsewhere", ListOf(iot, "Big-4 SI", "3.5, 7.2, FAQ")),
                ("does", Kind(iot, "Big-4 SI").Does)),
            otSpecialtySi = Map(
                ("listedIn2.3", ListOf(iot, "OT-specialty SI", "2.3")),
                ("listedIn3.5And7.2", ListOf(iot, "OT-specialty SI", "3.5, 7.2")),
                ("does", Kind(iot, "OT-specialty SI").Does)),
        },
        competitors = new
        {
            section = iot.Market!.Competitors[0].Citation!.Section,
            pureplayApmAi = Assert.Single(iot.Market.Competitors).Members,
        },
        vendors = Vendors(iot),
        namedAccounts = Accounts(iot),
        aiShift = new
        {
            section = iot.AiShift!.Citation!.Section,
            capabilities = iot.AiShift.Capabilities,
            products = iot.AiShift.Products,
        },
        dashboards = Dashboards(iot.KeyDashboards!),
        rolesOnChartWithoutPay = new
        {
            section = iot.Section(nameof(RevenueArchitecture.Chart), null, NoteKind.Placement),
            roles = RolesWithoutPlan(iot),
        },
        rolesWithPayNotOnChart = new
        {
            section = iot.Section("Big-4 SI Channel Manager", null, NoteKind.Wording),
            roles = iot.CompPlans.Select(plan => plan.Role).Where(role =>
                iot.Chart!.Roles.All(box => box.Name != role && box.PlanName != role)),
            note = iot.Text("Big-4 SI Channel Manager", null, NoteKind.Wording),
        },
        planSeparation = Principles(iot.PlanPrinciples!, iot.Text(
            nameof(RevenueArchitecture.PlanPrinciples), nameof(PlanPrinciples.SeparateSegments), NoteKind.Wording)),
        compPrinciple = new
        {
            section = iot.PlanPrinciples!.Citation!.Section.Split(", ")[1],
            aePaidOn = iot.PlanPrinciples.PaidOn,
        },
        ranking = Map(
            ("section", iot.Section(
                "single-buyer motion", nameof(PublishedFailureMode.Ranks), NoteKind.Placement)),
            ("single largest mistake", Ranked(iot, "single largest mistake").Single()),
            ("two most expensive structural mistakes",
                Ranked(iot, "one of the two most expensive structural mistakes")
                    .Select(name => RankedName(iot, name)))),
    };

    private static object[] OfSegments(RevenueArchitecture iot) =>
    [
        Refined(
            "segments[1].nrr",
            iot.Section(NoteKind.Placement, (Mid, nameof(Segment.NrrTarget)), (Enterprise, nameof(Segment.NrrTarget))),
            note: iot.Text(Mid, nameof(Segment.NrrTarget), NoteKind.Placement)),
        Refined(
            "segments[*].motion",
            iot.Section(
                NoteKind.Placement,
                (Smb, nameof(Segment.SalesMotion)),
                (Mid, nameof(Segment.SalesMotion)),
                (Enterprise, nameof(Segment.SalesMotion))),
            note: iot.Text(Smb, nameof(Segment.SalesMotion), NoteKind.Placement)),
        Refined(
            "segments[2].coverageAtStage2",
            iot.Section(Enterprise, nameof(Segment.CoverageTargetAtStage2), NoteKind.Placement),
            new
            {
                coverageMeasuredAt = iot.Text(Enterprise, nameof(Segment.CoverageTarget), NoteKind.Scope),
                reason = iot.Texts(Enterprise, nameof(Segment.CoverageTarget), NoteKind.Reason),
            },
            iot.Text(Enterprise, nameof(Segment.CoverageTargetAtStage2), NoteKind.Placement)),
        Restated(iot, "segments[2].acv"),
        Refined(
            "segments[0].name",
            iot.Section(Smb, nameof(Segment.Name), NoteKind.Wording),
            new { longName = iot.Text(Smb, nameof(Segment.Name), NoteKind.Wording) }),
        Refined(
            "segments[0].cycleMonths",
            iot.Section(Smb, nameof(Segment.CycleMonths), NoteKind.Reason),
            new
            {
                otInvolvement = iot.Text(Smb, nameof(Segment.CycleMonths), NoteKind.Reason)
                    .After("OT involvement: "),
            }),
        Refined(
            "segments[0].decisionMakers",
            iot.Section(Smb, nameof(Segment.DecisionMakers), NoteKind.Wording),
            note: iot.Text(Smb, nameof(Segment.DecisionMakers), NoteKind.Wording)),
        Refined(
            "segments[1].decisionMakers",
            iot.Section(Mid, nameof(Segment.DecisionMakers), NoteKind.Wording),
            new
            {
                plantManagers = iot.Text(Mid, nameof(Segment.DecisionMakers), NoteKind.Scope)
                    .After("Plant Managers: "),
            },
            iot.Text(Mid, nameof(Segment.DecisionMakers), NoteKind.Wording)),
        Refined(
            "segments[1].modules",
            iot.Section(Mid, nameof(Segment.Modules), NoteKind.Scope),
            new
            {
                cybersecurity = iot.Text(Mid, nameof(Segment.Modules), NoteKind.Scope).After("cybersecurity: "),
            }),
        Refined(
            "segments[2].stakeholders",
            iot.Section(Enterprise, nameof(Segment.StakeholderCount), NoteKind.Scope),
            new { counted = iot.Text(Enterprise, nameof(Segment.StakeholderCount), NoteKind.Scope) }),
        Refined(
            "segments[2].modules",
            iot.Section(Enterprise, nameof(Segment.Modules), NoteKind.Wording),
            note: iot.Text(Enterprise, nameof(Segment.Modules), NoteKind.Wording)),
    ];

    private static object[] OfPlans(RevenueArchitecture iot)
    {
        FigureRestatement gate = Restatement(iot, "Mid-Market AE", nameof(PublishedCompPlan.Gate));
        DealTeamCoverage team = iot.FindCompPlan(Consultant)!.Coverage!;
        const string Loss = nameof(DealTeamCoverage.WinRateLossWithOne);
        const string People = nameof(DealTeamCoverage.PeoplePerDeal);
        return
        [
            Refined(
                "roles[1].quotaCreditGate",
                gate.Citation!.Section,
                new { gateOfFailureFix = gate.Text },
                iot.Text("Mid-Market AE", nameof(PublishedCompPlan.Gate), NoteKind.Reading)),
            Refined(
                "roles[2].draw",
                iot.Section("Enterprise AE", nameof(PublishedCompPlan.Draw), NoteKind.Reading),
                note: iot.Text("Enterprise AE", nameof(PublishedCompPlan.Draw), NoteKind.Reading)),
            Refined(
                "roles[2].vesting",
                iot.Section("Enterprise AE", nameof(PublishedCompPlan.Vesting), NoteKind.Reason),
                new { reason = iot.Texts("Enterprise AE", nameof(PublishedCompPlan.Vesting), NoteKind.Reason) },
                iot.Text("Enterprise AE", nameof(PublishedCompPlan.Vesting), NoteKind.Reading)),
            Refined(
                "roles[3].winRateLossWithSingleConsultant",
                iot.Section(Consultant, Loss, NoteKind.Scope),
                new { condition = team.Condition, relativeTo = iot.Text(Consultant, Loss, NoteKind.Scope) }),
            Refined(
                "roles[3].perEnterpriseDeal",
                iot.Section(Consultant, People, NoteKind.Rank),
                new { label = iot.Text(Consultant, People, NoteKind.Rank) },
                iot.Text(Consultant, People, NoteKind.Wording)),
            Refined(
                "roles[4]",
                iot.Section("Big-4 SI Channel Manager", null, NoteKind.Condition),
                new { rule = iot.Text("Big-4 SI Channel Manager", null, NoteKind.Condition) }),
            Refined(
                "mandatory[*].atArr",
                iot.Section(
                    nameof(RevenueArchitecture.RoleRequirements), nameof(RoleRequirement.FromArr), NoteKind.Wording),
                note: iot.Text(
                    nameof(RevenueArchitecture.RoleRequirements), nameof(RoleRequirement.FromArr), NoteKind.Wording)),
            Refined(
                "organization.edges",
                iot.Section("Mid AE", nameof(OrganizationRole.Name), NoteKind.Wording),
                note: iot.Text("Mid AE", nameof(OrganizationRole.Name), NoteKind.Wording)),
        ];
    }

    private static object[] OfTheRest(RevenueArchitecture iot)
    {
        const string Lost = nameof(ChannelFigures.PipelineLostWithoutSpecialtyIntegrators);
        PublishedFailureMode[] modes = [.. iot.FailureModes];
        return
        [
            Refined(
                "buyerMotion.dualBuyerWinRate",
                iot.Section(Buyers, nameof(BuyerMotionFigures.DualBuyerWinRate), NoteKind.Placement),
                new { condition = iot.BuyerMotion!.Condition, source = iot.BuyerMotion.Source }),
            Refined(
                "buyerMotion.statedRatio",
                iot.Section(Buyers, nameof(BuyerMotionFigures.StatedRatio), NoteKind.Scope),
                new
                {
                    of = iot.Text(Buyers, nameof(BuyerMotionFigures.StatedRatio), NoteKind.Scope),
                    otherWords = Map(iot.Restatements
                        .Where(one => one.Subject == Buyers && one.Figure == nameof(BuyerMotionFigures.StatedRatio))
                        .Select(one => new Keyed<string, string?>(one.Citation!.Section, one.Text))),
                }),
            Refined(
                "channel.enterpriseCoImplementedBySi",
                iot.Section(Channel, nameof(ChannelFigures.EnterpriseCoImplementedByAllShare), NoteKind.Wording),
                new
                {
                    by = iot.Channel!.CoImplementedBy == iot.PartnerKinds.Select(kind => kind.Name).ToValueList()
                        ? "both SI categories"
                        : "",
                    source = iot.Channel.Source,
                },
                iot.Text(Channel, nameof(ChannelFigures.EnterpriseCoImplementedByAllShare), NoteKind.Wording)),
            Refined(
                "channel.pipelineLostWithoutOtSi",
                iot.Section(Channel, Lost, NoteKind.Condition),
                new
                {
                    approximate = iot.Channel.IsPipelineLossApproximate,
                    whose = iot.Text(Channel, Lost, NoteKind.Condition),
                    of = iot.Text(Channel, Lost, NoteKind.Scope),
                }),
            Refined(
                "channel.expansion",
                iot.Section(Channel, nameof(ChannelFigures.Expansion), NoteKind.Condition),
                new { askedOf = iot.Text(Channel, nameof(ChannelFigures.Expansion), NoteKind.Condition) }),
            Refined(
                "nrrAllSegments",
                iot.Section(nameof(RevenueArchitecture.NrrTarget), null, NoteKind.Reading),
                new { impliedSmbFrom = ImpliedSmbNrr(iot) },
                iot.Text(nameof(RevenueArchitecture.NrrTarget), null, NoteKind.Reading)),
            Refined(
                "nrrDisclosed2026.PTC ThingWorx",
                iot.NrrDisclosed[0].Citation!.Section,
                new { label = iot.NrrDisclosed[0].IsBestInClass ? "best-in-class composite" : "" }),
            Refined(
                "nrrDisclosed2026.Samsara industrial",
                iot.Section("Samsara industrial", nameof(DisclosedNrr.Vendor), NoteKind.Scope),
                note: iot.Text(
                    "Samsara industrial", nameof(DisclosedNrr.Vendor), NoteKind.Scope)),
            Refined(
                "forecast.vendorsEnterpriseCustomers",
                iot.Forecast!.Citation!.Section,
                new { approximate = Shared(iot.Forecast.Vendors.Select(vendor => vendor.IsApproximate)) }),
            Refined(
                "forecast.installBase",
                iot.Section(
                    nameof(RevenueArchitecture.Forecast), nameof(ForecastFigures.InstallBase), NoteKind.Reason),
                new
                {
                    reason = iot.Texts(
                        nameof(RevenueArchitecture.Forecast), nameof(ForecastFigures.InstallBase), NoteKind.Reason),
                }),
            Refined(
                "customerValue",
                iot.CustomerValue!.Citation!.Section,
                Map(
                    ("for", iot.CustomerValue.Customers),
                    ("unplannedDowntimeReductionBy", iot.CustomerValue.DowntimeReductionBy),
                    ("yieldImprovementBy", iot.CustomerValue.YieldImprovementBy),
                    ("annualSavings", iot.CustomerValue.AnnualSavings),
                    ("annualSavingsAt", iot.CustomerValue.SavingsAt))),
            Refined(
                "cadence.quarterly[3]",
                iot.Section("OEM/automation-vendor reviews", null, NoteKind.Example),
                new { vendors = iot.Texts("OEM/automation-vendor reviews", null, NoteKind.Example) }),
            Refined(
                "failureModes[2].effect",
                modes[2].Citation!.Section,
                new
                {
                    attachLagPoints = Repeated(
                        modes[2], FailureMeasure.AttachLag, iot.Expansion!.AttachLagPoints),
                }),
            Refined(
                "failureModes[1].effect",
                modes[1].Citation!.Section,
                new { pipelineLost = Only(modes[1].Effects[0].Value) }),
            Refined(
                "failureModes[0].effect",
                modes[0].Citation!.Section,
                new
                {
                    winRate = Only(modes[0].Effects[0].Value),
                    insteadOf = Only(modes[0].Effects[0].InsteadOf!.Value),
                }),
            Refined(
                "aiArpuUplift",
                iot.Section(
                    nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.ModuleUplift), NoteKind.Scope),
                new
                {
                    of = iot.Text(
                        nameof(RevenueArchitecture.Expansion), nameof(ExpansionFigures.ModuleUplift), NoteKind.Scope),
                }),
        ];
    }

    /// <summary>The ACV of the largest segment as the direct answer prints it.</summary>
    public static object Restated(RevenueArchitecture architecture, string path)
    {
        FigureRestatement acv = Restatement(
            architecture, architecture.Segmentation.Segments[^1].Name, nameof(Segment.Acv));
        return Refined(path, acv.Citation!.Section, new { acvDirectAnswer = Pair(acv.Value) }, acv.Text);
    }

    /// <summary>The low end of all segments, if no published segment has it.</summary>
    private static decimal? ImpliedSmbNrr(RevenueArchitecture architecture) =>
        architecture.Segmentation.Segments.All(segment => segment.NrrTarget?.Min != architecture.NrrTarget!.Value.Min)
            ? architecture.NrrTarget!.Value.Min
            : null;

    private static FigureRestatement Restatement(RevenueArchitecture architecture, string subject, string figure) =>
        Assert.Single(architecture.Restatements, one => one.Subject == subject && one.Figure == figure);

    private static ValueList<NameGroup> Scopes(RevenueArchitecture iot) =>
        iot.FindCompPlan(Consultant)!.Coverage!.Scopes;

    private static PublishedPartnerKind Kind(RevenueArchitecture iot, string name) =>
        iot.PartnerKinds.Single(kind => kind.Name == name);

    private static ValueList<string> ListOf(RevenueArchitecture iot, string kind, string section) =>
        Kind(iot, kind).Lists.Single(list => list.Section == section).Names;

    private static IEnumerable<string> Ranked(RevenueArchitecture iot, string rank) =>
        iot.FailureModes.Where(mode => mode.Ranks.Contains(rank)).Select(mode => mode.Name);

    // The bottom line has its own words for the second mistake.
    private static string RankedName(RevenueArchitecture iot, string mode) =>
        iot.NotesOn(mode, nameof(PublishedFailureMode.Ranks)).FirstOrDefault(note => note.Kind == NoteKind.Wording)
            ?.Text ?? mode;

    private static string Wording(CompMeasure measure) => measure == CompMeasure.Activations
        ? "per-customer AI/digital-twin activation"
        : measure == CompMeasure.AttributedRoi ? "AI-attributed ROI" : measure.Name;
}
