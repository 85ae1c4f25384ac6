using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The growth of an account over its months: of its volume, its contract value or the share of accounts with
/// a module.</summary>
/// <remarks>
/// <para>Immutable; equal by value. Created by the static methods from published points or as a shape. Month 0 is the
/// start of the account. Published yearly figures count from there: year 1 is month 0, year 2 is month 12.</para>
/// <para>The values are estimates and so have the type double. They are equal to the last bit on every machine.
/// <see cref="ExpansionCurveCalculator"/> evaluates a curve.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public abstract record ExpansionCurve
{
    private protected ExpansionCurve()
    {
    }

    /// <summary>Gets the first month of the curve; 0 for a shape.</summary>
    public virtual double FirstMonth => 0;

    /// <summary>Gets the last month of the curve, or <see langword="null"/> if it has no end.</summary>
    public virtual double? LastMonth => null;

    /// <summary>Creates a curve through points.</summary>
    /// <param name="points">At least one point, in ascending order of months, each month once.</param>
    /// <param name="interpolation">The way between two points. Default: monotone.</param>
    /// <param name="end">The values after the last point. Default: refused.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no point, the months do not ascend, the interpolation is geometric
    /// and a value is zero, or a single point is to be continued.</exception>
    /// <remarks>
    /// The curve passes through its points exactly, is continuous unless the interpolation is
    /// <see cref="CurveInterpolation.Step"/>, and rises or falls only where its points do.
    /// </remarks>
    public static ExpansionCurve Points(
        ReadOnlySpan<ExpansionPoint> points,
        CurveInterpolation interpolation = CurveInterpolation.Monotone,
        CurveEnd end = CurveEnd.Refused) => PointCurve.Create(points, interpolation, end);

    /// <inheritdoc cref="Points(ReadOnlySpan{ExpansionPoint}, CurveInterpolation, CurveEnd)"/>
    public static ExpansionCurve Points(
        IEnumerable<ExpansionPoint> points,
        CurveInterpolation interpolation = CurveInterpolation.Monotone,
        CurveEnd end = CurveEnd.Refused) => Points(points.AsItems(), interpolation, end);

    /// <summary>Creates a curve through yearly values: year 1 is month 0, year 2 is month 12, and so on.</summary>
    /// <param name="values">The values of the years from year 1 on, at least one; zero or more.</param>
    /// <param name="interpolation">The way between two years. Default: monotone.</param>
    /// <param name="end">The values after the last year. Default: refused.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no value, or one is negative, NaN or infinite; or as for
    /// <see cref="Points(ReadOnlySpan{ExpansionPoint}, CurveInterpolation, CurveEnd)"/>.</exception>
    public static ExpansionCurve Years(
        ReadOnlySpan<double> values,
        CurveInterpolation interpolation = CurveInterpolation.Monotone,
        CurveEnd end = CurveEnd.Refused)
    {
        if (values.Length > (ExpansionGuards.MaxMonth / 12) + 1)
        {
            throw DomainGuards.OutOfRange(
                nameof(values), Invariant($"{values.Length} years"), "at most 101 years");
        }

        var points = new ExpansionPoint[values.Length];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = ExpansionPoint.At(i * 12, ExpansionGuards.NotNegative(values[i], nameof(values)));
        }

        return PointCurve.Create(points, interpolation, end, nameof(values));
    }

    /// <inheritdoc cref="Years(ReadOnlySpan{double}, CurveInterpolation, CurveEnd)"/>
    public static ExpansionCurve Years(
        IEnumerable<double> values,
        CurveInterpolation interpolation = CurveInterpolation.Monotone,
        CurveEnd end = CurveEnd.Refused) => Years(values.AsItems(), interpolation, end);

    /// <summary>Creates a curve that holds each value up to the month of the next point, and the last one without
    /// end.</summary>
    /// <param name="points">At least one point, in ascending order of months, each month once.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">There is no point, or the months do not ascend.</exception>
    public static ExpansionCurve Steps(params ReadOnlySpan<ExpansionPoint> points) =>
        Points(points, CurveInterpolation.Step, CurveEnd.Held);

    /// <inheritdoc cref="Steps(ReadOnlySpan{ExpansionPoint})"/>
    public static ExpansionCurve Steps(IEnumerable<ExpansionPoint> points) => Steps(points.AsItems());

    /// <summary>Creates a curve that grows by the same rate each year:
    /// <c>start × (1 + growth)^(month / 12)</c>.</summary>
    /// <param name="start">The value in month 0, above zero.</param>
    /// <param name="growthPerYear">The growth per year as a fraction, above -1: 0.33 is 33% a year.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, NaN or infinite.</exception>
    public static ExpansionCurve Compound(double start, double growthPerYear) =>
        new CompoundCurve(ExpansionGuards.Positive(start), ExpansionGuards.Growth(growthPerYear));

    /// <summary>Creates a straight line: <c>start + added × month / 12</c>.</summary>
    /// <param name="start">The value in month 0, zero or more.</param>
    /// <param name="addedPerYear">The amount that each year adds, any sign. A falling line ends in the month in which
    /// it reaches zero.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, NaN or infinite.</exception>
    public static ExpansionCurve Linear(double start, double addedPerYear) =>
        new LinearCurve(ExpansionGuards.NotNegative(start), ExpansionGuards.Finite(addedPerYear));

    /// <summary>Creates a logistic curve that saturates at a ceiling, as for sites in an estate of known size:
    /// <c>ceiling / (1 + (ceiling / start - 1) × exp(-rate × month / 12))</c>.</summary>
    /// <param name="start">The value in month 0, above zero and at most <paramref name="ceiling"/>.</param>
    /// <param name="ceiling">The value that the curve approaches, above zero.</param>
    /// <param name="ratePerYear">The continuous rate per year, zero or more. Far below the ceiling the curve grows by
    /// <c>exp(rate) - 1</c> a year.</param>
    /// <returns>The curve.</returns>
    /// <exception cref="ArgumentException">A number is outside its range, NaN or infinite.</exception>
    public static ExpansionCurve Saturating(double start, double ceiling, double ratePerYear)
    {
        ExpansionGuards.Positive(start);
        ExpansionGuards.Positive(ceiling);
        ExpansionGuards.NotNegative(ratePerYear);
        return start <= ceiling
            ? new SaturatingCurve(start, ceiling, ratePerYear)
            : throw DomainGuards.OutOfRange(nameof(start), start, Invariant($"at most the ceiling, {ceiling},"));
    }

    /// <summary>Returns the value in a month that the curve has.</summary>
    internal abstract double ValueAt(double month);

    /// <summary>Returns the value in a month; other months are refused.</summary>
    internal double CheckedValueAt(double month, string name)
    {
        ExpansionGuards.Month(month, name);
        if (!Has(month))
        {
            throw NotOnCurve(month, name);
        }

        double value = ValueAt(month);
        return double.IsFinite(value) ? value : throw TooLarge(month, name);
    }

    /// <summary>Fills a destination with the values in months.</summary>
    internal virtual void ValuesAt(ReadOnlySpan<double> months, Span<double> destination)
    {
        for (int i = 0; i < months.Length; i++)
        {
            destination[i] = CheckedValueAt(months[i], nameof(months));
        }
    }

    /// <summary>Returns whether the curve has a value in a month between 0 and 1,200.</summary>
    internal bool Has(double month) => month >= FirstMonth && !(month > LastMonth);

    /// <summary>Creates the exception for a month that the curve does not have.</summary>
    internal ArgumentException NotOnCurve(double month, string name) => DomainGuards.OutOfRange(
        name,
        month,
        LastMonth is { } last
            ? Invariant($"a month of the curve, {FirstMonth} to {last},")
            : Invariant($"a month of the curve, {FirstMonth} or later,"));

    private ArgumentException TooLarge(double month, string name) => new(
        Invariant($"{name} was {month}; the curve ({this}) exceeds the range of a double there."), name);
}
