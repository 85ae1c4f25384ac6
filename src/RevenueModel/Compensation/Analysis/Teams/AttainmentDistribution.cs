using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>The probability distribution of yearly attainment, as a ratio to target; zero or more.</summary>
/// <remarks>Immutable; equal by value. Created by the static methods. The figures are estimates and so have the type
/// double. They are equal to the last bit on every machine. <see cref="TeamExpenseCalculator"/> computes the expected
/// pay from a distribution.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public abstract record AttainmentDistribution
{
    private protected AttainmentDistribution()
    {
    }

    /// <summary>Gets the mean attainment.</summary>
    public double Mean
    {
        get
        {
            PartialMoments moments = Inside(0, double.PositiveInfinity);
            return (moments.Mass * Center) + moments.First;
        }
    }

    /// <summary>Gets the standard deviation of attainment.</summary>
    public double StandardDeviation
    {
        get
        {
            PartialMoments moments = Inside(0, double.PositiveInfinity);
            double mean = Mean;
            double away = Center - mean;
            double variance = moments.Second + (2 * away * moments.First) + (away * away * moments.Mass)
                + (mean * mean * MassAt(0));
            return Math.Sqrt(Math.Max(variance, 0));
        }
    }

    /// <summary>Gets the point about which the partial moments are computed.</summary>
    internal abstract double Center { get; }

    /// <summary>Creates a normal distribution. Values below zero count as zero.</summary>
    /// <param name="mean">The mean of the normal distribution, as a ratio; finite. The mean of attainment,
    /// <see cref="Mean"/>, is higher, because values below zero count as zero.</param>
    /// <param name="standardDeviation">The standard deviation of the normal distribution, as a ratio; above
    /// zero.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">A value is outside its range, NaN or infinite.</exception>
    public static AttainmentDistribution Normal(double mean, double standardDeviation) =>
        new NormalAttainment(RequireFinite(mean), RequirePositive(standardDeviation));

    /// <summary>Creates a log-normal distribution, which is never below zero and has a long upper tail.</summary>
    /// <param name="mean">The mean of attainment, not of its logarithm; above zero.</param>
    /// <param name="standardDeviation">The standard deviation of attainment, not of its logarithm; above zero.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">A value is outside its range, NaN or infinite.</exception>
    /// <remarks>The logarithm has the variance <c>σ² = ln(1 + sd² / mean²)</c> and the mean
    /// <c>ln(mean) - σ² / 2</c>.</remarks>
    public static AttainmentDistribution LogNormal(double mean, double standardDeviation) =>
        new LogNormalAttainment(RequirePositive(mean), RequirePositive(standardDeviation));

    /// <summary>Creates a uniform distribution: every attainment between two limits is equally likely.</summary>
    /// <param name="low">The lowest attainment, zero or more.</param>
    /// <param name="high">The highest attainment, above <paramref name="low"/>.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">A value is outside its range, NaN or infinite.</exception>
    public static AttainmentDistribution Uniform(double low, double high) =>
        new UniformAttainment(RequireNotNegative(low), RequireAbove(low, high));

    /// <summary>Creates a triangular distribution from its lowest, most likely and highest attainment.</summary>
    /// <param name="low">The lowest attainment, zero or more.</param>
    /// <param name="mode">The most likely attainment, from <paramref name="low"/> to <paramref name="high"/>.</param>
    /// <param name="high">The highest attainment, above <paramref name="low"/>.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">A value is outside its range, NaN or infinite.</exception>
    public static AttainmentDistribution Triangular(double low, double mode, double high)
    {
        RequireAbove(RequireNotNegative(low), high);
        return mode >= low && mode <= high
            ? new TriangularAttainment(low, mode, high)
            : throw DomainGuards.OutOfRange(nameof(mode), mode, Invariant($"{low} to {high}"));
    }

    /// <summary>Creates an empirical distribution of observed attainments, each equally likely.</summary>
    /// <param name="attainments">At least one attainment, each zero or more, in any order.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">There is no attainment, or one is negative, NaN or infinite.</exception>
    public static AttainmentDistribution Empirical(params ReadOnlySpan<double> attainments)
    {
        if (attainments.IsEmpty)
        {
            throw new ArgumentException(
                "attainments had no attainment; at least one is expected.", nameof(attainments));
        }

        double[] sorted = attainments.ToArray();
        foreach (double attainment in sorted)
        {
            RequireNotNegative(attainment, nameof(attainments));
        }

        Array.Sort(sorted);
        return new EmpiricalAttainment(ValueList.Own(sorted));
    }

    /// <inheritdoc cref="Empirical(ReadOnlySpan{double})"/>
    public static AttainmentDistribution Empirical(IEnumerable<double> attainments) =>
        Empirical(attainments.AsItems());

    /// <summary>Creates a distribution with a single certain attainment.</summary>
    /// <param name="attainment">The attainment, as a ratio; zero or more.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">The attainment is negative, NaN or infinite.</exception>
    public static AttainmentDistribution Certain(double attainment) =>
        new EmpiricalAttainment([RequireNotNegative(attainment)]);

    /// <summary>Returns the probability of an attainment or a higher one: <c>P(A ≥ attainment)</c>.</summary>
    /// <param name="attainment">The attainment, as a ratio; any number.</param>
    /// <returns>The probability, between 0 and 1; 1 if the attainment is zero or negative.</returns>
    /// <exception cref="ArgumentException">The attainment is NaN.</exception>
    public double ProbabilityOfReaching(double attainment)
    {
        if (double.IsNaN(attainment))
        {
            throw DomainGuards.OutOfRange(nameof(attainment), attainment, "a number");
        }

        return attainment <= 0
            ? 1
            : MassAt(attainment) + Inside(attainment, double.PositiveInfinity).Mass;
    }

    /// <summary>Returns the probability of exactly this attainment.</summary>
    internal abstract double MassAt(double attainment);

    /// <summary>Returns the partial moments over the range between two attainments, excluding both.</summary>
    /// <param name="from">The lower attainment, zero or more.</param>
    /// <param name="to">The upper attainment, above <paramref name="from"/>; may be infinite.</param>
    internal abstract PartialMoments Inside(double from, double to);

    private static double RequireFinite(
        double value,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        double.IsFinite(value) ? value : throw DomainGuards.OutOfRange(name, value, "a finite number");

    private static double RequirePositive(
        double value,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        RequireFinite(value, name) > 0 ? value : throw DomainGuards.OutOfRange(name, value, "more than zero");

    private static double RequireNotNegative(
        double value,
        [CallerArgumentExpression(nameof(value))] string name = "") =>
        RequireFinite(value, name) >= 0 ? value : throw DomainGuards.OutOfRange(name, value, "zero or more");

    private static double RequireAbove(
        double low,
        double high,
        [CallerArgumentExpression(nameof(high))] string name = "") =>
        RequireFinite(high, name) > low
            ? high
            : throw DomainGuards.OutOfRange(name, high, Invariant($"more than {low}"));
}
