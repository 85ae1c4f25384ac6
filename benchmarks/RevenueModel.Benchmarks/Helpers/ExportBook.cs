using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace RevenueModel.Benchmarks;

/// <summary>A CRM export of 16 columns, the same on every machine, as UTF-8.</summary>
/// <remarks>
/// Salesforce names, ids of 18 characters, 20,000 accounts, 12 products and 200 combinations of partners. One row in
/// twelve has no amount and one in three no partner. The text is about 190 bytes a row.
/// </remarks>
internal static class ExportBook
{
    private static readonly string[] Segments = ["Enterprise", "Mid-Market", "Commercial"];
    private static readonly string[] Stages =
        ["Prospecting", "Qualification", "Needs Analysis", "Value Proposition", "Negotiation/Review"];

    private static readonly string[] Types = ["New Business", "Existing Business", "Renewal"];
    private static readonly string[] Categories = ["Pipeline", "Best Case", "Commit", "Omitted"];

    /// <summary>Creates the export.</summary>
    public static byte[] Create(int rows)
    {
        var draws = new Draws(20270301);
        var text = new StringBuilder(rows * 200);
        text.Append("Opportunity ID,Account Name,Segment,Product,Stage,Status,Amount,Amount Currency,Created Date,")
            .Append("Last Stage Change Date,Expected Close Date,Actual Close Date,Type,Forecast Category,Competitive,")
            .Append("Partners\n");
        for (int i = 0; i < rows; i++)
        {
            AppendRow(text, i, ref draws);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void AppendRow(StringBuilder text, int row, ref Draws draws)
    {
        int outcome = draws.Below(20);
        LocalDate created = new LocalDate(2025, 6, 1).PlusDays(draws.Below(400));
        LocalDate close = created.PlusDays(20 + draws.Below(300));
        string stage = outcome switch
        {
            < 8 => Stages[draws.Below(Stages.Length)],
            < 13 => "Closed Won",
            _ => "Closed Lost",
        };
        bool isOpen = outcome < 8;
        text.Append(CultureInfo.InvariantCulture, $"006A{row:00000000000000},Account {draws.Below(20_000)},")
            .Append(Segments[draws.Below(3)])
            .Append(CultureInfo.InvariantCulture, $",Product {draws.Below(12)},{stage},")
            .Append(outcome switch { < 8 => "Open", < 13 => "Won", _ => "Lost" })
            .Append(',');
        if (!draws.OneIn(12))
        {
            int cents = 500_000 + draws.Below(900_000_000);
            text.Append(CultureInfo.InvariantCulture, $"{cents / 100}.{cents % 100:00}");
        }

        text.Append(",USD,")
            .Append(Text(created))
            .Append(',')
            .Append(isOpen ? Text(created.PlusDays(draws.Below(20))) : "")
            .Append(',')
            .Append(Text(close))
            .Append(',')
            .Append(isOpen ? "" : Text(close.PlusDays(draws.Below(30))))
            .Append(',')
            .Append(Types[draws.Below(3)])
            .Append(',')
            .Append(isOpen ? Categories[draws.Below(4)] : "")
            .Append(draws.OneIn(2) ? ",true," : ",false,");
        if (!draws.OneIn(3))
        {
            text.Append(CultureInfo.InvariantCulture, $"Partner {draws.Below(20)};Partner {20 + draws.Below(10)}");
        }

        text.Append('\n');
    }

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
