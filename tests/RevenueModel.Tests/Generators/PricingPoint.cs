using RevenueModel.Pricing;

namespace RevenueModel.Tests.Generators;

/// <summary>A price and a quantity within its tiers, often at or next to the end of a tier.</summary>
public sealed record PricingPoint(QuantityPrice Price, decimal Quantity);
