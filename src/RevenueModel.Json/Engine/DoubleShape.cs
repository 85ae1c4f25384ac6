using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A number in the binary form that estimates have.</summary>
/// <param name="least">The smallest number for the schema. Default: any.</param>
/// <param name="most">The largest number for the schema. Default: any.</param>
internal sealed class DoubleShape(double? least = null, double? most = null) : Shape<double>
{
    private static readonly string[] Words = ["NaN", "Infinity", "-Infinity"];

    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && Tokens.Text(ref reader, "a number") is var text
            && Words.Contains(text))
        {
            return double.Parse(text, CultureInfo.InvariantCulture);
        }

        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out double value)
            && double.IsFinite(value)
            ? value
            : throw Tokens.Unexpected(ref reader, "a number within the range of a double");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(double.IsNaN(value) ? Words[0] : value > 0 ? Words[1] : Words[2]);
        }
    }

    /// <inheritdoc/>
    public override bool AreAlike(double one, double other) =>
        BitConverter.DoubleToInt64Bits(one) == BitConverter.DoubleToInt64Bits(other);

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema)
    {
        var number = new JsonObject { ["type"] = "number" };
        if (least is { } min)
        {
            number["minimum"] = min;
        }

        if (most is { } max)
        {
            number["maximum"] = max;
        }

        return number;
    }
}
