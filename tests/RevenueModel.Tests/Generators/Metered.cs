using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A schedule and a quantity that it knows the amount of, often one where a tier starts or ends.</summary>
public sealed record Metered(TierSchedule Schedule, decimal Quantity);
