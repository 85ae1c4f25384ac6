using FsCheck.Xunit;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class VelocityCalculatorTests
{
    private static readonly LocalDate Start = new(2026, 1, 1);

    [Fact]
    public void BothConventionsAreMeasuredUnderTheirNames()
    {
        Opportunity[] deals =
        [
            TestOpportunities.Open(5m), TestOpportunities.Open(null), TestOpportunities.Open(7m),
            TestOpportunities.Won(1_000m, Start, Start.PlusDays(40)), TestOpportunities.Won(3_000m, Start, Start.PlusDays(60)),
            TestOpportunities.Lost(9_000m, Start, Start.PlusDays(5)), TestOpportunities.Lost(1m, Start, Start.PlusDays(5)),
        ];

        SalesVelocity velocity = VelocityCalculator.Measure(deals);

        Assert.Equal(3, velocity.OpenDealCount);
        Assert.Equal(2_000m, velocity.AverageWonValue);
        Assert.Equal(50m, velocity.MeanWonCycleDays);
        Assert.Equal(3m * 2_000m * 0.5m / 50m, velocity.PipelinePerDay);
        Assert.Equal(4_000m / 50m, velocity.WonValuePerCycleDay);
    }

    [Fact]
    public void WithoutWonDealsThereIsNoVelocity()
    {
        SalesVelocity velocity = VelocityCalculator.Measure([TestOpportunities.Open(5m), TestOpportunities.Lost(5m)]);

        Assert.Null(velocity.PipelinePerDay);
        Assert.Null(velocity.WonValuePerCycleDay);
    }

    [Fact]
    public void DealsWonOnTheDayTheyWereCreatedHaveNoVelocity() =>
        Assert.Null(VelocityCalculator.Measure([TestOpportunities.Won(5m, Start, Start), TestOpportunities.Open(5m)]).PipelinePerDay);

    [Fact]
    public void ACycleOfZeroDaysIsRefused()
    {
        Refusal.By<ArgumentOutOfRangeException>(() => VelocityCalculator.PipelineVelocity(1, 1m, 0.5m, cycleDays: 0m));
        Refusal.By<ArgumentOutOfRangeException>(() => VelocityCalculator.WonValueVelocity(1m, meanWonCycleDays: 0m));
    }

    [Property]
    public bool TwiceTheDealsAreTwiceTheVelocity(ushort count, Cents value, Fraction winRate, byte days)
    {
        decimal each = Math.Abs(value.Amount);
        return VelocityCalculator.PipelineVelocity(2L * count, each, winRate.Value, days + 1)
            == 2m * VelocityCalculator.PipelineVelocity(count, each, winRate.Value, days + 1)
            || Math.Abs((VelocityCalculator.PipelineVelocity(2L * count, each, winRate.Value, days + 1)
                / (2m * VelocityCalculator.PipelineVelocity(count, each, winRate.Value, days + 1))) - 1m) < 1e-20m;
    }
}
