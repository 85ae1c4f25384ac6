using CsvHelper;
using NodaTime;
using RevenueModel.Pipeline;

namespace RevenueModel.Benchmarks;

/// <summary>
/// A reader for exactly one export, as a competent developer writes it on the same parser: columns by name, typed
/// parsing from UTF-8, pooled strings, ids in a set, dates checked. It knows the format of dates and numbers and the
/// stages in advance, and throws at the first fault.
/// </summary>
internal static class HandWrittenImport
{
    private static readonly string[] Columns =
    [
        "Opportunity ID", "Account Name", "Segment", "Product", "Stage", "Status", "Amount", "Amount Currency",
        "Created Date", "Last Stage Change Date", "Expected Close Date", "Actual Close Date", "Type",
        "Forecast Category", "Competitive", "Partners",
    ];

    private static readonly HashSet<string> OpenStages = new(StringComparer.OrdinalIgnoreCase)
    {
        "Prospecting", "Qualification", "Needs Analysis", "Value Proposition", "Negotiation/Review",
    };

    public static List<ImportedDeal> Read(Stream stream)
    {
        using CsvReader reader = CsvReader.Create(
            stream, new CsvReaderOptions { Separator = ',', PoolStrings = true }, leaveOpen: true);
        reader.ReadHeader();
        int[] at = [.. Columns.Select(name => Array.IndexOf([.. reader.Headers], name))];
        var deals = new List<ImportedDeal>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            string id = reader.GetString(at[0]);
            if (!ids.Add(id))
            {
                throw new FormatException($"The id {id} is repeated.");
            }

            string stage = reader.GetString(at[4]);
            DealOutcome outcome = reader.GetString(at[5]) switch
            {
                "Open" => DealOutcome.Open,
                "Won" => DealOutcome.Won,
                "Lost" => DealOutcome.Lost,
                string other => throw new FormatException($"The status {other} is unknown."),
            };
            if (outcome == DealOutcome.Open && !OpenStages.Contains(stage))
            {
                throw new FormatException($"The stage {stage} is unknown.");
            }

            LocalDate? created = Date(reader, at[8]);
            LocalDate? closed = Date(reader, at[11]);
            if (closed < created)
            {
                throw new FormatException($"Deal {id} closed before it was created.");
            }

            deals.Add(Deal(reader, at, id, stage, outcome, created, closed));
        }

        return deals;
    }

    private static ImportedDeal Deal(
        CsvReader reader,
        int[] at,
        string id,
        string stage,
        DealOutcome outcome,
        LocalDate? created,
        LocalDate? closed) =>
        new()
        {
            Id = id,
            Account = Text(reader, at[1]),
            Segment = Text(reader, at[2]),
            Product = Text(reader, at[3]),
            Stage = stage,
            Outcome = outcome,
            Amount = reader.IsEmpty(at[6]) ? null : reader.Parse<decimal>(at[6]),
            Currency = Text(reader, at[7]),
            Created = created,
            StageEntered = Date(reader, at[9]),
            ExpectedClose = Date(reader, at[10]),
            Closed = closed,
            Motion = Text(reader, at[12]) switch
            {
                "New Business" => DealMotion.NewLogo,
                "Existing Business" => DealMotion.Expansion,
                "Renewal" => DealMotion.Renewal,
                _ => null,
            },
            Category = Text(reader, at[13]) switch
            {
                "Pipeline" => ForecastCategory.Pipeline,
                "Best Case" => ForecastCategory.BestCase,
                "Commit" => ForecastCategory.Commit,
                "Omitted" => ForecastCategory.Omitted,
                _ => null,
            },
            IsCompetitive = reader.IsEmpty(at[14]) ? null : reader.Parse<bool>(at[14]),
            Partners = Text(reader, at[15])?.Split(';') ?? [],
        };

    private static string? Text(CsvReader reader, int column) =>
        reader.IsEmpty(column) ? null : reader.GetString(column);

    private static LocalDate? Date(CsvReader reader, int column)
    {
        if (reader.IsEmpty(column))
        {
            return null;
        }

        DateOnly date = reader.Parse<DateOnly>(column);
        return LocalDate.FromDateOnly(date);
    }
}
