using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Json.Schema;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Json;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;
using RevenueModel.Tests.Architecture;
using RevenueModel.Tests.Packages;

namespace RevenueModel.Tests.Json;

public partial class SchemaTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, JsonSchema>> Schemas = new(() =>
        RevenueModelSchemas.Create().ToDictionary(one => one.Key, one => JsonSchema.FromText(one.Value)));

    private static readonly RevenueArchitecture[] Published =
        [PublishedArchitectures.IndustrialIot2027, PublishedArchitectures.Ipaas2027];

    public static TheoryData<string, Type> Files => new()
    {
        { "architecture", typeof(RevenueArchitecture) },
        { "price-plan", typeof(PricePlan) },
        { "comp-plan", typeof(CompPlan) },
        { "sales-process", typeof(SalesProcess) },
    };

    private static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("SCHEMAS"), CultureInfo.InvariantCulture, out int count)
            ? count
            : 1_500;

    [Fact]
    public void FilesAreThoseThatTheFormsGive()
    {
        foreach ((string name, string text) in RevenueModelSchemas.Create())
        {
            string file = Repository.PathOf("docs", "schema", name + ".schema.json");
            if (Environment.GetEnvironmentVariable("APPROVE_SCHEMA") == "1")
            {
                File.WriteAllText(file, text);
            }

            Assert.Equal(text, File.ReadAllText(file).ReplaceLineEndings("\n"));
        }
    }

    [Fact]
    public void ThePackageHasTheFiles()
    {
        Assert.Equal(
            RevenueModelSchemas.Create()["price-plan"], RevenueModelSchemas.PricePlan.ReplaceLineEndings("\n"));
        Assert.Equal(RevenueModelSchemas.Create()["comp-plan"], RevenueModelSchemas.CompPlan.ReplaceLineEndings("\n"));
        Assert.Equal(
            RevenueModelSchemas.Create()["sales-process"], RevenueModelSchemas.SalesProcess.ReplaceLineEndings("\n"));
        Assert.Equal(
            RevenueModelSchemas.Create()["architecture"], RevenueModelSchemas.Architecture.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void PublishedArchitecturesAreValid() =>
        Offenders.None(Published.Where(architecture =>
            !IsValid("architecture", JsonNode.Parse(RevenueModelJson.Write(architecture)))));

    [Theory, MemberData(nameof(Files))]
    public void WhatIsWrittenIsValid(string file, Type type)
    {
        for (int seed = 0; seed < 100; seed++)
        {
            string json = JsonAssert.Write(type, new RecordDice(seed).Create(type));
            Assert.True(IsValid(file, JsonNode.Parse(json)), json);
        }
    }

    // Changes values, names and structure of valid files, and compares what the schema and the reader say.
    [Theory, MemberData(nameof(Files))]
    public void SchemaAndReaderAcceptTheSame(string file, Type type)
    {
        int accepted = 0;
        int refused = 0;
        var differences = new SortedSet<string>(StringComparer.Ordinal);
        for (int seed = 0; seed < Count; seed++)
        {
            var edits = new JsonEdits(seed);
            JsonNode? node = JsonNode.Parse(JsonAssert.Write(type, new RecordDice(seed % 100).Create(type)));
            node = edits.Change(node);
            string json = node?.ToJsonString() ?? "null";
            string? error = Error(type, json);
            bool isValid = IsValid(file, node);
            accepted += error is null ? 1 : 0;
            refused += isValid ? 0 : 1;
            if (isValid != error is null && !(isValid && ReaderAlone().IsMatch(error!)))
            {
                differences.Add($"schema {isValid}, reader: {error ?? "accepted"}: {edits.Last}");
            }
        }

        Offenders.None(differences.Take(12));
        Assert.True(
            accepted > Count / 10 && refused > Count / 10, $"{accepted} accepted, {refused} invalid of {Count}");
    }

    private static bool IsValid(string file, JsonNode? node) =>
        Schemas.Value[file].Evaluate(JsonSerializer.SerializeToElement(node)).IsValid;

    private static string? Error(Type type, string json)
    {
        try
        {
            JsonAssert.Read(type, json);
            return null;
        }
        catch (JsonException refused)
        {
            return refused.Message;
        }
    }

    // The rules that docs/json.md lists as checked by the reader alone.
    [GeneratedRegex(
        "sum to|sums to|has no values|Tier \\d+ |tiers had|ascend|after one of|[Dd]istinct|is duplicated|had the same"
            + "|on the chart|report to nobody|form a circle"
            + "|twice|repeated"
            + "|a day after the start|upper end|at most 28 digits|a date such as"
            + "|only the last tier|flat amount|open last tier|a threshold below the cap|more than the start"
            + "|interpolated|beside|required without|has no seasons|maximum|below the largest"
            + "|SizeUnit|one for each of|limits do not|all of them flows|end above|min.*max",
        RegexOptions.CultureInvariant)]
    private static partial Regex ReaderAlone();
}
