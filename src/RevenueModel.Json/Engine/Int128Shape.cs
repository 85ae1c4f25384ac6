using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A whole number of 128 bits.</summary>
internal sealed class Int128Shape : Shape<Int128>
{
    /// <inheritdoc/>
    public override Int128 Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number
        && Int128.TryParse(
            Tokens.Number(ref reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 value)
            ? value
            : throw Tokens.Unexpected(ref reader, "a whole number of 128 bits");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Int128 value) =>
        writer.WriteRawValue(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => new JsonObject { ["type"] = "integer" };
}
