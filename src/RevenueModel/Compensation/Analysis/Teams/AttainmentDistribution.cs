using System.Runtime.CompilerServices;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation.Analysis;

/// <summary>How likely each attainment of a year is: 1 is 100% of target, and no attainment is below zero.</summary>
/// <remarks>Immutable; equal by value. Made by the static methods. The figures are doubles, since the future is estimated,
/// and the same bits on any machine. <see cref="TeamExpenseCalculator"/> turns a distribution into pay.</remarks>
public abstract record AttainmentDistribution
{
    private protected AttainmentDistribution()
    {
    }

    /// <summary>The mean attainment.</summary>
    public double Mean
    {
        get
        {
            PartialMoments moments = Inside(0, double.PositiveInfinity);
            return (moments.Mass * Center) + moments.First;
        }
    }

    /// <summary>The standard deviation of attainment.</summary>
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

    /// <summary>What the partial moments are taken about.</summary>
    internal abstract double Center { get; }

    /// <summary>The normal distribution, of which what lies below zero counts as zero.</summary>
    /// <param name="mean">Its mean, finite. That of attainment, <see cref="Mean"/>, is higher by what is cut off.</param>
    /// <param name="standardDeviation">Its standard deviation, above zero.</param>
    /// <exception cref="ArgumentException">A value is outside its range, NaN or infinite.</exception>
    public static AttainmentDistribution Normal(double mean, double standardDeviation) =>
        new NormalAttainment(RequireFinite(mean), RequirePositive(standardDeviation));

    /// <summary>The log-normal distribution: never below zero, and with a long upper tail.</summary>
    /// <param name="mean">The mean of attainment itself, not of its logarithm; above zero.</param>
    /// <param name="standardDeviation">The standard deviation of attainment itself, above zero.</param>
    /// <exception cref="ArgumentException">A value is outside its range, NaN or infinite.</exception>
    /// <remarks>The logarithm has the variance <c>σ² = ln(1 + sd² / mean²)</c> and the mean
    /// <c>ln(mean) - σ² / 2</c>.</remarks>
    public static AttainmentDistribution LogNormal(double mean, double standardDeviation) =>
        new LogNormalAttainment(RequirePositive(mean), RequirePositive(standardDeviation));

    /// <summary>Every attainment between two is as likely as any other.</summary>
    /// <param name="low">The lowest attainment, zero or more.</param>
    /// <param name="high">The highest, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">A value is outside its range, NaN or infinite.</exception>
    public static AttainmentDistribution Uniform(double low, double high) =>
        new UniformAttainment(RequireNotNegative(low), RequireAbove(low, high));

    /// <summary>The likeliest attainment and the ends, straight lines of density between them.</summary>
    /// <param name="low">The lowest attainment, zero or more.</param>
    /// <param name="mode">The likeliest, from <paramref name="low"/> to <paramref name="high"/>.</param>
    /// <param name="high">The highest, above <paramref name="low"/>.</param>
    /// <exception cref="ArgumentException">A value is outside its range, NaN or infinite.</exception>
    public static AttainmentDistribution Triangular(double low, double mode, double high)
    {
        RequireAbove(RequireNotNegative(low), high);
        return mode >= low && mode <= high
            ? new TriangularAttainment(low, mode, high)
            : throw DomainGuards.OutOfRange(nameof(mode), mode, Invariant($"{low} to {high}"));
    }

    /// <summary>The attainments observed, each as likely as any other.</summary>
    /// <param name="attainments">At least one, zero or more each, in any order.</param>
    /// <exception cref="ArgumentException">There is none, or one is negative, NaN or infinite.</exception>
    public static AttainmentDistribution Empirical(params ReadOnlySpan<double> attainments)
    {
        if (attainments.IsEmpty)
        {
            throw new ArgumentException("attainments had no attainment; at least one is expected.", nameof(attainments));
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

    /// <summary>One attainment that is sure to come.</summary>
    /// <param name="attainment">Zero or more.</param>
    /// <exception cref="ArgumentException">It is negative, NaN or infinite.</exception>
    public static AttainmentDistribution Certain(double attainment) =>
        new EmpiricalAttainment([RequireNotNegative(attainment)]);

    /// <summary>The probability that an attainment or more is reached: <c>P(A ≥ attainment)</c>.</summary>
    /// <param name="attainment">A ratio; of zero and below, 1 is returned.</param>
    /// <exception cref="ArgumentException">It is NaN.</exception>
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

    /// <summary>The probability of exactly this attainment.</summary>
    internal abstract double MassAt(double attainment);

    /// <summary>The moments of what lies above one attainment and below another, neither included.</summary>
    /// <param name="from">Zero or more.</param>
    /// <param name="to">Above <paramref name="from"/>; may be infinite.</param>
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
