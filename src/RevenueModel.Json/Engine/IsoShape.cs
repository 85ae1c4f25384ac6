using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace RevenueModel.Json;

/// <summary>A date or a month as ISO 8601 writes it.</summary>
/// <typeparam name="T">The type of NodaTime.</typeparam>
internal sealed class IsoShape<T>(IPattern<T> pattern, string expected, string format, Func<T, bool> isIso) : Shape<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader)
    {
        string text = Tokens.Text(ref reader, expected);
        ParseResult<T> result = pattern.Parse(text);
        return result.Success ? result.Value : throw Tokens.Unexpected(ref reader, expected);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(isIso(value)
        ? pattern.Format(value)
        : throw new ShapeException($"was {value} in another calendar; {expected} is expected"));

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) =>
        new JsonObject { ["type"] = "string", ["pattern"] = format };
}
