using System.Globalization;

namespace RevenueModel.Import;

/// <summary>An amount as text, split into sign, currency and number: "-US$ 1,200", "1.200,00 EUR", "kr 500", "(1,200)"
/// for a negative amount.</summary>
internal readonly ref struct MoneyText
{
    private MoneyText(ReadOnlySpan<char> number, bool isNegative, CurrencyText? before, CurrencyText? after)
    {
        Number = number;
        IsNegative = isNegative;
        Before = before;
        After = after;
    }

    /// <summary>Gets the text without sign and currency.</summary>
    public ReadOnlySpan<char> Number { get; }

    /// <summary>Gets whether the amount has a minus sign or is in parentheses.</summary>
    public bool IsNegative { get; }

    /// <summary>Gets the currency before the number, or null.</summary>
    public CurrencyText? Before { get; }

    /// <summary>Gets the currency after the number, or null.</summary>
    public CurrencyText? After { get; }

    /// <summary>Gets the currency, or null if there is none. With one on both sides ("$ 1,200 USD"), the one with
    /// fewer meanings counts.</summary>
    public CurrencyText? Currency => Before is null ? After : After is null ? Before : After.Narrower(Before);

    /// <summary>Gets whether the currencies on both sides contradict each other.</summary>
    public bool HasTwoCurrencies => Before is not null && After is not null && !Before.Agrees(After);

    /// <summary>Splits a text. A text that is not an amount keeps letters in its number, which no format
    /// reads.</summary>
    public static MoneyText Of(ReadOnlySpan<char> text, CurrencyTable currencies)
    {
        ReadOnlySpan<char> rest = text.Trim();
        if (!rest.IsEmpty && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[^1]))
        {
            return new MoneyText(rest, isNegative: false, before: null, after: null);
        }

        bool negative = false;
        if (rest.Length > 2 && rest[0] == '(' && rest[^1] == ')')
        {
            negative = true;
            rest = rest[1..^1].Trim();
        }

        TakeMinus(ref rest, ref negative);
        CurrencyText? before = TakeBefore(ref rest, currencies);
        TakeMinus(ref rest, ref negative);
        CurrencyText? after = TakeAfter(ref rest, currencies);

        // Three capitals alone, such as "TBD", are not a currency.
        return rest.ContainsAnyInRange('0', '9')
            ? new MoneyText(rest, negative, before, after)
            : new MoneyText(text.Trim(), isNegative: false, before: null, after: null);
    }

    private static void TakeMinus(ref ReadOnlySpan<char> rest, ref bool negative)
    {
        if (!negative && !rest.IsEmpty && rest[0] is '-' or '\u2212')
        {
            negative = true;
            rest = rest[1..].TrimStart();
        }
    }

    private static CurrencyText? TakeBefore(ref ReadOnlySpan<char> rest, CurrencyTable currencies)
    {
        int length = 0;
        while (length < rest.Length && IsPart(rest[length]))
        {
            length++;
        }

        CurrencyText? found = currencies.NextToAmount(rest[..length]);
        if (found is not null)
        {
            rest = rest[length..].TrimStart();
        }

        return found;
    }

    private static CurrencyText? TakeAfter(ref ReadOnlySpan<char> rest, CurrencyTable currencies)
    {
        int start = rest.Length;
        while (start > 0 && IsPart(rest[start - 1]))
        {
            start--;
        }

        // A point may end a number ("12.") or belong to the currency ("12 kr."), not start it.
        ReadOnlySpan<char> text = rest[start..].TrimStart('.');
        CurrencyText? found = currencies.NextToAmount(text);
        if (found is not null)
        {
            rest = rest[..^text.Length].TrimEnd();
        }

        return found;
    }

    private static bool IsPart(char c) =>
        c == '.' || char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;
}
