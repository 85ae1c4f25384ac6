using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Adds independent distributions, and mixes distributions.</summary>
internal static class DistributionMerge
{
    // The cells of a lattice on which distributions without a common step are split.
    private const int SplitCells = 16_384;

    /// <summary>Returns the distribution of the sum of two independent amounts.</summary>
    public static ForecastDistribution Merge(ForecastDistribution one, ForecastDistribution other)
    {
        try
        {
            _ = one.Highest + other.Highest;
            decimal step = StepOf(one, other);
            AlignedMasses left = LatticeAlignment.Align(one, one.Lowest, step);
            AlignedMasses right = LatticeAlignment.Align(other, other.Lowest, step);
            (double[] few, double[] many) = Ordered(left.Masses, right.Masses);
            bool isAbsolute = one.RelativeError is null || other.RelativeError is null;
            using ConvolvedMasses sum = isAbsolute && (long)few.Length * many.Length > MassConvolution.MostProducts
                ? MassConvolution.Transformed(few, many)
                : MassConvolution.Direct(few, many);
            MassWindow window = sum.Window;
            double dropped = one.DroppedMass + (other.DroppedMass * (1 - one.DroppedMass)) + window.Dropped;
            return new ForecastDistribution(
                one.Lowest + other.Lowest + (window.First * step),
                step,
                ValueList.Create(window.Masses),
                one.Mean + other.Mean,
                one.Variance + other.Variance,
                dropped,
                new LatticeErrors(
                    left.Split.Plus(right.Split),
                    one.RoundingError + other.RoundingError + sum.Absolute,
                    one.RelativeError + other.RelativeError + sum.Relative,
                    0));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The sum", nameof(other), overflow);
        }
    }

    /// <summary>Returns the distribution of an amount that is drawn from one of several distributions.</summary>
    /// <param name="distributions">The distributions, at least one.</param>
    /// <param name="weights">The probability of each; they sum to one.</param>
    public static ForecastDistribution Mix(
        ReadOnlySpan<ForecastDistribution> distributions, ReadOnlySpan<double> weights)
    {
        decimal origin = distributions[0].Lowest;
        decimal highest = distributions[0].Highest;
        decimal coarsest = distributions[0].Step;
        foreach (ForecastDistribution distribution in distributions)
        {
            origin = Math.Min(origin, distribution.Lowest);
            highest = Math.Max(highest, distribution.Highest);
            coarsest = Math.Max(coarsest, distribution.Step);
        }

        decimal divisor = 0;
        foreach (ForecastDistribution distribution in distributions)
        {
            divisor = LatticeAlignment.Divisor(divisor, distribution.Lowest - origin);
            divisor = distribution.Probabilities.Count == 1
                ? divisor
                : LatticeAlignment.Divisor(divisor, distribution.Step);
        }

        decimal step = StepOf(highest - origin, divisor == 0 ? coarsest : divisor, coarsest);

        return Mix(distributions, weights, origin, step, (int)decimal.Ceiling((highest - origin) / step) + 2);
    }

    private static ForecastDistribution Mix(
        ReadOnlySpan<ForecastDistribution> distributions,
        ReadOnlySpan<double> weights,
        decimal origin,
        decimal step,
        int cells)
    {
        double sum = 0;
        foreach (double weight in weights)
        {
            sum += weight;
        }

        var masses = new double[cells];
        var mean = default(CompensatedSum);
        var split = default(LatticeSplit);
        double dropped = 0;
        double error = 2 * distributions.Length * Rounding.Unit;
        double? relative = error;
        for (int i = 0; i < distributions.Length; i++)
        {
            ForecastDistribution distribution = distributions[i];
            AlignedMasses aligned = LatticeAlignment.Align(distribution, origin, step);
            double weight = weights[i] / sum;
            MassSums.AddScaled(masses.AsSpan(0, aligned.Masses.Length), aligned.Masses, weight);
            mean.Add(weight * distribution.Mean);
            dropped += weight * distribution.DroppedMass;
            error += weight * distribution.RoundingError;
            relative = relative is { } known && distribution.RelativeError is { } own ? Math.Max(known, own) : null;
            split = split.AtMost(aligned.Split);
        }

        var variance = default(CompensatedSum);
        for (int i = 0; i < distributions.Length; i++)
        {
            double distance = distributions[i].Mean - mean.Value;
            variance.Add(weights[i] / sum * (distributions[i].Variance + (distance * distance)));
        }

        int first = Array.FindIndex(masses, static mass => mass > 0);
        int last = Array.FindLastIndex(masses, static mass => mass > 0);
        return new ForecastDistribution(
            origin + (first * step),
            step,
            ValueList.Create<double>(masses.AsSpan(first, last - first + 1)),
            mean.Value,
            variance.Value,
            dropped,
            new LatticeErrors(split, error, relative + (2 * distributions.Length * Rounding.Unit), 0));
    }

    private static decimal StepOf(ForecastDistribution one, ForecastDistribution other)
    {
        // The step of a certain amount means nothing.
        bool isCertain = one.Probabilities.Count == 1;
        if (one.Step == other.Step || isCertain || other.Probabilities.Count == 1)
        {
            return isCertain && other.Probabilities.Count == 1 ? Math.Max(one.Step, other.Step)
                : isCertain ? other.Step
                : one.Step;
        }

        return StepOf(
            one.Highest - one.Lowest + (other.Highest - other.Lowest),
            LatticeAlignment.Divisor(one.Step, other.Step),
            Math.Max(one.Step, other.Step));
    }

    // The common divisor if its lattice is not too large. Otherwise a part of the coarser step, so that distributions
    // with a few large steps do not make the lattice coarse. Halves of a step have an end as decimals.
    private static decimal StepOf(decimal width, decimal divisor, decimal coarsest)
    {
        if ((double)width / (double)divisor < LatticeAlignment.MostCells)
        {
            return divisor;
        }

        decimal step = coarsest;
        while ((double)width / (double)step < SplitCells / 2 && step / 2m * 2m == step)
        {
            step /= 2m;
        }

        return step;
    }

    // One order for both orders of the parts, so that the sum has the same bits.
    private static (double[] Few, double[] Many) Ordered(double[] one, double[] other)
    {
        int order = one.Length.CompareTo(other.Length);
        return (order != 0 ? order : one.AsSpan().SequenceCompareTo(other)) <= 0 ? (one, other) : (other, one);
    }
}
