using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What an attainment pays under a <see cref="PayoutCurve"/>.</summary>
public static class PayoutCalculator
{
    /// <summary>The pay for an attainment, as a ratio to target pay.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="attainment">Attained over target, as a ratio, zero or more.</param>
    /// <returns>For example 1.5 where 150% of target pay is due. Not rounded.</returns>
    /// <exception cref="ArgumentException"><paramref name="attainment"/> is negative.</exception>
    public static decimal Payout(PayoutCurve curve, decimal attainment) =>
        Guard.Against.Null(curve).Function.AmountAt(Guard.Against.BelowZero(attainment));

    /// <summary>The pay for many attainments, each on its own.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="attainments">Ratios, zero or more each.</param>
    /// <param name="destination">Receives a payout for each attainment; of the same length.</param>
    /// <exception cref="ArgumentException">An attainment is negative, or the lengths differ.</exception>
    public static void Payouts(PayoutCurve curve, ReadOnlySpan<decimal> attainments, Span<decimal> destination)
    {
        DomainGuards.RequireSameLength(attainments.Length, destination.Length);
        for (int i = 0; i < attainments.Length; i++)
        {
            destination[i] = Payout(curve, attainments[i]);
        }
    }

    /// <summary>Whether more attainment never pays less.</summary>
    /// <remarks>A retroactive tier with a lower rate, or an interpolated one with a lower amount, makes a curve
    /// fall.</remarks>
    public static bool NeverFalls(PayoutCurve curve)
    {
        var function = Guard.Against.Null(curve).Function;
        decimal reached = 0m;
        decimal from = 0m;
        foreach (var piece in function.Pieces)
        {
            if (piece.AmountAt(from) < reached || piece.Rise < 0m)
            {
                return false;
            }

            from = piece.End ?? from;
            reached = piece.AmountAt(from);
        }

        return true;
    }

    /// <summary>Whether pay has no jumps: an attainment that is a little higher pays a little more.</summary>
    public static bool IsContinuous(PayoutCurve curve)
    {
        var function = Guard.Against.Null(curve).Function;
        decimal reached = 0m;
        decimal from = 0m;
        foreach (var piece in function.Pieces)
        {
            if (piece.AmountAt(from) != reached)
            {
                return false;
            }

            from = piece.End ?? from;
            reached = piece.AmountAt(from);
        }

        return true;
    }
}
