using System.Buffers;
using System.Text;

namespace RevenueModel.Import;

/// <summary>White space and invisible characters in UTF-8.</summary>
internal static class Utf8Text
{
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(0x20, 0x5F).Select(b => (byte)b), (byte)'\t', (byte)'\r', (byte)'\n']);

    /// <summary>Returns whether a text is ASCII without control characters and without white space around it, so that
    /// cleaning it changes nothing.</summary>
    public static bool IsClean(ReadOnlySpan<byte> text) =>
        !text.ContainsAnyExcept(Plain)
        && (text.IsEmpty || (text[0] > (byte)' ' && text[^1] > (byte)' '));

    /// <summary>Removes white space and invisible characters from both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty && text[0] <= (byte)' ')
        {
            text = text[1..];
        }

        while (!text.IsEmpty && text[^1] <= (byte)' ')
        {
            text = text[..^1];
        }

        return text.IsEmpty || (text[0] < 0x80 && text[^1] < 0x80) ? text : TrimUnicode(text);
    }

    private static ReadOnlySpan<byte> TrimUnicode(ReadOnlySpan<byte> text)
    {
        while (Rune.DecodeFromUtf8(text, out Rune first, out int length) == OperationStatus.Done && IsEmpty(first))
        {
            text = text[length..];
        }

        while (Rune.DecodeLastFromUtf8(text, out Rune last, out int length) == OperationStatus.Done && IsEmpty(last))
        {
            text = text[..^length];
        }

        return text;
    }

    private static bool IsEmpty(Rune rune) =>
        Rune.IsWhiteSpace(rune) || TextCleaner.IsInvisible(rune) || rune.Value == 0;
}
