using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A text. With a pattern for the schema, if the library refuses blank ones.</summary>
internal sealed class TextShape(bool isNamed = false) : Shape<string>
{
    /// <inheritdoc/>
    public override string Read(ref Utf8JsonReader reader) => Tokens.Text(ref reader, "a text");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(Complete(value));

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) => isNamed
        ? new JsonObject { ["type"] = "string", ["pattern"] = @"\S" }
        : new JsonObject { ["type"] = "string" };

    // The writer would replace half of a surrogate pair by another character.
    private static string Complete(string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogate(value[i]) && !(i + 1 < value.Length && char.IsSurrogatePair(value[i], value[++i])))
            {
                throw new ShapeException("had text that is not valid Unicode, which JSON cannot hold");
            }
        }

        return value;
    }
}
