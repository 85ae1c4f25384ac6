using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>Computes the lifetime value of critical-infrastructure accounts over sites and years.</summary>
public static class InfrastructureValueCalculator
{
    /// <summary>Projects the lifetime value of an account whose sites are covered one after the other.</summary>
    /// <param name="account">The account with its sites, margin and retention.</param>
    /// <returns>The value with a line for each year.</returns>
    /// <exception cref="ArgumentException">The account is null, or a result exceeds the range of a
    /// decimal.</exception>
    /// <remarks>
    /// Year y covers <c>sites + ⌊sites per year × (y - 1)⌋</c> sites, at most all of them. Its expected gross
    /// profit is <c>sites × ARR per site × margin × r^(y - 1) / (1 + d)^(y - 1)</c>: a year is paid in advance, so
    /// that the first one is certain. Prices do not change. Without new sites and a limit of years, the value is that
    /// of <see cref="LifetimeValueCalculator.Discounted"/>.
    /// </remarks>
    /// <example><code>
    /// InfrastructureLifetimeValue value = InfrastructureValueCalculator.Project(InfrastructureAccount.Of(
    ///     "Acme Refining", sites: 4, totalSites: 40, sitesPerYear: 4m, arrPerSite: 125_000m,
    ///     grossMargin: 0.75m, logoRetention: 0.93m, years: 10));
    /// Console.WriteLine(value); // Acme Refining: 13,563,526 in 10 years, 40 sites in the last
    /// </code></example>
    public static InfrastructureLifetimeValue Project(InfrastructureAccount account)
    {
        Guard.Against.Null(account);
        var years = new InfrastructureYear[account.Years];
        decimal survival = 1m;
        decimal factor = 1m;
        decimal sum = 0m;
        try
        {
            for (int i = 0; i < years.Length; i++)
            {
                int sites = SitesAfter(account, i);
                decimal arr = sites * account.ArrPerSite;
                decimal grossProfit = arr * account.GrossMargin * survival * factor;
                years[i] = new InfrastructureYear(i + 1, sites, arr, survival, grossProfit);
                sum += grossProfit;
                survival *= account.LogoRetention;
                factor /= 1m + account.DiscountRate;
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"The lifetime value of {account.Name}", nameof(account), overflow);
        }

        return new InfrastructureLifetimeValue(account, ValueList.Own(years), sum);
    }

    private static int SitesAfter(InfrastructureAccount account, int years)
    {
        int open = account.TotalSites - account.Sites;
        decimal added = decimal.Floor(Math.Min(account.SitesPerYear, open) * years);
        return account.Sites + (int)Math.Min(added, open);
    }
}
