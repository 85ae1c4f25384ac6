
namespace RevenueModel.Compensation.Analysis;

/// <summary>The part of a distribution that lies in a range: its probability, and the first and second moment of it about
/// the <see cref="AttainmentDistribution.Center"/>, which are integrals over the range and not means in it.</summary>
internal readonly record struct PartialMoments(double Mass, double First, double Second);
