using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Distribution;

public class NewDealCalculatorTests
{
    [Fact]
    public void OneAmountIsAPoissonCount()
    {
        ForecastDistribution created = NewDealCalculator.Forecast(Flow(30, 0.1, new PossibleAmount(5m, 1)));

        double probability = Math.Exp(-3);
        for (int wins = 0; wins < 20; wins++)
        {
            Assert.Equal(probability, created.Probabilities[wins], 1e-14);
            probability *= 3.0 / (wins + 1);
        }

        Assert.Equal(15, created.Mean, 1e-12);
        Assert.Equal(75, created.Variance, 1e-12);
    }

    [Fact]
    public void SeveralAmountsAreACompoundPoissonSum()
    {
        // Panjer's recursion (1981): P(s) = λ / s Σ a f(a) P(s - a).
        NewDealFlow flow = Flow(80, 0.25, new PossibleAmount(1m, 0.5), new PossibleAmount(3m, 0.3),
            new PossibleAmount(7m, 0.2));
        var panjer = new double[600];
        panjer[0] = Math.Exp(-20);
        for (int sum = 1; sum < panjer.Length; sum++)
        {
            foreach (PossibleAmount amount in flow.Amounts)
            {
                int size = (int)amount.Amount;
                panjer[sum] += size <= sum ? 20.0 / sum * size * amount.Probability * panjer[sum - size] : 0;
            }
        }

        ForecastDistribution created = NewDealCalculator.Forecast(flow);

        for (int i = 0; i < created.Probabilities.Count && i < panjer.Length; i++)
        {
            Assert.Equal(panjer[i + (int)created.Lowest], created.Probabilities[i], 1e-14);
        }

        Assert.Equal(20 * 2.8, created.Mean, 1e-11);
        Assert.Equal(20 * (0.5 + 2.7 + 9.8), created.Variance, 1e-10);
    }

    [Fact]
    public void ManyNewDealsAreCounted()
    {
        ForecastDistribution created = NewDealCalculator.Forecast(Flow(20_000, 0.5, new PossibleAmount(250m, 1)));

        Assert.Equal(2_500_000, created.Mean, 1e-6);
        Assert.Equal(1, created.Probabilities.Sum() + created.DroppedMass, 1e-12);
        Assert.InRange(created.P50, 2_499_000m, 2_501_000m);
    }

    [Fact]
    public void NoFlowBooksNothing()
    {
        ForecastDistribution created = NewDealCalculator.Forecast(Flow(0, 0.5, new PossibleAmount(250m, 1)));

        Assert.Equal((0m, 0m), (created.Lowest, created.Highest));
    }

    [Fact]
    public void ActualOpenAndNewAddUp()
    {
        ForecastDistribution open = DistributionCalculator.Forecast([UncertainDeal.Of(100m, 0.5)]);
        ForecastDistribution created = NewDealCalculator.Forecast(Flow(10, 0.2, new PossibleAmount(50m, 1)));

        ForecastDistribution forecast = open.Merge(created).Plus(300m);

        Assert.Equal(300 + 50 + 100, forecast.Mean, 1e-12);
        Assert.Equal(0.5 * Math.Exp(-2), forecast.ProbabilityAtMost(300m), 1e-14);
    }

    [Fact]
    public void FlowsOutsideTheirRangeAreRefused()
    {
        Refusal.Any<ArgumentException>(() => Flow(-1, 0.5, new PossibleAmount(1m, 1)));
        Refusal.Any<ArgumentException>(() => Flow(1, 1.5, new PossibleAmount(1m, 1)));
        Refusal.With(
            "Amounts had probabilities that sum to 0.5; 1 is expected.",
            () => Flow(1, 0.5, new PossibleAmount(1m, 0.5)));
    }

    private static NewDealFlow Flow(double deals, double closes, params PossibleAmount[] amounts) => new()
    {
        ExpectedDeals = deals,
        CreateAndCloseProbability = closes,
        Amounts = amounts,
    };
}
