using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What an attainment pays under a <see cref="PayoutCurve"/>.</summary>
public static class PayoutCalculator
{
    /// <summary>Returns the pay for an attainment, as a ratio to target pay.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="attainment">Attained over target, as a ratio, zero or more.</param>
    /// <returns>The ratio, not rounded: 1.5 where 150% of target pay is due.</returns>
    /// <exception cref="ArgumentException"><paramref name="attainment"/> is negative, or the payout exceeds the range
    /// of a decimal.</exception>
    public static decimal Payout(PayoutCurve curve, decimal attainment)
    {
        Guard.Against.Null(curve);
        Guard.Against.BelowZero(attainment);
        try
        {
            return curve.Function.AmountAt(attainment);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"An attainment of {attainment}"), nameof(attainment), overflow);
        }
    }

    /// <summary>Computes the pay for many attainments, each on its own.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="attainments">Ratios, zero or more each.</param>
    /// <param name="destination">Receives a payout for each attainment; of the same length.</param>
    /// <exception cref="ArgumentException">An attainment is negative, the lengths differ, or a payout exceeds the
    /// range of a decimal.</exception>
    public static void Payouts(PayoutCurve curve, ReadOnlySpan<decimal> attainments, Span<decimal> destination)
    {
        Guard.Against.Null(curve);
        DomainGuards.RequireSameLength(attainments.Length, destination.Length);
        TierFunction function = curve.Function;
        int i = 0;
        try
        {
            for (; i < attainments.Length; i++)
            {
                destination[i] = function.AmountAt(Guard.Against.BelowZero(attainments[i], nameof(attainments)));
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The attainment at position {i}"), nameof(attainments), overflow);
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
