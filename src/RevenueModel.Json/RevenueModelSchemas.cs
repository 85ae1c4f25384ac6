using System.Text;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;

namespace RevenueModel.Json;

/// <summary>JSON Schemas (draft 2020-12) of the files that people write by hand. The package has them as files too,
/// in its folder <c>schema</c>.</summary>
/// <remarks>An editor that knows the schema completes names and marks errors. Rules across members, such as tiers that
/// join, are checked by <see cref="RevenueModelJson"/> alone.</remarks>
public static class RevenueModelSchemas
{
    /// <summary>Gets the schema of a <see cref="RevenueArchitecture"/>.</summary>
    public static string Architecture => Text("architecture");

    /// <summary>Gets the schema of a <see cref="Pricing.PricePlan"/>.</summary>
    public static string PricePlan => Text("price-plan");

    /// <summary>Gets the schema of a <see cref="Compensation.CompPlan"/>.</summary>
    public static string CompPlan => Text("comp-plan");

    /// <summary>Gets the schema of a <see cref="Pipeline.SalesProcess"/>.</summary>
    public static string SalesProcess => Text("sales-process");

    /// <summary>Creates the schemas from the forms.</summary>
    internal static IReadOnlyDictionary<string, string> Create() => new Dictionary<string, string>(
        StringComparer.Ordinal)
    {
        ["architecture"] = Of<RevenueArchitecture>("A revenue architecture of RevenueModel"),
        ["price-plan"] = Of<PricePlan>("A price plan of RevenueModel"),
        ["comp-plan"] = Of<CompPlan>("A comp plan of RevenueModel"),
        ["sales-process"] = Of<SalesProcess>("A sales process of RevenueModel"),
    };

    private static string Of<T>(string title) =>
        SchemaBuilder.Write(SchemaBuilder.Of(AllShapes.Table.Find<T>(), title));

    private static string Text(string name)
    {
        using Stream stream = typeof(RevenueModelSchemas).Assembly.GetManifestResourceStream(name + ".schema.json")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
