using NodaTime;
using RevenueModel.Retention;

namespace RevenueModel.Tests.Retention;

public class ChurnCalculatorTests
{
    private static readonly ArrBridge Line = new()
    {
        Period = new BridgePeriod("2027-01", new YearMonth(2027, 1), new YearMonth(2027, 1)),
        Opening = 1_000m,
        New = 300m,
        Expansion = 80m,
        Contraction = -20m,
        Churn = -50m,
        OpeningCount = 40,
        NewCount = 10,
        ChurnCount = 4,
    };

    [Theory]
    [InlineData(LogoDenominator.Opening, 100_000)]
    [InlineData(LogoDenominator.Average, 93_023)]
    [InlineData(LogoDenominator.OpeningPlusNew, 80_000)]
    public void LogoChurnIsByTheNamedDenominator(LogoDenominator denominator, int millionths)
    {
        Assert.Equal(
            millionths / 1_000_000m, decimal.Round(ChurnCalculator.LogoChurn(Line, denominator)!.Value, 6));
        Assert.Equal(1m, ChurnCalculator.LogoChurn(Line, denominator)
            + ChurnCalculator.LogoRetention(Line, denominator));
    }

    [Fact]
    public void RevenueChurnIsGrossAndNet()
    {
        Assert.Equal(0.07m, ChurnCalculator.GrossRevenueChurn(Line));
        Assert.Equal(-0.01m, ChurnCalculator.NetRevenueChurn(Line));
    }

    [Fact]
    public void RatesOfAnEmptyBaseAreUndefined()
    {
        ArrBridge empty = new() { Period = Line.Period, Opening = 0m };

        Assert.Null(ChurnCalculator.LogoChurn(empty));
        Assert.Null(ChurnCalculator.LogoRetention(empty));
        Assert.Null(ChurnCalculator.GrossRevenueChurn(empty));
        Assert.Null(RetentionCalculator.Nrr(empty));
        Assert.Null(EfficiencyCalculator.QuickRatio(empty));
    }
}
