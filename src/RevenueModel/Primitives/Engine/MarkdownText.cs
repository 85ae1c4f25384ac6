using System.Text;

namespace RevenueModel.Primitives;

/// <summary>Escapes names that come from files, so that no character has a meaning in Markdown or HTML.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_[]|~";
    private const string SpecialAtStart = "#+-=";

    /// <summary>Returns a text for the middle of a line or a cell of a table. Line ends become spaces.</summary>
    public static string Inline(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            Append(escaped, c, Special.Contains(c, StringComparison.Ordinal));
        }

        return escaped.ToString();
    }

    /// <summary>Returns a text for the start of a line or of a list item, where a number sign, a dash or "1." has a
    /// meaning too.</summary>
    public static string Item(string text)
    {
        int digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        bool isNumbered = digits > 0
            && digits < text.Length
            && text[digits] is '.' or ')'
            && (digits + 1 == text.Length || char.IsWhiteSpace(text[digits + 1]));
        if (isNumbered)
        {
            return text[..digits] + "\\" + text[digits] + Inline(text[(digits + 1)..]);
        }

        return text.Length > 0 && SpecialAtStart.Contains(text[0], StringComparison.Ordinal)
            ? "\\" + Inline(text)
            : Inline(text);
    }

    private static void Append(StringBuilder escaped, char c, bool isSpecial) => _ = c switch
    {
        '&' => escaped.Append("&amp;"),
        '<' => escaped.Append("&lt;"),
        '>' => escaped.Append("&gt;"),
        '\r' or '\n' or '\t' or '\u0085' or '\u2028' or '\u2029' => escaped.Append(' '),
        _ when isSpecial => escaped.Append('\\').Append(c),
        _ => escaped.Append(c),
    };
}
