using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A capacity price and a quantity for each of its meters: often on a limit, or next to it.</summary>
public sealed record PricingCapacity(CapacityPrice Price, ValueList<decimal> Quantities);
