
namespace RevenueModel.Compensation.Analysis;

/// <summary>The probability of a range, and the first and second moments over the range about the
/// <see cref="AttainmentDistribution.Center"/>. The moments are integrals, not conditional means.</summary>
internal readonly record struct PartialMoments(double Mass, double First, double Second);
