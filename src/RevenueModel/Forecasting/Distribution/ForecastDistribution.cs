using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The probability distribution of the bookings of a period: how much is booked with which
/// probability.</summary>
/// <remarks>
/// <para>
/// Created by <see cref="DistributionCalculator"/> and the calculators of correlated and new deals. Immutable and safe
/// to share between threads; equal by value.
/// </para>
/// <para>
/// The amounts are <c>Lowest + i × Step</c>. If amounts had to be split between such cells, the mean stays exact and
/// <see cref="Split"/> says what it does to quantiles. The probabilities and <see cref="DroppedMass"/> sum to one
/// within <see cref="RoundingError"/>.
/// </para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ForecastDistribution
{
    private const double SumTolerance = 1e-6;

    internal ForecastDistribution(
        decimal lowest,
        decimal step,
        ValueList<double> probabilities,
        double mean,
        double variance,
        double droppedMass,
        LatticeErrors errors)
    {
        Lowest = lowest;
        Step = Guard.Against.NotPositive(step, nameof(step));
        Probabilities = RequireProbabilities(probabilities, droppedMass);
        Mean = double.IsFinite(mean)
            ? mean
            : throw DomainGuards.OutOfRange(nameof(mean), mean, "a finite number");
        Variance = RequireNotNegative(variance, nameof(variance));
        DroppedMass = RequireNotNegative(droppedMass, nameof(droppedMass));
        RoundingError = RequireNotNegative(errors.Absolute, nameof(RoundingError));
        RelativeError = errors.Relative is { } relative ? RequireNotNegative(relative, nameof(RelativeError)) : null;
        Split = errors.Split;
        try
        {
            Highest = lowest + (step * (probabilities.Count - 1));
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The highest amount", nameof(lowest), overflow);
        }
    }

    /// <summary>Gets the lowest amount with a stated probability, in the currency of the deals.</summary>
    public decimal Lowest { get; }

    /// <summary>Gets the highest amount with a stated probability.</summary>
    public decimal Highest { get; }

    /// <summary>Gets the distance between neighboring amounts, more than zero.</summary>
    public decimal Step { get; }

    /// <summary>Gets the probability of each amount from the lowest to the highest, at least one.</summary>
    public ValueList<double> Probabilities { get; }

    /// <summary>Gets the mean, computed from the deals and not from the lattice.</summary>
    public double Mean { get; }

    /// <summary>Gets the variance, computed from the deals and not from the lattice; zero or more.</summary>
    public double Variance { get; }

    /// <summary>Gets the standard deviation.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Gets the probability that was dropped at the ends, between 0 and 1. A cumulative probability is too
    /// small by at most this.</summary>
    public double DroppedMass { get; }

    /// <summary>Gets a bound of the absolute error of each cumulative probability from rounding and transforms, zero
    /// or more. The usual error is far smaller. With a common factor it includes the last change of the integration,
    /// which estimates the error of the integration and does not bound it.</summary>
    public double RoundingError { get; }

    /// <summary>Gets a bound of the relative error of each probability, also of tails, beside the dropped mass; or
    /// <see langword="null"/> if only <see cref="RoundingError"/> is known, as with a Fourier transform.</summary>
    public double? RelativeError { get; }

    /// <summary>Gets what splitting amounts between cells does to the sum; exact if nothing was split.</summary>
    public LatticeSplit Split { get; }

    /// <summary>Gets the amount that is exceeded with a probability of about 90%.</summary>
    public decimal P10 => AmountAt(0.1);

    /// <summary>Gets the median.</summary>
    public decimal P50 => AmountAt(0.5);

    /// <summary>Gets the amount that is exceeded with a probability of about 10%.</summary>
    public decimal P90 => AmountAt(0.9);

    /// <summary>Returns the smallest amount that is not exceeded with at least a probability.</summary>
    /// <param name="probability">The probability, above 0 and below 1: 0.5 for the median.</param>
    /// <returns>The quantile <c>inf {x : F(x) ≥ q}</c> with its bounds.</returns>
    /// <exception cref="ArgumentException">The probability is outside its range.</exception>
    /// <remarks>A cumulative probability within <see cref="RoundingError"/> below the given one counts as equal to it,
    /// so that a tie such as <c>F(0) = 0.25</c> is not missed by rounding.</remarks>
    public ForecastQuantile Quantile(double probability) =>
        QuantileBounds.Of(this, Confidence.Require(probability));

    /// <summary>Returns the probability that a target is reached or exceeded.</summary>
    /// <param name="target">The target amount in the currency of the deals.</param>
    /// <returns>The probability, between 0 and 1, summed from the highest amount down, so that a small one keeps its
    /// digits.</returns>
    /// <remarks>If amounts were split (<see cref="Split"/>), the probability of a target that equals a possible sum is
    /// that of a neighborhood. <see cref="AtLeast"/> has the bounds.</remarks>
    /// <example><code>
    /// ForecastDistribution forecast = DistributionCalculator.Forecast([UncertainDeal.Of(1_000m, 0.3)]);
    /// Console.WriteLine(forecast.ProbabilityAtLeast(500m)); // 0.3
    /// </code></example>
    public double ProbabilityAtLeast(decimal target) =>
        target <= Lowest ? 1
        : target > Highest ? 0
        : Math.Min(1, MassSums.FromEnd(Probabilities.AsSpan()[CellFrom(target)..]));

    /// <summary>Returns the probability that a target is reached or exceeded, with bounds that hold for the true
    /// distribution.</summary>
    /// <param name="target">The target amount in the currency of the deals.</param>
    /// <returns>The probability of <see cref="ProbabilityAtLeast"/> with its bounds.</returns>
    /// <example><code>
    /// ForecastDistribution forecast = DistributionCalculator.Forecast(
    ///     [UncertainDeal.Of(1_234_567.89m, 0.5), UncertainDeal.Of(500_000.01m, 0.5)]);
    /// Console.WriteLine(forecast.AtLeast(1_000_000m)); // 1,000,000 with 50%
    /// </code></example>
    public ForecastProbability AtLeast(decimal target) => QuantileBounds.Reach(this, target);

    /// <summary>Returns the probability that an amount is not exceeded.</summary>
    /// <param name="target">The amount in the currency of the deals.</param>
    /// <returns>The probability, between 0 and 1, summed from the lowest amount up.</returns>
    /// <remarks>If amounts were split (<see cref="Split"/>), the probability of an amount that equals a possible sum
    /// is that of a neighborhood.</remarks>
    public double ProbabilityAtMost(decimal target) =>
        target < Lowest ? 0
        : target >= Highest ? 1
        : Math.Min(1, MassSums.Of(Probabilities.AsSpan()[..((int)decimal.Floor((target - Lowest) / Step) + 1)]));

    /// <summary>Returns the expected amount by which a target is missed, counting zero if it is reached.</summary>
    /// <param name="target">The target amount in the currency of the deals.</param>
    /// <returns><c>E max(target - X, 0)</c>, zero or more.</returns>
    /// <remarks>Splitting amounts raises it by at most half of the root of the variance of
    /// <see cref="Split"/>.</remarks>
    public double ExpectedMiss(decimal target)
    {
        if (target <= Lowest)
        {
            return 0;
        }

        // Beyond the highest amount each further unit is missed with probability one.
        decimal end = Math.Min(target, Highest);
        double cells = (double)((end - Lowest) / Step);
        int count = Math.Min((int)Math.Ceiling(cells), Probabilities.Count);
        double missed = -MassSums.Moment(Probabilities.AsSpan()[..count], cells) * (double)Step;
        return Math.Max(0, missed) + ((double)target - (double)end);
    }

    /// <summary>Returns the mean of the worst outcomes: those below a quantile.</summary>
    /// <param name="share">The share of the worst outcomes, above 0 and below 1: 0.1 for the worst tenth.</param>
    /// <param name="convention">How a probability at the quantile itself is counted. Default: coherent.</param>
    /// <returns>The mean amount of those outcomes.</returns>
    /// <exception cref="ArgumentException">The share is outside its range, or the convention is
    /// undefined.</exception>
    /// <remarks>Coherent: <c>(1 / q) ∫ Q(u) du</c> from 0 to q (Acerbi and Tasche 2002).</remarks>
    public double ExpectedShortfall(double share, ShortfallConvention convention = ShortfallConvention.Coherent)
    {
        Guard.Against.Undefined(convention);
        int cell = QuantileBounds.CellOf(this, Confidence.Require(share));
        ReadOnlySpan<double> masses = Probabilities.AsSpan();

        // Distances from the quantile are all of one sign, so that no digits cancel.
        double below = MassSums.Moment(masses[..cell], cell);
        double weight = convention == ShortfallConvention.Coherent ? share : MassSums.Of(masses[..(cell + 1)]);
        return (double)(Lowest + (cell * Step)) + (below / weight * (double)Step);
    }

    /// <summary>Returns the distribution of the sum of this and an independent amount.</summary>
    /// <param name="other">The distribution of the other amount.</param>
    /// <returns>The distribution of the sum. The order of the parts does not change it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The sum exceeds the range of a decimal.</exception>
    /// <remarks>
    /// The lattice of the sum has the largest common divisor of the steps if it then has at most 65,536 cells;
    /// otherwise about 16,384 cells, between which masses are split. Deals of both parts that depend on one factor
    /// are not independent: compute them together.
    /// </remarks>
    public ForecastDistribution Merge(ForecastDistribution other) =>
        DistributionMerge.Merge(this, Guard.Against.Null(other));

    /// <summary>Returns the distribution with a certain amount added.</summary>
    /// <param name="amount">The amount in the currency of the deals, of any sign, such as business that is already
    /// closed.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">The sum exceeds the range of a decimal.</exception>
    public ForecastDistribution Plus(decimal amount)
    {
        try
        {
            _ = Highest + amount;
            return new ForecastDistribution(
                Lowest + amount, Step, Probabilities, Mean + (double)amount, Variance, DroppedMass, Errors);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The sum", nameof(amount), overflow);
        }
    }

    /// <summary>Returns the distribution with a larger bound of the absolute error.</summary>
    internal ForecastDistribution WithMoreError(double error) => new(
        Lowest, Step, Probabilities, Mean, Variance, DroppedMass, Errors with { Absolute = RoundingError + error });

    /// <summary>Gets the errors as the constructor takes them.</summary>
    internal LatticeErrors Errors => new(Split, RoundingError, RelativeError, 0);

    /// <summary>Returns the quantiles at 10%, 50% and 90% and the mean.</summary>
    public override string ToString() =>
        Invariant($"P10 {P10:#,0.##}, P50 {P50:#,0.##}, P90 {P90:#,0.##}, mean {Mean:#,0.##}");

    private decimal AmountAt(double probability) => Lowest + (QuantileBounds.CellOf(this, probability) * Step);

    // The first cell at or above a target that is above the lowest amount, however little.
    private int CellFrom(decimal target) => Math.Max(1, (int)decimal.Ceiling((target - Lowest) / Step));

    private static double RequireNotNegative(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw DomainGuards.OutOfRange(name, value, "zero or more");

    private static ValueList<double> RequireProbabilities(ValueList<double> probabilities, double droppedMass)
    {
        double sum = droppedMass;
        foreach (double probability in probabilities)
        {
            sum += RequireNotNegative(probability, nameof(probabilities));
        }

        return !probabilities.IsEmpty && Math.Abs(sum - 1) <= SumTolerance
            ? probabilities
            : throw new ArgumentException(
                Invariant($"probabilities summed to {sum} with the dropped mass; 1 is expected."),
                nameof(probabilities));
    }
}

/// <summary>Conventions for the probability at the quantile itself in the mean of the worst outcomes.</summary>
public enum ShortfallConvention
{
    /// <summary>As much of the probability at the quantile as fills the share: the average of all quantiles up to the
    /// share, which risk management calls expected shortfall or CVaR. The default.</summary>
    Coherent = 0,

    /// <summary>All outcomes at or below the quantile, which together can be more than the share: the tail mean of
    /// spreadsheets and simulations.</summary>
    AtOrBelowQuantile = 1,
}
