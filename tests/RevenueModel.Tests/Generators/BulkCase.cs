using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Tiers as a schedule and as a price, with quantities: ordinary ones, ones at the end of a tier, and ones outside all
/// tiers or too large for 64-bit arithmetic.
/// </summary>
public sealed record BulkCase(TierSchedule Schedule, TieredPrice Price, ValueList<decimal> Quantities);
