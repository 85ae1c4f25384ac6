using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The random numbers of one trial of a simulation, addressed by position.</summary>
/// <remarks>
/// <para>Immutable; equal by value. The default value is trial 0 of the source of seed 0. A position always gives the
/// same number. Use another position for each input of a model, such as 0 for the win and 1 for the amount.</para>
/// <para>A position is a 64-bit number of the source. Events and normal, exponential and triangular numbers are made
/// by inversion of the distribution function: one position each, and a larger uniform number never gives a smaller
/// result. An event that occurs is the larger result. The numbers use the four basic
/// operations and square roots only, which IEEE 754 defines exactly, so that they are the same bits on any
/// machine.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RandomTrial
{
    // Means and standard deviations within these limits keep each number within the range of a double, and above zero
    // where it should be.
    private const double Largest = 1e300;
    private const double Smallest = 1e-290;

    internal RandomTrial(RandomSource source, long index)
    {
        Source = source;
        Index = Guard.Against.BelowZero(index, "trial");
    }

    /// <summary>Gets the source.</summary>
    public RandomSource Source { get; }

    /// <summary>Gets the index of the trial, zero or more.</summary>
    public long Index { get; }

    /// <summary>Returns a uniform number in [0, 1), a multiple of 2^-53.</summary>
    /// <param name="position">The position in the trial, zero or more.</param>
    /// <returns>The number, at least 0 and below 1.</returns>
    /// <exception cref="ArgumentException">The position is negative.</exception>
    public double Uniform(long position) => UnitInterval.HalfOpen(Source.Integer64(Index, position));

    /// <summary>Returns a uniform number in (0, 1), an odd multiple of 2^-53. It is symmetric: u and 1 - u are equally
    /// likely.</summary>
    /// <param name="position">The position in the trial, zero or more.</param>
    /// <returns>The number, above 0 and below 1, for the inverse of a distribution function.</returns>
    /// <exception cref="ArgumentException">The position is negative.</exception>
    public double OpenUniform(long position) => UnitInterval.Open(Source.Integer64(Index, position));

    /// <summary>Returns whether an event of a given probability occurs.</summary>
    /// <param name="position">The position in the trial, zero or more.</param>
    /// <param name="probability">The probability, between 0 (never) and 1 (always).</param>
    /// <returns><see langword="true"/> if <c>1 - u</c> is at most the probability, with the uniform number
    /// u.</returns>
    /// <exception cref="ArgumentException">The position is negative, or the probability is outside 0 to 1.</exception>
    /// <remarks>An event that occurs still occurs with a higher uniform number or a higher probability.</remarks>
    public bool Occurs(long position, double probability) =>
        1 - Uniform(position) <= NumberGuards.Probability(probability);

    /// <summary>Returns a normally distributed number.</summary>
    /// <param name="position">The position in the trial, zero or more.</param>
    /// <param name="mean">The mean, between -10^300 and 10^300. Default: 0.</param>
    /// <param name="standardDeviation">The standard deviation, between 0 and 10^300. Default: 1.</param>
    /// <returns>The number, within 8.3 standard deviations of the mean.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, NaN or infinite.</exception>
    /// <remarks>Inverse distribution function by algorithm AS 241 (Wichura 1988), relative accuracy about
    /// 1e-16.</remarks>
    public double Normal(long position, double mean = 0, double standardDeviation = 1)
    {
        if (!(Math.Abs(mean) <= Largest))
        {
            throw DomainGuards.OutOfRange(nameof(mean), mean, "a number between -1E+300 and 1E+300");
        }

        if (standardDeviation is not (>= 0 and <= Largest))
        {
            throw DomainGuards.OutOfRange(nameof(standardDeviation), standardDeviation, "a number from 0 to 1E+300");
        }

        return mean + (standardDeviation * StandardNormal.Quantile(OpenUniform(position)));
    }

    /// <summary>Returns an exponentially distributed number, such as the time to the next arrival.</summary>
    /// <param name="position">The position in the trial, zero or more.</param>
    /// <param name="mean">The mean: one divided by the rate. Zero, or between 10^-290 and 10^300. Default: 1.</param>
    /// <returns>The number, above zero if the mean is.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, NaN or infinite.</exception>
    /// <remarks><c>-mean ln(1 - u)</c>, with a logarithm that the library computes itself.</remarks>
    public double Exponential(long position, double mean = 1)
    {
        if (mean is not (0 or (>= Smallest and <= Largest)))
        {
            throw DomainGuards.OutOfRange(nameof(mean), mean, "zero, or a number from 1E-290 to 1E+300,");
        }

        return -StandardNormal.Log(1 - OpenUniform(position)) * mean;
    }

    /// <summary>Returns a number of the triangular distribution.</summary>
    /// <param name="position">The position in the trial, zero or more.</param>
    /// <param name="low">The least value, a finite number.</param>
    /// <param name="mode">The most likely value, at least <paramref name="low"/>.</param>
    /// <param name="high">The greatest value, at least <paramref name="mode"/>.</param>
    /// <returns>The number, between <paramref name="low"/> and <paramref name="high"/>.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, NaN or infinite.</exception>
    /// <remarks><c>low + √(u (high - low) (mode - low))</c> for u up to <c>(mode - low) / (high - low)</c>, else
    /// <c>high - √((1 - u) (high - low) (high - mode))</c>.</remarks>
    public double Triangular(long position, double low, double mode, double high)
    {
        NumberGuards.Finite(low);
        NumberGuards.AtLeast(mode, low);
        NumberGuards.AtLeast(high, mode);
        double u = OpenUniform(position);
        double range = high - low;
        if (!double.IsFinite(range))
        {
            throw DomainGuards.OutOfRange(nameof(high), high, "a range of high less low within that of a double");
        }

        double rising = mode - low;
        return u * range <= rising
            ? Math.Min(low + (Math.Sqrt(u * range) * Math.Sqrt(rising)), mode)
            : Math.Max(high - (Math.Sqrt((1 - u) * range) * Math.Sqrt(high - mode)), mode);
    }

    /// <summary>Writes the uniform numbers in [0, 1) of successive positions.</summary>
    /// <param name="position">The first position in the trial, zero or more.</param>
    /// <param name="destination">Receives the numbers, the same as <see cref="Uniform"/> returns.</param>
    /// <exception cref="ArgumentException">The position is negative.</exception>
    public void Uniforms(long position, Span<double> destination)
    {
        Guard.Against.BelowZero(position);
        Source.Fill(Index, position, destination, isOpen: false, Philox.Widest);
    }

    /// <summary>Writes the uniform numbers in (0, 1) of successive positions.</summary>
    /// <param name="position">The first position in the trial, zero or more.</param>
    /// <param name="destination">Receives the numbers, the same as <see cref="OpenUniform"/> returns.</param>
    /// <exception cref="ArgumentException">The position is negative.</exception>
    public void OpenUniforms(long position, Span<double> destination)
    {
        Guard.Against.BelowZero(position);
        Source.Fill(Index, position, destination, isOpen: true, Philox.Widest);
    }

    /// <summary>Writes the standard normal numbers of successive positions.</summary>
    /// <param name="position">The first position in the trial, zero or more.</param>
    /// <param name="destination">Receives the numbers, the same as <see cref="Normal"/> returns for a mean of 0 and a
    /// standard deviation of 1.</param>
    /// <exception cref="ArgumentException">The position is negative.</exception>
    public void Normals(long position, Span<double> destination)
    {
        OpenUniforms(position, destination);
        foreach (ref double value in destination)
        {
            value = StandardNormal.Quantile(value);
        }
    }

    /// <summary>Returns the index of the trial and the key of the source.</summary>
    public override string ToString() => Invariant($"trial {Index:#,0} of {Source}");
}
