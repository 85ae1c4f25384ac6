using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A plan and a period's usage of each of its meters that lies within its tiers.</summary>
public sealed record PricingUsage(PricePlan Plan, ValueList<decimal> Quantities);
