using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The cost of one opportunity of a sales motion by driver: a long cycle, technical pre-sales and remote
/// sites.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AcquisitionMotion
{
    /// <summary>Gets the length of the sales cycle in months, zero or more.</summary>
    public required decimal CycleMonths { get; init => field = Guard.Against.BelowZero(value, nameof(CycleMonths)); }

    /// <summary>Gets the cost of the seller's time on the opportunity per month, zero or more.</summary>
    public required decimal SellingCostPerMonth
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(SellingCostPerMonth));
    }

    /// <summary>Gets the share of opportunities that are won, above 0 and at most 1.</summary>
    public required decimal WinRate
    {
        get;
        init => field = Guard.Against.NotPositive(
            Guard.Against.NotFraction(value, nameof(WinRate)), nameof(WinRate));
    }

    /// <summary>Gets the days of technical pre-sales, zero or more. Default: zero.</summary>
    public decimal PreSalesDays { get; init => field = Guard.Against.BelowZero(value, nameof(PreSalesDays)); }

    /// <summary>Gets the cost of a day of technical pre-sales, zero or more. Default: zero.</summary>
    public decimal PreSalesCostPerDay
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(PreSalesCostPerDay));
    }

    /// <summary>Gets the number of visits to sites, zero or more. Default: zero.</summary>
    public decimal SiteVisits { get; init => field = Guard.Against.BelowZero(value, nameof(SiteVisits)); }

    /// <summary>Gets the cost of a visit to a site, zero or more. Default: zero.</summary>
    public decimal CostPerSiteVisit
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(CostPerSiteVisit));
    }

    /// <summary>Gets the marketing cost of an opportunity, zero or more. Default: zero.</summary>
    public decimal MarketingCost { get; init => field = Guard.Against.BelowZero(value, nameof(MarketingCost)); }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{CycleMonths:0.##} months at {SellingCostPerMonth:#,0.##}, ")
            + Invariant($"{PreSalesDays:0.##} days of pre-sales at {PreSalesCostPerDay:#,0.##}, ")
            + Invariant($"{SiteVisits:0.##} site visits at {CostPerSiteVisit:#,0.##}, ")
            + Invariant($"marketing {MarketingCost:#,0.##}, {WinRate * 100m:0.##}% won");
}
