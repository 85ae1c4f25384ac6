namespace RevenueModel.Benchmarks;

/// <summary>Deals with lognormal amounts that are whole numbers of cells, and probabilities of whole 64ths.</summary>
/// <param name="Cells">The amount of each deal in cells, one or more.</param>
/// <param name="Amounts">The same as decimals.</param>
/// <param name="Probabilities">The probability of each deal.</param>
internal sealed record DistributionDeals(int[] Cells, decimal[] Amounts, double[] Probabilities)
{
    /// <summary>Creates deals whose amounts sum to about a given number of cells.</summary>
    public static DistributionDeals Create(int count, int lattice)
    {
        var random = new Random(7);
        double[] sizes = [.. Enumerable.Range(0, count).Select(_ => Math.Exp(
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble())))];
        double sum = sizes.Sum();
        int[] cells = [.. sizes.Select(size => Math.Max(1, (int)Math.Round(size * lattice / sum)))];
        return new DistributionDeals(
            cells,
            [.. cells.Select(cell => (decimal)cell)],
            [.. cells.Select(_ => (1 + random.Next(63)) / 64.0)]);
    }
}
