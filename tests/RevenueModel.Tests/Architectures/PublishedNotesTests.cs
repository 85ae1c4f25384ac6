using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Packaging;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Segments;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Architectures;

/// <summary>Notes, restatements, lists and diagrams lead to subjects and figures that exist.</summary>
public class PublishedNotesTests
{
    private static readonly RevenueArchitecture[] Published =
    [
        PublishedArchitectures.IndustrialIot2027, PublishedArchitectures.Ipaas2027,
        PublishedArchitectures.OtSecurity2027,
    ];

    private static readonly HashSet<string> Figures =
    [
        .. new[]
        {
            typeof(RevenueArchitecture), typeof(Segment), typeof(BuyerMotionFigures), typeof(ChannelFigures),
            typeof(PublishedCompPlan), typeof(DealTeamCoverage), typeof(PlanPrinciples), typeof(RoleRequirement),
            typeof(OrganizationRole), typeof(ForecastFigures), typeof(VendorCustomers), typeof(DisclosedNrr),
            typeof(ExpansionFigures), typeof(PricingFigures), typeof(LandAndExpandFigures), typeof(FreezeFigures),
            typeof(RegulatoryFigures), typeof(KpiBenchmark), typeof(KpiComparison), typeof(PublishedFailureMode),
        }.SelectMany(type => type.GetProperties()).Select(property => property.Name),
    ];

    public static TheoryData<string> Names => [.. Published.Select(architecture => architecture.Name)];

    [Theory, MemberData(nameof(Names))]
    public void EachNoteIsOnASubjectThatExists(string name)
    {
        RevenueArchitecture architecture = Of(name);
        HashSet<string> subjects = Subjects(architecture);

        Assert.NotEmpty(architecture.Notes);
        Offenders.None(architecture.Notes.Select(note => note.Subject)
            .Concat(architecture.Restatements.Select(other => other.Subject))
            .Where(subject => !subjects.Contains(subject)));
    }

    [Theory, MemberData(nameof(Names))]
    public void EachNoteIsOnAFigureThatExists(string name) => Offenders.None(
        Of(name).Notes.Select(note => note.Figure)
            .Concat(Of(name).Restatements.Select(other => other.Figure))
            .OfType<string>()
            .Where(figure => !Figures.Contains(figure)));

    [Theory, MemberData(nameof(Names))]
    public void EachPartCitesTheDocument(string name)
    {
        RevenueArchitecture architecture = Of(name);
        Citation?[] citations =
        [
            .. architecture.Notes.Select(note => note.Citation),
            .. architecture.Restatements.Select(other => other.Citation),
            .. architecture.Flows.Select(flow => flow.Citation),
            .. architecture.FailureModes.Select(mode => mode.Citation),
            .. architecture.PartnerKinds.Select(kind => kind.Citation),
            .. architecture.NrrDisclosed.Select(nrr => nrr.Citation),
            .. architecture.Benchmarks.Select(benchmark => benchmark.Citation),
            .. architecture.Reviews.Select(review => review.Citation),
            .. architecture.Market!.Vendors.Select(vendor => vendor.Citation),
            .. architecture.Market.NamedAccounts.Select(group => group.Citation),
        ];

        Assert.All(citations, citation => Assert.Equal(architecture.Citation!.Document, citation?.Document));
    }

    [Fact]
    public void NotesAreFoundBySubjectAndFigure()
    {
        RevenueArchitecture ot = PublishedArchitectures.OtSecurity2027;
        string nrr = StandardKpis.Nrr.Name;

        Assert.Equal(4, ot.NotesOn(nrr).Count);
        Assert.Equal(3, ot.NotesOn(nrr.ToUpperInvariant(), nameof(KpiBenchmark.Alarm)).Count);
        Assert.Empty(ot.NotesOn("nobody"));
        Refusal.By<ArgumentNullException>(() => ot.NotesOn(null!));
    }

    // Both lists of the industrial IoT document have more or fewer names than the other section prints.
    [Fact]
    public void SectionsListDifferentNames()
    {
        Assert.All(PublishedArchitectures.IndustrialIot2027.PartnerKinds, kind =>
            Assert.Equal(2, kind.Lists.Select(list => list.Names.Count).Distinct().Count()));
        Assert.Equal(
            [5, 3, 4],
            PublishedArchitectures.OtSecurity2027.Lists.Single().Lists.Select(list => list.Names.Count));
    }

    [Fact]
    public void OnlyEmbeddedIpaasHasNoFigures()
    {
        GoToMarketMotion embedded = Assert.Single(
            PublishedArchitectures.Ipaas2027.GoToMarketMotions, motion => motion.Segments.IsEmpty);

        Assert.Equal("embedded iPaaS", embedded.Name);
        Assert.EndsWith("; no figures are published", embedded.ToString(), StringComparison.Ordinal);
    }

    // Each effect that repeats a figure of another record equals it.
    [Fact]
    public void EffectsOfFailureModesAreThePublishedFigures()
    {
        RevenueArchitecture iot = PublishedArchitectures.IndustrialIot2027;
        RevenueArchitecture ipaas = PublishedArchitectures.Ipaas2027;
        RevenueArchitecture ot = PublishedArchitectures.OtSecurity2027;

        Assert.Equal(iot.BuyerMotion!.SingleBuyerWinRate, iot.FailureModes[0].Effects[0].Value.Min);
        Assert.Equal(iot.BuyerMotion.DualBuyerWinRate, iot.FailureModes[0].Effects[0].InsteadOf!.Value.Min);
        Assert.Equal(
            iot.Channel!.PipelineLostWithoutSpecialtyIntegrators, iot.FailureModes[1].Effects[0].Value.Min);
        Assert.Equal(iot.Expansion!.AttachLagPoints, iot.FailureModes[2].Effects[0].Value);
        Assert.Equal(ipaas.Pricing!.StatedRetentionGapPoints, ipaas.FailureModes[0].Effects[0].Value);
        Assert.Equal(ipaas.Expansion!.ExpansionLagPoints, ipaas.FailureModes[1].Effects[0].Value);
        Assert.Equal(ipaas.Expansion.ModuleUplift, ipaas.FailureModes[2].Effects[0].Value);
        Assert.Equal(ot.LifetimeValues[1].LifetimeValue, ot.FailureModes[3].Effects[0].Value);
        foreach (RevenueArchitecture architecture in new[] { iot, ipaas })
        {
            Assert.All(architecture.FailureModes[3].Effects, effect =>
            {
                Segment segment = architecture.FindSegment(effect.Segment!)!;
                Band<int> cycle = effect.Measure == FailureMeasure.CycleDays ? segment.CycleDays : segment.CycleMonths;
                Assert.Equal(Band.Between<decimal>(cycle.Min, cycle.Max!.Value), effect.Value);
            });
        }
    }

    [Fact]
    public void OtSecurityHasNoSegmentsAndNoPlans()
    {
        RevenueArchitecture ot = PublishedArchitectures.OtSecurity2027;

        Assert.Equal(Segmentation.Empty, ot.Segmentation);
        Assert.Null(ot.Segmentation.SizeUnit);
        Assert.Null(ot.FindSegment("mid-market"));
        Assert.Empty(ot.CompPlans);
        Assert.Equal("OT security 2027", ot.ToString());
        Refusal.By<ArgumentException>(() => ot.CoverageOf("mid-market"));
    }

    // The published figures of the room below are the same records, and not a second copy.
    [Fact]
    public void FiguresOfEarlierRoomsAreTheSame()
    {
        RevenueArchitecture ot = PublishedArchitectures.OtSecurity2027;

        Assert.Equal(PublishedBenchmarks.OtSecurity2027, ot.Benchmarks);
        Assert.Same(SiteBenchmark.OtSecurity2027, ot.LandAndExpand!.Benchmark);
        Assert.Same(PublishedUnitEconomics.OtSecurityRecurringMix2027, ot.RecurringMix);
        Assert.Same(
            PublishedUnitEconomics.IndustrialIotModuleRoi2027,
            PublishedArchitectures.IndustrialIot2027.CustomerValue!.Roi);
    }

    [Fact]
    public void TheReviewsNameTheirIndicators()
    {
        RevenueArchitecture ot = PublishedArchitectures.OtSecurity2027;
        HashSet<string> reviewed = [.. ot.Reviews.SelectMany(review => review.Kpis)];

        Assert.Equal(
            [StandardKpis.CycleLength.Name],
            ot.Benchmarks.Select(benchmark => benchmark.Kpi).Distinct().Where(kpi => !reviewed.Contains(kpi)));
        Assert.All(reviewed, kpi => Assert.Contains(ot.Benchmarks, benchmark => benchmark.Kpi == kpi));
    }

    [Fact]
    public void ThePricingModelOfBoomiIsAPublishedOne()
    {
        RevenueArchitecture ipaas = PublishedArchitectures.Ipaas2027;
        DisclosedNrr boomi = Assert.Single(ipaas.NrrDisclosed, nrr => nrr.PricingModel is not null);
        PricingRetention model = ipaas.Pricing!.PureUsage;

        Assert.Equal(model.Name, boomi.PricingModel);
        Assert.Equal("Boomi 2026: 115%", boomi.ToString());
    }

    [Fact]
    public void InvalidRecordsAreRefused()
    {
        RevenueArchitecture iot = PublishedArchitectures.IndustrialIot2027;
        FailureEffect effect = iot.FailureModes[0].Effects[0];

        Refusal.By<ArgumentOutOfRangeException>(() => effect with { Value = Band.AtLeast(-1m) });
        Refusal.By<ArgumentOutOfRangeException>(() => effect with { Measure = (FailureMeasure)99 });
        Refusal.By<ArgumentException>(() => iot.Notes[0] with { Text = " " });
        Refusal.By<ArgumentOutOfRangeException>(() => iot.NrrDisclosed[0] with { Year = 0 });
        Assert.Equal(
            "FailureModes",
            Refusal.By<ArgumentException>(
                () => iot with { FailureModes = [iot.FailureModes[0], iot.FailureModes[0]] }).ParamName);
        Assert.Equal(
            "Segmentation",
            Refusal.By<ArgumentNullException>(() => iot with { Segmentation = null! }).ParamName);
    }

    private static RevenueArchitecture Of(string name) =>
        Published.Single(architecture => architecture.Name == name);

    private static HashSet<string> Subjects(RevenueArchitecture architecture) =>
    [
        .. typeof(RevenueArchitecture).GetProperties().Select(property => property.Name),
        .. architecture.Segmentation.Segments.Select(segment => segment.Name),
        .. architecture.CompPlans.Select(plan => plan.Role),
        .. architecture.Chart?.Roles.Select(role => role.Name) ?? [],
        .. architecture.NrrDisclosed.Select(nrr => nrr.Vendor),
        .. architecture.Forecast?.Vendors.Select(vendor => vendor.Vendor) ?? [],
        .. architecture.Reviews.Select(review => review.Name),
        .. architecture.Rollout.Select(step => step.Name),
        .. architecture.Benchmarks.Select(benchmark => benchmark.Kpi),
        .. architecture.FailureModes.Select(mode => mode.Name),
    ];
}
