using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A shifted-beta-geometric model (sBG) of contract renewals: each customer has a constant churn per renewal,
/// and the churn varies between customers by a beta distribution. Without variation it is the geometric
/// model.</summary>
/// <remarks>
/// Immutable; equal by value. Fader and Hardie, How to project customer retention, Journal of Interactive Marketing 21
/// (2007). Created by <see cref="Of"/>, <see cref="Geometric"/> or a fit.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ShiftedBetaGeometric
{
    private ShiftedBetaGeometric(double? alpha, double? beta, double churn)
    {
        Alpha = alpha;
        Beta = beta;
        MeanChurn = churn;
    }

    /// <summary>Gets the first parameter of the beta distribution of churn, or <see langword="null"/> if all customers
    /// have the same churn.</summary>
    public double? Alpha { get; }

    /// <summary>Gets the second parameter of the beta distribution of churn, or <see langword="null"/> if all
    /// customers have the same churn.</summary>
    public double? Beta { get; }

    /// <summary>Gets the churn at the first renewal, the mean over customers: <c>alpha / (alpha + beta)</c>, between 0
    /// and 1.</summary>
    public double MeanChurn { get; }

    /// <summary>Creates a model in which churn varies between customers.</summary>
    /// <param name="alpha">The first parameter of the beta distribution, above 0 and at most 10^12.</param>
    /// <param name="beta">The second parameter, above 0 and at most 10^12.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">A parameter is outside its range.</exception>
    public static ShiftedBetaGeometric Of(double alpha, double beta)
    {
        LifetimeGuards.Parameter(alpha);
        LifetimeGuards.Parameter(beta);
        return new ShiftedBetaGeometric(alpha, beta, alpha / (alpha + beta));
    }

    /// <summary>Creates a model in which all customers have the same churn.</summary>
    /// <param name="churn">The share of customers that each renewal loses, between 0 and 1.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">The churn is outside its range.</exception>
    public static ShiftedBetaGeometric Geometric(double churn) => churn is >= 0 and <= 1
        ? new ShiftedBetaGeometric(null, null, churn)
        : throw DomainGuards.OutOfRange(nameof(churn), churn, "a fraction between 0 and 1");

    /// <summary>Returns the share of customers that is still there after contract periods.</summary>
    /// <param name="periods">The number of contract periods since the start, between 0 and 1,200.</param>
    /// <returns>The share, between 0 and 1: the product of <c>(beta + i - 1) / (alpha + beta + i - 1)</c> over the
    /// renewals i.</returns>
    /// <exception cref="ArgumentException">The number is outside its range.</exception>
    public double Survival(int periods)
    {
        LifetimeGuards.Periods(periods);
        double survival = 1;
        for (int i = 1; i <= periods; i++)
        {
            survival *= Rate(i);
        }

        return survival;
    }

    /// <summary>Returns the share of the customers of a contract period that renews at its end.</summary>
    /// <param name="period">The contract period, between 1 and 1,200: 1 for the first renewal.</param>
    /// <returns>The share, between 0 and 1: <c>(beta + period - 1) / (alpha + beta + period - 1)</c>. It rises with
    /// the period, because those with a high churn leave first.</returns>
    /// <exception cref="ArgumentException">The period is outside its range.</exception>
    public double RenewalRate(int period)
    {
        LifetimeGuards.Period(period);
        return Rate(period);
    }

    /// <summary>Returns the parameters.</summary>
    public override string ToString() => Alpha is { } alpha && Beta is { } beta
        ? Invariant($"sBG: alpha {alpha:G4}, beta {beta:G4}")
        : Invariant($"geometric: churn {MeanChurn:0.####}");

    // The whole number is taken first, so that a small beta keeps its digits.
    private double Rate(int period) => Alpha is { } alpha && Beta is { } beta
        ? (beta + (period - 1)) / (alpha + beta + (period - 1))
        : 1 - MeanChurn;
}
