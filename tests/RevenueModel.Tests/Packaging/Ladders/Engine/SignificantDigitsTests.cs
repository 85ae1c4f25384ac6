using FsCheck.Xunit;
using RevenueModel.Packaging;

namespace RevenueModel.Tests.Packaging;

public class SignificantDigitsTests
{
    [Theory]
    [InlineData("4872.3", 3, "4870")]
    [InlineData("4875", 3, "4880")]
    [InlineData("1.845", 3, "1.85")]
    [InlineData("1.8449999999999999999999999", 3, "1.85")] // what a division leaves of 1.845
    [InlineData("1.84499", 3, "1.84")]
    [InlineData("9.996", 3, "10")]
    [InlineData("0.00012345", 2, "0.00012")]
    [InlineData("99950", 3, "100000")]
    [InlineData("7", 3, "7")]
    [InlineData("123456789.5", 9, "123456790")]
    public void RoundsToTheNearestAndAHalfUp(string value, int digits, string rounded) =>
        Assert.Equal(Parse(rounded), SignificantDigits.Round(Parse(value), digits));

    [Theory]
    [InlineData("3410", 2, "3500")]
    [InlineData("3500", 2, "3500")]
    [InlineData("0.0871", 2, "0.088")]
    [InlineData("99.1", 2, "100")]
    [InlineData("1", 1, "1")]
    public void RoundsUp(string value, int digits, string rounded) =>
        Assert.Equal(Parse(rounded), SignificantDigits.RoundUp(Parse(value), digits));

    [Theory]
    [InlineData("9.99", "10.0")]
    [InlineData("10.0", "10.1")]
    [InlineData("4870", "4880")]
    [InlineData("0.0999", "0.100")]
    public void NeighborsAreEachOthers(string below, string above)
    {
        Assert.Equal(Parse(above), SignificantDigits.Above(Parse(below), 3));
        Assert.Equal(Parse(below), SignificantDigits.Below(Parse(above), 3));
    }

    [Property(MaxTest = 2_000)]
    public bool FloatingPointRoundsAsDecimalsDoOrSaysThatItCannot(int thousandths, byte digits)
    {
        decimal value = (Math.Abs((decimal)thousandths) + 1m) / 1_000m;
        int count = (digits % 9) + 1;
        return !SignificantDigits.TryRound((double)value, count, out decimal rounded)
            || rounded == SignificantDigits.Round(value, count);
    }

    [Theory]
    [InlineData(1.845)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0)]
    public void FloatingPointDoesNotDecideAHalf(double value) =>
        Assert.False(SignificantDigits.TryRound(value, 3, out _));

    private static decimal Parse(string value) =>
        decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
}
