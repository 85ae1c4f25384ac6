using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Retention;

/// <summary>A beta-discrete-Weibull model (BdW) of contract renewals: churn varies between customers as in the
/// shifted-beta-geometric model, and the churn of each customer falls or rises with tenure too.</summary>
/// <remarks>
/// Immutable; equal by value. A shape of 1 is the shifted-beta-geometric model. Fader, Hardie, Liu, Davin and
/// Steenburgh, How to project customer retention revisited, Journal of Interactive Marketing 43 (2018).
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BetaDiscreteWeibull
{
    private BetaDiscreteWeibull(double alpha, double beta, double shape)
    {
        Alpha = alpha;
        Beta = beta;
        Shape = shape;
    }

    /// <summary>Gets the first parameter of the beta distribution of churn, above 0.</summary>
    public double Alpha { get; }

    /// <summary>Gets the second parameter of the beta distribution of churn, above 0.</summary>
    public double Beta { get; }

    /// <summary>Gets the shape of the duration of a customer: above 1 if churn rises with tenure, below 1 if it
    /// falls.</summary>
    public double Shape { get; }

    /// <summary>Creates a model.</summary>
    /// <param name="alpha">The first parameter of the beta distribution, above 0 and at most 10^12.</param>
    /// <param name="beta">The second parameter, above 0 and at most 10^12.</param>
    /// <param name="shape">The shape, between 0.01 and 20: 1 for the shifted-beta-geometric model.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public static BetaDiscreteWeibull Of(double alpha, double beta, double shape)
    {
        LifetimeGuards.Parameter(alpha);
        LifetimeGuards.Parameter(beta);
        return shape is >= LifetimeGuards.LeastShape and <= LifetimeGuards.MostShape
            ? new BetaDiscreteWeibull(alpha, beta, shape)
            : throw DomainGuards.OutOfRange(nameof(shape), shape, "a number between 0.01 and 20");
    }

    /// <summary>Returns the share of customers that is still there after contract periods.</summary>
    /// <param name="periods">The number of contract periods t since the start, between 0 and 1,200.</param>
    /// <returns>The share, between 0 and 1: <c>B(alpha, beta + t^shape) / B(alpha, beta)</c>.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public double Survival(int periods)
    {
        LifetimeGuards.Periods(periods);
        return StandardNormal.Exp(DiscreteWeibull.LogRenewal(Alpha, Beta, 0, DiscreteWeibull.Age(periods, Shape)));
    }

    /// <summary>Returns the share of the customers of a contract period that renews at its end.</summary>
    /// <param name="period">The contract period, between 1 and 1,200: 1 for the first renewal.</param>
    /// <returns>The share, between 0 and 1: the survival after the period over that before it.</returns>
    /// <exception cref="ArgumentException">The period is outside its range.</exception>
    public double RenewalRate(int period)
    {
        LifetimeGuards.Period(period);
        return StandardNormal.Exp(DiscreteWeibull.LogRenewal(
            Alpha, Beta, DiscreteWeibull.Age(period - 1, Shape), DiscreteWeibull.Age(period, Shape)));
    }

    /// <summary>Returns the parameters.</summary>
    public override string ToString() =>
        Invariant($"BdW: alpha {Alpha:G4}, beta {Beta:G4}, shape {Shape:G4}");
}
