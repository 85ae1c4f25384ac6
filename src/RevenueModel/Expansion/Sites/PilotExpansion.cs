using System.Numerics;
using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The way from a pilot at one site to a license over all sites, as published, beside what the figures imply
/// of each other. Created by <see cref="SiteRolloutCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PilotExpansion
{
    internal PilotExpansion(SiteBenchmark benchmark, Band<decimal> nrr)
    {
        Benchmark = benchmark;
        Nrr = nrr;
    }

    /// <summary>Gets the published figures.</summary>
    public SiteBenchmark Benchmark { get; }

    /// <summary>Gets the net revenue retention per year that is published beside them, as a ratio.</summary>
    public Band<decimal> Nrr { get; }

    /// <summary>Gets the ARR per site that the license implies: <c>license ARR / sites</c>.</summary>
    public decimal ImpliedArrPerSite => Benchmark.LicenseArr / Benchmark.LicenseSites;

    /// <summary>Gets whether the implied ARR per site lies in the published band.</summary>
    public bool IsArrPerSiteInBand => Benchmark.ArrPerSite.Contains(ImpliedArrPerSite);

    /// <summary>Gets the multiple from pilot to license.</summary>
    public decimal Multiple => Benchmark.LicenseArr / Benchmark.PilotArr;

    /// <summary>Gets the years in which the published velocity adds all sites but the first, from the highest velocity
    /// to the lowest, or <see langword="null"/> if the lowest is zero or the highest has no limit.</summary>
    public Band<decimal>? YearsAtVelocity =>
        Benchmark.HealthySitesPerYear is { Min: > 0m and var slow, Max: { } fast }
            ? Band.Between((Benchmark.LicenseSites - 1) / fast, (Benchmark.LicenseSites - 1) / slow)
            : null;

    /// <summary>Gets the years in which the published retention grows the pilot to the license,
    /// <c>ln(multiple) / ln(NRR)</c>, from the highest retention to the lowest, or <see langword="null"/> if the
    /// lowest does not grow or the highest has no limit.</summary>
    public Band<double>? YearsAtNrr => Nrr is { Min: > 1m and var slow, Max: { } fast } && Multiple >= 1m
        ? Band.Between(YearsAt(fast), YearsAt(slow))
        : null;

    /// <summary>Gets the ARR that the published velocity adds to an account per year, at the published ARR per site,
    /// or <see langword="null"/> if a band has no upper end.</summary>
    public Band<decimal>? ArrAddedPerYear => Benchmark is
    {
        HealthySitesPerYear: { Min: var sites, Max: { } most },
        ArrPerSite: { Min: var arr, Max: { } highest },
    }
        ? Band.Between(sites * arr, most * highest)
        : null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Benchmark.PilotArr:#,0.##} to {Benchmark.LicenseArr:#,0.##} ({Multiple:0.#}x), ")
            + Invariant($"{ImpliedArrPerSite:#,0.##} ARR a site; years: {Text(YearsAtVelocity)} at ")
            + Invariant($"{Benchmark.HealthySitesPerYear} sites a year, {Text(YearsAtNrr)} at an NRR of {Nrr:0%}");

    private static string Text<T>(Band<T>? years)
        where T : struct, INumber<T> => years is { } band ? Invariant($"{band:0.0}") : "undefined";

    private double YearsAt(decimal nrr) => GrowthPower.Log((double)Multiple) / GrowthPower.Log((double)nrr);
}
