using System.Text.Json.Nodes;
using RevenueModel.Architectures;
using RevenueModel.Expansion;
using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using static RevenueModel.Tests.Architectures.CarriedArchitecture;
using static RevenueModel.Tests.Architectures.FactLeaves;

namespace RevenueModel.Tests.Architectures;

/// <summary>Builds what the library carries of the OT security document, in the form of the facts files.</summary>
internal static class CarriedOtSecurity
{
    private static readonly Dictionary<AcquisitionCostKind, string> CostNames = new()
    {
        [AcquisitionCostKind.SalesCycle] = "long cycle",
        [AcquisitionCostKind.TechnicalPreSales] = "technical pre-sales",
        [AcquisitionCostKind.SiteTravel] = "travel to remote sites",
    };

    public static object Facts(RevenueArchitecture ot)
    {
        SiteBenchmark sites = ot.LandAndExpand!.Benchmark;
        return new
        {
            document = ot.Citation!.Document,
            kpis = StandardKpis.All.Where(kpi => ot.Benchmarks.Any(benchmark => benchmark.Kpi == kpi.Name))
                .Select(kpi => Kpi(ot, kpi)),
            landAndExpand = new
            {
                pilotAcv = sites.PilotArr,
                enterpriseLicence = sites.LicenseArr,
                sites = sites.LicenseSites,
            },
            freezeWindows = ot.FreezeWindows!.Windows,
            freezeEffect = ot.FreezeWindows.Effect,
            regulatoryTriggers = ot.Regulations!.Triggers.Select(trigger => trigger.Name),
            dualChampion = ot.BuyingGroup!.Champions.Select(role => role.Titles.IsEmpty
                ? $"{role.Name}: {role.Provides}"
                : $"{role.Name} ({role.Titles.Single()}): {role.Provides}"),
            stages = ot.Stages,
            failureModes = ot.FailureModes.Select((mode, index) => new
            {
                name = mode.Name,
                effect = index == 2 ? CadenceEffect(mode) : null,
                fix = string.Join("; ", mode.Fixes.Take(index == 1 ? 1 : 2)),
            }),
            cadence = Cadence(ot, hasSection: false),
            plan306090 = Map(ot.Rollout.GroupBy(step => $"days{step.FirstDay}to{step.LastDay}").Select(
                group => new Keyed<string, IEnumerable<string>>(group.Key, group.Select(step => step.Name)))),
        };
    }

    public static object Additions(RevenueArchitecture ot) => new
    {
        document = ot.Citation!.Document,
        sections = Sections(ot),
        refines = CarriedOtRefinements.Of(ot),
        planFocus = Focus(ot),
        buyer = new
        {
            section = ot.TechnicalBuyer!.Citation!.Section,
            roles = ot.TechnicalBuyer.Roles,
            refuses = ot.TechnicalBuyer.Refuses,
            priceOfEntry = ot.TechnicalBuyer.PriceOfEntry,
            worstCase = ot.TechnicalBuyer.WorstCases,
            worstCaseCost = ot.TechnicalBuyer.WorstCaseCost,
        },
        organizations = Organizations(ot.BuyingGroup!),
        regulatoryMapping = new
        {
            section = ot.Section(
                nameof(RevenueArchitecture.Regulations), nameof(RegulatoryFigures.Triggers), NoteKind.Placement),
            map = ot.Regulations!.Mapping,
            effect = ot.Regulations.Effect,
        },
        firstDeal = new
        {
            section = ot.Section(
                nameof(RevenueArchitecture.LandAndExpand),
                nameof(LandAndExpandFigures.FirstDealScopes),
                NoteKind.Placement),
            scope = ot.LandAndExpand!.FirstDealScopes,
        },
        salesFlow = FlowOf(ot, "Sale"),
        reportingFlow = FlowOf(ot, "Reporting"),
        bakeOff = new
        {
            section = ot.BakeOffs!.Citation!.Section.Split(", ")[1],
            winnerShows = ot.BakeOffs.WinnerShows,
            alertsMappedTo = ot.BakeOffs.AlertsMappedTo,
            champions = ot.BakeOffs.Champions,
        },
        operators = new
        {
            section = ot.Market!.Citation!.Section,
            vendors = ot.Market.Vendors.Select(Vendor),
            camps = Map(ot.Market.Camps.Select(
                camp => new Keyed<string, ValueList<string>>(camp.Name, camp.Members))),
            services = ot.Market.ServiceProviders,
            servicesDeliver = ot.Market.Services,
        },
    };

    /// <summary>The names of the published cost drivers.</summary>
    public static IEnumerable<string> CostDrivers(RevenueArchitecture ot) =>
        ot.AcquisitionCostDrivers.Select(driver => CostNames[driver]);

    private static JsonObject Kpi(RevenueArchitecture ot, KpiDefinition kpi)
    {
        KpiBenchmark[] all = [.. ot.Benchmarks.Where(benchmark => benchmark.Kpi == kpi.Name)];
        SiteBenchmark sites = ot.LandAndExpand!.Benchmark;
        KpiBenchmark any = all[0] with { Comparisons = Shared(all.Select(benchmark => benchmark.Comparisons)) };
        bool isVelocity = kpi == StandardKpis.SiteVelocity;
        JsonObject carried = Map(
            ("name", kpi.Name),
            ("unit", Shared(all.Select(benchmark => benchmark.Unit))),
            ("cadence", kpi.Cadence?.ToString().ToLowerInvariant()),
            (isVelocity ? "healthySitesPerYear" : "healthy", all.Length == 1 ? Pair<decimal>(Healthy(ot, any)) : null),
            ("bands", all.Length == 1 ? null : Bands(ot, all)),
            ("alarm", AlarmOf(kpi, any)),
            ("causes", kpi == StandardKpis.CycleLength ? any.Causes.AsEnumerable() : null),
            ("comparison", any.Comparisons.IsEmpty ? null : Comparisons(any)),
            ("formula", any.Formula),
            (isVelocity ? "alsoTrack" : "trackBy", any.Notes.IsEmpty ? null : any.Notes.Single()),
            ("leadsRevenueByMonths", Pair(any.LeadMonths)),
            ("stalled", isVelocity ? sites.StalledSitesPerYear : null),
            ("perSiteAcv", isVelocity ? Pair<decimal>(sites.ArrPerSite) : null),
            ("grossMargin", kpi != StandardKpis.RecurringMix ? null : Map(
                ("software/SaaS", Pair<decimal>(ot.RecurringMix!.SoftwareMargin)),
                ("services and assessments", Pair<decimal>(ot.RecurringMix.ServicesMargin)))));
        foreach (string absent in carried.Where(member => member.Value is null).Select(member => member.Key).ToArray())
        {
            carried.Remove(absent);
        }

        return carried;
    }

    // Other records repeat the healthy sites and the healthy mix.
    private static Band<decimal> Healthy(RevenueArchitecture ot, KpiBenchmark benchmark) => Shared(
    [
        benchmark.Healthy,
        benchmark.Kpi == StandardKpis.SiteVelocity.Name ? ot.LandAndExpand!.Benchmark.HealthySitesPerYear
            : benchmark.Kpi == StandardKpis.RecurringMix.Name ? ot.RecurringMix!.HealthyShare
            : benchmark.Healthy,
    ]);

    // The lifetime values name their own segments, and repeat the figures that imply others.
    private static JsonObject Bands(RevenueArchitecture ot, KpiBenchmark[] benchmarks)
    {
        bool isLifetime = benchmarks[0].Kpi == StandardKpis.LifetimeValue.Name;
        JsonObject bands = Map(benchmarks.Select((benchmark, index) => new Keyed<string, decimal?[]?>(
            isLifetime ? ot.LifetimeValues[index].Segment : benchmark.Segment!, Pair<decimal>(benchmark.Healthy))));
        foreach ((int index, LifetimeValueBenchmark value) in ot.LifetimeValues.Index())
        {
            KpiBenchmark acv = Benchmarks(ot, StandardKpis.Acv)[index];
            Assert.Equal(Benchmarks(ot, StandardKpis.LifetimeValue)[index].Healthy, value.LifetimeValue);
            Assert.Equal(acv.Healthy.Min, value.Acv.Min);
            Assert.Equal(acv.Healthy.Max ?? 5_000_000m, value.Acv.Max);
            Assert.Equal(ot.RecurringMix!.SoftwareMargin, value.GrossMargin);
            Assert.Equal(Benchmarks(ot, StandardKpis.LogoRetention)[0].Healthy, value.LogoRetention);
        }

        if (benchmarks[1].AsPrinted is { } printed)
        {
            bands.Add("enterpriseQuoted", printed);
        }

        return bands;
    }

    private static KpiBenchmark[] Benchmarks(RevenueArchitecture ot, KpiDefinition kpi) =>
        [.. ot.Benchmarks.Where(benchmark => benchmark.Kpi == kpi.Name)];

    private static string? AlarmOf(KpiDefinition kpi, KpiBenchmark benchmark)
    {
        if (benchmark.Alarm is not { } alarm)
        {
            return null;
        }

        string statistic = benchmark.AlarmStatistic is { } named ? named + " " : "";
        string beyond = kpi.Better == KpiDirection.Lower ? "above" : "below";
        string figure = alarm >= 2m ? $"{alarm:0}" : $"{alarm:0.00}";
        string cause = benchmark.Causes.Count == 1 ? $" ({benchmark.Causes[0]})" : "";
        return $"{statistic}{beyond} {figure}{cause}";
    }

    private static JsonObject Comparisons(KpiBenchmark benchmark)
    {
        JsonObject carried = Map(benchmark.Comparisons.Select(
            other => new Keyed<string, decimal?[]?>(other.Name, Pair<decimal>(other.Values))));
        if (benchmark.Comparisons[0].Ratio is { } ratio)
        {
            carried.Add("ratioToIt", Map(("ratio", Pair<decimal>(ratio)))["ratio"]!.DeepClone());
        }

        return carried;
    }

    private static string CadenceEffect(PublishedFailureMode mode)
    {
        decimal[] cycle = PairOf(mode.Effects, FailureMeasure.CycleMonths);
        decimal days = Only(mode.Effects.Single(effect => effect.Measure == FailureMeasure.ForecastDays).Value);
        return $"{cycle[0]}-{cycle[1]} month cycles in a model built for {days}-day deals";
    }

    private static object Sections(RevenueArchitecture ot)
    {
        string[] kpis = [.. ot.Benchmarks.Select(benchmark => benchmark.Citation!.Section.After("KPI ")).Distinct()];
        string[] modes = [.. ot.FailureModes.Select(mode => mode.Citation!.Section.After("Failure Modes "))];
        return new
        {
            kpis = $"The {kpis.Length} KPIs, In Depth, {kpis[0]} to {kpis[^1]}",
            landAndExpand = ot.LandAndExpand!.Citation!.Section,
            freezeWindows = ot.FreezeWindows!.Citation!.Section,
            regulatoryTriggers = ot.Regulations!.Citation!.Section,
            dualChampion = ot.BuyingGroup!.Citation!.Section,
            stages = ot.Flows.Single(flow => flow.Name == "Sale").Citation!.Section,
            failureModes = $"Failure Modes {modes[0]} to {modes[^1]}",
            cadence = Shared(ot.Reviews.Select(review => review.Citation!.Section)),
            plan306090 = ot.Section(nameof(RevenueArchitecture.Rollout), null, NoteKind.Placement),
        };
    }

    private static JsonObject Focus(RevenueArchitecture ot)
    {
        JsonObject focus = Map(ot.RolloutPhases.Select(
            phase => new Keyed<string, string>($"days{phase.FirstDay}to{phase.LastDay}", phase.Name)));
        focus.Add("section", ot.Section(nameof(RevenueArchitecture.Rollout), null, NoteKind.Placement));
        focus.Add("leadingIndicators", new JsonArray(
            [.. ot.Benchmarks.Where(benchmark => benchmark.IsLeading).Select(one => (JsonNode)LeadingName(one))]));
        return focus;
    }

    // The plan prints the names without capitals, except an abbreviation.
    private static string LeadingName(KpiBenchmark benchmark)
    {
        int kept = benchmark.Kpi.TakeWhile(char.IsUpper).Count() is > 1 and var letters ? letters : 0;
        return benchmark.Kpi[..kept] + benchmark.Kpi[kept..].ToLowerInvariant();
    }

    private static JsonObject Organizations(BuyingGroup group)
    {
        BuyerSide operations = group.Sides.Single(side => side.VetoHolder is not null);
        BuyerSide security = group.Sides.Single(side => side.VetoHolder is null);
        return Map(
            ("section", group.Citation!.Section),
            ("bothMustApprove", group.RequiresAllSides),
            (security.SignOff.Single(), security.Owns),
            (operations.VetoHolder!, operations.Owns.Append("veto")),
            ("separate", group.DiffersIn));
    }

    private static JsonObject Vendor(MarketVendor vendor)
    {
        JsonObject carried = Map(
            ("name", vendor.Name),
            ("arr", Pair(vendor.Arr)),
            ("valuation", vendor.Valuation is { Max: { } max, Min: var min } && max == min
                ? min
                : Pair(vendor.Valuation)),
            ("approximate", vendor.IsApproximate ? true : null),
            ("products", vendor.Products.IsEmpty ? null : vendor.Products.AsEnumerable()),
            ("status", vendor.Status),
            ("ticker", vendor.Ticker),
            ("formerly", vendor.FormerName),
            ("builtOn", vendor.BuiltOn),
            ("jointVentureOf", vendor.JointVentureOf.IsEmpty ? null : vendor.JointVentureOf.AsEnumerable()),
            ("acquired", vendor.Acquisitions.IsEmpty ? null : Map(vendor.Acquisitions.Select(
                acquired => new Keyed<string, int?>(acquired.Name, acquired.Year)))));
        foreach (string absent in carried.Where(member => member.Value is null).Select(member => member.Key).ToArray())
        {
            carried.Remove(absent);
        }

        return carried;
    }
}
