using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The bookings of several periods together, and the probability that they reach their targets. Created by
/// <see cref="JointBookingsCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record JointBookings
{
    /// <summary>Gets the targets, in the order in which they were given.</summary>
    public required ValueList<BookingsTarget> Targets { get; init; }

    /// <summary>Gets the forecast of each period.</summary>
    public required ValueList<BookingsForecast> Forecasts { get; init; }

    /// <summary>Gets the distribution of the bookings of all periods together.</summary>
    public required ForecastDistribution Sum { get; init; }

    /// <summary>Gets the probability that exactly as many targets are reached as the position says, from none to
    /// all.</summary>
    public required ValueList<double> ReachedCounts { get; init; }

    /// <summary>Gets a lower bound of the probability that all targets are reached. It differs from
    /// <see cref="ProbabilityOfAll"/> if amounts are split between lattice cells.</summary>
    public required double LowerOfAll { get; init; }

    /// <summary>Gets an upper bound of the probability that all targets are reached.</summary>
    public required double UpperOfAll { get; init; }

    /// <summary>Gets the probability that all targets are reached; zero if <see cref="ReachedCounts"/> is
    /// empty.</summary>
    public double ProbabilityOfAll => ReachedCounts.IsEmpty ? 0 : ReachedCounts[^1];

    /// <summary>Gets the probability that at least one target is reached; zero if <see cref="ReachedCounts"/> is
    /// empty.</summary>
    public double ProbabilityOfAny => ReachedCounts.IsEmpty ? 0 : Math.Clamp(1 - ReachedCounts[0], 0, 1);

    /// <summary>Gets the product of the probabilities of the single targets: what the probability of all would be if
    /// the periods were independent.</summary>
    public double ProbabilityOfAllIfIndependent
    {
        get
        {
            double product = 1;
            for (int i = 0; i < Targets.Count; i++)
            {
                product *= Forecasts[i].Total.ProbabilityAtLeast(Targets[i].Amount);
            }

            return product;
        }
    }

    /// <summary>Returns the probabilities and the sum.</summary>
    public override string ToString() => Invariant($"all {Targets.Count} targets {ProbabilityOfAll:0.0%}, ")
        + Invariant($"any {ProbabilityOfAny:0.0%}; sum {Sum}");
}
