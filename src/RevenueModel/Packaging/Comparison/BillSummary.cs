
namespace RevenueModel.Packaging;

/// <summary>What bills under a plan come to and how predictable they are.</summary>
/// <remarks>Immutable; equal by value. The default value is that of no bills.</remarks>
/// <param name="Variation">How much the bills change from month to month.</param>
/// <param name="Shocks">The bills that are far above what came before.</param>
public readonly record struct BillSummary(BillVariation Variation, BillShocks Shocks)
{
    /// <summary>The sum of the bills.</summary>
    public decimal Total => Variation.Total;

    /// <summary>The summary in words.</summary>
    public override string ToString() => Variation + ", " + Shocks;
}
