using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>One year of the lifetime value of an account over its sites.</summary>
/// <param name="Year">The year, from 1.</param>
/// <param name="Sites">The number of whole sites that are covered in the year.</param>
/// <param name="Arr">The ARR of those sites if the account is still a customer.</param>
/// <param name="Survival">The probability that it is, between 0 and 1.</param>
/// <param name="GrossProfit">The expected gross profit of the year, discounted.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SiteValueYear(int Year, int Sites, decimal Arr, decimal Survival, decimal GrossProfit)
{
    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"year {Year}: {Plural.Of(Sites, "site")}, {Arr:#,0.##} ARR, ")
            + Invariant($"{Survival * 100m:0.#}% retained, {GrossProfit:#,0} gross profit");
}
