
namespace RevenueModel.Compensation.Analysis;

/// <summary>Pay between two corners of <see cref="YearPay"/>, a straight line: the corners themselves are not part of
/// it.</summary>
/// <param name="From">The corner below.</param>
/// <param name="To">The corner above, or <see langword="null"/> where there is none.</param>
/// <param name="Start">What pay comes from, just above the corner below.</param>
/// <param name="End">What pay comes to, just below the corner above; the start where there is none.</param>
/// <param name="Slope">The pay for a further unit.</param>
internal readonly record struct PayPiece(decimal From, decimal? To, decimal Start, decimal End, decimal Slope);
