using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>Published figures of the roll-out of a product over the sites of an account.</summary>
/// <remarks>Immutable; equal by value. Each figure is carried as published, also where others contradict it.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record SiteBenchmark
{
    /// <summary>Gets the figures for services of industrial cybersecurity (OT and ICS) in 2027.</summary>
    public static SiteBenchmark OtSecurity2027 { get; } = new()
    {
        HealthySitesPerYear = Band.Between(3m, 6m),
        StalledSitesPerYear = 0m,
        ArrPerSite = Band.Between(50_000m, 500_000m),
        PilotArr = 75_000m,
        LicenseArr = 5_000_000m,
        LicenseSites = 40,
        Citation = new Citation(
            "Key sales KPIs for the Industrial Cybersecurity (OT/ICS) Services industry in 2027",
            "Direct Answer, KPI 6"),
    };

    /// <summary>Gets the sites that a healthy account adds per year, zero or more.</summary>
    public required Band<decimal> HealthySitesPerYear
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(HealthySitesPerYear));
    }

    /// <summary>Gets the sites per year up to which an account is stalled, zero or more. Default: zero.</summary>
    public decimal StalledSitesPerYear
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(StalledSitesPerYear));
    }

    /// <summary>Gets the ARR of a site, zero or more.</summary>
    public required Band<decimal> ArrPerSite
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(ArrPerSite));
    }

    /// <summary>Gets the ARR of a pilot at one site, above zero.</summary>
    public required decimal PilotArr { get; init => field = Guard.Against.NotPositive(value, nameof(PilotArr)); }

    /// <summary>Gets the ARR of the license over all sites, above zero.</summary>
    public required decimal LicenseArr { get; init => field = Guard.Against.NotPositive(value, nameof(LicenseArr)); }

    /// <summary>Gets the number of sites of that license, one or more.</summary>
    public required int LicenseSites { get; init => field = Guard.Against.BelowOne(value, nameof(LicenseSites)); }

    /// <summary>Gets the document and section in which the figures are published.</summary>
    public Citation? Citation { get; init; }

    /// <summary>Returns the assessment of a velocity.</summary>
    /// <param name="sitesPerYear">The sites that an account adds per year, zero or more.</param>
    /// <returns>Stalled, below the healthy band, healthy, or above it.</returns>
    /// <exception cref="ArgumentException"><paramref name="sitesPerYear"/> is negative.</exception>
    public SiteVelocity Assess(decimal sitesPerYear)
    {
        Guard.Against.BelowZero(sitesPerYear);
        if (sitesPerYear <= StalledSitesPerYear && !HealthySitesPerYear.Contains(sitesPerYear))
        {
            return SiteVelocity.Stalled;
        }

        return HealthySitesPerYear.Locate(sitesPerYear) switch
        {
            BandPosition.Below => SiteVelocity.BelowHealthy,
            BandPosition.Above => SiteVelocity.AboveHealthy,
            _ => SiteVelocity.Healthy,
        };
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"healthy {HealthySitesPerYear} sites a year, ")
        + Invariant($"{ArrPerSite} ARR a site, pilot {PilotArr:#,0.##}, ")
        + Invariant($"license {LicenseArr:#,0.##} for {Plural.Of(LicenseSites, "site")}");
}

/// <summary>An assessment of the sites that an account adds per year.</summary>
public enum SiteVelocity
{
    /// <summary>The account adds no sites.</summary>
    Stalled = 0,

    /// <summary>The account adds fewer sites than a healthy one.</summary>
    BelowHealthy = 1,

    /// <summary>The account adds as many sites as a healthy one.</summary>
    Healthy = 2,

    /// <summary>The account adds more sites than a healthy one.</summary>
    AboveHealthy = 3,
}
