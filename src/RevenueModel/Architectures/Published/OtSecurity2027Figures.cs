using RevenueModel.Expansion;
using RevenueModel.Kpis;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Architectures;

/// <summary>The figures of the OT security document, which publishes indicators and no segments or plans.</summary>
internal static class OtSecurity2027Figures
{
    private const string Document =
        "Key sales KPIs for the Industrial Cybersecurity (OT/ICS) Services industry in 2027";

    private const string SecuritySide = "IT";
    private const string OperationsSide = "OT";

    public static RevenueArchitecture Create() => new()
    {
        Name = "OT security 2027",
        BuyingGroup = BuyingGroup(),
        TechnicalBuyer = TechnicalBuyer(),
        Regulations = Regulations(),
        FreezeWindows = new FreezeFigures
        {
            Windows = ["plant turnarounds", "peak-season production locks"],
            DelayQuarters = 1,
            Effect = "pushes deals a quarter with no warning",
            Citation = Section("Failure Modes 3"),
        },
        Stages = Stages(),
        BakeOffs = BakeOffs(),
        Market = OtSecurity2027Market.Create(),
        LandAndExpand = LandAndExpand(),
        Reviews = OtSecurity2027Cadence.Reviews(),
        Rollout = OtSecurity2027Cadence.Rollout(),
        RolloutPhases = OtSecurity2027Cadence.Phases(),
        Benchmarks = PublishedBenchmarks.OtSecurity2027,
        RecurringMix = PublishedUnitEconomics.OtSecurityRecurringMix2027,
        LifetimeValues = PublishedUnitEconomics.OtSecurityLifetimeValues2027,
        AcquisitionCostDrivers = PublishedUnitEconomics.OtSecurityCacDrivers2027,
        FailureModes = OtSecurity2027Failures.FailureModes(),
        Flows = OtSecurity2027Failures.Flows(),
        Lists = OtSecurity2027Notes.Lists(),
        Notes = OtSecurity2027Notes.Notes(),
        Citation = Section("Direct Answer to FAQ"),
    };

    public static Citation Section(string section) => new(Document, section);

    private static BuyingGroup BuyingGroup() => new()
    {
        Sides =
        [
            new BuyerSide
            {
                Name = SecuritySide,
                Engagement = BuyerEngagement.IT,
                SignOff = ["CISO"],
                Owns = ["mandate", "often the money"],
            },
            new BuyerSide
            {
                Name = OperationsSide,
                Engagement = BuyerEngagement.OT,
                SignOff = ["VP of Operations"],
                VetoHolder = "VP of Operations",
                Owns = ["network"],
            },
        ],
        Champions =
        [
            new ChampionRole
            {
                Name = "security champion",
                Side = SecuritySide,
                Provides = "budget",
                Gap = "money",
                Titles = ["CISO"],
            },
            new ChampionRole
            {
                Name = "controls-engineering champion",
                Side = OperationsSide,
                Provides = "technical trust",
                Gap = "network access",
            },
        ],
        RequiresAllSides = true,
        DiffersIn = ["executives", "budgets"],
        Citation = Section("Works Differently 2"),
    };

    private static TechnicalBuyer TechnicalBuyer() => new()
    {
        Roles = ["plant manager", "controls engineer", "OT director"],
        Refuses = ["an agent on a 15-year-old Windows XP HMI", "a scan that risks knocking a PLC offline"],
        PriceOfEntry = "passive, network-based monitoring that never touches the endpoint",
        WorstCases = ["a turbine trip", "a batch ruined", "a safety system failing"],
        WorstCaseCost = "millions of dollars per hour",
        Citation = Section("Works Differently 1"),
    };

    private static RegulatoryFigures Regulations() => new()
    {
        Triggers =
        [
            new PublishedRegulation { Name = "NERC CIP", Obliges = "electric utilities" },
            new PublishedRegulation { Name = "TSA Security Directives", Obliges = "pipelines" },
            new PublishedRegulation { Name = "CIRCIA", Obliges = "incident reporting" },
            new PublishedRegulation { Name = "EU NIS2" },
            new PublishedRegulation { Name = "IEC 62443", Obliges = "standard family" },
        ],
        Kind = "dated, audited obligations",
        Mapping = ["regulatory exposure", "control gap", "deadline"],
        Effect = "a someday project becomes a budgeted, scheduled one",
        Citation = Section("Works Differently 3"),
    };

    private static ValueList<string> Stages() =>
    [
        "Regulatory trigger or incident",
        "Discovery: map OT/IT politics",
        "Build dual champions",
        "Passive POC at one site",
        "Single-site production deal",
        "Land-and-expand to next sites",
        "Multi-site enterprise license",
        "Annual renewal + threat-intel attach",
    ];

    private static BakeOffFigures BakeOffs() => new()
    {
        RivalsPerBakeOff = Band.Between(1, 2),
        Rivals = ["Dragos", "Claroty", "Nozomi", "Armis", "Cisco", "Fortinet", "Palo Alto"],
        WinnerShows = ["zero process disruption", "complete asset discovery", "clean, low-noise alerts"],
        AlertsMappedTo = "MITRE ATT&CK for ICS",
        Champions = ["security", "controls-engineering"],
        Citation = Section("KPI 4, FAQ"),
    };

    private static LandAndExpandFigures LandAndExpand() => new()
    {
        Benchmark = SiteBenchmark.OtSecurity2027,
        SiteKinds = ["plant", "facility", "substation", "pumping station", "rig"],
        Estates =
        [
            new PublishedEstate { Owner = "national manufacturer", Sites = 60 },
            new PublishedEstate { Owner = "electric utility", Text = "hundreds of substations" },
        ],
        FirstDealScopes = ["single-site", "single-region pilot"],
        Citation = Section("Direct Answer"),
    };
}
