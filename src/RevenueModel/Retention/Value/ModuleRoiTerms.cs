using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The terms of a module's return for a customer in a year: less unplanned downtime and more
/// yield.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ModuleRoiTerms
{
    /// <summary>Gets the ARR of the module, above zero.</summary>
    public required decimal ModuleArr { get; init => field = Guard.Against.NotPositive(value, nameof(ModuleArr)); }

    /// <summary>Gets the customer's cost of unplanned downtime per year, zero or more. Default: zero.</summary>
    public decimal DowntimeCost { get; init => field = Guard.Against.BelowZero(value, nameof(DowntimeCost)); }

    /// <summary>Gets the share of unplanned downtime that is avoided, between 0 and 1. Default: zero.</summary>
    public decimal DowntimeReduction
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(DowntimeReduction));
    }

    /// <summary>Gets the customer's profit per year that is proportional to yield, zero or more. Default: zero.
    /// </summary>
    public decimal YieldProfit { get; init => field = Guard.Against.BelowZero(value, nameof(YieldProfit)); }

    /// <summary>Gets the improvement of yield, a fraction between 0 and 1. Default: zero.</summary>
    public decimal YieldImprovement
    {
        get;
        init => field = Guard.Against.NotFraction(value, nameof(YieldImprovement));
    }

    /// <summary>Gets the cost of the implementation, once, zero or more. Default: zero.</summary>
    public decimal ImplementationCost
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(ImplementationCost));
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{ModuleArr:#,0.##} module ARR, ")
        + Invariant($"{DowntimeReduction * 100m:0.##}% of {DowntimeCost:#,0.##} downtime, ")
        + Invariant($"{YieldImprovement * 100m:0.##}% of {YieldProfit:#,0.##} yield")
        + (ImplementationCost > 0m ? Invariant($", implementation {ImplementationCost:#,0.##}") : "");
}
