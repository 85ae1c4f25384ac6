using System.Globalization;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Finds currencies by their codes and symbols, and tells which of them can be the same.</summary>
internal sealed class CurrencyTable
{
    private readonly Dictionary<string, CurrencyText> _symbols = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CurrencyText> _found = new(StringComparer.Ordinal);
    private readonly int _longest;

    /// <summary>The number of texts that are remembered, for a column that does not hold currencies.</summary>
    private const int MaxFound = 1000;

    public CurrencyTable(ValueList<CurrencySymbol> stated)
    {
        foreach (CurrencySymbol symbol in CurrencySymbol.Recognized.Concat(stated))
        {
            string text = TextCleaner.Clean(symbol.Text);
            _symbols[text] = new CurrencyText(text, symbol.Codes);
            _longest = Math.Max(_longest, text.Length);
        }
    }

    /// <summary>Returns the currency of a text next to an amount: a known symbol, three capitals, or one currency sign
    /// with up to three letters. Null for any other text.</summary>
    public CurrencyText? NextToAmount(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        if (_found.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out CurrencyText? known)
            || (text.Length <= _longest
                && _symbols.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out known)))
        {
            return known;
        }

        return LooksLikeCurrency(text) ? Keep(text) : null;
    }

    /// <summary>Returns the currency of a value in the currency column: a known symbol, or else the text as a
    /// code.</summary>
    public CurrencyText OfColumn(ReadOnlySpan<char> text) =>
        _found.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out CurrencyText? known)
        || _symbols.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out known)
            ? known
            : Keep(text);

    private CurrencyText Keep(ReadOnlySpan<char> text)
    {
        string code = text.ToString();
        var currency = new CurrencyText(code, [code]);
        if (_found.Count < MaxFound)
        {
            _found.TryAdd(code, currency);
        }

        return currency;
    }

    private static bool LooksLikeCurrency(ReadOnlySpan<char> text)
    {
        int letters = 0;
        int signs = 0;
        foreach (char c in text)
        {
            letters += char.IsAsciiLetterUpper(c) ? 1 : 0;
            signs += char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol ? 1 : 0;
        }

        return letters + signs == text.Length && (signs == 0 ? letters == 3 : signs == 1 && letters <= 3);
    }
}
