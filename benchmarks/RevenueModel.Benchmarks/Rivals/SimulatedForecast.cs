namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The distribution of a sum of deals by simulation with a seeded <see cref="Random"/>.</summary>
internal static class SimulatedForecast
{
    /// <summary>Returns the sum of each trial, sorted.</summary>
    public static double[] Sorted(double[] amounts, double[] probabilities, int trials)
    {
        var random = new Random(1);
        var sums = new double[trials];
        for (int trial = 0; trial < trials; trial++)
        {
            double sum = 0;
            for (int deal = 0; deal < amounts.Length; deal++)
            {
                sum += random.NextDouble() < probabilities[deal] ? amounts[deal] : 0;
            }

            sums[trial] = sum;
        }

        Array.Sort(sums);
        return sums;
    }
}
