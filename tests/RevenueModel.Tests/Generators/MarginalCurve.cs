using RevenueModel.Compensation;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// A curve without jumps: marginal and interpolated tiers without flat amounts. Some have caps, and thresholds that
/// pay only for attainment above them.
/// </summary>
public sealed record MarginalCurve(PayoutCurve Curve);
