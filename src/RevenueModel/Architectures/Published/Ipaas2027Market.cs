using RevenueModel.Primitives;
using static RevenueModel.Architectures.Ipaas2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The market, the motions and the partners of the iPaaS document.</summary>
internal static class Ipaas2027Market
{
    public static ValueList<GoToMarketMotion> Motions() =>
    [
        new()
        {
            Name = "enterprise iPaaS",
            Playbook = "Big-4 SI and IT-buyer playbook",
            UsedBy = "central IT",
            Purpose = "integrating ERP/CRM/HRIS",
            Vendors = ["Workato", "MuleSoft", "Boomi", "Informatica", "SnapLogic"],
            Segments = [SmbSegment, MidMarketSegment, EnterpriseSegment],
            Citation = Section("Direct Answer"),
        },
        new()
        {
            Name = "embedded iPaaS",
            Playbook = "developer-tools PLG-to-paid playbook, SaaS vendors as customers",
            UsedBy = "SaaS vendors",
            Purpose = "in-product integrations to their customers",
            Vendors = ["Prismatic", "Paragon", "Merge.dev", "Tray Embedded"],
            Citation = Section("Direct Answer"),
        },
    ];

    public static MarketFigures Market() => new()
    {
        Vendors = [.. Vendors.Select(name => new MarketVendor { Name = name, Citation = Section("Direct Answer") })],
        VendorsBySegment =
        [
            new NameGroup
            {
                Name = SmbSegment,
                Members =
                    ["Zapier", "Make", "Pipedream", "Celigo Starter", "Workato SMB", "Microsoft Logic Apps SMB"],
                Citation = Section("1.1"),
            },
            new NameGroup
            {
                Name = MidMarketSegment,
                Members =
                    ["Workato", "Boomi", "MuleSoft", "Informatica", "SnapLogic", "Tray.io", "IBM App Connect"],
                Citation = Section("1.2"),
            },
        ],
        NamedAccounts = [new NameGroup { Name = EnterpriseSegment, Members = Accounts, Citation = Section("1.3") }],
        Citation = Section("Direct Answer, 1.1, 1.2"),
    };

    public static ValueList<DisclosedNrr> NrrDisclosed() =>
    [
        Nrr("Workato", 1.28m) with { IsBestInClass = true },
        Nrr("MuleSoft", 1.22m) with { Scope = "Salesforce segment" },
        Nrr("Boomi", 1.15m) with { Cause = "down due to pricing-change pushback", PricingModel = PureUsage },
    ];

    public static ValueList<PublishedPartnerKind> PartnerKinds() =>
    [
        new()
        {
            Name = "Big-4 SI",
            CountInName = 4,
            Lists =
            [
                new SectionList
                {
                    Section = "3.5",
                    Names = ["Deloitte", "Accenture", "IBM Consulting", "Capgemini"],
                },
            ],
            Citation = Section("3.5"),
        },
        new()
        {
            Name = "boutique integration partner",
            Lists = [new SectionList { Section = "3.5", Names = ["Bluestone PIM", "Apisero"] }],
            Practices = ["MuleSoft", "Workato", "Boomi"],
            Programs = ["MuleSoft Premier Partners", "Workato System Implementers"],
            Citation = Section("3.5"),
        },
    ];

    public static AiShiftFigures AiShift() => new()
    {
        Capabilities =
            ["agentic AI as integration consumer", "LLM-orchestration layer", "AI-driven integration generation"],
        Products = ["Workato AI Recipes", "MuleSoft AI for Anypoint", "Boomi AI"],
        Needs = ["LLM-orchestration", "RAG data pipelines", "agent tool calls"],
        Adds = "net-new use cases",
        Citation = Section("Direct Answer, FAQ"),
    };

    private static DisclosedNrr Nrr(string vendor, decimal nrr) =>
        new() { Vendor = vendor, Year = 2026, Nrr = nrr, Citation = Section("6.1") };

    private static readonly string[] Vendors =
    [
        "Workato", "Tray.io", "Boomi", "MuleSoft", "Informatica", "SnapLogic", "IBM App Connect",
        "Microsoft Logic Apps", "Celigo", "Zapier", "Make", "Pipedream", "n8n", "Prismatic", "Paragon", "Merge.dev",
    ];

    private static readonly string[] Accounts =
    [
        "JPMorgan Chase", "Bank of America", "Citigroup", "Goldman Sachs", "Walmart", "Amazon", "FedEx", "UPS",
        "Pfizer", "Johnson & Johnson", "AT&T", "Verizon", "Boeing", "Lockheed Martin", "P&G", "Unilever", "BP",
        "Shell", "Saudi Aramco", "US Department of Defense", "US Postal Service", "UK NHS",
    ];
}
