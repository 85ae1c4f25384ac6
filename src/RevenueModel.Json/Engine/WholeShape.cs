using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A whole number within bounds.</summary>
/// <typeparam name="T">The type of the number.</typeparam>
internal sealed class WholeShape<T>(decimal least, decimal most, Func<decimal, T> convert, Func<T, decimal> number)
    : Shape<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader)
    {
        string expected = Invariant($"a whole number between {least} and {most}");
        if (reader.TokenType != JsonTokenType.Number
            || !ExactNumber.TryDecimal(Tokens.Number(ref reader), out decimal value)
            || value < least
            || value > most
            || decimal.Truncate(value) != value)
        {
            throw Tokens.Unexpected(ref reader, expected);
        }

        return convert(value);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value) =>
        writer.WriteNumberValue(decimal.Truncate(number(value)));

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema) =>
        new JsonObject { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most };
}
