using System.Text.Json;

namespace RevenueModel.Tests.Helpers;

/// <summary>The published figures and worked examples in <c>Data</c>.</summary>
internal static class TestData
{
    public static JsonElement Facts(string document) => Read(Path.Combine("facts", document + ".json"));

    /// <summary>A worked example of another system, by its id.</summary>
    public static JsonElement Case(string id) => Cases().Single(example => example.Text("id") == id);

    public static IEnumerable<string> CaseIds() => Cases().Select(example => example.Text("id"));

    public static decimal Decimal(this JsonElement element, string property) =>
        element.GetProperty(property).GetDecimal();

    public static decimal[] Decimals(this JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(item => item.GetDecimal())];

    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString()!;

    public static string[] Texts(this JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement list)
            ? [.. list.EnumerateArray().Select(i => i.GetString()!)]
            : [];

    private static IEnumerable<JsonElement> Cases() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Data", "cases"), "*.json")
            .SelectMany(
                file => Read(Path.Combine("cases", Path.GetFileName(file))).GetProperty("cases").EnumerateArray());

    public static string? TextOr(this JsonElement element, string property) =>
        element.TryGetProperty(property, out JsonElement text) ? text.GetString() : null;

    public static string PathOf(params string[] path) =>
        Path.Combine([AppContext.BaseDirectory, "Data", .. path]);

    public static JsonElement Read(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(PathOf(path)));
        return document.RootElement.Clone();
    }
}
