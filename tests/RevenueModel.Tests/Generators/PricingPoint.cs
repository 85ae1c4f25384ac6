using RevenueModel.Pricing;

namespace RevenueModel.Tests.Generators;

/// <summary>A price and a quantity that it prices: often on the end of a tier, or next to it.</summary>
public sealed record PricingPoint(QuantityPrice Price, decimal Quantity);
