using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The cost to the vendor of serving the usage of a meter.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record MeterCost
{
    /// <summary>Gets the name of the meter.</summary>
    public required string Meter { get; init => field = Guard.Against.Blank(value, nameof(Meter)); }

    /// <summary>Gets the cost of the metered quantity of a month: per unit, graduated, or per package.</summary>
    public required QuantityPrice Cost { get; init => field = Guard.Against.Null(value, nameof(Cost)); }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Meter + ": " + Cost;
}
