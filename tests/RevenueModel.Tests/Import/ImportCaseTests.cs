using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime.Text;
using RevenueModel.Import;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Import;

/// <summary>
/// Files with faults of real exports; <c>Data/Import/expected.json</c> names for each what is right, with one or more
/// ways to be right.
/// </summary>
public class ImportCaseTests
{
    public static TheoryData<string> EachCase =>
        [.. Cases().Select(example => example.TextOr("case") ?? example.Text("file"))];

    [Theory, MemberData(nameof(EachCase))]
    public void AFileIsReadInOneOfTheRightWays(string name)
    {
        JsonElement example = Cases().First(one => (one.TextOr("case") ?? one.Text("file")) == name);
        Outcome outcome = Read(example);

        Assert.True(
            example.GetProperty("right").EnumerateArray().Any(way => IsRight(way, outcome)),
            $"{outcome.Error}\n{outcome.Import}\n{string.Join('\n', Texts(outcome))}");
    }

    [Fact]
    public void EveryFileHasACase() => Assert.Equal(
        Directory.GetFiles(TestData.PathOf("Import"), "*.csv").Select(Path.GetFileName).Order(),
        Cases().Select(example => example.Text("file")).Distinct().Order());

    private static JsonElement.ArrayEnumerator Cases() =>
        TestData.Read("Import/expected.json").GetProperty("cases").EnumerateArray();

    private static Outcome Read(JsonElement example)
    {
        using FileStream stream = File.OpenRead(TestData.PathOf("Import", example.Text("file")));
        try
        {
            return new Outcome(CrmImporter.Read(stream, OptionsOf(example)), Error: null);
        }
        catch (ImportException error)
        {
            return new Outcome(Import: null, error.Message);
        }
    }

    private static CrmImportOptions OptionsOf(JsonElement example)
    {
        var options = new CrmImportOptions { Process = StandardProcesses.Salesforce };
        if (!example.TryGetProperty("options", out JsonElement stated))
        {
            return options;
        }

        foreach (JsonProperty option in stated.EnumerateObject())
        {
            options = option.Name switch
            {
                "process" => options with
                {
                    Process = SalesProcess.Of(
                    [
                        .. option.Value.EnumerateArray().Select(stage => new PipelineStage
                        {
                            Name = stage[0].GetString()!,
                            WinProbability = stage[1].GetDecimal(),
                        }),
                    ]),
                },
                "columns" => options with
                {
                    Columns = [.. option.Value.EnumerateObject().Select(column => Mapping(example, column))],
                },
                "dateFormat" => options with { DateFormat = DateFormat.Of(option.Value.GetString()!) },
                "encoding" => options with { Encoding = Encoding.GetEncoding(option.Value.GetString()!) },
                "lineBreaksInFields" => options with { LineBreaksInFields = option.Value.GetBoolean() },
                _ => throw new NotSupportedException(option.Name),
            };
        }

        return options;
    }

    // The case of two columns with one name is about the first, which its occurrence selects.
    private static ColumnMapping<CrmField> Mapping(JsonElement example, JsonProperty column) => ColumnMapping.Of(
        Enum.Parse<CrmField>(column.Name),
        example.Text("file").StartsWith("b55", StringComparison.Ordinal)
            ? ColumnReference.Named(column.Value.GetString()!, occurrence: 1)
            : ColumnReference.Named(column.Value.GetString()!));

    private static bool IsRight(JsonElement way, Outcome outcome) =>
        way.EnumerateObject().All(figure => outcome.Import is { } import
            ? IsRight(figure, import, outcome)
            : figure.Name switch
            {
                "error" => figure.Value.EnumerateArray().All(text => Has(outcome.Error!, text)),
                "not" => figure.Value.EnumerateArray().All(text => !Has(outcome.Error!, text)),
                _ => false,
            });

    private static bool IsRight(JsonProperty figure, CrmImport import, Outcome outcome)
    {
        CrmImport deals = import;
        return figure.Name switch
        {
            "rows" => deals.RowCount == figure.Value.GetInt32(),
            "read" => deals.Opportunities.Count == figure.Value.GetInt32(),
            "refusedRows" => deals.Refused.Count == figure.Value.GetInt32(),
            "notes" => deals.Notes.Count(note => note.Kind != ImportNoteKind.NoLostDeals) == figure.Value.GetInt32(),
            "won" => Count(DealOutcome.Won) == figure.Value.GetInt32(),
            "lost" => Count(DealOutcome.Lost) == figure.Value.GetInt32(),
            "open" => Count(DealOutcome.Open) == figure.Value.GetInt32(),
            "amount" => deals.Opportunities.Sum(deal => deal.Amount) == Figure(figure.Value),
            "refused" => figure.Value.EnumerateObject().All(reason =>
                    deals.CountOf(Enum.Parse<RefusalReason>(reason.Name)) == reason.Value.GetInt32())
                && (figure.Value.EnumerateObject().Any() || deals.Refused.IsEmpty),
            "created" => Dates(deal => deal.Created),
            "closed" => Dates(deal => deal.Closed),
            "expected" => Dates(deal => deal.ExpectedClose),
            "medianCycle" => CycleCalculator.Measure(deals.Opportunities).Median == Figure(figure.Value),
            "winRate" => deals.MeasureWinRate()?.ByCount == Figure(figure.Value),
            "wonVelocity" =>
                VelocityCalculator.Measure(deals.Opportunities).WonValuePerCycleDay == Figure(figure.Value),
            "messages" => figure.Value.EnumerateArray().All(text => Texts(outcome).Any(found => Has(found, text))),
            "not" => !figure.Value.EnumerateArray().Any(text => Texts(outcome).Any(found => Has(found, text))),
            _ => false,
        };

        int Count(DealOutcome kind) => deals.Opportunities.Count(deal => deal.Outcome == kind);

        bool Dates(Func<Opportunity, NodaTime.LocalDate?> dateOf) => figure.Value.EnumerateObject().All(expected =>
            deals.Opportunities.Single(deal => deal.Id == expected.Name) is { } deal
            && dateOf(deal) == LocalDatePattern.Iso.Parse(expected.Value.GetString()!).Value);
    }

    private static decimal? Figure(JsonElement text) => text.GetString() is { } figure && figure != "null"
        ? decimal.Parse(figure, CultureInfo.InvariantCulture)
        : null;

    private static bool Has(string text, JsonElement part) =>
        text.Contains(part.GetString()!, StringComparison.Ordinal);

    private static IEnumerable<string> Texts(Outcome outcome) => outcome.Import is { } import
        ? [.. import.Refused.Select(row => row.ToString()), .. import.Notes.Select(note => note.ToString())]
        : [];

    private sealed record Outcome(CrmImport? Import, string? Error);
}
