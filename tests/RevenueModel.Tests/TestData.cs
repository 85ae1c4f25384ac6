using System.Text.Json;

namespace RevenueModel.Tests;

/// <summary>The published figures and worked examples that stand in <c>Data</c>.</summary>
internal static class TestData
{
    public static JsonElement Facts(string document) => Read(Path.Combine("facts", document + ".json"));

    /// <summary>A worked example of another system, by its id.</summary>
    public static JsonElement Case(string id) => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Data", "cases"), "*.json")
        .SelectMany(file => Cases(Path.GetFileNameWithoutExtension(file)))
        .Single(c => c.Text("id") == id);

    /// <summary>The ids of the worked examples of an area, such as <c>forecast</c>.</summary>
    public static IEnumerable<string> CaseIds(string area) => Cases(area).Select(c => c.Text("id"));

    public static decimal Decimal(this JsonElement element, string property) => element.GetProperty(property).GetDecimal();

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static string[] Texts(this JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement list) ? [.. list.EnumerateArray().Select(i => i.GetString()!)] : [];

    private static JsonElement.ArrayEnumerator Cases(string area) =>
        Read(Path.Combine("cases", area + ".json")).GetProperty("cases").EnumerateArray();

    private static JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", path)));
        return document.RootElement.Clone();
    }
}
