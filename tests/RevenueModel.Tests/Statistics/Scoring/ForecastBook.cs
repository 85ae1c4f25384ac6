using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

/// <summary>A random discrete forecast with an observation, in whole numbers, so that sums over thresholds are
/// exact.</summary>
internal sealed class ForecastBook
{
    private const int Range = 40;

    public ForecastBook(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        int count = 1 + (int)(dice.Next() % 8);
        Points = [.. Enumerable.Range(0, count).Select(_ => (double)(dice.Next() % Range)).Distinct().Order()];
        double[] weights = [.. Points.Select(_ => (double)(1 + (dice.Next() % 9)))];
        Probabilities = [.. weights.Select(weight => weight / weights.Sum())];
        Observation = (double)(dice.Next() % (Range + 20)) - 10;
    }

    public double[] Points { get; }

    public double[] Probabilities { get; }

    public double Observation { get; }

    /// <summary>The forecast probability of at most a value.</summary>
    public double Cumulative(double value) =>
        Points.Zip(Probabilities).Where(pair => pair.First <= value).Sum(pair => pair.Second);
}
