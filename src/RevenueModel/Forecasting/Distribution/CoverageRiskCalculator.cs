using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Computes how sure a pipeline coverage is: with which probability a pipeline reaches a target, and how much
/// pipeline reaches it with a given confidence.</summary>
/// <remarks>
/// A coverage of <c>1 / win rate</c> reaches the target on average, which is about every second time. How much more is
/// needed depends on the number of deals: few large ones need more coverage than many small ones. The deals here are
/// equal and independent; <see cref="DistributionCalculator"/> and <see cref="OneFactorCalculator"/> answer the same
/// for the deals of a real pipeline with <see cref="ForecastDistribution.ProbabilityAtLeast"/>.
/// </remarks>
public static class CoverageRiskCalculator
{
    // A probability this close to the confidence is equal to it.
    private const double Tie = 1e-12;

    private const int MostDeals = 10_000_000;
    private const string MostDealsText = "at most 10,000,000 deals";

    /// <summary>Returns the probability that a coverage reaches the quota, with equal deals.</summary>
    /// <param name="coverage">Pipeline as a multiple of the quota, zero or more.</param>
    /// <param name="winRate">The share of deals that are won: a fraction between 0 and 1.</param>
    /// <param name="quota">The quota, more than zero.</param>
    /// <param name="dealAmount">The amount of each deal, more than zero.</param>
    /// <returns>The probability that at least <c>⌈quota / dealAmount⌉</c> of <c>⌊coverage × quota /
    /// dealAmount⌋</c> deals are won. A quotient within 1e-12 below a whole number is that number.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, or the pipeline has more than 10,000,000
    /// deals.</exception>
    /// <example><code>
    /// double confidence = CoverageRiskCalculator.Confidence(
    ///     coverage: 4m, winRate: 25.Percent, quota: 1_000_000m, dealAmount: 100_000m);
    /// Console.WriteLine(confidence.ToString("0.000")); // 0.560
    /// </code></example>
    public static double Confidence(decimal coverage, decimal winRate, decimal quota, decimal dealAmount)
    {
        Guard.Against.BelowZero(coverage);
        Guard.Against.NotFraction(winRate);
        Guard.Against.NotPositive(quota);
        Guard.Against.NotPositive(dealAmount);
        double deals = (double)coverage * (double)quota / (double)dealAmount;
        if (deals > MostDeals)
        {
            throw DomainGuards.OutOfRange(nameof(coverage), Deals(coverage, deals), MostDealsText);
        }

        int wins = WinsFor(quota, dealAmount, nameof(quota));
        return ProbabilityOfWins((int)Math.Floor(deals * (1 + Tie)), winRate, Steps(wins));
    }

    /// <summary>Returns the smallest pipeline of equal deals that reaches a target with a given confidence.</summary>
    /// <param name="target">The target in the currency of the deals, such as the remaining quota; zero or less if
    /// nothing remains.</param>
    /// <param name="dealAmount">The amount of each deal, more than zero.</param>
    /// <param name="winRate">The share of deals that are won: a fraction between 0 and 1.</param>
    /// <param name="confidence">The probability of reaching the target, above 0 and below 1. Default: 0.9.</param>
    /// <returns>The requirement, or <see langword="null"/> if the win rate is zero and a target remains.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, or more than 10,000,000 deals are
    /// needed.</exception>
    /// <example><code>
    /// PipelineRequirement? required = CoverageRiskCalculator.RequiredPipeline(
    ///     target: 1_000_000m, dealAmount: 100_000m, winRate: 25.Percent, confidence: 0.9);
    /// Console.WriteLine(required); // 55 deals of 100,000, 5.5x of 1,000,000: reached with 91.1%
    /// </code></example>
    public static PipelineRequirement? RequiredPipeline(
        decimal target, decimal dealAmount, decimal winRate, double confidence = 0.9)
    {
        Guard.Against.NotPositive(dealAmount);
        Guard.Against.NotFraction(winRate);
        Statistics.Confidence.Require(confidence);
        double[] reached = Steps(WinsFor(target, dealAmount, nameof(target)));
        return Smallest(reached, dealAmount, winRate, target, confidence, static (value, goal) => value >= goal - Tie);
    }

    /// <summary>Returns the smallest number of equal deals that, added to a forecast, reach a target with a given
    /// confidence.</summary>
    /// <param name="forecast">The distribution of what is there: actual bookings, open pipeline, expected new
    /// deals.</param>
    /// <param name="target">The target in the currency of the deals.</param>
    /// <param name="dealAmount">The amount of each added deal, more than zero.</param>
    /// <param name="winRate">The share of added deals that are won: a fraction between 0 and 1.</param>
    /// <param name="confidence">The probability of reaching the target, above 0 and below 1. Default: 0.9.</param>
    /// <returns>The requirement; its deals are the added ones. <see langword="null"/> if the win rate is zero and the
    /// forecast alone does not suffice.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, or more than 10,000,000 deals are
    /// needed.</exception>
    public static PipelineRequirement? RequiredAddition(
        ForecastDistribution forecast,
        decimal target,
        decimal dealAmount,
        decimal winRate,
        double confidence = 0.9)
    {
        double[] reached = Reached(forecast, target, dealAmount, winRate, nameof(target));
        Statistics.Confidence.Require(confidence);
        return Smallest(reached, dealAmount, winRate, target, confidence, static (value, goal) => value >= goal - Tie);
    }

    /// <summary>Returns the smallest number of equal deals that, added to a forecast, bring a low quantile such as the
    /// P10 to a floor.</summary>
    /// <param name="forecast">The distribution of what is there.</param>
    /// <param name="floor">The amount that the quantile has to reach, in the currency of the deals.</param>
    /// <param name="dealAmount">The amount of each added deal, more than zero.</param>
    /// <param name="winRate">The share of added deals that are won: a fraction between 0 and 1.</param>
    /// <param name="quantile">The probability of the quantile, above 0 and below 1. Default: 0.1, the P10.</param>
    /// <returns>The requirement; its deals are the added ones and its confidence is <c>1 - quantile</c>.
    /// <see langword="null"/> if the win rate is zero and the forecast alone does not suffice.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range, or more than 10,000,000 deals are
    /// needed.</exception>
    /// <remarks>The quantile is at the floor or above it if the floor is reached with more than <c>1 - quantile</c>:
    /// with exactly that probability the quantile is still the amount below.</remarks>
    public static PipelineRequirement? RequiredForFloor(
        ForecastDistribution forecast,
        decimal floor,
        decimal dealAmount,
        decimal winRate,
        double quantile = 0.1)
    {
        double[] reached = Reached(forecast, floor, dealAmount, winRate, nameof(floor));
        Statistics.Confidence.Require(quantile);
        return Smallest(
            reached, dealAmount, winRate, floor, 1 - quantile, static (value, goal) => value > goal + Tie);
    }

    // The probability of reaching the target for each number of wins, the last one for all further ones.
    private static double[] Reached(
        ForecastDistribution forecast, decimal target, decimal dealAmount, decimal winRate, string name)
    {
        Guard.Against.Null(forecast);
        Guard.Against.NotPositive(dealAmount);
        Guard.Against.NotFraction(winRate);
        decimal missing = target > 0m && forecast.Lowest < target - decimal.MaxValue
            ? decimal.MaxValue
            : target - forecast.Lowest;
        var reached = new double[WinsFor(missing, dealAmount, name) + 1];
        for (int wins = 0; wins < reached.Length; wins++)
        {
            reached[wins] = forecast.ProbabilityAtLeast(target - (wins * dealAmount));
        }

        return reached;
    }

    private static double[] Steps(int wins)
    {
        var reached = new double[wins + 1];
        reached[wins] = 1;
        return reached;
    }

    // The probability grows with the number of deals: double it, then bisect.
    private static PipelineRequirement? Smallest(
        ReadOnlySpan<double> reached,
        decimal dealAmount,
        decimal winRate,
        decimal target,
        double confidence,
        Func<double, double, bool> isEnough)
    {
        int low = -1;
        int high = 0;
        while (!isEnough(ProbabilityOfWins(high, winRate, reached), confidence))
        {
            if (winRate == 0m)
            {
                return null;
            }

            low = high;
            high = high < MostDeals
                ? Math.Min(MostDeals, Math.Max(1, 2 * high))
                : throw new ArgumentException(
                    Invariant($"winRate was {winRate}; more than {MostDeals:#,0} deals would be needed."),
                    nameof(winRate));
        }

        while (high - low > 1)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = isEnough(ProbabilityOfWins(middle, winRate, reached), confidence)
                ? (low, middle)
                : (middle, high);
        }

        return new PipelineRequirement(
            high, dealAmount, winRate, target, confidence, ProbabilityOfWins(high, winRate, reached));
    }

    private static double ProbabilityOfWins(int deals, decimal winRate, ReadOnlySpan<double> reached) => winRate switch
    {
        0m => reached[0],
        1m => reached[Math.Min(deals, reached.Length - 1)],
        _ => Math.Min(1, BinomialTail.Expectation(deals, (double)winRate, reached)),
    };

    private static int WinsFor(decimal target, decimal dealAmount, string name)
    {
        if (target <= 0m)
        {
            return 0;
        }

        // A quotient that is too small for a decimal is zero, but takes a win.
        double wins = (double)target / (double)dealAmount;
        return wins <= MostDeals
            ? Math.Max(1, (int)decimal.Ceiling(target / dealAmount))
            : throw DomainGuards.OutOfRange(name, Deals(target, wins), MostDealsText);
    }

    private static string Deals(decimal value, double deals) => Invariant($"{value}, or {deals:#,0} deals");
}
