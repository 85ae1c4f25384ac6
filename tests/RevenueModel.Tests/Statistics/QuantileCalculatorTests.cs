using FsCheck.Xunit;
using RevenueModel.Statistics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Statistics;

public class QuantileCalculatorTests
{
    // Excel's own examples for PERCENTILE.INC and PERCENTILE.EXC, and the definition of PERCENTILE_DISC.
    [Fact]
    public void SpreadsheetsAgree()
    {
        Assert.Equal(1.9m, QuantileCalculator.Quantile([1, 2, 3, 4], 0.3m));
        Assert.Equal(2.5m, QuantileCalculator.Quantile([1, 2, 3, 4], 0.5m));
        Assert.Equal(2.5m, QuantileCalculator.Quantile([1, 2, 3, 6, 6, 6, 7, 8, 9], 0.25m, QuantileMethod.Exclusive));
        Assert.Equal(2m, QuantileCalculator.Quantile([1, 2, 3, 4], 0.5m, QuantileMethod.NearestRank));
        Assert.Equal(3m, QuantileCalculator.Quantile([1, 2, 3, 4], 0.5000001m, QuantileMethod.NearestRank));
    }

    [Fact]
    public void ObservationsCanBeAnyCollection()
    {
        List<int> list = [1, 2, 3, 4];
        Assert.Equal(2.5m, QuantileCalculator.Quantile(list, 0.5m));
        Assert.Equal(2.5m, QuantileCalculator.Quantile(list.Where(days => days > 0), 0.5m));
        Assert.Equal(2.5m, QuantileCalculator.Quantile(list.ToArray(), 0.5m));
    }

    [Fact]
    public void WithoutObservationsThereIsNoQuantile()
    {
        foreach (QuantileMethod method in Enum.GetValues<QuantileMethod>())
        {
            Assert.Null(QuantileCalculator.Quantile(Array.Empty<int>(), 0.5m, method));
        }
    }

    [Fact]
    public void EveryQuantileOfOneObservationIsThatOne()
    {
        foreach (QuantileMethod method in Enum.GetValues<QuantileMethod>())
        {
            Assert.Equal(7m, QuantileCalculator.Quantile([7], 0m, method));
            Assert.Equal(7m, QuantileCalculator.Quantile([7], 0.5m, method));
            Assert.Equal(7m, QuantileCalculator.Quantile([7], 1m, method));
        }
    }

    [Fact]
    public void ObservationsOfTheWholeRangeAreInterpolatedWithoutOverflow() =>
        Assert.Equal(-0.5m, QuantileCalculator.Quantile([int.MinValue, int.MaxValue], 0.5m));

    [Fact]
    public void ObservationsOutOfOrderAreRefused()
    {
        var refused = Refusal.By<ArgumentException>(() => QuantileCalculator.Quantile([3, 1], 0.5m));
        Assert.Equal("sorted", refused.ParamName);
        Assert.Contains("3 before 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AProbabilityOutsideZeroToOneIsRefusedEvenWithoutObservations()
    {
        Refusal.By<ArgumentOutOfRangeException>(() => QuantileCalculator.Quantile([1], 1.01m));
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => QuantileCalculator.Quantile(Array.Empty<int>(), 50m));
        Assert.Contains("0.5", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentOutOfRangeException>(() => QuantileCalculator.Quantile([1], 0.5m, (QuantileMethod)3));
    }

    [Property]
    public bool InclusiveIsTypeSeven(int[] observations, Fraction probability) =>
        Agrees(observations, probability, QuantileMethod.Inclusive, TypeSeven);

    [Property]
    public bool ExclusiveIsTypeSix(int[] observations, Fraction probability) =>
        Agrees(observations, probability, QuantileMethod.Exclusive, TypeSix);

    [Property]
    public bool NearestRankIsTypeOne(int[] observations, Fraction probability) =>
        Agrees(observations, probability, QuantileMethod.NearestRank, TypeOne);

    [Property]
    public bool QuantilesAreBetweenTheExtremesAndRise(
        int[] observations, Fraction one, Fraction other, QuantileMethod method)
    {
        int[] sorted = [.. observations.Order()];
        decimal? low = QuantileCalculator.Quantile(sorted, Math.Min(one, other), method);
        decimal? high = QuantileCalculator.Quantile(sorted, Math.Max(one, other), method);
        return sorted.Length == 0 || (sorted[0] <= low && low <= high && high <= sorted[^1]);
    }

    [Property]
    public bool TheEndsAreTheExtremesOfTheInclusiveMethod(int[] observations)
    {
        int[] sorted = [.. observations.Order()];
        return sorted.Length == 0
            || (QuantileCalculator.Quantile(sorted, 0m) == sorted[0]
                && QuantileCalculator.Quantile(sorted, 1m) == sorted[^1]);
    }

    private static bool Agrees(
        int[] observations,
        Fraction probability,
        QuantileMethod method,
        Func<int[], decimal, decimal> definition)
    {
        int[] sorted = [.. observations.Order()];
        decimal? quantile = QuantileCalculator.Quantile(sorted, probability, method);
        return sorted.Length == 0
            ? quantile is null
            : Math.Abs(quantile!.Value - definition(sorted, probability)) < 1e-15m;
    }

    // Hyndman and Fan (1996): Q(p) = (1 - g) x(j) + g x(j + 1), j = ⌊np + m⌋, g = np + m - j, with x(j) read at the
    // ends where j leaves 1..n.
    private static decimal TypeSeven(int[] sorted, decimal p) => Weighted(sorted, p, 1m - p);

    private static decimal TypeSix(int[] sorted, decimal p) => Weighted(sorted, p, p);

    // The inverse of the empirical distribution function: the first observation whose share reaches p.
    private static decimal TypeOne(int[] sorted, decimal p)
    {
        for (int i = 0; i < sorted.Length; i++)
        {
            if ((decimal)sorted.Count(other => other <= sorted[i]) / sorted.Length >= p)
            {
                return sorted[i];
            }
        }

        return sorted[^1];
    }

    private static decimal Weighted(int[] sorted, decimal p, decimal m)
    {
        decimal at = (sorted.Length * p) + m;
        int j = (int)decimal.Floor(at);
        decimal g = at - j;
        return ((1m - g) * At(j)) + (g * At(j + 1));

        decimal At(int rank) => sorted[Math.Clamp(rank, 1, sorted.Length) - 1];
    }
}
