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
