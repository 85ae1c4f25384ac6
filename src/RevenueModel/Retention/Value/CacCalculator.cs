using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Computes the cost to acquire an account (CAC), its payback and its ratio to lifetime value.</summary>
public static class CacCalculator
{
    private const decimal MonthsPerYear = 12m;

    /// <summary>Returns the cost to acquire an account (CAC) from booked costs.</summary>
    /// <param name="salesAndMarketing">The cost of sales and marketing, zero or more.</param>
    /// <param name="newAccounts">The number of new accounts, zero or more.</param>
    /// <returns><c>cost / accounts</c>, or <see langword="null"/> if no account is new.</returns>
    /// <exception cref="ArgumentException">A figure is negative.</exception>
    /// <remarks>Fully loaded CAC divides all cost of sales and marketing (Skok, SaaS Metrics 2.0).</remarks>
    public static decimal? Cac(decimal salesAndMarketing, long newAccounts) =>
        RetentionRatio.Of(Guard.Against.BelowZero(salesAndMarketing), Guard.Against.BelowZero(newAccounts));

    /// <summary>Returns the cost of one new account by driver under a sales motion. Lost opportunities are paid by the
    /// won ones.</summary>
    /// <param name="motion">The cost of one opportunity, and the win rate.</param>
    /// <returns>The cost of one new account: each part of an opportunity divided by the win rate.</returns>
    /// <exception cref="ArgumentException">The motion is null, or a result exceeds the range of a decimal.</exception>
    /// <remarks>
    /// <c>(cycle months × cost per month + pre-sales days × cost per day + visits × cost per visit + marketing) /
    /// win rate</c>. It assumes that a lost opportunity costs as much as a won one; if losses end early, it is an
    /// upper bound.
    /// </remarks>
    /// <example><code>
    /// AcquisitionCost cost = CacCalculator.FromMotion(new AcquisitionMotion
    /// {
    ///     CycleMonths = 12m, SellingCostPerMonth = 5_000m, PreSalesDays = 20m, PreSalesCostPerDay = 1_200m,
    ///     SiteVisits = 4m, CostPerSiteVisit = 4_000m, WinRate = 0.25m,
    /// });
    /// Console.WriteLine(cost.PerAccount); // 400000
    /// </code></example>
    public static AcquisitionCost FromMotion(AcquisitionMotion motion)
    {
        Guard.Against.Null(motion);
        try
        {
            return AcquisitionCost.Of(
                [
                    new(AcquisitionCostKind.SalesCycle,
                        motion.CycleMonths * motion.SellingCostPerMonth / motion.WinRate),
                    new(AcquisitionCostKind.TechnicalPreSales,
                        motion.PreSalesDays * motion.PreSalesCostPerDay / motion.WinRate),
                    new(AcquisitionCostKind.SiteTravel, motion.SiteVisits * motion.CostPerSiteVisit / motion.WinRate),
                    new(AcquisitionCostKind.Marketing, motion.MarketingCost / motion.WinRate),
                ],
                newAccounts: 1);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The cost of the motion", nameof(motion), overflow);
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within("motion", refused, nameof(motion));
        }
    }

    /// <summary>Returns the months until the gross profit of a new account has paid its CAC.</summary>
    /// <param name="cac">The cost to acquire the account, zero or more.</param>
    /// <param name="arr">The ARR of the new account, an amount of zero or more.</param>
    /// <param name="grossMargin">The share of revenue that remains after the cost to serve, between 0 and 1.</param>
    /// <returns><c>CAC × 12 / (ARR × gross margin)</c> in months, or <see langword="null"/> without gross
    /// profit.</returns>
    /// <exception cref="ArgumentException">A figure is outside its range, or the result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>Payback on gross margin without churn (Skok; Bessemer Venture Partners). Tools that leave out the
    /// margin state a shorter payback.</remarks>
    /// <example><code>
    /// Console.WriteLine(CacCalculator.PaybackMonths(400_000m, arr: 500_000m, grossMargin: 0.8m)); // 12
    /// </code></example>
    public static decimal? PaybackMonths(decimal cac, decimal arr, decimal grossMargin)
    {
        Guard.Against.BelowZero(cac);
        Guard.Against.BelowZero(arr);
        Guard.Against.NotFraction(grossMargin);
        try
        {
            return RetentionRatio.Of(cac * MonthsPerYear, arr * grossMargin);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"cac {cac}"), nameof(cac), overflow);
        }
    }

    /// <summary>Returns lifetime value as a multiple of CAC.</summary>
    /// <param name="lifetimeValue">The lifetime value of an account, an amount of zero or more.</param>
    /// <param name="cac">The cost to acquire it, zero or more.</param>
    /// <returns><c>LTV / CAC</c>, or <see langword="null"/> if the cost is zero.</returns>
    /// <exception cref="ArgumentException">A figure is negative, or the result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>The rule of thumb is a ratio of three or more (Skok, SaaS Metrics 2.0), with LTV on gross
    /// margin.</remarks>
    /// <example><code>
    /// Console.WriteLine(CacCalculator.LtvToCac(1_200_000m, cac: 400_000m)); // 3
    /// </code></example>
    public static decimal? LtvToCac(decimal lifetimeValue, decimal cac) =>
        ValueFigures.Quotient(
            Guard.Against.BelowZero(lifetimeValue), Guard.Against.BelowZero(cac), nameof(lifetimeValue));
}
