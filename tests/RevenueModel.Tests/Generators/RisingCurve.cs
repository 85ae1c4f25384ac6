using RevenueModel.Compensation;

namespace RevenueModel.Tests.Generators;

/// <summary>A curve that never pays less for more: no retroactive tier or interpolated amount falls below what was
/// reached. Thresholds and caps among them.</summary>
public sealed record RisingCurve(PayoutCurve Curve);
