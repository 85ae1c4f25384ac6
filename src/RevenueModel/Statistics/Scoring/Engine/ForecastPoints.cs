using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>A discrete distribution: points in ascending order, or a lattice, with the probability of each.</summary>
internal readonly ref struct ForecastPoints
{
    private const double MassTolerance = 1e-6;
    private const double CellTolerance = 1e-9;

    private readonly ReadOnlySpan<double> _points;
    private readonly double _origin;
    private readonly double _step;

    private ForecastPoints(
        ReadOnlySpan<double> points, double origin, double step, ReadOnlySpan<double> probabilities)
    {
        _points = points;
        _origin = origin;
        _step = step;
        Probabilities = probabilities;
    }

    /// <summary>Gets the probability of each point.</summary>
    public ReadOnlySpan<double> Probabilities { get; }

    /// <summary>Gets the number of points.</summary>
    public int Count => Probabilities.Length;

    /// <summary>Gets the value of a point.</summary>
    public double this[int index] => _step == 0 ? _points[index] : _origin + (index * _step);

    /// <summary>Creates a distribution on given points.</summary>
    /// <exception cref="ArgumentException">The points are not finite and in ascending order, or the probabilities are
    /// not one for each point or do not sum to one.</exception>
    public static ForecastPoints Of(ReadOnlySpan<double> points, ReadOnlySpan<double> probabilities)
    {
        NumberGuards.SameLength(probabilities.Length, points.Length, nameof(probabilities));
        NumberGuards.Ascending(points, nameof(points));
        RequireMass(probabilities);
        return new ForecastPoints(points, 0, 0, probabilities);
    }

    /// <summary>Creates a distribution on a lattice.</summary>
    /// <exception cref="ArgumentException">The origin or the last point is not finite, the step is not above zero, or
    /// the probabilities do not sum to one.</exception>
    public static ForecastPoints Lattice(double origin, double step, ReadOnlySpan<double> probabilities)
    {
        NumberGuards.Finite(origin);
        RequireMass(probabilities);
        if (!(step > 0 && double.IsFinite(origin + (step * probabilities.Length))))
        {
            throw DomainGuards.OutOfRange(nameof(step), step, "more than zero, with finite points,");
        }

        return new ForecastPoints([], origin, step, probabilities);
    }

    /// <summary>Returns the point of a lattice that a value is meant to be, if it differs by rounding only; else the
    /// value.</summary>
    public double Snapped(double value)
    {
        if (_step == 0)
        {
            return value;
        }

        double cell = Math.Round((value - _origin) / _step);
        double point = _origin + (cell * _step);
        return Math.Abs(value - point) <= CellTolerance * _step ? point : value;
    }

    private static void RequireMass(ReadOnlySpan<double> probabilities)
    {
        NumberGuards.Probabilities(probabilities, nameof(probabilities));
        double total = CompensatedSum.Of(probabilities);
        if (Math.Abs(total - 1) > MassTolerance)
        {
            throw DomainGuards.OutOfRange(
                nameof(probabilities), Invariant($"of sum {total}"), "a sum of 1, within 0.000001,");
        }
    }
}
