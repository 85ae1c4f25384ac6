using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Architectures;
using RevenueModel.Diagnostics;
using RevenueModel.Import;
using RevenueModel.Organization;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks;

/// <summary>The export of a large vendor of an industrial IoT platform and its other records, the same on every
/// machine.</summary>
/// <remarks>
/// Three segments, 21 months, three in five deals closed, and engaged buyers on most of them. One in three deals has
/// partners, none of which specializes in operational technology. One in four deals has a team, and one in ten a map
/// of its stakeholders. The text is about 150 bytes a row.
/// </remarks>
internal sealed class ReviewBook
{
    public const string ItConsultant = "IT Solutions Consultant";
    public const string OtConsultant = "OT Solutions Consultant";

    /// <summary>The day of the review.</summary>
    public static readonly LocalDate AsOf = new(2026, 10, 31);

    private static readonly CrmImportOptions Options = new() { Process = StandardProcesses.Salesforce };
    private static readonly string[] Partners = ["Accenture", "Deloitte", "Accenture; Deloitte", "IBM Consulting"];
    private static readonly string[] Types = ["New Business", "Expansion", "Expansion", "Renewal"];

    private readonly byte[] _file;

    private ReviewBook(byte[] file, ReviewData data) => (_file, Data) = (file, data);

    /// <summary>Gets the data of the review, with the deals as the importer reads them.</summary>
    public ReviewData Data { get; }

    /// <summary>Gets the published architecture with two champions that a deal needs.</summary>
    public static RevenueArchitecture Architecture { get; } = PublishedArchitectures.IndustrialIot2027 with
    {
        BuyingGroup = new BuyingGroup
        {
            Sides = [new BuyerSide { Name = "IT" }, new BuyerSide { Name = "OT" }],
            Champions =
            [
                new ChampionRole { Name = "IT champion", Side = "IT", Provides = "budget" },
                new ChampionRole { Name = "plant champion", Side = "OT", Provides = "plant access" },
            ],
        },
    };

    /// <summary>Creates the export and reads it.</summary>
    public static ReviewBook Create(int rows)
    {
        byte[] file = Export(rows);
        ValueList<Opportunity> deals = Read(file);
        Expect.Equal(rows, deals.Count);
        return new ReviewBook(file, new ReviewData
        {
            AsOf = AsOf,
            Opportunities = deals,
            DealTeams = [.. Every(deals, 4).Select(Team)],
            StakeholderMaps = [.. Every(deals, 10).Select(Map)],
        });
    }

    /// <summary>Reads the export.</summary>
    public int Load() => Read(_file).Count;

    private static ValueList<Opportunity> Read(byte[] file) =>
        CrmImporter.Read(new MemoryStream(file), Options).Opportunities;

    private static IEnumerable<Opportunity> Every(ValueList<Opportunity> deals, int step) =>
        deals.Where((_, i) => i % step == 0);

    private static DealTeam Team(Opportunity deal, int i) => new()
    {
        DealId = deal.Id,
        Roles = i % 3 == 0 ? [ItConsultant] : [ItConsultant, OtConsultant],
    };

    private static StakeholderMap Map(Opportunity deal, int i) => new()
    {
        DealId = deal.Id,
        People =
        [
            Person("Ada", "IT", isChampion: i % 8 != 0),
            Person("Ben", "OT", isChampion: i % 3 != 0),
        ],
    };

    private static Stakeholder Person(string name, string side, bool isChampion) => new()
    {
        Person = name,
        Side = side,
        Roles = isChampion ? StakeholderRoles.Champion : StakeholderRoles.User,
    };

    private static byte[] Export(int rows)
    {
        var draws = new Draws(20270401);
        var text = new StringBuilder(rows * 150);
        text.Append("Opportunity ID,Account Name,Segment,Stage,Amount,Created Date,Close Date,Type,IT Engaged,")
            .Append("OT Engaged,Partners\n");
        for (int i = 0; i < rows; i++)
        {
            AppendRow(text, i, ref draws);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendRow(StringBuilder text, int row, ref Draws draws)
    {
        int outcome = draws.Below(20);
        LocalDate created = new LocalDate(2025, 1, 1).PlusDays(draws.Below(300));
        LocalDate close = created.PlusDays((outcome < 8 ? 650 : 40) + draws.Below(320));
        var segments = Architecture.Segmentation.Segments;
        text.Append(CultureInfo.InvariantCulture, $"006A{row:00000000000000},Account {draws.Below(20_000)},")
            .Append(segments[draws.Below(segments.Count)].Name)
            .Append(outcome switch { < 8 => ",Qualification,", < 13 => ",Closed Won,", _ => ",Closed Lost," });
        if (!draws.OneIn(12))
        {
            int cents = 500_000 + draws.Below(900_000_000);
            text.Append(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:00}");
        }

        text.Append(',').Append(LocalDatePattern.Iso.Format(created))
            .Append(',').Append(LocalDatePattern.Iso.Format(draws.OneIn(5) ? created.PlusDays(60) : close))
            .Append(',').Append(Types[draws.Below(Types.Length)])
            .Append(Engaged(ref draws)).Append(Engaged(ref draws)).Append(',')
            .Append(draws.OneIn(3) ? Partners[draws.Below(Partners.Length)] : "")
            .Append('\n');
    }

    private static string Engaged(ref Draws draws) => draws.Below(10) switch { < 6 => ",yes", < 9 => ",no", _ => "," };
}
