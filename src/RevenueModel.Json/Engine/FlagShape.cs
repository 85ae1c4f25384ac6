using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A yes or no.</summary>
internal sealed class FlagShape : Shape<bool>
{
    /// <inheritdoc/>
    public override bool Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Tokens.Unexpected(ref reader, "true or false"),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => new JsonObject { ["type"] = "boolean" };
}
