namespace RevenueModel.Retention;

/// <summary>Finds the maximum of a function of three numbers by the method of Nelder and Mead.</summary>
internal static class SimplexSearch
{
    private const int Numbers = 3;
    private const int MaxSteps = 4_000;

    /// <summary>Moves a point to a maximum.</summary>
    /// <param name="function">The function; negative infinity outside its range.</param>
    /// <param name="point">The start, and then the maximum.</param>
    /// <param name="size">The size of the first steps.</param>
    /// <param name="precision">The difference of values at which the search ends.</param>
    /// <returns>The value at the maximum.</returns>
    public static double Maximize(Func<double[], double> function, double[] point, double size, double precision)
    {
        var points = new double[Numbers + 1][];
        var values = new double[Numbers + 1];
        for (int i = 0; i <= Numbers; i++)
        {
            points[i] = [.. point];
            if (i > 0)
            {
                points[i][i - 1] += size;
            }

            values[i] = function(points[i]);
        }

        for (int step = 0; step < MaxSteps; step++)
        {
            Sort(points, values);
            if (values[0] - values[Numbers] <= precision && Spread(points) < 1e-7)
            {
                break;
            }

            Move(function, points, values);
        }

        Sort(points, values);
        points[0].CopyTo(point, 0);
        return values[0];
    }

    private static void Move(Func<double[], double> function, double[][] points, double[] values)
    {
        double[] reflected = Toward(points, -1);
        double value = function(reflected);
        if (value > values[0])
        {
            double[] expanded = Toward(points, -2);
            double further = function(expanded);
            Replace(points, values, further > value ? expanded : reflected, Math.Max(further, value));
            return;
        }

        if (value > values[Numbers - 1])
        {
            Replace(points, values, reflected, value);
            return;
        }

        double[] contracted = Toward(points, value > values[Numbers] ? -0.5 : 0.5);
        double inner = function(contracted);
        if (inner > Math.Max(value, values[Numbers]))
        {
            Replace(points, values, contracted, inner);
            return;
        }

        for (int i = 1; i <= Numbers; i++)
        {
            for (int j = 0; j < Numbers; j++)
            {
                points[i][j] = (points[0][j] + points[i][j]) / 2;
            }

            values[i] = function(points[i]);
        }
    }

    // The point on the line from the center of the others to the worst one.
    private static double[] Toward(double[][] points, double share)
    {
        var result = new double[Numbers];
        for (int j = 0; j < Numbers; j++)
        {
            double center = 0;
            for (int i = 0; i < Numbers; i++)
            {
                center += points[i][j] / Numbers;
            }

            result[j] = center + (share * (points[Numbers][j] - center));
        }

        return result;
    }

    private static void Replace(double[][] points, double[] values, double[] point, double value)
    {
        points[Numbers] = point;
        values[Numbers] = value;
    }

    private static double Spread(double[][] points)
    {
        double spread = 0;
        for (int i = 1; i <= Numbers; i++)
        {
            for (int j = 0; j < Numbers; j++)
            {
                spread = Math.Max(spread, Math.Abs(points[i][j] - points[0][j]));
            }
        }

        return spread;
    }

    // Descending; equal values keep their order.
    private static void Sort(double[][] points, double[] values)
    {
        for (int i = 1; i <= Numbers; i++)
        {
            for (int j = i; j > 0 && values[j] > values[j - 1]; j--)
            {
                (values[j], values[j - 1]) = (values[j - 1], values[j]);
                (points[j], points[j - 1]) = (points[j - 1], points[j]);
            }
        }
    }
}
