using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using RevenueModel.Primitives;

namespace RevenueModel.Json;

/// <summary>A band as <c>{ "from": 12000, "to": 58000 }</c>, without <c>to</c> if it is open, or as text:
/// <c>"12000-58000"</c>, <c>"12000+"</c>, <c>"-5 to 5"</c>, and <c>"22%-30%"</c> for shares.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
internal sealed class BandShape<T> : Shape<Band<T>>
    where T : struct, INumber<T>
{
    private const string WholeNumber = @"([0-9]{1,3}(,[0-9]{3})+|[0-9]+)";

    private readonly Shape<T> _number;
    private readonly string _pattern;
    private readonly Regex _text;
    private readonly bool _isShare;
    private readonly bool _isAbove;
    private readonly bool _isClosed;
    private readonly RecordShape<Band<T>> _record;

    /// <summary>Creates the form.</summary>
    /// <param name="number">The form of the ends.</param>
    /// <param name="isShare">Whether percentages are read.</param>
    /// <param name="isSigned">Whether the schema allows ends below zero.</param>
    /// <param name="isAbove">Whether the schema refuses a lower end of zero.</param>
    /// <param name="mostPercent">The largest percentage for the schema: 100, or <see langword="null"/> for
    /// any.</param>
    /// <param name="isClosed">Whether the schema requires both ends.</param>
    public BandShape(
        Shape<T> number,
        bool isShare = false,
        bool isSigned = true,
        bool isAbove = false,
        int? mostPercent = null,
        bool isClosed = false)
    {
        _number = number;
        _isAbove = isAbove;
        _isClosed = isClosed || mostPercent is not null;
        _isShare = isShare;
        bool isWhole = T.CreateTruncating(0.5m) == T.Zero;
        string plain = WholeNumber + (isWhole ? "" : @"(\.[0-9]+)?");
        _text = new Regex(
            Alternatives(plain, isShare ? plain + "%" : null, isSigned: true, isClosed: false),
            RegexOptions.NonBacktracking);
        string ends = mostPercent is null ? plain : @"0*(1(\.0+)?|0(\.[0-9]+)?)";
        string? percent = !isShare ? null
            : mostPercent is null ? plain + "%" : @"0*(100(\.0+)?|[0-9]{1,2}(\.[0-9]+)?)%";
        _pattern = Alternatives(ends, percent, isSigned, isClosed: _isClosed);
        _record = new RecordShape<Band<T>>(new ShapeTable(), "Band", record =>
        {
            Member<Band<T>, T> from = record.Required("from", static band => band.Min, _number);
            Member<Band<T>, T?> to = record.Optional("to", static band => band.Max, _number.OrNull());
            return values => values.Get(to) is { } end
                ? Band.Between(values.Get(from), end)
                : Band.AtLeast(values.Get(from));
        }).Naming(("min", "from"), ("max", "to"));
    }

    /// <inheritdoc/>
    public override Band<T> Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => _record.Read(ref reader),
        JsonTokenType.String => OfText(ref reader),
        _ => throw Tokens.Unexpected(ref reader, Expected),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Band<T> value) => _record.Write(writer, value);

    /// <inheritdoc/>
    public override bool AreAlike(Band<T> one, Band<T> other) => _record.AreAlike(one, other);

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema)
    {
        var text = new JsonObject { ["type"] = "string", ["pattern"] = _pattern };
        if (_isAbove)
        {
            text["not"] = new JsonObject { ["pattern"] = @"^[0,.]+(-|\+| to )" };
        }

        JsonObject ends = _record.DescribeInPlace(schema);
        if (_isClosed)
        {
            ends["properties"]!["to"] = _number.Describe(schema);
            ends["required"]!.AsArray().Add((JsonNode)"to");
        }

        return new JsonObject { ["anyOf"] = new JsonArray(text, ends) };
    }

    private string Expected => _isShare
        ? "a band such as \"22%-30%\", \"0.22-0.3\" or { \"from\": 0.22, \"to\": 0.3 }"
        : "a band such as \"12000-58000\", \"12000+\" or { \"from\": 12000, \"to\": 58000 }";

    // Either both ends are percentages or none.
    private static string Alternatives(string number, string? percentage, bool isSigned, bool isClosed)
    {
        string one = Forms(number, isSigned, isClosed);
        return percentage is null ? $"^({one})$" : $"^({one}|{Forms(percentage, isSigned, isClosed)})$";
    }

    private static string Forms(string number, bool isSigned, bool isClosed)
    {
        string sign = isSigned ? "-?" : "";
        string open = isClosed ? "" : @"|\+";
        return $"{number}-{number}|{sign}{number}( to {sign}{number}{open})";
    }

    private Band<T> OfText(ref Utf8JsonReader reader)
    {
        string text = Tokens.Text(ref reader, Expected);
        if (!_text.IsMatch(text))
        {
            throw Tokens.Unexpected(ref reader, Expected);
        }

        if (text.EndsWith('+'))
        {
            return TryNumber(text[..^1], out T least)
                ? Band.AtLeast(least)
                : throw Tokens.Unexpected(ref reader, Expected);
        }

        int separator = text.IndexOf(" to ", StringComparison.Ordinal);
        (int at, int width) = separator > 0 ? (separator, 4) : (text.IndexOf('-', 1), 1);
        if (!TryNumber(text[..at], out T min) || !TryNumber(text[(at + width)..], out T max))
        {
            throw Tokens.Unexpected(ref reader, Expected);
        }

        return max >= min
            ? Band.Between(min, max)
            : throw Tokens.Unexpected(ref reader, "a band whose upper end is not below its lower end");
    }

    private static bool TryNumber(string text, out T number)
    {
        bool isPercentage = text.EndsWith('%');
        string digits = text.Replace(",", "", StringComparison.Ordinal).TrimEnd('%') + (isPercentage ? "e-2" : "");
        number = T.Zero;
        if (!ExactNumber.TryDecimal(digits, out decimal value))
        {
            return false;
        }

        try
        {
            number = T.CreateChecked(value);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
