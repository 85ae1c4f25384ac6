namespace RevenueModel.Expansion;

/// <summary>Minimizes sums of squares by Levenberg-Marquardt with the scaling of Marquardt.</summary>
internal static class LeastSquares
{
    private const int MaxParameters = 3;
    private const int MaxSteps = 500;
    private const double LeastDamping = 1e-12;
    private const double MostDamping = 1e16;

    /// <summary>Moves parameters to a minimum of the sum of squares.</summary>
    /// <param name="function">The function.</param>
    /// <param name="observations">The observations.</param>
    /// <param name="parameters">The start, which is replaced by the minimum.</param>
    /// <returns>The sum of squares there; infinite if the start has none.</returns>
    public static double Minimize(
        FittedFunction function, ReadOnlySpan<ExpansionPoint> observations, Span<double> parameters)
    {
        int count = function.Parameters;
        Span<double> normal = stackalloc double[MaxParameters * MaxParameters];
        Span<double> damped = stackalloc double[MaxParameters * MaxParameters];
        Span<double> gradient = stackalloc double[MaxParameters];
        Span<double> step = stackalloc double[MaxParameters];
        Span<double> next = stackalloc double[MaxParameters];
        double sum = Accumulate(function, observations, parameters, normal, gradient);
        double damping = 1e-3;
        for (int i = 0; i < MaxSteps && damping < MostDamping && double.IsFinite(sum); i++)
        {
            normal.CopyTo(damped);
            for (int k = 0; k < count; k++)
            {
                damped[(k * count) + k] *= 1 + damping;
            }

            bool isSolved = NormalEquations.Solve(damped, gradient, step, count);
            double largest = 0;
            for (int k = 0; k < count; k++)
            {
                next[k] = parameters[k] + step[k];
                largest = Math.Max(largest, Math.Abs(step[k]) / (Math.Abs(parameters[k]) + 1e-300));
            }

            double reached = isSolved ? SumOfSquares(function, observations, next) : double.PositiveInfinity;
            if (reached < sum)
            {
                next[..count].CopyTo(parameters);
                sum = Accumulate(function, observations, parameters, normal, gradient);
                damping = Math.Max(damping / 10, LeastDamping);
            }
            else if (isSolved && largest < 1e-15)
            {
                break;
            }
            else
            {
                damping *= 10;
            }
        }

        return sum;
    }

    /// <summary>Returns the variances of the parameters at a minimum for a residual variance of one, or false if the
    /// observations do not identify them.</summary>
    public static bool TryVariances(
        FittedFunction function,
        ReadOnlySpan<ExpansionPoint> observations,
        ReadOnlySpan<double> parameters,
        Span<double> variances)
    {
        Span<double> normal = stackalloc double[MaxParameters * MaxParameters];
        Span<double> gradient = stackalloc double[MaxParameters];
        Accumulate(function, observations, parameters, normal, gradient);
        return NormalEquations.TryVariances(normal, variances, function.Parameters);
    }

    /// <summary>Returns the standard error of an observation, or null without degrees of freedom.</summary>
    public static double? StandardError(
        ReadOnlySpan<ExpansionPoint> observations, Func<double, double> fitted, int parameters)
    {
        if (observations.Length <= parameters)
        {
            return null;
        }

        double sum = 0;
        foreach (ExpansionPoint observation in observations)
        {
            double residual = observation.Value - fitted(observation.Month);
            sum += residual * residual;
        }

        return Math.Sqrt(sum / (observations.Length - parameters));
    }

    private static double SumOfSquares(
        FittedFunction function, ReadOnlySpan<ExpansionPoint> observations, ReadOnlySpan<double> parameters)
    {
        Span<double> derivatives = stackalloc double[MaxParameters];
        double sum = 0;
        foreach (ExpansionPoint observation in observations)
        {
            double residual =
                observation.Value - function.Evaluate(observation.Month / 12, parameters, derivatives);
            sum += residual * residual;
        }

        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }

    private static double Accumulate(
        FittedFunction function,
        ReadOnlySpan<ExpansionPoint> observations,
        ReadOnlySpan<double> parameters,
        Span<double> normal,
        Span<double> gradient)
    {
        int count = function.Parameters;
        normal.Clear();
        gradient.Clear();
        Span<double> derivatives = stackalloc double[MaxParameters];
        double sum = 0;
        foreach (ExpansionPoint observation in observations)
        {
            double residual =
                observation.Value - function.Evaluate(observation.Month / 12, parameters, derivatives);
            sum += residual * residual;
            for (int i = 0; i < count; i++)
            {
                gradient[i] += derivatives[i] * residual;
                for (int j = 0; j < count; j++)
                {
                    normal[(i * count) + j] += derivatives[i] * derivatives[j];
                }
            }
        }

        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }
}
