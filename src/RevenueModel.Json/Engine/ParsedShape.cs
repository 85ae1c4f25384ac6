using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A value that the library prints and reads as text, such as a currency or a quarter.</summary>
/// <typeparam name="T">The type.</typeparam>
internal sealed class ParsedShape<T>(string expected, string pattern, IReadOnlyList<string>? names = null) : Shape<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader)
    {
        string text = Tokens.Text(ref reader, expected);
        return T.TryParse(text, CultureInfo.InvariantCulture, out T? value) && value.ToString() == text
            ? value
            : throw Tokens.Unexpected(ref reader, expected);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(value.ToString());

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => names is null
        ? new JsonObject { ["type"] = "string", ["pattern"] = pattern }
        : new JsonObject { ["enum"] = new JsonArray([.. names.Select(name => (JsonNode)name)]) };
}
