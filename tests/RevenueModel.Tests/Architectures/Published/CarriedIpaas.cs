using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Expansion;
using RevenueModel.Organization;
using RevenueModel.Segments;
using static RevenueModel.Tests.Architectures.CarriedArchitecture;
using static RevenueModel.Tests.Architectures.FactLeaves;

namespace RevenueModel.Tests.Architectures;

/// <summary>Builds what the library carries of the iPaaS document, in the form of the facts files.</summary>
internal static class CarriedIpaas
{
    private const string Mid = "Mid-Market Cross-System";
    private const string Enterprise = "Enterprise Integration-CoE";
    private const string Expansion = nameof(RevenueArchitecture.Expansion);
    private const string Pricing = nameof(RevenueArchitecture.Pricing);
    private const string Overlay = "AI Integration Specialist overlay";
    private const string Manager = "Partner Account Manager";
    private const string Architect = "Integration Architect";

    public static object Facts(RevenueArchitecture ipaas)
    {
        PublishedCompPlan manager = ipaas.FindCompPlan(Manager)!;
        return new
        {
            document = ipaas.Citation!.Document,
            sizeUnit = ipaas.Segmentation.SizeUnit,
            buyerMotions = ipaas.GoToMarketMotions.Select(motion => $"{motion.Name}: {motion.Playbook}"),
            segments = ipaas.Segmentation.Segments.Select(SegmentFacts),
            nrrAllSegments = Pair(ipaas.NrrTarget),
            expansionCurve = new
            {
                section = ipaas.Expansion!.Citation!.Section.Replace("7.2, ", "", StringComparison.Ordinal),
                activeIntegrations = Years(ipaas.Expansion.Volume!),
                acvMultiple = Years(ipaas.Expansion.AcvMultiple!),
                statedVolumeGrowthPerYear = ipaas.Expansion.StatedVolumeGrowthPerYear,
            },
            pricing = new
            {
                section = ipaas.Pricing!.Citation!.Section,
                predictableTierRenewalRetention = ipaas.Pricing.PredictableTiers.RenewalRetention,
                pureUsageRenewalRetention = ipaas.Pricing.PureUsage.RenewalRetention,
                pureUsagePricingPressure = Pair(ipaas.Pricing.PureUsage.PricePressure),
                retentionGapPoints = Pair(ipaas.Pricing.StatedRetentionGapPoints),
                billShockMultiple = ipaas.Pricing.BillShockMultiple,
            },
            roles = ipaas.CompPlans.Where(plan => plan != manager).GroupBy(plan => plan.Citation!.Section)
                .Select(plans => Role(plans, Wording, "; ", "")),
            partnerAccountManager = new
            {
                section = manager.Citation!.Section,
                ote = Pair<decimal>(manager.OnTargetEarnings),
                payMix = new[] { (1m - manager.PayMix.Variable) * 100m, manager.PayMix.Variable * 100m },
                variableOn = manager.Measures.Select(measure => Wording(measure.Measure)),
                boutiqueShareOfMidMarketImplementations = Pair(ipaas.Channel!.BoutiqueShareOfMidMarket),
            },
            mandatory = ipaas.RoleRequirements.Where(requirement => requirement.FromArr is not null)
                .Select(Requirement),
            organization = Chart(ipaas),
            forecast = Forecast(ipaas.Forecast!),
            cadence = Cadence(ipaas),
            nrrDisclosed2026 = DisclosedFacts(ipaas),
            aiArpuUplift = Uplift(ipaas.Expansion),
            failureModes = ipaas.FailureModes.Select(FailureMode),
        };
    }

    public static object Additions(RevenueArchitecture ipaas) => new
    {
        document = ipaas.Citation!.Document,
        refines = (object[])[.. OfSegments(ipaas), .. OfGrowth(ipaas), .. OfPlans(ipaas), .. OfTheRest(ipaas)],
        expansionDrivers = ipaas.Expansion!.Drivers.Select(driver => driver.Name),
        expansionCauses = new
        {
            section = ipaas.Section(Expansion, nameof(ExpansionFigures.VolumeGrowsWith), NoteKind.Placement),
            integrationCountGrowsWith = ipaas.Expansion.VolumeGrowsWith,
        },
        ranking = Map(
            ("section", ipaas.Section(Expansion, nameof(ExpansionFigures.Drivers), NoteKind.Rank)),
            ("mostPredictableExpansionEngine",
                ipaas.Text(Expansion, nameof(ExpansionFigures.Drivers), NoteKind.Rank)),
            ("single largest 2026-2027 mistake",
                ipaas.FailureModes.Single(mode => mode.Ranks.Contains("single largest 2026-2027 mistake")).Name)),
        pricingRule = new
        {
            section = ipaas.Section(Pricing, nameof(PricingFigures.Offer), NoteKind.Placement),
            unitPricedIn = ipaas.Pricing!.PricedUnits,
            instrument = ipaas.Pricing.Instrument,
            offer = ipaas.Pricing.Offer,
        },
        customerGrowth = FlowOf(ipaas, "Customer growth"),
        compPrinciple = new
        {
            section = ipaas.PlanPrinciples!.Citation!.Section.Split(", ")[1],
            aePaidOn = ipaas.PlanPrinciples.PaidOn,
            note = ipaas.Text(
                nameof(RevenueArchitecture.PlanPrinciples), nameof(PlanPrinciples.PaidOn), NoteKind.Reading),
        },
        aiShift = new
        {
            section = ipaas.AiShift!.Citation!.Section,
            capabilities = ipaas.AiShift.Capabilities,
            products = ipaas.AiShift.Products,
            plumbing = ipaas.AiShift.Needs,
            also = ipaas.AiShift.Adds,
        },
        dashboards = Dashboards(ipaas.KeyDashboards!),
        vendors = Vendors(ipaas),
        namedAccounts = Accounts(ipaas),
        rolesOnChartWithoutPay = new
        {
            section = ipaas.Section(nameof(RevenueArchitecture.Chart), null, NoteKind.Placement),
            roles = RolesWithoutPlan(ipaas),
        },
        planSeparation = Principles(ipaas.PlanPrinciples, note: null),
    };

    private static object[] OfSegments(RevenueArchitecture ipaas) =>
    [
        Motion(ipaas, 0),
        Motion(ipaas, 1),
        Refined(
            "segments[1].nrr",
            ipaas.Section(
                NoteKind.Placement, (Mid, nameof(Segment.NrrTarget)), (Enterprise, nameof(Segment.NrrTarget))),
            note: ipaas.Text(Mid, nameof(Segment.NrrTarget), NoteKind.Placement)),
        Refined(
            "segments[2].coverageAtStage2",
            ipaas.Section(Enterprise, nameof(Segment.CoverageTarget), NoteKind.Scope),
            new
            {
                coverageMeasuredAt = ipaas.Text(Enterprise, nameof(Segment.CoverageTarget), NoteKind.Scope),
                reason = ipaas.Texts(Enterprise, nameof(Segment.CoverageTarget), NoteKind.Reason),
            }),
        CarriedIndustrialIot.Restated(ipaas, "segments[2].acv"),
        Refined(
            "segments[2].stakeholders",
            ipaas.Section(Enterprise, nameof(Segment.StakeholderCount), NoteKind.Scope),
            new { counted = ipaas.Text(Enterprise, nameof(Segment.StakeholderCount), NoteKind.Scope) }),
    ];

    private static object[] OfGrowth(RevenueArchitecture ipaas)
    {
        const string Volume = nameof(ExpansionFigures.Volume);
        const string Multiple = nameof(ExpansionFigures.AcvMultiple);
        const string Growth = nameof(ExpansionFigures.StatedVolumeGrowthPerYear);
        const string Shock = nameof(PricingFigures.BillShockMultiple);
        return
        [
            Refined(
                "expansionCurve.activeIntegrations",
                ipaas.Section(Expansion, Volume, NoteKind.Scope),
                new
                {
                    of = ipaas.Text(Expansion, Volume, NoteKind.Scope),
                    disclosedBy = ipaas.Expansion!.VolumeDisclosedBy,
                    disclosedIn = ipaas.Expansion.VolumeDisclosedIn,
                    tripling = ipaas.Text(Expansion, Volume, NoteKind.Wording).After("tripling: "),
                }),
            Refined(
                "expansionCurve.acvMultiple.year3",
                ipaas.Section(Expansion, Multiple, NoteKind.Wording),
                new
                {
                    approximate = ipaas.Texts(Expansion, Multiple, NoteKind.Approximate).Length == 1,
                    otherWords = ipaas.Text(Expansion, Multiple, NoteKind.Wording),
                },
                ipaas.Text(Expansion, Multiple, NoteKind.Reading)),
            Refined(
                "expansionCurve.statedVolumeGrowthPerYear",
                ipaas.Section(Expansion, Growth, NoteKind.Wording),
                new { claim = ipaas.Text(Expansion, Growth, NoteKind.Wording) }),
            Refined(
                "pricing.retentionGapPoints",
                ipaas.Section(Pricing, nameof(PricingFigures.StatedRetentionGapPoints), NoteKind.Placement),
                new { source = ipaas.Pricing!.Source }),
            Refined(
                "pricing.billShockMultiple",
                ipaas.Section(Pricing, Shock, NoteKind.Scope),
                Map(
                    ("whose", ipaas.Text(Pricing, Shock, NoteKind.Scope)),
                    ("case", ipaas.Text(Pricing, Shock, NoteKind.Example)),
                    ("trackedBy", ipaas.Texts(Pricing, Shock, NoteKind.Source)))),
            At(ipaas, "pricing.predictableTierRenewalRetention", nameof(PricingFigures.PredictableTiers)),
            At(ipaas, "pricing.pureUsagePricingPressure", nameof(PricingFigures.PureUsage)),
        ];
    }

    private static object[] OfPlans(RevenueArchitecture ipaas)
    {
        PublishedPartnerKind big4 = ipaas.PartnerKinds[0];
        PublishedPartnerKind boutique = ipaas.PartnerKinds[1];
        PublishedCompPlan executive = ipaas.FindCompPlan("Mid-Market AE")!;
        return
        [
            Refined(
                "roles[1].residual",
                ipaas.Section(executive.Role, nameof(PublishedCompPlan.OtherResidualOf), NoteKind.Wording),
                new { ofDirectAnswer = executive.OtherResidualOf },
                ipaas.Text(executive.Role, nameof(PublishedCompPlan.OtherResidualOf), NoteKind.Wording)),
            Refined(
                "roles[2].draw",
                ipaas.Section("Enterprise AE", nameof(PublishedCompPlan.Draw), NoteKind.Reading),
                note: ipaas.Text("Enterprise AE", nameof(PublishedCompPlan.Draw), NoteKind.Reading)),
            Refined(
                "roles[3].architectRequiredFrom",
                ipaas.Section(Architect, nameof(DealTeamCoverage.RequiredFromSegment), NoteKind.Reason),
                Map(("for", ipaas.Texts(
                    Architect, nameof(DealTeamCoverage.RequiredFromSegment), NoteKind.Reason)))),
            Refined(
                "roles[4]",
                Shared(ipaas.PartnerKinds.Select(kind => kind.Citation!.Section)),
                new
                {
                    big4 = big4.Lists.Single().Names,
                    boutique = boutique.Lists.Single().Names,
                    boutiqueFor = boutique.Practices,
                }),
            Refined(
                "roles[5]",
                ipaas.Section(Overlay, nameof(PublishedCompPlan.Since), NoteKind.Wording),
                new
                {
                    since = ipaas.FindCompPlan(Overlay)!.Since,
                    label = ipaas.Text(Overlay, nameof(PublishedCompPlan.Since), NoteKind.Wording),
                }),
            Refined(
                "partnerAccountManager",
                ipaas.Section(Manager, nameof(PublishedCompPlan.Role), NoteKind.Wording),
                new
                {
                    title = ipaas.Text(Manager, nameof(PublishedCompPlan.Role), NoteKind.Wording),
                    partners = boutique.Programs,
                },
                ipaas.Text(Manager, nameof(PublishedCompPlan.Role), NoteKind.Reading)),
            Refined(
                "mandatory[1].paybackQuarters",
                ipaas.Section(Overlay, nameof(RoleRequirement.PaybackQuarters), NoteKind.Condition),
                new
                {
                    at = ipaas.Text(Overlay, nameof(RoleRequirement.PaybackQuarters), NoteKind.Condition),
                    fromArrBecause = ipaas.Text(Overlay, nameof(RoleRequirement.FromArr), NoteKind.Reason),
                }),
            Refined(
                "mandatory[*].atArr",
                ipaas.Section(
                    nameof(RevenueArchitecture.RoleRequirements), nameof(RoleRequirement.FromArr), NoteKind.Wording),
                note: ipaas.Text(
                    nameof(RevenueArchitecture.RoleRequirements), nameof(RoleRequirement.FromArr), NoteKind.Wording)),
        ];
    }

    private static object[] OfTheRest(RevenueArchitecture ipaas)
    {
        PublishedFailureMode[] modes = [.. ipaas.FailureModes];
        VendorCustomers boomi = ipaas.Forecast!.Vendors.Single(vendor => vendor.IsAtLeast);
        return
        [
            Disclosed("Workato", nrr => new { label = nrr.IsBestInClass ? "best-in-class composite" : "" }),
            Disclosed("MuleSoft", nrr => new { scope = nrr.Scope }),
            Disclosed("Boomi", nrr => new { cause = nrr.Cause }),
            Refined(
                "forecast.vendorsEnterpriseCustomers",
                ipaas.Forecast.Citation!.Section,
                Map(
                    ("approximate", Shared(ipaas.Forecast.Vendors.Select(vendor => vendor.IsApproximate))),
                    (boomi.Vendor, new long?[] { boomi.EnterpriseCustomers, null })),
                ipaas.Text("MuleSoft", nameof(VendorCustomers.EnterpriseCustomers), NoteKind.Reading)),
            Refined(
                "cadence.weekly[1]",
                ipaas.Section("integration-volume and pricing-tier review", null, NoteKind.Rank),
                new { rank = ipaas.Text("integration-volume and pricing-tier review", null, NoteKind.Rank) }),
            Refined(
                "cadence.quarterly[3]",
                ipaas.Section("OEM partner reviews", null, NoteKind.Example),
                new { vendors = ipaas.Texts("OEM partner reviews", null, NoteKind.Example) }),
            Refined(
                "failureModes[0].effect",
                modes[0].Citation!.Section,
                new
                {
                    retentionGapPoints = Repeated(
                        modes[0], FailureMeasure.RetentionGap, ipaas.Pricing!.StatedRetentionGapPoints),
                }),
            Refined(
                "failureModes[1].effect",
                modes[1].Citation!.Section,
                new
                {
                    expansionLagPoints = Repeated(
                        modes[1], FailureMeasure.ExpansionLag, ipaas.Expansion!.ExpansionLagPoints),
                    also = modes[1].Consequences.Single(),
                }),
            Refined(
                "failureModes[2].effect",
                ipaas.Section(modes[2].Name, nameof(PublishedFailureMode.Effects), NoteKind.Placement),
                new
                {
                    capturedBy = modes[2].Consequences.Single().After("captured by "),
                    adjacent = ipaas.Texts(
                        modes[2].Name, nameof(PublishedFailureMode.Consequences), NoteKind.Example),
                },
                ipaas.Text(modes[2].Name, nameof(PublishedFailureMode.Effects), NoteKind.Placement)),
            Refined(
                "organization.edges",
                ipaas.Section("Mid AE", nameof(OrganizationRole.Name), NoteKind.Wording),
                note: ipaas.Text("Mid AE", nameof(OrganizationRole.Name), NoteKind.Wording)),
        ];

        object Disclosed(string vendor, Func<DisclosedNrr, object> add)
        {
            DisclosedNrr nrr = ipaas.NrrDisclosed.Single(one => one.Vendor == vendor);
            return Refined("nrrDisclosed2026." + vendor, nrr.Citation!.Section, add(nrr));
        }
    }

    private static object Motion(RevenueArchitecture ipaas, int index)
    {
        GoToMarketMotion motion = ipaas.GoToMarketMotions[index];
        return Refined(
            $"buyerMotions[{index}]",
            motion.Citation!.Section,
            Map(("vendors", motion.Vendors), ("usedBy", motion.UsedBy), ("for", motion.Purpose)));
    }

    private static object At(RevenueArchitecture ipaas, string path, string figure) => Refined(
        path,
        ipaas.Section(Pricing, figure, NoteKind.Condition),
        new { at = ipaas.Text(Pricing, figure, NoteKind.Condition) });

    private static object Years(ExpansionCurve curve) => new
    {
        year1 = ExpansionCurveCalculator.Value(curve, 0),
        year2 = ExpansionCurveCalculator.Value(curve, 12),
        year3 = ExpansionCurveCalculator.Value(curve, 24),
    };

    private static string Wording(CompMeasure measure) =>
        measure == CompMeasure.Activations ? "per-customer agentic AI integration module activation"
        : measure == CompMeasure.PartnerInfluencedPipeline ? "partner-influenced pipeline"
        : measure == CompMeasure.CertifiedConsultants ? "partner-certified-consultant headcount"
        : measure.Name;
}
