using RevenueModel.Compensation;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// A curve of marginal and interpolated tiers without flat amounts: one that has no jumps. Caps among them, and
/// thresholds that pay above themselves.
/// </summary>
public sealed record MarginalCurve(PayoutCurve Curve);
