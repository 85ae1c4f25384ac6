using RevenueModel.Tests.Helpers;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Statistics;

/// <summary>Random forecasts of events in sixteenths, with exact sums.</summary>
internal sealed class OutcomeBook
{
    public const int Steps = 16;

    public OutcomeBook(int seed)
    {
        var dice = new SplitMix64((ulong)seed);
        int count = 1 + (int)(dice.Next() % 30);
        Sixteenths = [.. Enumerable.Range(0, count).Select(_ => (int)(dice.Next() % (Steps + 1)))];
        Outcomes = [.. Sixteenths.Select(forecast => dice.Next() % (Steps + 4) < (ulong)forecast + 2)];
    }

    public int[] Sixteenths { get; }

    public bool[] Outcomes { get; }

    public double[] Probabilities => [.. Sixteenths.Select(value => (double)value / Steps)];

    public ExactFraction[] Forecasts => [.. Sixteenths.Select(value => ExactFraction.Of(value, Steps))];

    public ExactFraction[] Results => [.. Outcomes.Select(outcome => ExactFraction.Of(outcome ? 1 : 0, 1))];

    /// <summary>The mean squared distance of forecasts from the outcomes.</summary>
    public ExactFraction Score(IReadOnlyList<ExactFraction> forecasts) =>
        forecasts.Zip(Results).Sum(pair => Square(pair.First - pair.Second)) / ExactFraction.Of(forecasts.Count, 1);

    public static ExactFraction Square(ExactFraction value) => value * value;

    public static ExactFraction Mean(IEnumerable<ExactFraction> values)
    {
        ExactFraction[] items = [.. values];
        return items.Sum() / ExactFraction.Of(items.Length, 1);
    }

    public static bool Near(ExactFraction expected, double actual) =>
        Math.Abs(((double)expected.Numerator / (double)expected.Denominator) - actual) < 1e-14;
}
