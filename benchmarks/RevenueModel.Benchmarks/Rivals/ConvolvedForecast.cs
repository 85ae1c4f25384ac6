using System.Numerics;
using System.Runtime.InteropServices;

namespace RevenueModel.Benchmarks.Rivals;

/// <summary>The distribution of a sum of deals, deal by deal in the order given.</summary>
internal static class ConvolvedForecast
{
    /// <summary>A plain loop over the cells reached so far.</summary>
    /// <returns>The probability of each sum from zero.</returns>
    public static double[] Scalar(int[] cells, double[] probabilities)
    {
        var masses = new double[cells.Sum() + 1];
        masses[0] = 1;
        int reached = 0;
        for (int deal = 0; deal < cells.Length; deal++)
        {
            int size = cells[deal];
            double wins = probabilities[deal];
            double loses = 1 - wins;
            reached += size;
            for (int i = reached; i >= size; i--)
            {
                masses[i] = (masses[i] * loses) + (masses[i - size] * wins);
            }

            for (int i = size - 1; i >= 0; i--)
            {
                masses[i] *= loses;
            }
        }

        return masses;
    }

    /// <summary>Vectors over a window from which negligible ends are dropped.</summary>
    /// <returns>The probabilities of sums from the first one of the window.</returns>
    public static WindowedForecast Windowed(int[] cells, double[] probabilities)
    {
        int below = cells.Max();
        var masses = new double[cells.Sum() + below + 128];
        int from = below;
        int to = below + 1;
        masses[from] = 1;
        double budget = 1e-24 / cells.Length / 2;
        for (int deal = 0; deal < cells.Length; deal++)
        {
            to += cells[deal];
            Add(masses, from, to, cells[deal], probabilities[deal]);
            for (double dropped = masses[from]; from < to - 1 && dropped < budget; dropped += masses[from])
            {
                masses[from++] = 0;
            }

            for (double dropped = masses[to - 1]; from < to - 1 && dropped < budget; dropped += masses[to - 1])
            {
                masses[--to] = 0;
            }
        }

        return new WindowedForecast(from - below, masses[from..to]);
    }

    private static void Add(double[] masses, int from, int to, int size, double probability)
    {
        var wins = new Vector<double>(probability);
        var loses = new Vector<double>(1 - probability);
        ref double start = ref MemoryMarshal.GetArrayDataReference(masses);
        int width = Vector<double>.Count;
        for (int i = from + ((to - 1 - from) / width * width); i >= from; i -= width)
        {
            Vector<double> result = (Vector.LoadUnsafe(ref start, (nuint)i) * loses)
                + (Vector.LoadUnsafe(ref start, (nuint)(i - size)) * wins);
            Vector.StoreUnsafe(result, ref start, (nuint)i);
        }
    }
}

/// <summary>Probabilities of neighboring sums.</summary>
/// <param name="First">The sum of the first probability.</param>
/// <param name="Masses">The probabilities.</param>
internal sealed record WindowedForecast(int First, double[] Masses);
