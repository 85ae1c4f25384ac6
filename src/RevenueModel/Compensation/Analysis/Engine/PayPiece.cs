
namespace RevenueModel.Compensation.Analysis;

/// <summary>A straight line of pay between two corners of <see cref="YearPay"/>, excluding the corners.</summary>
/// <param name="From">The corner below.</param>
/// <param name="To">The corner above, or <see langword="null"/> if the line has no end.</param>
/// <param name="Start">The pay just above the corner below.</param>
/// <param name="End">The pay just below the corner above; equal to the start if the line has no end.</param>
/// <param name="Slope">The pay for one more unit.</param>
internal readonly record struct PayPiece(decimal From, decimal? To, decimal Start, decimal End, decimal Slope);
