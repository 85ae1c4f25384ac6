using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The sites of an account: how many are covered, how many there are, and how fast they are added.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SiteEstate
{
    private SiteEstate(string account, int coveredSites, int totalSites, decimal sitesPerYear, decimal arrPerSite)
    {
        Account = account;
        CoveredSites = coveredSites;
        TotalSites = totalSites;
        SitesPerYear = sitesPerYear;
        ArrPerSite = arrPerSite;
    }

    /// <summary>Gets the name of the account.</summary>
    public string Account { get; }

    /// <summary>Gets the number of sites that are covered now.</summary>
    public int CoveredSites { get; }

    /// <summary>Gets the number of sites of the account.</summary>
    public int TotalSites { get; }

    /// <summary>Gets the number of sites that are added per year.</summary>
    public decimal SitesPerYear { get; }

    /// <summary>Gets the ARR of a site.</summary>
    public decimal ArrPerSite { get; }

    /// <summary>Gets the share of sites that are covered, between 0 and 1.</summary>
    public decimal Penetration => (decimal)CoveredSites / TotalSites;

    /// <summary>Gets the ARR of the covered sites.</summary>
    public decimal Arr => CoveredSites * ArrPerSite;

    /// <summary>Gets the ARR of the sites that are not covered.</summary>
    public decimal OpenArr => (TotalSites - CoveredSites) * ArrPerSite;

    /// <summary>Creates the sites of an account.</summary>
    /// <param name="account">The name of the account.</param>
    /// <param name="coveredSites">The number of sites that are covered now, between 0 and
    /// <paramref name="totalSites"/>.</param>
    /// <param name="totalSites">The number of sites of the account, one or more.</param>
    /// <param name="sitesPerYear">The number of sites that are added per year, zero or more.</param>
    /// <param name="arrPerSite">The ARR of a site, zero or more.</param>
    /// <returns>The sites.</returns>
    /// <exception cref="ArgumentException">The name is blank, a number is outside its range, or the ARR of all sites
    /// exceeds the range of a decimal.</exception>
    public static SiteEstate Of(
        string account, int coveredSites, int totalSites, decimal sitesPerYear, decimal arrPerSite)
    {
        Guard.Against.Blank(account);
        Guard.Against.BelowOne(totalSites);
        Guard.Against.BelowZero(sitesPerYear);
        Guard.Against.BelowZero(arrPerSite);
        if (coveredSites < 0 || coveredSites > totalSites)
        {
            throw DomainGuards.OutOfRange(
                nameof(coveredSites),
                Invariant($"{coveredSites} of {account}"),
                Invariant($"0 to {totalSites}, the sites of the account,"));
        }

        try
        {
            _ = totalSites * arrPerSite;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The ARR of {totalSites} sites of {account}"), nameof(arrPerSite), overflow);
        }

        return new SiteEstate(account, coveredSites, totalSites, sitesPerYear, arrPerSite);
    }

    /// <summary>Returns the number of sites that are covered after some months at a velocity.</summary>
    internal int CoveredAfter(int months, decimal sitesPerYear)
    {
        int open = TotalSites - CoveredSites;
        decimal added = decimal.Floor(Math.Min(sitesPerYear, open * 12m) * months / 12m);
        return CoveredSites + (int)Math.Min(added, open);
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Account}: {CoveredSites:#,0} of {Plural.Of(TotalSites, "site")} ({Penetration * 100m:0.#}%), ")
            + Invariant($"{SitesPerYear:0.##} a year, {ArrPerSite:#,0.##} ARR a site");
}
