using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The total of the bills under a plan and their predictability.</summary>
/// <param name="Variation">The variation of the bills from month to month.</param>
/// <param name="Shocks">The bill shocks.</param>
/// <remarks>Immutable; equal by value. The default value represents no bills.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BillSummary(BillVariation Variation, BillShocks Shocks)
{
    /// <summary>Gets the sum of the bills.</summary>
    public decimal Total => Variation.Total;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Variation + ", " + Shocks;
}
