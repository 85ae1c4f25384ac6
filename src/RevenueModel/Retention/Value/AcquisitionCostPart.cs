using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A part of the cost to acquire accounts.</summary>
/// <param name="Kind">The driver of the cost.</param>
/// <param name="Amount">The amount, zero or more.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct AcquisitionCostPart(AcquisitionCostKind Kind, decimal Amount)
{
    /// <summary>Returns the driver and the amount.</summary>
    public override string ToString() => Invariant($"{Kind} {Amount:#,0.##}");
}

/// <summary>A driver of the cost to acquire accounts (CAC).</summary>
public enum AcquisitionCostKind
{
    /// <summary>Any other cost of acquisition.</summary>
    Other = 0,

    /// <summary>The cost of sellers over the sales cycle, which grows with its length.</summary>
    SalesCycle = 1,

    /// <summary>Technical pre-sales: solutions consultants and proofs of concept.</summary>
    TechnicalPreSales = 2,

    /// <summary>Travel to remote sites.</summary>
    SiteTravel = 3,

    /// <summary>Marketing.</summary>
    Marketing = 4,
}
