using RevenueModel.Statistics;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class ConfidenceIntervalTests
{
    [Fact]
    public void RatesPrintInPercent() =>
        Assert.Equal("49.0%-94.3% at 95%", new ConfidenceInterval(0.4902, 0.9433, 0.95).ToString());

    [Fact]
    public void ANegativeEndIsSeparatedByAWord() =>
        Assert.Equal("-3.8% to 19.3% at 95%", new ConfidenceInterval(-0.0381, 0.1926, 0.95).ToString());

    [Fact]
    public void AFormatAppliesToBothEnds()
    {
        var months = new ConfidenceInterval(9.25, 18.5, 0.8);

        Assert.Equal("9.3-18.5 at 80%", FormattableString.Invariant($"{months:0.0}"));
        Assert.Equal("9.25-18.50 at 80%", months.ToString("0.00", null));
    }

    [Fact]
    public void WithoutAFormatTheCultureDoesNotMatter() =>
        Assert.Equal(
            "49.0%-94.3% at 95%", Culture.In("de-DE", new ConfidenceInterval(0.4902, 0.9433, 0.95).ToString));
}
