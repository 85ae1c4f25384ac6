using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Measures the churn of logos and of revenue of a bridge line, by named denominators.</summary>
public static class ChurnCalculator
{
    private const decimal Two = 2m;

    /// <summary>Returns the accounts that left as a share of accounts.</summary>
    /// <param name="line">The line, of one month or with <see cref="BridgeBasis.PeriodEnds"/>: over summed months an
    /// account that leaves twice counts twice.</param>
    /// <param name="denominator">The accounts that are divided by. Default: those at the start.</param>
    /// <returns>The rate, or <see langword="null"/> if there are no accounts to divide by.</returns>
    /// <exception cref="ArgumentException">The denominator is not defined.</exception>
    /// <example><code>
    /// ArrBridge january = new()
    /// {
    ///     Period = new BridgePeriod("2027-01", new YearMonth(2027, 1), new YearMonth(2027, 1)),
    ///     Opening = 100m, OpeningCount = 40, New = 30m, NewCount = 10, Churn = -10m, ChurnCount = 2,
    /// };
    /// Console.WriteLine(ChurnCalculator.LogoChurn(january)); // 0.05
    /// Console.WriteLine(ChurnCalculator.LogoChurn(january, LogoDenominator.OpeningPlusNew)); // 0.04
    /// Console.WriteLine(ChurnCalculator.GrossRevenueChurn(january)); // 0.1
    /// </code></example>
    public static decimal? LogoChurn(ArrBridge line, LogoDenominator denominator = LogoDenominator.Opening)
    {
        Guard.Against.Null(line);
        decimal accounts = Guard.Against.Undefined(denominator) switch
        {
            LogoDenominator.Average => (line.OpeningCount + line.ClosingCount) / Two,
            LogoDenominator.OpeningPlusNew => line.OpeningCount + line.NewCount,
            _ => line.OpeningCount,
        };
        return RetentionRatio.Of(line.ChurnCount, accounts);
    }

    /// <summary>Returns the accounts that stayed as a share of accounts: <c>1 - logo churn</c>.</summary>
    /// <param name="line">The line.</param>
    /// <param name="denominator">The accounts that are divided by. Default: those at the start.</param>
    /// <returns>The rate, or <see langword="null"/> if there are no accounts to divide by.</returns>
    /// <exception cref="ArgumentException">The denominator is not defined.</exception>
    public static decimal? LogoRetention(ArrBridge line, LogoDenominator denominator = LogoDenominator.Opening) =>
        1m - LogoChurn(line, denominator);

    /// <summary>Returns the lost revenue as a share of the opening.</summary>
    /// <param name="line">The line.</param>
    /// <returns><c>-(contraction + churn) / opening</c>, or <see langword="null"/> if the opening is zero. ChartMogul
    /// calls it gross MRR churn rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public static decimal? GrossRevenueChurn(ArrBridge line)
    {
        Guard.Against.Null(line);
        return RetentionRatio.Of(-(line.Contraction + line.Churn), line.Opening);
    }

    /// <summary>Returns the lost revenue less expansion and reactivation as a share of the opening; negative if the
    /// base grows.</summary>
    /// <param name="line">The line.</param>
    /// <returns><c>-(contraction + churn + expansion + reactivation + late renewal) / opening</c>, or
    /// <see langword="null"/> if the opening is zero. ChartMogul calls it net MRR churn rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public static decimal? NetRevenueChurn(ArrBridge line)
    {
        Guard.Against.Null(line);
        return RetentionRatio.Of(
            -(line.Contraction + line.Churn + line.Expansion + line.Reactivation + line.LateRenewal), line.Opening);
    }

    /// <summary>Returns the churn of a year of equal periods, compounded.</summary>
    /// <param name="churn">The churn of one period, between 0 and 1.</param>
    /// <param name="periodsPerYear">The number of periods in a year, between 1 and 366: 12 for months.</param>
    /// <returns><c>1 - (1 - churn) ^ periods</c>.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range.</exception>
    public static decimal Annualize(decimal churn, int periodsPerYear) =>
        1m - RetentionCalculator.Annualize(1m - Guard.Against.NotFraction(churn), periodsPerYear);
}

/// <summary>The accounts by which logo churn is divided.</summary>
public enum LogoDenominator
{
    /// <summary>The accounts at the start of the period. The default, and the most widely used one.</summary>
    Opening = 0,

    /// <summary>The mean of the accounts at the start and at the end, for a base that grows fast.</summary>
    Average = 1,

    /// <summary>The accounts at the start and the new ones, all of which could leave.</summary>
    OpeningPlusNew = 2,
}
