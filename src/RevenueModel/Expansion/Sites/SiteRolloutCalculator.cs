using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Projects the roll-out of a product over the sites of an account.</summary>
public static class SiteRolloutCalculator
{
    /// <summary>Returns the months until an account reaches a penetration at its velocity.</summary>
    /// <param name="estate">The sites of the account.</param>
    /// <param name="penetration">The target as a share of sites, between 0 and 1.</param>
    /// <returns>The months, which need not be whole; zero if the target is reached, and <see langword="null"/> if the
    /// account adds no sites.</returns>
    /// <exception cref="ArgumentException">The target is outside its range, or the months exceed the range of a
    /// decimal.</exception>
    /// <remarks><c>(target sites - covered sites) / sites per year × 12</c>, with target sites rounded up.</remarks>
    /// <example><code>
    /// SiteEstate estate = SiteEstate.Of(
    ///     "Acme Refining", coveredSites: 4, totalSites: 40, sitesPerYear: 4m, arrPerSite: 125_000m);
    /// decimal? months = SiteRolloutCalculator.MonthsTo(estate, penetration: 50.Percent);
    /// Console.WriteLine($"{months:0} months"); // 48 months
    /// </code></example>
    public static decimal? MonthsTo(SiteEstate estate, decimal penetration)
    {
        Guard.Against.Null(estate);
        int missing = TargetSites(estate, Guard.Against.NotFraction(penetration)) - estate.CoveredSites;
        if (missing <= 0)
        {
            return 0m;
        }

        try
        {
            return estate.SitesPerYear == 0m ? null : missing * 12m / estate.SitesPerYear;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The months of {estate.Account} at {estate.SitesPerYear} sites a year"),
                nameof(estate),
                overflow);
        }
    }

    /// <summary>Returns the covered sites of an account month by month.</summary>
    /// <param name="estate">The sites of the account.</param>
    /// <param name="months">The last month from now, between 0 and 1,200.</param>
    /// <returns>A line for each month from 0 to <paramref name="months"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="months"/> is outside its range.</exception>
    /// <remarks>
    /// Sites are whole: <c>covered + ⌊sites per year × month / 12⌋</c>, up to the sites of the account.
    /// </remarks>
    public static ValueList<SiteRolloutMonth> ByMonth(SiteEstate estate, int months)
    {
        Guard.Against.Null(estate);
        ExpansionGuards.Months(months);
        var lines = new SiteRolloutMonth[months + 1];
        for (int month = 0; month <= months; month++)
        {
            lines[month] = new SiteRolloutMonth(
                month, estate.CoveredAfter(month, estate.SitesPerYear), estate.TotalSites, estate.ArrPerSite);
        }

        return ValueList.Own(lines);
    }

    /// <summary>Compares the published way from a pilot to a license with the published velocity and
    /// retention.</summary>
    /// <param name="benchmark">The published figures of sites.</param>
    /// <param name="nrr">The published net revenue retention per year, as a ratio; zero or more.</param>
    /// <returns>The figures, and what they imply of each other.</returns>
    /// <exception cref="ArgumentException">The retention starts below zero, or a figure exceeds the range of a
    /// decimal.</exception>
    /// <remarks>
    /// Published: 75,000 to 5,000,000 over forty sites, 3 to 6 sites a year, 110-130% NRR. Sites take 6.5 to 13 years,
    /// and the retention takes 16 to 44 (OT security KPIs 2027, Direct Answer, KPIs 3 and 6).
    /// </remarks>
    public static PilotExpansion FromPilot(SiteBenchmark benchmark, Band<decimal> nrr)
    {
        var pilot = new PilotExpansion(Guard.Against.Null(benchmark), Guard.Against.BelowZero(nrr));
        try
        {
            _ = pilot.Multiple;
            _ = pilot.YearsAtVelocity;
            _ = pilot.ArrAddedPerYear;
            return pilot;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow("The figures of the benchmark", nameof(benchmark), overflow);
        }
    }

    /// <summary>Returns the sites that a penetration means, rounded up.</summary>
    internal static int TargetSites(SiteEstate estate, decimal penetration) =>
        (int)decimal.Ceiling(estate.TotalSites * penetration);
}
