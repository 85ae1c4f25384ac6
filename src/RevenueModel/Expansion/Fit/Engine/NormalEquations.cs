namespace RevenueModel.Expansion;

/// <summary>Solves the normal equations of a few parameters, scaled to a diagonal of ones.</summary>
internal static class NormalEquations
{
    private const int MaxParameters = 3;

    // Below it the columns of derivatives are linearly dependent, as far as doubles can tell.
    private const double LeastPivot = 1e-12;

    /// <summary>Solves <c>matrix × solution = right</c>; false if the matrix is singular.</summary>
    public static bool Solve(
        ReadOnlySpan<double> matrix, ReadOnlySpan<double> right, Span<double> solution, int count)
    {
        Span<double> factor = stackalloc double[MaxParameters * MaxParameters];
        Span<double> scale = stackalloc double[MaxParameters];
        if (!TryFactor(matrix, factor, scale, count, leastPivot: 0))
        {
            return false;
        }

        for (int i = 0; i < count; i++)
        {
            solution[i] = right[i] / scale[i];
        }

        Substitute(factor, solution, count);
        bool isFinite = true;
        for (int i = 0; i < count; i++)
        {
            solution[i] /= scale[i];
            isFinite &= double.IsFinite(solution[i]);
        }

        return isFinite;
    }

    /// <summary>Writes the diagonal of the inverse; false if the matrix is singular.</summary>
    public static bool TryVariances(ReadOnlySpan<double> matrix, Span<double> variances, int count)
    {
        Span<double> factor = stackalloc double[MaxParameters * MaxParameters];
        Span<double> scale = stackalloc double[MaxParameters];
        if (!TryFactor(matrix, factor, scale, count, LeastPivot))
        {
            return false;
        }

        Span<double> column = stackalloc double[MaxParameters];
        for (int i = 0; i < count; i++)
        {
            column.Clear();
            column[i] = 1;
            Substitute(factor, column, count);
            variances[i] = column[i] / (scale[i] * scale[i]);
        }

        return true;
    }

    // The Cholesky factor of the scaled matrix.
    private static bool TryFactor(
        ReadOnlySpan<double> matrix, Span<double> factor, Span<double> scale, int count, double leastPivot)
    {
        for (int i = 0; i < count; i++)
        {
            scale[i] = Math.Sqrt(matrix[(i * count) + i]);
            if (!(scale[i] > 0 && double.IsFinite(scale[i])))
            {
                return false;
            }
        }

        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[(i * count) + j] / (scale[i] * scale[j]);
                for (int k = 0; k < j; k++)
                {
                    rest -= factor[(i * count) + k] * factor[(j * count) + k];
                }

                if (i == j && !(rest > leastPivot))
                {
                    return false;
                }

                factor[(i * count) + j] = i == j ? Math.Sqrt(rest) : rest / factor[(j * count) + j];
            }
        }

        return true;
    }

    private static void Substitute(ReadOnlySpan<double> factor, Span<double> values, int count)
    {
        for (int i = 0; i < count; i++)
        {
            for (int k = 0; k < i; k++)
            {
                values[i] -= factor[(i * count) + k] * values[k];
            }

            values[i] /= factor[(i * count) + i];
        }

        for (int i = count - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < count; k++)
            {
                values[i] -= factor[(k * count) + i] * values[k];
            }

            values[i] /= factor[(i * count) + i];
        }
    }
}
