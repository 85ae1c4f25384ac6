using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Tiers as a schedule and as a price, and quantities: plain ones, ones where a tier ends, and ones that fit no tier
/// or no number of 64 bits.
/// </summary>
public sealed record BulkCase(TierSchedule Schedule, TieredPrice Price, ValueList<decimal> Quantities);
