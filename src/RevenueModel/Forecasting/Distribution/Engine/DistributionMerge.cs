using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Adds independent distributions, and mixes distributions.</summary>
internal static class DistributionMerge
{
    private const double Unit = 1.1102230246251565e-16;

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

        decimal step = 0;
        foreach (ForecastDistribution distribution in distributions)
        {
            step = LatticeAlignment.Divisor(step, distribution.Lowest - origin);
            step = distribution.Probabilities.Count == 1 ? step : LatticeAlignment.Divisor(step, distribution.Step);
        }

        step = step == 0 ? coarsest : step;
        while ((highest - origin) / step >= LatticeAlignment.MostCells)
        {
            step = Math.Max(coarsest, 2 * step);
        }

        return Mix(distributions, weights, origin, step, (int)decimal.Ceiling((highest - origin) / step) + 2);
    }

    private static ForecastDistribution Mix(
        ReadOnlySpan<ForecastDistribution> distributions,
        ReadOnlySpan<double> weights,
        decimal origin,
        decimal step,
        int cells)
    {
        var masses = new double[cells];
        var mean = default(CompensatedSum);
        var split = default(LatticeSplit);
        double dropped = 0;
        double error = 2 * distributions.Length * Unit;
        double? relative = error;
        for (int i = 0; i < distributions.Length; i++)
        {
            ForecastDistribution distribution = distributions[i];
            AlignedMasses aligned = LatticeAlignment.Align(distribution, origin, step);
            for (int cell = 0; cell < aligned.Masses.Length; cell++)
            {
                masses[cell] += weights[i] * aligned.Masses[cell];
            }

            mean.Add(weights[i] * distribution.Mean);
            dropped += weights[i] * distribution.DroppedMass;
            error += weights[i] * distribution.RoundingError;
            relative = relative is { } known && distribution.RelativeError is { } own ? Math.Max(known, own) : null;
            split = split.AtMost(aligned.Split);
        }

        var variance = default(CompensatedSum);
        for (int i = 0; i < distributions.Length; i++)
        {
            double distance = distributions[i].Mean - mean.Value;
            variance.Add(weights[i] * (distributions[i].Variance + (distance * distance)));
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
            new LatticeErrors(split, error, relative + (2 * distributions.Length * Unit), 0));
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

        decimal common = LatticeAlignment.Divisor(one.Step, other.Step);
        decimal width = one.Highest - one.Lowest + (other.Highest - other.Lowest);
        return width / common < LatticeAlignment.MostCells ? common : Math.Max(one.Step, other.Step);
    }

    // One order for both orders of the parts, so that the sum has the same bits.
    private static (double[] Few, double[] Many) Ordered(double[] one, double[] other)
    {
        int order = one.Length.CompareTo(other.Length);
        return (order != 0 ? order : one.AsSpan().SequenceCompareTo(other)) <= 0 ? (one, other) : (other, one);
    }
}
