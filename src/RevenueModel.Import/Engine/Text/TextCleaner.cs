using System.Buffers;
using System.Text;

namespace RevenueModel.Import;

/// <summary>Makes texts equal that look the same: composes characters (Unicode normalization form C), removes
/// invisible characters, and trims white space.</summary>
internal static class TextCleaner
{
    // Zero-width space and marks of direction, soft hyphen, word joiner and invisible operators, byte order mark. The
    // joiners U+200C and U+200D stay, since scripts and emoji need them.
    private static readonly SearchValues<char> Invisible = SearchValues.Create(
        "\u00AD\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
            + "\uFEFF\0");

    /// <summary>Returns whether a character is removed.</summary>
    public static bool IsInvisible(Rune rune) => rune.IsBmp && Invisible.Contains((char)rune.Value);

    /// <summary>Returns the cleaned text.</summary>
    public static string Clean(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains('\0', StringComparison.Ordinal))
        {
            return text.Trim();
        }

        string visible = text;
        if (text.AsSpan().ContainsAny(Invisible))
        {
            var kept = new StringBuilder(text.Length);
            foreach (char c in text)
            {
                _ = Invisible.Contains(c) ? kept : kept.Append(c);
            }

            visible = kept.ToString();
        }

        // A lone surrogate cannot be normalized; bytes that are not text are refused elsewhere.
        return (IsWellFormed(visible) ? visible.Normalize(NormalizationForm.FormC) : visible).Trim();
    }

    private static bool IsWellFormed(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (!char.IsSurrogatePair(text, i) || i++ < 0))
            {
                return false;
            }
        }

        return true;
    }
}
