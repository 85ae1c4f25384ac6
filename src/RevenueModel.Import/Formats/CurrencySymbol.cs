using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>A symbol or abbreviation of a currency next to an amount, and the codes that it can stand for.</summary>
/// <remarks>
/// Immutable; equal by value. "$" stands for many currencies, "kr" for four. A symbol agrees with a code if the code
/// is one of its codes.
/// </remarks>
public sealed record CurrencySymbol
{
    private CurrencySymbol(string text, ValueList<string> codes)
    {
        Text = text;
        Codes = codes;
    }

    /// <summary>Gets the symbols that are recognized if the caller states no others.</summary>
    public static ValueList<CurrencySymbol> Recognized { get; } =
    [
        Of("$", "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP"),
        Of("US$", "USD"), Of("CA$", "CAD"), Of("C$", "CAD"), Of("A$", "AUD"), Of("AU$", "AUD"), Of("NZ$", "NZD"),
        Of("S$", "SGD"), Of("HK$", "HKD"), Of("NT$", "TWD"), Of("MX$", "MXN"), Of("R$", "BRL"),
        Of("€", "EUR"), Of("£", "GBP"), Of("¥", "JPY", "CNY"), Of("￥", "JPY", "CNY"),
        Of("₹", "INR"), Of("₽", "RUB"),
        Of("₺", "TRY"), Of("₩", "KRW"), Of("₪", "ILS"), Of("฿", "THB"), Of("₫", "VND"),
        Of("₴", "UAH"), Of("₱", "PHP"),
        Of("₦", "NGN"), Of("₡", "CRC"), Of("₲", "PYG"), Of("₸", "KZT"),
        Of("kr", "SEK", "NOK", "DKK", "ISK"), Of("kr.", "SEK", "NOK", "DKK", "ISK"),
        Of("zł", "PLN"), Of("Kč", "CZK"), Of("Ft", "HUF"), Of("lei", "RON"), Of("лв", "BGN"), Of("лв.", "BGN"),
        Of("руб", "RUB"), Of("руб.", "RUB"), Of("TL", "TRY"), Of("R", "ZAR"), Of("RM", "MYR"), Of("Rp", "IDR"),
        Of("Rs", "INR", "PKR", "LKR", "NPR", "MUR"), Of("Rs.", "INR", "PKR", "LKR", "NPR", "MUR"),
        Of("Fr", "CHF"), Of("Fr.", "CHF"), Of("SFr", "CHF"), Of("SFr.", "CHF"),
    ];

    /// <summary>Gets the text next to an amount.</summary>
    public string Text { get; }

    /// <summary>Gets the codes that it can stand for, at least one.</summary>
    public ValueList<string> Codes { get; }

    /// <summary>Creates a symbol.</summary>
    /// <param name="text">The text next to an amount, such as <c>kr</c>; without digits. Case is ignored.</param>
    /// <param name="codes">The codes that it can stand for, at least one, such as <c>SEK</c>.</param>
    /// <returns>The symbol.</returns>
    /// <exception cref="ArgumentException"><paramref name="text"/> is empty or has a digit, or a code is empty or
    /// there is none.</exception>
    public static CurrencySymbol Of(string text, params ReadOnlySpan<string> codes)
    {
        if (Guard.Against.Blank(text).AsSpan().ContainsAnyInRange('0', '9'))
        {
            throw DomainGuards.OutOfRange(nameof(text), text, "a text without digits");
        }

        foreach (string code in codes)
        {
            Guard.Against.Blank(code, nameof(codes));
        }

        return codes.IsEmpty
            ? throw DomainGuards.OutOfRange(nameof(codes), "empty", "at least one code")
            : new CurrencySymbol(text, ValueList.Create(codes));
    }

    /// <inheritdoc cref="Of(string, ReadOnlySpan{string})"/>
    public static CurrencySymbol Of(string text, IEnumerable<string> codes) => Of(text, codes.AsItems());

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Text} = {string.Join(" or ", Codes)}");
}
