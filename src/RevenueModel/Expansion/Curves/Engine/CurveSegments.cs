namespace RevenueModel.Expansion;

/// <summary>Creates the intervals of a curve through points.</summary>
internal static class CurveSegments
{
    /// <summary>Returns an interval from each point; the one from the last point has what follows it.</summary>
    public static CurveSegment[] Create(
        ReadOnlySpan<ExpansionPoint> points, CurveInterpolation interpolation, CurveEnd end)
    {
        double[] slopes = interpolation == CurveInterpolation.Monotone ? MonotoneSlopes(points) : [];
        var segments = new CurveSegment[points.Length];
        for (int i = 0; i < points.Length - 1; i++)
        {
            segments[i] = Between(points[i], points[i + 1], interpolation, slopes, i);
        }

        segments[^1] = After(points, segments, slopes, interpolation, end);
        return segments;
    }

    private static CurveSegment Between(
        ExpansionPoint left,
        ExpansionPoint right,
        CurveInterpolation interpolation,
        double[] slopes,
        int index)
    {
        double length = right.Month - left.Month;
        double mean = (right.Value - left.Value) / length;
        var segment = new CurveSegment
        {
            From = left.Month,
            Length = length,
            Value = left.Value,
            Low = Math.Min(left.Value, right.Value),
            High = Math.Max(left.Value, right.Value),
        };
        return interpolation switch
        {
            CurveInterpolation.Step => segment,
            CurveInterpolation.Linear => segment with { Slope = mean },
            CurveInterpolation.Geometric => segment with { Factor = right.Value / left.Value },
            _ => segment with
            {
                Slope = slopes[index],
                Square = ((3 * mean) - (2 * slopes[index]) - slopes[index + 1]) / length,
                Cube = (slopes[index] + slopes[index + 1] - (2 * mean)) / (length * length),
            },
        };
    }

    private static CurveSegment After(
        ReadOnlySpan<ExpansionPoint> points,
        CurveSegment[] segments,
        double[] slopes,
        CurveInterpolation interpolation,
        CurveEnd end)
    {
        ExpansionPoint last = points[^1];
        var held = new CurveSegment
        {
            From = last.Month,
            Length = 1,
            Value = last.Value,
            High = double.PositiveInfinity,
        };
        return end != CurveEnd.Continued
            ? held
            : interpolation switch
            {
                CurveInterpolation.Step => held,
                CurveInterpolation.Linear => held with { Slope = segments[^2].Slope },
                CurveInterpolation.Geometric => held with
                {
                    Length = segments[^2].Length,
                    Factor = segments[^2].Factor,
                },
                _ => held with { Slope = slopes[^1] },
            };
    }

    // The slopes of Fritsch and Carlson in the form of Fritsch and Butland (1984): zero where the direction changes,
    // else the weighted harmonic mean of the two means. At both ends the three-point formula, limited to three times
    // the mean of the interval.
    private static double[] MonotoneSlopes(ReadOnlySpan<ExpansionPoint> points)
    {
        int count = points.Length;
        var slopes = new double[count];
        if (count < 2)
        {
            return slopes;
        }

        var lengths = new double[count - 1];
        var means = new double[count - 1];
        for (int i = 0; i < count - 1; i++)
        {
            lengths[i] = points[i + 1].Month - points[i].Month;
            means[i] = (points[i + 1].Value - points[i].Value) / lengths[i];
        }

        if (count == 2)
        {
            return [means[0], means[0]];
        }

        slopes[0] = EndSlope(lengths[0], lengths[1], means[0], means[1]);
        slopes[^1] = EndSlope(lengths[^1], lengths[^2], means[^1], means[^2]);
        for (int i = 1; i < count - 1; i++)
        {
            if (Math.Sign(means[i - 1]) * Math.Sign(means[i]) > 0)
            {
                double left = (2 * lengths[i]) + lengths[i - 1];
                double right = lengths[i] + (2 * lengths[i - 1]);
                slopes[i] = (left + right) / ((left / means[i - 1]) + (right / means[i]));
            }
        }

        return slopes;
    }

    private static double EndSlope(double length, double nextLength, double mean, double nextMean)
    {
        double slope = ((((2 * length) + nextLength) * mean) - (length * nextMean)) / (length + nextLength);
        if (Math.Sign(slope) != Math.Sign(mean))
        {
            return 0;
        }

        return Math.Sign(mean) != Math.Sign(nextMean) && Math.Abs(slope) > 3 * Math.Abs(mean) ? 3 * mean : slope;
    }
}
