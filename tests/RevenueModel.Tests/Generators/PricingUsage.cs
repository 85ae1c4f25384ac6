using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A plan and the usage of each of its meters in a period, within the tiers.</summary>
public sealed record PricingUsage(PricePlan Plan, ValueList<decimal> Quantities);
