using System.Globalization;

namespace RevenueModel.Import;

/// <summary>An amount as text, split into sign, currency and number: "-US$ 1,200", "1.200,00 EUR", "(1,200)" for a
/// negative amount.</summary>
internal readonly ref struct MoneyText
{
    private MoneyText(ReadOnlySpan<char> number, string? currency, bool isNegative)
    {
        Number = number;
        Currency = currency;
        IsNegative = isNegative;
    }

    /// <summary>Gets the text without sign and currency.</summary>
    public ReadOnlySpan<char> Number { get; }

    /// <summary>Gets the currency sign or ISO code, or null if there is none.</summary>
    public string? Currency { get; }

    /// <summary>Gets whether the amount has a minus sign or is in parentheses.</summary>
    public bool IsNegative { get; }

    /// <summary>Splits a text. A text that is not an amount keeps letters in its number, which no format
    /// reads.</summary>
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

        // Three capitals alone, such as "TBD", are not a currency.
        if (!rest.ContainsAnyInRange('0', '9'))
        {
            return new MoneyText(text.AsSpan().Trim(), currency: null, isNegative: false);
        }

        // With a currency on both sides ("$ 1,200 USD"), the code counts, since it is more specific.
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

    /// <summary>Returns whether a text is a code of three letters, or a currency sign with up to three letters: EUR,
    /// $, US$, R$.</summary>
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
