using System.Numerics;
using System.Runtime.InteropServices;
using RevenueModel.Statistics;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The distribution of a sum of deals by simulation.</summary>
internal static class SimulatedForecast
{
    /// <summary>Returns the sum of each trial, sorted, with a seeded <see cref="Random"/>.</summary>
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

    /// <summary>Returns the sum of each trial, sorted, with vectors of Philox numbers that are compared with
    /// thresholds of 32 bits.</summary>
    public static int[] SortedByVectors(int[] amounts, double[] probabilities, int trials)
    {
        var source = RandomSource.Of(1);
        uint[] thresholds = [.. probabilities.Select(probability => (uint)(probability * (1L << 32)))];
        var numbers = new uint[amounts.Length];
        var sums = new int[trials];
        for (int trial = 0; trial < trials; trial++)
        {
            source.Integers32(trial, 0, numbers);
            sums[trial] = Sum(amounts, thresholds, numbers);
        }

        Array.Sort(sums);
        return sums;
    }

    private static int Sum(int[] amounts, uint[] thresholds, uint[] numbers)
    {
        ref int amount = ref MemoryMarshal.GetArrayDataReference(amounts);
        ref uint threshold = ref MemoryMarshal.GetArrayDataReference(thresholds);
        ref uint number = ref MemoryMarshal.GetArrayDataReference(numbers);
        Vector<int> sums = Vector<int>.Zero;
        int deal = 0;
        for (; deal + Vector<int>.Count <= amounts.Length; deal += Vector<int>.Count)
        {
            Vector<uint> wins = Vector.LessThan(
                Vector.LoadUnsafe(ref number, (nuint)deal), Vector.LoadUnsafe(ref threshold, (nuint)deal));
            sums += Vector.LoadUnsafe(ref amount, (nuint)deal) & wins.As<uint, int>();
        }

        int sum = Vector.Sum(sums);
        for (; deal < amounts.Length; deal++)
        {
            sum += numbers[deal] < thresholds[deal] ? amounts[deal] : 0;
        }

        return sum;
    }
}
