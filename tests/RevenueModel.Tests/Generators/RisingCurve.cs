using RevenueModel.Compensation;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// A curve that never pays less for a higher attainment: no retroactive tier or interpolated amount pays less than the
/// tiers below. Some have thresholds and caps.
/// </summary>
public sealed record RisingCurve(PayoutCurve Curve);
