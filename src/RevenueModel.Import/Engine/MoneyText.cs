using System.Globalization;

namespace RevenueModel.Import;

/// <summary>An amount as a file writes it, cut into its sign, its currency and its number: "-US$ 1,200", "1.200,00 EUR",
/// "(1,200)" for a negative amount.</summary>
internal readonly ref struct MoneyText
{
    private MoneyText(ReadOnlySpan<char> number, string? currency, bool isNegative)
    {
        Number = number;
        Currency = currency;
        IsNegative = isNegative;
    }

    /// <summary>What is left once sign and currency are taken off.</summary>
    public ReadOnlySpan<char> Number { get; }

    /// <summary>The currency sign or ISO code, or null where there is none.</summary>
    public string? Currency { get; }

    /// <summary>Whether the amount has a minus sign or stands in parentheses.</summary>
    public bool IsNegative { get; }

    /// <summary>Cuts a text; what is no amount keeps letters in its number, which no format then reads.</summary>
    public static MoneyText Of(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        bool negative = false;
        if (rest.Length > 2 && rest[0] == '(' && rest[^1] == ')')
        {
            negative = true;
            rest = rest[1..^1].Trim();
        }

        TakeMinus(ref rest, ref negative);
        ReadOnlySpan<char> before = TakeCurrency(ref rest, fromStart: true);
        TakeMinus(ref rest, ref negative);
        ReadOnlySpan<char> after = TakeCurrency(ref rest, fromStart: false);

        // Three capitals alone ("TBD") are no currency.
        if (!rest.ContainsAnyInRange('0', '9'))
        {
            return new MoneyText(text.AsSpan().Trim(), currency: null, isNegative: false);
        }

        // A currency on both sides ("$ 1,200 USD") counts by its code, which says more.
        ReadOnlySpan<char> currency = after.IsEmpty ? before : after;
        return new MoneyText(rest, currency.IsEmpty ? null : currency.ToString(), negative);
    }

    private static void TakeMinus(ref ReadOnlySpan<char> rest, ref bool negative)
    {
        if (!negative && !rest.IsEmpty && rest[0] is '-' or '\u2212')
        {
            negative = true;
            rest = rest[1..].TrimStart();
        }
    }

    private static ReadOnlySpan<char> TakeCurrency(ref ReadOnlySpan<char> rest, bool fromStart)
    {
        int length = 0;
        while (length < rest.Length && IsPart(rest[fromStart ? length : rest.Length - 1 - length]))
        {
            length++;
        }

        ReadOnlySpan<char> found = fromStart ? rest[..length] : rest[(rest.Length - length)..];
        if (!IsCurrency(found))
        {
            return [];
        }

        rest = fromStart ? rest[length..].TrimStart() : rest[..(rest.Length - length)].TrimEnd();
        return found;
    }

    private static bool IsPart(char c) =>
        char.IsAsciiLetterUpper(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    /// <summary>A code of three letters, or up to three letters with a currency sign: EUR, $, US$, R$.</summary>
    private static bool IsCurrency(ReadOnlySpan<char> text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            letters += char.IsAsciiLetterUpper(c) ? 1 : 0;
        }

        return (letters == 3 && text.Length == 3) || (letters <= 3 && text.Length - letters == 1);
    }
}
