using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>A currency and its minor unit, to which amounts are rounded.</summary>
/// <remarks>Immutable; equal if the codes are equal. The library never converts between currencies.</remarks>
[TypeConverter(typeof(ParsableTypeConverter<Currency>))]
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Currency : IParsable<Currency>
{
    // ISO 4217 as of 2026, and BGN, which ended with 2025. The minor units other than hundredths come first.
    private const string Whole =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string Thousandths = "BHD IQD JOD KWD LYD OMR TND";

    private const string TenThousandths = "CLF UYW";

    private const string Hundredths =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE "
        + "CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD "
        + "HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP "
        + "MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD "
        + "SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS "
        + "VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";

    private readonly string _format;

    private Currency(string code, int digits)
    {
        Code = code;
        MinorUnitDigits = digits;
        _format = digits == 0 ? "#,0.######" : "#,0." + new string('0', digits) + new string('#', 6 - digits);
    }

    /// <summary>Gets the euro, with two decimal places.</summary>
    public static Currency Eur { get; } = Of("EUR");

    /// <summary>Gets the United States dollar, with two decimal places.</summary>
    public static Currency Usd { get; } = Of("USD");

    /// <summary>Gets the ISO 4217 code in capitals.</summary>
    public string Code { get; }

    /// <summary>Gets the number of decimal places of the minor unit: 0 for JPY, 2 for USD, 3 for KWD.</summary>
    public int MinorUnitDigits { get; }

    /// <summary>Gets the policy that rounds amounts to the minor unit, half away from zero.</summary>
    public RoundingPolicy Rounding => RoundingPolicy.ToDigits(MinorUnitDigits);

    /// <summary>Returns the currency with a code.</summary>
    /// <param name="code">An ISO 4217 code in capitals.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="ArgumentException"><paramref name="code"/> is blank or is not an ISO 4217 code.</exception>
    public static Currency Of(string code) => DigitsOf(Guard.Against.Blank(code)) is { } digits
        ? new Currency(code, digits)
        : throw DomainGuards.OutOfRange(nameof(code), code, "a code of ISO 4217 in capitals, such as USD,");

    /// <summary>Returns whether a code is an ISO 4217 code in capitals.</summary>
    /// <param name="code">The code; may be null.</param>
    /// <returns><see langword="true"/> if <see cref="Of"/> accepts it.</returns>
    public static bool IsValid(string? code) => code is not null && DigitsOf(code) is not null;

    /// <summary>Reads a currency code, the form in which a currency prints.</summary>
    /// <param name="s">The text, such as <c>USD</c>. The culture does not matter.</param>
    /// <returns>The currency.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Currency Parse(string s) =>
        TextParser.Parse<Currency>(s, "Currency", "a code of ISO 4217 in capitals, such as USD,");

    /// <summary>Reads a currency code such as <c>USD</c>, if the text is one.</summary>
    /// <param name="s">The text; may be null.</param>
    /// <param name="result">The currency, or null if the text is not an ISO 4217 code.</param>
    /// <returns><see langword="true"/> if the text was read.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [NotNullWhen(true)] out Currency? result)
    {
        string code = s?.Trim() ?? "";
        result = IsValid(code) ? Of(code) : null;
        return result is not null;
    }

    static Currency IParsable<Currency>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Currency>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Currency result) =>
        TryParse(s, out result);

    /// <summary>Returns an amount with at least the decimal places of the minor unit, without the code: "1,234.50" in
    /// USD, "500" in JPY.</summary>
    /// <param name="amount">The amount. Further decimal places are shown, up to six.</param>
    /// <returns>The amount in the invariant culture.</returns>
    public string Format(decimal amount) => amount.ToString(_format, CultureInfo.InvariantCulture);

    /// <summary>Returns the code.</summary>
    public override string ToString() => Code;

    private static int? DigitsOf(string code) => Has(Hundredths, code) ? 2
        : Has(Whole, code) ? 0
        : Has(Thousandths, code) ? 3
        : Has(TenThousandths, code) ? 4
        : null;

    private static bool Has(string codes, string code)
    {
        int at = code.Length == 3 ? codes.IndexOf(code, StringComparison.Ordinal) : -1;
        return at >= 0 && at % 4 == 0; // three letters and a space each
    }
}
