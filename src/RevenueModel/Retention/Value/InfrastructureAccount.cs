using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A critical-infrastructure account whose product is rolled out over its sites in some years.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record InfrastructureAccount
{
    /// <summary>The most years that a projection has.</summary>
    private const int MostYears = 100;

    private InfrastructureAccount(
        string name,
        int sites,
        int totalSites,
        decimal sitesPerYear,
        decimal arrPerSite,
        decimal grossMargin,
        decimal logoRetention,
        int years,
        decimal discountRate)
    {
        Name = name;
        Sites = sites;
        TotalSites = totalSites;
        SitesPerYear = sitesPerYear;
        ArrPerSite = arrPerSite;
        GrossMargin = grossMargin;
        LogoRetention = logoRetention;
        Years = years;
        DiscountRate = discountRate;
    }

    /// <summary>Gets the name of the account.</summary>
    public string Name { get; }

    /// <summary>Gets the number of sites that are covered in the first year.</summary>
    public int Sites { get; }

    /// <summary>Gets the number of sites of the account.</summary>
    public int TotalSites { get; }

    /// <summary>Gets the number of sites that are added per year.</summary>
    public decimal SitesPerYear { get; }

    /// <summary>Gets the ARR of a site.</summary>
    public decimal ArrPerSite { get; }

    /// <summary>Gets the share of revenue that remains after the cost to serve, between 0 and 1.</summary>
    public decimal GrossMargin { get; }

    /// <summary>Gets the probability that the account renews in a year, between 0 and 1.</summary>
    public decimal LogoRetention { get; }

    /// <summary>Gets the number of years of the projection.</summary>
    public int Years { get; }

    /// <summary>Gets the discount rate per year, a fraction between 0 and 1.</summary>
    public decimal DiscountRate { get; }

    /// <summary>Creates an account.</summary>
    /// <param name="name">The name; not blank.</param>
    /// <param name="sites">The number of sites that are covered in the first year, between 0 and
    /// <paramref name="totalSites"/>.</param>
    /// <param name="totalSites">The number of sites of the account, one or more.</param>
    /// <param name="sitesPerYear">The number of sites that are added per year, zero or more.</param>
    /// <param name="arrPerSite">The ARR of a site, zero or more.</param>
    /// <param name="grossMargin">The share of revenue that remains after the cost to serve, between 0 and 1.</param>
    /// <param name="logoRetention">The probability that the account renews in a year, between 0 and 1.</param>
    /// <param name="years">The number of years of the projection, between 1 and 100.</param>
    /// <param name="discountRate">The discount rate per year, a fraction between 0 and 1. Default: zero.</param>
    /// <returns>The account.</returns>
    /// <exception cref="ArgumentException">The name is blank, a figure is outside its range, or the ARR of all sites
    /// over the years exceeds the range of a decimal.</exception>
    public static InfrastructureAccount Of(
        string name,
        int sites,
        int totalSites,
        decimal sitesPerYear,
        decimal arrPerSite,
        decimal grossMargin,
        decimal logoRetention,
        int years,
        decimal discountRate = 0m)
    {
        Guard.Against.Blank(name);
        Guard.Against.BelowOne(totalSites);
        Guard.Against.BelowZero(sitesPerYear);
        Guard.Against.BelowZero(arrPerSite);
        Guard.Against.NotFraction(grossMargin);
        Guard.Against.NotFraction(logoRetention);
        Guard.Against.NotFraction(discountRate);
        if (sites < 0 || sites > totalSites)
        {
            throw DomainGuards.OutOfRange(
                nameof(sites),
                Invariant($"{sites} of {name}"),
                Invariant($"0 to {totalSites}, the sites of the account,"));
        }

        if (years is < 1 or > MostYears)
        {
            throw DomainGuards.OutOfRange(nameof(years), Invariant($"{years} of {name}"), "1 to 100");
        }

        try
        {
            _ = totalSites * arrPerSite * years;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The ARR of {totalSites} sites of {name}"), nameof(arrPerSite), overflow);
        }

        return new InfrastructureAccount(
            name, sites, totalSites, sitesPerYear, arrPerSite, grossMargin, logoRetention, years, discountRate);
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Name}: {Sites:#,0} of {Plural.Of(TotalSites, "site")}, {SitesPerYear:0.##} more a year, ")
            + Invariant($"{ArrPerSite:#,0.##} ARR a site at {GrossMargin * 100m:0.##}% margin, ")
            + Invariant($"{LogoRetention * 100m:0.##}% retained, {Plural.Of(Years, "year")}")
            + (DiscountRate > 0m ? Invariant($" discounted at {DiscountRate * 100m:0.##}%") : "");
}
