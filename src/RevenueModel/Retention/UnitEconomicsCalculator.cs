using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Computes single figures of unit economics: lifetime value from churn, acquisition cost, magic number and
/// burn multiple.</summary>
public static class UnitEconomicsCalculator
{
    private const decimal QuartersPerYear = 4m;

    /// <summary>Returns the lifetime value of an account under constant churn.</summary>
    /// <param name="revenuePerAccount">The revenue of an account per period (ARPA), an amount of zero or more.</param>
    /// <param name="churn">The logo churn of a period, between 0 and 1.</param>
    /// <param name="grossMargin">The share of revenue that remains after the cost to serve, between 0 and 1. Default:
    /// one, lifetime revenue.</param>
    /// <returns><c>revenue × gross margin / churn</c>, or <see langword="null"/> if nobody leaves.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    /// <example><code>
    /// Console.WriteLine(UnitEconomicsCalculator.LifetimeValue(40m, churn: 0.04m, grossMargin: 0.75m)); // 750
    /// </code></example>
    public static decimal? LifetimeValue(decimal revenuePerAccount, decimal churn, decimal grossMargin = 1m)
    {
        Guard.Against.BelowZero(revenuePerAccount);
        Guard.Against.NotFraction(churn);
        Guard.Against.NotFraction(grossMargin);
        return Quotient(revenuePerAccount * grossMargin, churn, nameof(revenuePerAccount));
    }

    /// <summary>Returns the cost to acquire an account (CAC).</summary>
    /// <param name="salesAndMarketing">The cost of sales and marketing, zero or more.</param>
    /// <param name="newAccounts">The number of new accounts, zero or more.</param>
    /// <returns><c>cost / accounts</c>, or <see langword="null"/> if no account is new.</returns>
    /// <exception cref="ArgumentException">A figure is negative.</exception>
    public static decimal? AcquisitionCost(decimal salesAndMarketing, long newAccounts) =>
        RetentionRatio.Of(Guard.Against.BelowZero(salesAndMarketing), Guard.Against.BelowZero(newAccounts));

    /// <summary>Returns the magic number: the annualized growth of quarterly revenue per cost of sales and marketing
    /// of the quarter before.</summary>
    /// <param name="revenue">The revenue of the quarter, an amount of zero or more.</param>
    /// <param name="priorRevenue">The revenue of the quarter before, an amount of zero or more.</param>
    /// <param name="priorSalesAndMarketing">The cost of sales and marketing of the quarter before, zero or more.
    /// </param>
    /// <returns><c>(revenue - prior revenue) × 4 / cost</c>, or <see langword="null"/> without a cost.</returns>
    /// <exception cref="ArgumentException">A figure is negative, or the result exceeds the range of a
    /// decimal.</exception>
    public static decimal? MagicNumber(decimal revenue, decimal priorRevenue, decimal priorSalesAndMarketing)
    {
        Guard.Against.BelowZero(revenue);
        Guard.Against.BelowZero(priorRevenue);
        Guard.Against.BelowZero(priorSalesAndMarketing);
        try
        {
            return RetentionRatio.Of((revenue - priorRevenue) * QuartersPerYear, priorSalesAndMarketing);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"revenue {revenue}"), nameof(revenue), overflow);
        }
    }

    /// <summary>Returns the burn multiple: cash burned per unit of ARR that was added.</summary>
    /// <param name="netBurn">The cash burned, an amount of any sign.</param>
    /// <param name="netNewArr">The sum of all movements of the bridge, an amount of any sign.</param>
    /// <returns><c>net burn / net new ARR</c>, or <see langword="null"/> if no ARR was added.</returns>
    /// <exception cref="ArgumentException">The result exceeds the range of a decimal.</exception>
    public static decimal? BurnMultiple(decimal netBurn, decimal netNewArr) =>
        netNewArr > 0m ? Quotient(netBurn, netNewArr, nameof(netBurn)) : null;

    private static decimal? Quotient(decimal numerator, decimal denominator, string name)
    {
        try
        {
            return RetentionRatio.Of(numerator, denominator);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"{numerator} / {denominator}"), name, overflow);
        }
    }
}
