using RevenueModel.Forecasting;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting.Distribution.Engine;

/// <summary>Every number of lanes gives the same bits.</summary>
public class WindowKernelTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 3)]
    [InlineData(0, 17)]
    [InlineData(5, 0)]
    public void LanesOfADealGiveTheSameBits(int stay, int move) => Same(
        cells => WindowKernel.Add<OneLane>(cells, 40, 200, stay, move, 0.37),
        cells => WindowKernel.Add<UsualLanes>(cells, 40, 200, stay, move, 0.37),
        cells => WindowKernel.Add<WideLanes>(cells, 40, 200, stay, move, 0.37));

    [Fact]
    public void LanesOfASplitDealGiveTheSameBits() => Same(
        cells => WindowKernel.AddSplit<OneLane>(cells, 40, 200, 0, 2, 3, 0.6, 0.21),
        cells => WindowKernel.AddSplit<UsualLanes>(cells, 40, 200, 0, 2, 3, 0.6, 0.21),
        cells => WindowKernel.AddSplit<WideLanes>(cells, 40, 200, 0, 2, 3, 0.6, 0.21));

    [Fact]
    public void LanesOfSeveralOutcomesGiveTheSameBits() => Same(
        cells => WindowKernel.AddMany<OneLane>(cells, 40, 200, [0, 4, 9], [0.3, 0.5, 0.2]),
        cells => WindowKernel.AddMany<UsualLanes>(cells, 40, 200, [0, 4, 9], [0.3, 0.5, 0.2]),
        cells => WindowKernel.AddMany<WideLanes>(cells, 40, 200, [0, 4, 9], [0.3, 0.5, 0.2]));

    [Fact]
    public void LanesOfFrequenciesGiveTheSameBits()
    {
        decimal[] amounts = [.. Enumerable.Range(1, 100).Select(i => 1m + (i % 9))];
        double[] probabilities = [.. Enumerable.Range(1, 100).Select(i => i / 101.0)];
        using AmountBook book = AmountBook.Of(amounts, probabilities, "amounts", "probabilities");
        using DealColumns deals = DealColumns.Of(book, LatticePlan.For(book, DistributionOptions.Default));
        using RootsOfUnity roots = RootsOfUnity.Of(256);
        int[] frequencies = [.. Enumerable.Range(0, 32)];
        double[][] results = [.. Enumerable.Range(0, 6).Select(_ => new double[32])];

        FourierKernel<OneLane>.Multiply(deals, deals.Count, roots, frequencies, results[0], results[1]);
        FourierKernel<UsualLanes>.Multiply(deals, deals.Count, roots, frequencies, results[2], results[3]);
        FourierKernel<WideLanes>.Multiply(deals, deals.Count, roots, frequencies, results[4], results[5]);

        Assert.Equal(results[0], results[2]);
        Assert.Equal(results[0], results[4]);
        Assert.Equal(results[1], results[3]);
        Assert.Equal(results[1], results[5]);
    }

    private static void Same(params ReadOnlySpan<Action<double[]>> kernels)
    {
        double[]? first = null;
        foreach (Action<double[]> kernel in kernels)
        {
            var random = new SplitMix64(3);
            var cells = new double[240];
            for (int i = 40; i < 180; i++)
            {
                cells[i] = random.NextOpen();
            }

            kernel(cells);
            first ??= cells;
            Assert.Equal(first, cells);
        }
    }
}
