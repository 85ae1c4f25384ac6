using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using static RevenueModel.Architectures.IndustrialIot2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The market, the buyers and the partners of the industrial IoT document.</summary>
internal static class IndustrialIot2027Market
{
    private static readonly string[] FourOfBig4 = ["Deloitte", "Accenture", "IBM Consulting", "Capgemini"];

    public static MarketFigures Market() => new()
    {
        Vendors = [.. Vendors.Select(name => new MarketVendor { Name = name, Citation = Section("Direct Answer") })],
        VendorsBySegment =
        [
            new NameGroup
            {
                Name = SmbSegment,
                Members = ["Samsara", "Particle", "Losant", "MindSphere starter tier", "ThingWorx starter"],
                Citation = Section("1.1"),
            },
            new NameGroup
            {
                Name = MidMarketSegment,
                Members =
                [
                    "PTC ThingWorx", "Siemens Insights Hub", "AVEVA PI System", "Rockwell FactoryTalk",
                    "GE Vernova Proficy",
                ],
                Citation = Section("1.2"),
            },
        ],
        NamedAccounts = [new NameGroup { Name = EnterpriseSegment, Members = Accounts, Citation = Section("1.3") }],
        Competitors =
        [
            new NameGroup
            {
                Name = "pure-play APM/AI specialists",
                Members = ["AspenTech", "GE Vernova APM"],
                Citation = Section("FAQ"),
            },
        ],
        Citation = Section("Direct Answer"),
    };

    public static ValueList<DisclosedNrr> NrrDisclosed() =>
    [
        Nrr("PTC ThingWorx", 1.20m) with { IsBestInClass = true },
        Nrr("AVEVA PI System", 1.23m),
        Nrr("Samsara industrial", 1.17m),
    ];

    public static BuyingGroup BuyingGroup() => new()
    {
        Sides =
        [
            new BuyerSide
            {
                Name = "IT",
                Engagement = BuyerEngagement.IT,
                SignOff = ["CIO", "VP Architecture"],
                Concerns = ["cloud architecture", "security", "data lake integration", "identity/access"],
            },
            new BuyerSide
            {
                Name = "OT",
                Engagement = BuyerEngagement.OT,
                SignOff = ["VP Operations", "Plant Manager", "Reliability Engineer"],
                Concerns =
                [
                    "uptime", "plant operations", "control system integration", "deterministic latency",
                    "ICS cybersecurity",
                ],
            },
        ],
        RequiresAllSides = true,
        DiffersIn = ["procurement processes", "security requirements", "technology preferences", "budget cycles"],
        Citation = Section("Direct Answer, 2.2"),
    };

    public static ValueList<PublishedPartnerKind> PartnerKinds() =>
    [
        new()
        {
            Name = Big4,
            Does = "IT-side enterprise architecture",
            CountInName = 4,
            Lists =
            [
                new SectionList { Section = "2.3", Names = [.. FourOfBig4, "Wipro", "TCS", "Infosys"] },
                new SectionList { Section = "3.5, 7.2, FAQ", Names = FourOfBig4 },
            ],
            Citation = Section("2.3, 3.5, 7.2"),
        },
        new()
        {
            Name = OtSpecialty,
            Does = "plant-floor implementation",
            Lists =
            [
                new SectionList
                {
                    Section = "2.3",
                    Names =
                    [
                        "Maverick Technologies", "Optimation", "ATS", "Premier System Integrators", "Wood Group",
                    ],
                },
                new SectionList { Section = "3.5, 7.2", Names = ["Maverick", "ATS", "Optimation", "Wood"] },
            ],
            Citation = Section("2.3, 3.5, 7.2"),
        },
    ];

    public static AiShiftFigures AiShift() => new()
    {
        Capabilities =
        [
            "agentic-AI-on-factory-floor", "AI anomaly-detection", "AI process-optimization", "AI energy-management",
        ],
        Products = ["PTC ThingWorx AI", "Siemens Industrial Copilot", "AVEVA AI"],
        Citation = Section("Direct Answer"),
    };

    public static CustomerValueFigures CustomerValue() => new()
    {
        Roi = PublishedUnitEconomics.IndustrialIotModuleRoi2027,
        Customers = "Enterprise asset-intensive operations, at scale",
        DowntimeReductionBy = "predictive maintenance AI",
        YieldImprovementBy = "digital twin, additional",
        AnnualSavings = "tens of millions",
        SavingsAt = "a major refinery or fab",
        Citation = Section("FAQ"),
    };

    private static DisclosedNrr Nrr(string vendor, decimal nrr) =>
        new() { Vendor = vendor, Year = 2026, Nrr = nrr, Citation = Section("6.1") };

    private static readonly string[] Vendors =
    [
        "PTC ThingWorx", "Siemens MindSphere", "GE Vernova Proficy", "AVEVA PI System",
        "Rockwell Automation FactoryTalk InnovationSuite", "Bosch IoT Suite", "Hitachi Lumada", "Cisco IoT", "AWS IoT",
        "Microsoft Azure IoT Hub", "Google Cloud IoT", "Samsara", "Particle", "Losant", "Litmus Edge", "HighByte",
        "FogHorn",
    ];

    private static readonly string[] Accounts =
    [
        "Exxon", "Chevron", "Shell", "Saudi Aramco", "ADNOC", "BP", "TotalEnergies", "Schlumberger", "Halliburton",
        "BASF", "Dow", "DuPont", "Bayer", "Henkel", "Procter & Gamble", "Unilever", "Nestlé",
        "Anheuser-Busch InBev", "Boeing", "Lockheed Martin", "Northrop Grumman", "Raytheon", "Airbus",
        "Rolls-Royce (aero)", "Siemens Energy", "GE Aerospace", "Caterpillar", "John Deere",
        "Stellantis manufacturing", "Toyota manufacturing", "Daimler Truck", "Volvo manufacturing", "Hyundai",
        "Samsung Electronics fabs", "TSMC fabs", "Intel fabs", "Micron",
    ];
}
