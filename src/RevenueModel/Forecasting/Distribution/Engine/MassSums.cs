using System.Runtime.InteropServices;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Sums of masses by cell. Blocks are summed plainly and their sums with compensation, so that the error does
/// not grow with the number of cells.</summary>
internal static class MassSums
{
    private const int Block = 32;

    /// <summary>Returns the sum of all masses.</summary>
    public static double Of(ReadOnlySpan<double> masses)
    {
        var sum = default(CompensatedSum);
        for (int i = 0; i < masses.Length; i += Block)
        {
            sum.Add(Plain(masses.Slice(i, Math.Min(Block, masses.Length - i))));
        }

        return sum.Value;
    }

    /// <summary>Returns the sum of all masses from the last to the first, which keeps the digits of an upper
    /// tail.</summary>
    public static double FromEnd(ReadOnlySpan<double> masses)
    {
        var sum = default(CompensatedSum);
        for (int end = masses.Length; end > 0; end -= Block)
        {
            int start = Math.Max(0, end - Block);
            double block = 0;
            for (int i = end - 1; i >= start; i--)
            {
                block += masses[i];
            }

            sum.Add(block);
        }

        return sum.Value;
    }

    /// <summary>Returns the first cell up to which the masses sum to a level, or -1 if they do not.</summary>
    public static int FirstAtLeast(ReadOnlySpan<double> masses, double level)
    {
        var sum = default(CompensatedSum);
        for (int i = 0; i < masses.Length; i += Block)
        {
            ReadOnlySpan<double> block = masses.Slice(i, Math.Min(Block, masses.Length - i));
            CompensatedSum before = sum;
            sum.Add(Plain(block));
            if (sum.Value < level)
            {
                continue;
            }

            for (int j = 0; j < block.Length; j++)
            {
                before.Add(block[j]);
                if (before.Value >= level)
                {
                    return i + j;
                }
            }
        }

        return -1;
    }

    /// <summary>Returns <c>Σ mass × (cell - from)</c> of the masses up to a cell.</summary>
    /// <param name="masses">The masses.</param>
    /// <param name="from">The position that distances are counted from, in cells.</param>
    public static double Moment(ReadOnlySpan<double> masses, double from)
    {
        var sum = default(CompensatedSum);
        for (int i = 0; i < masses.Length; i++)
        {
            sum.Add(masses[i] * (i - from));
        }

        return sum.Value;
    }

    /// <summary>Adds masses times a weight to others. Every number of lanes gives the same bits.</summary>
    /// <param name="target">The masses to add to.</param>
    /// <param name="masses">As many masses; they may not overlap with the others.</param>
    /// <param name="weight">The weight.</param>
    public static void AddScaled(Span<double> target, ReadOnlySpan<double> masses, double weight)
    {
        if (Lanes.AreWide)
        {
            AddScaled<WideLanes>(target, masses, weight);
        }
        else
        {
            AddScaled<UsualLanes>(target, masses, weight);
        }
    }

    /// <summary>Sets negative masses, which are rounding errors, to zero.</summary>
    /// <param name="masses">The masses.</param>
    /// <returns>The size of what was removed.</returns>
    public static double RemoveNegative(Span<double> masses)
    {
        double removed = 0;
        foreach (ref double mass in masses)
        {
            if (mass < 0)
            {
                removed -= mass;
                mass = 0;
            }
        }

        return removed;
    }

    private static void AddScaled<T>(Span<double> target, ReadOnlySpan<double> masses, double weight)
        where T : struct, ILanes<T>
    {
        ref double to = ref MemoryMarshal.GetReference(target);
        ref double from = ref MemoryMarshal.GetReference(masses);
        T factor = T.Create(weight);
        int i = 0;
        for (; i + T.Count <= masses.Length; i += T.Count)
        {
            T.Store(T.FusedMultiplyAdd(factor, T.Load(ref from, i), T.Load(ref to, i)), ref to, i);
        }

        for (; i < masses.Length; i++)
        {
            target[i] = Math.FusedMultiplyAdd(weight, masses[i], target[i]);
        }
    }

    private static double Plain(ReadOnlySpan<double> masses)
    {
        double sum = 0;
        foreach (double mass in masses)
        {
            sum += mass;
        }

        return sum;
    }
}
