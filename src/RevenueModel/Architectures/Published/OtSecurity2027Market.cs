using RevenueModel.Primitives;
using static RevenueModel.Architectures.OtSecurity2027Figures;

namespace RevenueModel.Architectures;

/// <summary>The operators of the OT security document.</summary>
internal static class OtSecurity2027Market
{
    private const string Rockwell = "Rockwell Automation";
    private const string Honeywell = "Honeywell Forge Cybersecurity";
    private const string Schneider = "Schneider Electric Cybersecurity";
    private const string Siemens = "Siemens";
    private const string Fortinet = "Fortinet";
    private const string PaloAlto = "Palo Alto Networks";
    private const string Waterfall = "Waterfall Security Solutions";
    private const string TxOne = "TXOne Networks";
    private const string Xage = "Xage Security";
    private const string Opswat = "OPSWAT";
    private const string MissionSecure = "Mission Secure";
    private const string Radiflow = "Radiflow";

    public static MarketFigures Create() => new()
    {
        Vendors = [.. Pure(), .. Platforms()],
        Camps =
        [
            Camp("OEM", Rockwell, Honeywell, Schneider, Siemens),
            Camp("platform giants", Fortinet, PaloAlto),
            Camp("specialist and emerging", Waterfall, TxOne, Xage, Opswat, MissionSecure, Radiflow),
        ],
        ServiceProviders =
            ["Accenture", "Deloitte", "Mandiant", "1898 & Co.", "Kudelski Security", "GuidePoint Security"],
        Services = ["assessments", "IEC 62443 gap analyses", "managed detection"],
        Citation = Section("Real Operators"),
    };

    private static MarketVendor[] Pure() =>
    [
        Vendor("Dragos", "Dragos Platform", "WorldView") with
        {
            Arr = Band.AtLeast(100_000_000m),
            Valuation = Band.Between(1_700_000_000m, 1_700_000_000m),
            IsApproximate = true,
        },
        Vendor("Claroty", "xDome", "CTD") with
        {
            Arr = Band.AtLeast(100_000_000m),
            Valuation = Band.AtLeast(1_000_000_000m),
            IsApproximate = true,
        },
        Vendor("Nozomi Networks", "Guardian", "Vantage"),
        Vendor("Armis", "Centrix") with
        {
            Valuation = Band.Between(4_600_000_000m, 4_600_000_000m),
            IsApproximate = true,
            Status = "IPO track",
        },
        Vendor("Tenable OT Security", "Tenable.ot") with { FormerName = "Indegy" },
        Vendor("Forescout Technologies"),
    ];

    private static MarketVendor[] Platforms() =>
    [
        Vendor(Fortinet, "FortiGate rugged appliances") with { Ticker = "FTNT" },
        Vendor(PaloAlto, "Industrial OT Security service") with { Ticker = "PANW" },
        Vendor("Cisco", "Cyber Vision OT"),
        Vendor("Microsoft Defender for IoT") with { BuiltOn = "CyberX" },
        Vendor(Rockwell) with
        {
            Acquisitions = [new VendorAcquisition { Name = "Verve Industrial", Year = 2023 }],
        },
        Vendor(Honeywell) with { Acquisitions = [new VendorAcquisition { Name = "SCADAfence" }] },
        Vendor(Schneider),
        Vendor(Siemens),
        Vendor(Waterfall, "unidirectional gateways"),
        Vendor(TxOne) with { JointVentureOf = ["Trend Micro", "Moxa"] },
        Vendor(Xage),
        Vendor(Opswat),
        Vendor(MissionSecure),
        Vendor(Radiflow),
    ];

    private static MarketVendor Vendor(string name, params ReadOnlySpan<string> products) =>
        new() { Name = name, Products = ValueList.Create(products), Citation = Section("Real Operators") };

    private static NameGroup Camp(string name, params ReadOnlySpan<string> members) =>
        new() { Name = name, Members = ValueList.Create(members), Citation = Section("Real Operators") };
}
