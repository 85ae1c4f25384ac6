using System.Globalization;
using System.Text.Json;
using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Json;
using RevenueModel.Pipeline;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Tests.Json;

public class NumberTests
{
    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("-0", "0")]
    [InlineData("-0.00", "0.00")]
    [InlineData("0", "0")]
    [InlineData("1e3", "1000")]
    [InlineData("1.5E2", "150")]
    [InlineData("25e-3", "0.025")]
    [InlineData("1e-28", "0.0000000000000000000000000001")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335", "-79228162514264337593543950335")]
    [InlineData("7.9228162514264337593543950335", "7.9228162514264337593543950335")]
    [InlineData("1.00000000000000000000000000000000", "1.0000000000000000000000000000")]
    [InlineData("0e999999999999", "0")]
    public void ADecimalKeepsItsDigits(string json, string expected) =>
        Assert.Equal(expected, RevenueModelJson.Read<decimal>(json).ToString(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1e29")]
    [InlineData("1e-29")]
    [InlineData("1e999999999999")]
    [InlineData("1e-999999999999")]
    [InlineData("\"1.5\"")]
    [InlineData("NaN")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData("1.")]
    public void ADecimalThatDoesNotFitIsRefused(string json) =>
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<decimal>(json));

    [Property(MaxTest = 300)]
    public bool EachDecimalIsReadBackWithItsDigits(decimal value)
    {
        decimal read = RevenueModelJson.Read<decimal>(RevenueModelJson.Write(value));
        return read == value && read.Scale == value.Scale;
    }

    [Property(MaxTest = 300)]
    public bool EachDoubleIsReadBackToTheLastBit(double value) =>
        BitConverter.DoubleToInt64Bits(RevenueModelJson.Read<double>(RevenueModelJson.Write(value)))
            == BitConverter.DoubleToInt64Bits(value);

    [Fact]
    public void NegativeZeroIsWrittenAsZero() =>
        Assert.Equal("0.00", RevenueModelJson.Write(decimal.Negate(0.00m)));

    [Fact]
    public void ADefaultWithOtherDigitsIsWritten()
    {
        var plan = new PricePlan { Name = "x", BaseFee = 0.00m };
        Assert.Equal(2, RevenueModelJson.Read<PricePlan>(RevenueModelJson.Write(plan)).BaseFee.Scale);
    }

    [Theory]
    [InlineData("1e999")]
    [InlineData("\"1\"")]
    [InlineData("null")]
    public void ADoubleThatIsNoNumberIsRefused(string json) =>
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<double>(json));

    [Fact]
    public void IntervalsThatAreNotFiniteAreReadBack()
    {
        var interval = new ConfidenceInterval(double.NegativeInfinity, double.NaN, 0.95);
        Assert.Equal(
            """{"lower":"-Infinity","upper":"NaN","confidence":0.95}""", RevenueModelJson.Write(interval));
        JsonAssert.RoundTrips(interval);
    }

    [Theory]
    [InlineData("1.0", 1)]
    [InlineData("2e1", 20)]
    [InlineData("-0", 0)]
    public void AWholeNumberMayHaveAFractionOfZero(string json, int expected) =>
        Assert.Equal(expected, RevenueModelJson.Read<int>(json));

    [Theory]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("true")]
    public void AWholeNumberThatDoesNotFitIsRefused(string json) =>
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<int>(json));

    [Fact]
    public void ChoicesAreNamesAndNeverNumbers()
    {
        Assert.Equal("\"newLogo\"", RevenueModelJson.Write(DealMotion.NewLogo));
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<DealMotion>("0"));
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<DealMotion>("\"NewLogo\""));
        Assert.Throws<JsonException>(() => RevenueModelJson.Write((DealMotion)9));
    }

    [Fact]
    public void SetsOfChoicesAreArraysOfNames()
    {
        Assert.Equal("""["it","ot"]""", RevenueModelJson.Write(BuyerEngagement.Both));
        Assert.Equal("[]", RevenueModelJson.Write(BuyerEngagement.None));
        Assert.Equal(
            ClawbackCauses.Churn | ClawbackCauses.Leaving,
            RevenueModelJson.Read<ClawbackCauses>("""["leaving","churn"]"""));
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<BuyerEngagement>("""["it","it"]"""));
    }

    [Fact]
    public void DatesAndMonthsAreIsoTexts()
    {
        Assert.Equal("\"2027-03-31\"", RevenueModelJson.Write(new LocalDate(2027, 3, 31)));
        Assert.Equal("\"2027-03\"", RevenueModelJson.Write(new YearMonth(2027, 3)));
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<LocalDate>("\"2027-02-30\""));
        Assert.Throws<JsonException>(() =>
            RevenueModelJson.Write(new LocalDate(1443, 1, 1, CalendarSystem.IslamicBcl)));
    }

    [Theory]
    [InlineData("\"12000-58000\"", "12,000-58,000")]
    [InlineData("\"12,000-58,000\"", "12,000-58,000")]
    [InlineData("\"680000+\"", "680,000+")]
    [InlineData("\"-5 to 5\"", "-5 to 5")]
    [InlineData("{ \"from\": 12000, \"to\": 58000 }", "12,000-58,000")]
    [InlineData("{ \"from\": 680000 }", "680,000+")]
    public void ABandHasShortForms(string json, string expected) =>
        Assert.Equal(expected, RevenueModelJson.Read<Band<decimal>>(json).ToString());

    [Theory]
    [InlineData("\"58000-12000\"")]
    [InlineData("\"12.000.000+\"")]
    [InlineData("\"1,2-3\"")]
    [InlineData("\"22%-30%\"")]
    [InlineData("{ \"from\": 2, \"to\": 1 }")]
    [InlineData("{ \"to\": 1 }")]
    [InlineData("[1,2]")]
    public void AnotherBandIsRefused(string json) =>
        Assert.Throws<JsonException>(() => RevenueModelJson.Read<Band<decimal>>(json));
}
