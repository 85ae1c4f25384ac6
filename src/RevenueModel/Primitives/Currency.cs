using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>A currency, for the sake of its minor unit: what amounts in it are rounded to.</summary>
/// <remarks>Immutable; equal when the codes are. The library never converts between currencies.</remarks>
[TypeConverter(typeof(ParsableTypeConverter<Currency>))]
public sealed record Currency : IParsable<Currency>
{
    // ISO 4217, as of 2026, and the BGN that ended with 2025: the minor units that are not hundredths, then all that are.
    private const string Whole =
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string Thousandths = "BHD IQD JOD KWD LYD OMR TND";

    private const string TenThousandths = "CLF UYW";

    private const string Hundredths =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW "
        + "CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR "
        + "ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV "
        + "MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD "
        + "SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";

    private readonly string _format;

    private Currency(string code, int digits)
    {
        Code = code;
        MinorUnitDigits = digits;
        _format = digits == 0 ? "#,0.######" : "#,0." + new string('0', digits) + new string('#', 6 - digits);
    }

    /// <summary>The euro, with cents.</summary>
    public static Currency Eur { get; } = Of("EUR");

    /// <summary>The United States dollar, with cents.</summary>
    public static Currency Usd { get; } = Of("USD");

    /// <summary>The code of ISO 4217, in capitals.</summary>
    public string Code { get; }

    /// <summary>The decimal places of the minor unit: 0 for JPY, 2 for USD, 3 for KWD.</summary>
    public int MinorUnitDigits { get; }

    /// <summary>How amounts are rounded to the minor unit: half away from zero.</summary>
    public RoundingPolicy Rounding => RoundingPolicy.ToDigits(MinorUnitDigits);

    /// <summary>The currency of a code.</summary>
    /// <param name="code">A code of ISO 4217, in capitals.</param>
    /// <exception cref="ArgumentException">The code is none of ISO 4217's.</exception>
    public static Currency Of(string code) => DigitsOf(Guard.Against.Blank(code)) is { } digits
        ? new Currency(code, digits)
        : throw DomainGuards.OutOfRange(nameof(code), code, "a code of ISO 4217 in capitals, such as USD,");

    /// <summary>Whether a code is one of ISO 4217's.</summary>
    public static bool IsValid(string? code) => code is not null && DigitsOf(code) is not null;

    /// <summary>Reads a currency code, the form that it prints.</summary>
    /// <param name="s">The text, such as <c>USD</c>. The culture does not matter.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Currency Parse(string s) => TextParser.Parse<Currency>(s, "Currency", "a code of ISO 4217 in capitals, such as USD,");

    /// <summary>Reads a currency code such as <c>USD</c>, if the text is one.</summary>
    /// <param name="s">The text; may be null.</param>
    /// <param name="result">The currency, or null if the text is no code of ISO 4217.</param>
    /// <returns>Whether the text was read.</returns>
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

    /// <summary>An amount with at least the decimal places of the minor unit, without the code: 1,234.50 USD is "1,234.50",
    /// 500 JPY "500".</summary>
    /// <param name="amount">The amount; more decimal places than the minor unit has are shown up to six.</param>
    /// <returns>The amount in the invariant culture.</returns>
    public string Format(decimal amount) => amount.ToString(_format, CultureInfo.InvariantCulture);

    /// <summary>The code.</summary>
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
