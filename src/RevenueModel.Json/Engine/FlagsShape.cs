using System.Text.Json;
using System.Text.Json.Nodes;

namespace RevenueModel.Json;

/// <summary>A set of choices as an array of their names.</summary>
/// <typeparam name="T">The enum with flags.</typeparam>
internal sealed class FlagsShape<T> : Shape<T>
    where T : struct, Enum
{
    private readonly (string Name, int Value)[] _names;
    private readonly string _expected;
    private readonly int _least;

    /// <summary>Creates the form.</summary>
    /// <param name="least">The least number of names, which the schema states.</param>
    public FlagsShape(int least = 0)
    {
        _least = least;
        _names =
        [
            .. Enum.GetValues<T>()
                .Where(static value => int.IsPow2(Number(value)))
                .Select(static value => (EnumNames.Of(value), Number(value))),
        ];
        _expected = EnumNames.OneOf(_names.Select(static name => name.Name));
    }

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw Tokens.Unexpected(ref reader, "an array of names");
        }

        int flags = 0;
        for (int i = 0; ; i++)
        {
            Tokens.Next(ref reader);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return (T)Enum.ToObject(typeof(T), flags);
            }

            try
            {
                flags |= FlagOf(ref reader, flags);
            }
            catch (JsonException error)
            {
                throw ShapeException.Of(error).Within(i);
            }
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value)
    {
        int rest = Number(value);
        writer.WriteStartArray();
        foreach ((string name, int flag) in _names)
        {
            if ((rest & flag) != 0)
            {
                writer.WriteStringValue(name);
                rest &= ~flag;
            }
        }

        writer.WriteEndArray();
        if (rest != 0)
        {
            throw new ShapeException($"was {value}; a combination of the names is expected");
        }
    }

    /// <inheritdoc/>
    public override JsonNode Describe(SchemaBuilder schema)
    {
        var description = new JsonObject
        {
            ["type"] = "array",
            ["items"] = new JsonObject
            {
                ["enum"] = new JsonArray([.. _names.Select(static name => (JsonNode)name.Name)]),
            },
            ["uniqueItems"] = true,
        };
        if (_least > 0)
        {
            description["minItems"] = _least;
        }

        return description;
    }

    private int FlagOf(ref Utf8JsonReader reader, int flags)
    {
        string text = Tokens.Text(ref reader, _expected);
        foreach ((string name, int value) in _names)
        {
            if (name == text)
            {
                return (flags & value) == 0 ? value : throw Tokens.Unexpected(ref reader, "each name once");
            }
        }

        throw Tokens.Unexpected(ref reader, _expected);
    }

    private static int Number(T value) => Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture);
}
