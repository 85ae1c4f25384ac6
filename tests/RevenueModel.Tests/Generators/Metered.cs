using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A schedule and a quantity within its tiers, often at the start or the end of a tier.</summary>
public sealed record Metered(TierSchedule Schedule, decimal Quantity);
