using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

public class CurrencyTests
{
    // ISO 4217 by where money is used, so that it shares no order with the table under test; default:
    // hundredths. BGN, which the euro replaced in 2026, is still a currency. Metals, units of account without a minor
    // unit and test codes are not.
    private static readonly string[] Codes =
    [
        "EUR", "GBP", "CHF", "CHE", "CHW", "SEK", "NOK", "DKK", "CZK", "PLN", "HUF", "RON", "BGN", // Europe
        "ALL", "BAM", "MKD", "RSD", "MDL", "UAH", "BYN", "RUB", "TRY", "GEL", "AMD", "AZN", "GIP", "ISK:0",
        "USD", "USN", "CAD", "MXN", "MXV", "GTQ", "BZD", "HNL", "SVC", "NIO", "CRC", "PAB", // America
        "CUP", "JMD", "HTG", "DOP", "BSD", "BBD", "TTD", "XCD", "XCG", "AWG", "KYD", "BMD",
        "COP", "COU", "VES", "VED", "GYD", "SRD", "BRL", "PEN", "BOB", "BOV", "ARS", "UYU", "FKP",
        "CLP:0", "CLF:4", "PYG:0", "UYI:0", "UYW:4",
        "MAD", "DZD", "EGP", "SDG", "SSP", "ETB", "ERN", "DJF:0", "SOS", "KES", "TZS", "RWF:0", // Africa
        "MUR", "SCR", "MGA", "MVR", "MZN", "MWK", "ZMW", "ZWG", "BWP", "NAD", "ZAR", "LSL", "SZL", "AOA", "CDF",
        "NGN", "GHS", "SLE", "LRD", "GMD", "MRU", "CVE", "STN", "SHP",
        "BIF:0", "GNF:0", "KMF:0", "UGX:0", "XAF:0", "XOF:0", "LYD:3", "TND:3",
        "ILS", "LBP", "SYP", "SAR", "AED", "QAR", "YER", "IRR", "AFN", "XAD", // Asia
        "PKR", "INR", "NPR", "BTN", "BDT", "LKR", "KZT", "UZS", "TMT", "TJS", "KGS", "MNT", "CNY", "HKD", "MOP", "TWD",
        "KPW", "THB", "LAK", "KHR", "MMK", "MYR", "SGD", "BND", "IDR", "PHP",
        "JPY:0", "KRW:0", "VND:0", "BHD:3", "IQD:3", "JOD:3", "KWD:3", "OMR:3",
        "AUD", "NZD", "PGK", "FJD", "SBD", "TOP", "WST", "VUV:0", "XPF:0", // Oceania
    ];

    private static readonly Dictionary<string, int> Digits = Codes.ToDictionary(
        code => code[..3], code => code.Length == 3 ? 2 : code[4] - '0');

    public static TheoryData<string, decimal, decimal> Halves => new()
    {
        { "JPY", 323m, 322.5m },
        { "USD", 0.13m, 0.125m },
        { "USD", -0.13m, -0.125m },
        { "KWD", 0.002m, 0.0015m },
        { "CLF", 0.0002m, 0.00015m },
    };

    [Fact]
    public void OfAllCodesOfThreeCapitalsThoseOfTheStandardAreValid()
    {
        string[] valid = [.. AllOfThreeCapitals().Where(Currency.IsValid)];
        Assert.Equal(Digits.Keys.Order(StringComparer.Ordinal), valid);
    }

    [Fact]
    public void MinorUnitsAreThoseOfTheStandard()
    {
        foreach ((string code, int digits) in Digits)
        {
            var currency = Currency.Of(code);
            Assert.Equal((code, digits), (currency.Code, currency.MinorUnitDigits));
            Assert.Equal(RoundingPolicy.ToDigits(digits), currency.Rounding);
        }
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public void AHalfOfTheMinorUnitIsRoundedAwayFromZero(string code, decimal expected, decimal amount) =>
        Assert.Equal(expected, Currency.Of(code).Rounding.Round(amount));

    [Theory]
    [InlineData("usd")]
    [InlineData("Usd")]
    [InlineData("US")]
    [InlineData("USDX")]
    [InlineData(" USD")]
    [InlineData("USD ")]
    [InlineData("D A")]
    [InlineData("ED ")]
    [InlineData(" AF")]
    [InlineData("EDA")]
    [InlineData("AED AFN")]
    [InlineData("XAU")]
    [InlineData("XXX")]
    [InlineData("HRK")]
    [InlineData("$")]
    public void WhatIsNoCodeInCapitalsIsRefusedWithWhatIsExpected(string code)
    {
        Assert.False(Currency.IsValid(code));
        var refusal = Refusal.By<ArgumentOutOfRangeException>(() => Currency.Of(code));
        Assert.StartsWith(
            $"code was {code}; a code of ISO 4217 in capitals, such as USD, is expected.",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public void ABlankCodeIsRefused(string? code)
    {
        Assert.False(Currency.IsValid(code));
        Refusal.By<ArgumentException>(() => Currency.Of(code!));
    }

    [Fact]
    public void CurrenciesOfOneCodeAreEqual()
    {
        Assert.Equal(Currency.Of("EUR"), Currency.Eur);
        Assert.Equal(Currency.Of("USD").GetHashCode(), Currency.Usd.GetHashCode());
        Assert.NotEqual(Currency.Eur, Currency.Usd);
        Assert.Equal("USD", Currency.Usd.ToString());
    }

    [Fact]
    public void CodesAreTheSameInEveryCulture()
    {
        foreach (string culture in Culture.Names)
        {
            Assert.True(Culture.In(
                culture, () => Currency.IsValid("INR") && Currency.IsValid("IDR") && !Currency.IsValid("inr")));
        }
    }

    private static IEnumerable<string> AllOfThreeCapitals() =>
        from first in Letters
        from second in Letters
        from third in Letters
        select string.Concat(first, second, third);

    private static IEnumerable<string> Letters =>
        Enumerable.Range('A', 26).Select(letter => ((char)letter).ToString());

    [Theory]
    [InlineData("USD", 1234.5, "1,234.50")]
    [InlineData("USD", -0.005, "-0.005")]
    [InlineData("JPY", 1234, "1,234")]
    [InlineData("JPY", 0.5, "0.5")]
    [InlineData("KWD", 0.25, "0.250")]
    [InlineData("CLF", 7, "7.0000")]
    public void AnAmountHasTheDecimalPlacesOfTheMinorUnitInEveryCulture(string code, double amount, string words)
    {
        foreach (string culture in Culture.Names)
        {
            Assert.Equal(words, Culture.In(culture, () => Currency.Of(code).Format((decimal)amount)));
        }
    }
}
