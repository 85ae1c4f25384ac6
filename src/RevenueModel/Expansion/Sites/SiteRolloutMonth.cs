using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The covered sites of an account in one month of a roll-out.</summary>
/// <param name="Month">The months from now, zero or more.</param>
/// <param name="CoveredSites">The number of whole sites that are covered.</param>
/// <param name="TotalSites">The number of sites of the account, one or more.</param>
/// <param name="ArrPerSite">The ARR of a site.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SiteRolloutMonth(int Month, int CoveredSites, int TotalSites, decimal ArrPerSite)
{
    /// <summary>Gets the ARR of the covered sites.</summary>
    public decimal Arr => CoveredSites * ArrPerSite;

    /// <summary>Gets the share of sites that are covered, or <see langword="null"/> without sites.</summary>
    public decimal? Penetration => TotalSites == 0 ? null : (decimal)CoveredSites / TotalSites;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"month {Month}: {CoveredSites:#,0} of ")
        + Invariant($"{Plural.Of(TotalSites, "site")} ({Penetration * 100m:0.#}%), {Arr:#,0.##} ARR");
}
