using System.ComponentModel;
using System.Globalization;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Primitives;

/// <summary>Small values are read from the form in which they print, in every culture.</summary>
public class ParsingTests
{
    [Property]
    public bool ADecimalBandIsReadBack(Band<decimal> band) => IsReadBack(band);

    [Property]
    public bool AWholeBandIsReadBack(Band<int> band) => IsReadBack(band);

    [Property]
    public bool ALongBandIsReadBack(Band<long> band) => IsReadBack(band);

    [Property]
    public bool AQuarterIsReadBack(int quarters) =>
        IsReadBack(YearQuarter.Of(2027, 1).PlusQuarters(quarters % 8_000));

    [Property]
    public bool ASpanIsReadBack(int start, int days, bool isOpen)
    {
        LocalDate first = new LocalDate(2027, 1, 1).PlusDays(start % 100_000);
        return IsReadBack(
            isOpen ? DateSpan.From(first) : DateSpan.Between(first, first.PlusDays(1 + Math.Abs(days % 100_000))));
    }

    [Fact]
    public void CurrenciesAreReadBack()
    {
        Assert.True(IsReadBack(Currency.Usd));
        Assert.True(IsReadBack(Currency.Of("JPY")));
    }

    [Theory]
    [InlineData("12,000-58,000", "12,000-58,000")]
    [InlineData(" 680,000+ ", "680,000+")]
    [InlineData("-5 to 5", "-5 to 5")]
    [InlineData("-5--2", "-5 to -2")]
    [InlineData("1E3-2E3", "1,000-2,000")]
    [InlineData("0.22-0.3", "0.22-0.3")]
    public void BandsAreReadInTheFormsPeopleWrite(string text, string printed) =>
        Assert.Equal(printed, Band<decimal>.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("-")]
    [InlineData("-5")]
    [InlineData("+")]
    [InlineData("58-12")]
    [InlineData("a-b")]
    [InlineData("1-2-3")]
    public void TextThatIsNoBandIsRefused(string text)
    {
        Assert.False(Band<decimal>.TryParse(text, out _));
        Assert.Equal(
            $"Band was \"{text}\"; a band such as 12,000-58,000, 680,000+ or -5 to 5 is expected.",
            Assert.Throws<FormatException>(() => Band<decimal>.Parse(text)).Message);
    }

    [Theory]
    [InlineData("2027-Q5")]
    [InlineData("0000-Q1")]
    [InlineData("27-Q1")]
    [InlineData("2027Q1")]
    public void TextThatIsNoQuarterIsRefused(string text)
    {
        Assert.False(YearQuarter.TryParse(text, out _));
        Assert.Throws<FormatException>(() => YearQuarter.Parse(text));
    }

    [Theory]
    [InlineData("[2027-01-01, 2027-01-01)")]
    [InlineData("2027-01-01, 2028-01-01")]
    [InlineData("[2027-13-01, open)")]
    [InlineData("[2027-01-01)")]
    public void TextThatIsNoSpanIsRefused(string text)
    {
        Assert.False(DateSpan.TryParse(text, out _));
        Assert.Throws<FormatException>(() => DateSpan.Parse(text));
    }

    [Fact]
    public void TextThatIsNoCurrencyIsRefused()
    {
        Assert.False(Currency.TryParse("usd", out _));
        Assert.False(Currency.TryParse(null, out _));
        Assert.Throws<FormatException>(() => Currency.Parse("XXY"));
    }

    [Fact]
    public void NullIsRefused()
    {
        Refusal.By<ArgumentNullException>(() => Band<int>.Parse(null!));
        Refusal.By<ArgumentNullException>(() => YearQuarter.Parse(null!));
        Refusal.By<ArgumentNullException>(() => DateSpan.Parse(null!));
        Refusal.By<ArgumentNullException>(() => Currency.Parse(null!));
    }

    [Fact]
    public void ConvertersRefuseOtherTypes()
    {
        TypeConverter converter = TypeDescriptor.GetConverter(typeof(Band<float>));
        Assert.False(converter.CanConvertFrom(typeof(string)));
        Assert.Throws<NotSupportedException>(() => TypeDescriptor.GetConverter(typeof(Currency)).ConvertFrom(12));
    }

    private static bool IsReadBack<T>(T value)
        where T : IParsable<T>
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            TypeConverter converter = TypeDescriptor.GetConverter(typeof(T));
            string text = value.ToString()!;
            return Equals(value, T.Parse(text, CultureInfo.CurrentCulture))
                && converter.ConvertToString(value) == text
                && Equals(value, converter.ConvertFromString(text));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
