using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RevenueModel.Json;

/// <summary>A decimal number with all its digits. A share can be written as a percentage too: <c>"22%"</c> is
/// <c>0.22</c>.</summary>
/// <param name="isShare">Whether a percentage is read.</param>
/// <param name="least">The least value for the schema.</param>
/// <param name="isAbove">Whether the least value itself is refused.</param>
/// <param name="most">The largest value for the schema.</param>
internal sealed partial class DecimalShape(
    bool isShare = false, decimal? least = null, bool isAbove = false, decimal? most = null) : Shape<decimal>
{
    /// <inheritdoc/>
    public override decimal Read(ref Utf8JsonReader reader)
    {
        string expected = isShare ? "a fraction such as 0.22 or a percentage such as \"22%\"" : "a number";
        if (reader.TokenType == JsonTokenType.Number)
        {
            return ExactNumber.TryDecimal(Tokens.Number(ref reader), out decimal number)
                ? number
                : throw Tokens.Unexpected(ref reader, "a number of at most 28 digits");
        }

        if (isShare
            && reader.TokenType == JsonTokenType.String
            && TryPercentage(Tokens.Text(ref reader, expected), out decimal share))
        {
            return share;
        }

        throw Tokens.Unexpected(ref reader, expected);
    }

    /// <summary>Returns the fraction that a percentage states: 0.22 for <c>22%</c>.</summary>
    public static bool TryPercentage(string text, out decimal share)
    {
        share = 0m;
        return Percentage().IsMatch(text) && ExactNumber.TryDecimal(text[..^1] + "e-2", out share);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, decimal value) =>
        writer.WriteNumberValue(value == 0m ? new decimal(0, 0, 0, isNegative: false, value.Scale) : value);

    /// <inheritdoc/>
    public override bool AreAlike(decimal one, decimal other) => one == other && one.Scale == other.Scale;

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema)
    {
        var number = new JsonObject { ["type"] = "number" };
        if (least is { } from)
        {
            number[isAbove ? "exclusiveMinimum" : "minimum"] = from;
        }

        if (most is { } to)
        {
            number["maximum"] = to;
        }

        if (!isShare)
        {
            return number;
        }

        string pattern = most == 1m ? Shares : least is null ? Percentages : PositivePercentages;
        var text = new JsonObject { ["type"] = "string", ["pattern"] = pattern };
        if (isAbove)
        {
            text["not"] = new JsonObject { ["pattern"] = "^[0.]+%$" };
        }

        return new JsonObject { ["anyOf"] = new JsonArray(number, text) };
    }

    private const string Percentages = @"^-?[0-9]+(\.[0-9]+)?%$";

    private const string PositivePercentages = @"^(-0+(\.0+)?|[0-9]+(\.[0-9]+)?)%$";

    private const string Shares = @"^(-0+(\.0+)?|0*(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?))%$";

    [GeneratedRegex(
        Percentages,
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Percentage();
}
