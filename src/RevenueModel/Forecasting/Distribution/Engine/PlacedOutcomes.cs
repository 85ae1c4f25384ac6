namespace RevenueModel.Forecasting;

/// <summary>An amount with several outcomes on a lattice.</summary>
internal sealed class PlacedOutcomes
{
    private PlacedOutcomes(int[] offsets, double[] probabilities, long lowest, double splitVariance, bool isSplit)
    {
        Offsets = offsets;
        Probabilities = probabilities;
        Lowest = lowest;
        SplitVariance = splitVariance;
        IsSplit = isSplit;
    }

    /// <summary>Gets the cells of the outcomes relative to the lowest one, ascending.</summary>
    public int[] Offsets { get; }

    /// <summary>Gets the probability of each.</summary>
    public double[] Probabilities { get; }

    /// <summary>Gets the lowest cell.</summary>
    public long Lowest { get; }

    /// <summary>Gets the variance that splitting adds, in squared units.</summary>
    public double SplitVariance { get; }

    /// <summary>Gets whether an outcome is split over two cells.</summary>
    public bool IsSplit { get; }

    /// <summary>Gets the largest offset.</summary>
    public int Reach => Offsets[^1];

    /// <summary>Places outcomes on a lattice; each is split over two cells so that its mean is kept.</summary>
    /// <param name="outcomes">The outcomes in units.</param>
    /// <param name="step">The step of the lattice in units.</param>
    /// <param name="origin">The amount in units that is cell zero.</param>
    public static PlacedOutcomes Of(AmountOutcomes outcomes, long step, long origin)
    {
        var offsets = new List<int>();
        var probabilities = new List<double>();
        double variance = 0;
        bool isSplit = false;
        long lowest = 0;
        for (int i = 0; i < outcomes.Units.Length; i++)
        {
            (Int128 cell, Int128 rest) = Floor((Int128)outcomes.Units[i] - origin, step);
            lowest = i == 0 ? (long)cell : lowest;
            int offset = checked((int)((long)cell - lowest));
            double probability = outcomes.Probabilities[i];
            double far = (double)rest / step * probability;
            Add(offset, probability - far);
            if (rest > 0)
            {
                Add(offset + 1, far);
                isSplit = true;
                variance += probability * (double)rest * (double)(step - rest);
            }
        }

        return new PlacedOutcomes([.. offsets], [.. probabilities], lowest, variance, isSplit);

        // Outcomes ascend, so that a cell is one of the last two.
        void Add(int offset, double probability)
        {
            int at = offsets.LastIndexOf(offset, offsets.Count - 1, Math.Min(2, offsets.Count));
            if (at >= 0)
            {
                probabilities[at] += probability;
            }
            else
            {
                offsets.Add(offset);
                probabilities.Add(probability);
            }
        }
    }

    /// <summary>Divides, with a rest of zero or more.</summary>
    public static (Int128 Cell, Int128 Above) Floor(Int128 value, long divisor)
    {
        (Int128 quotient, Int128 rest) = Int128.DivRem(value, divisor);
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest);
    }
}
