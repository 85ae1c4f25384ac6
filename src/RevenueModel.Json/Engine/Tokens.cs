using System.Buffers;
using System.Text;
using System.Text.Json;

namespace RevenueModel.Json;

/// <summary>Reads tokens and words the errors about them.</summary>
internal static class Tokens
{
    private const int MostShown = 40;

    /// <summary>Returns the text of the current string token.</summary>
    public static string Text(ref Utf8JsonReader reader, string expected)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            throw Unexpected(ref reader, expected);
        }

        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException invalid)
        {
            throw new ShapeException(
                $"was text that is not valid Unicode; {expected} is expected", reader.TokenStartIndex, invalid);
        }
    }

    /// <summary>Returns the error for a token that is not what is expected.</summary>
    public static ShapeException Unexpected(ref Utf8JsonReader reader, string expected) =>
        new($"was {Shown(ref reader)}; {expected} is expected", reader.TokenStartIndex);

    /// <summary>Moves to the next token; the text has one, because objects and arrays end.</summary>
    public static void Next(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new ShapeException("the text ended before the value did", reader.TokenStartIndex);
        }
    }

    /// <summary>Returns the digits of the current number token.</summary>
    public static string Number(ref Utf8JsonReader reader)
    {
        if (!reader.HasValueSequence)
        {
            return Encoding.ASCII.GetString(reader.ValueSpan);
        }

        Span<byte> digits = new byte[reader.ValueSequence.Length];
        reader.ValueSequence.CopyTo(digits);
        return Encoding.ASCII.GetString(digits);
    }

    private static string Shown(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Null => "null",
        JsonTokenType.Number => Cut(Number(ref reader)),
        JsonTokenType.String => "\"" + Cut(Text(ref reader, "valid text")) + "\"",
        _ => "an incomplete value",
    };

    private static string Cut(string text)
    {
        if (text.Length <= MostShown)
        {
            return text;
        }

        int length = char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown;
        return text[..length] + "...";
    }
}
