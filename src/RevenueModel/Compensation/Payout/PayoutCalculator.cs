using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Computes the payout for an attainment under a <see cref="PayoutCurve"/>.</summary>
public static class PayoutCalculator
{
    /// <summary>Returns the pay for an attainment, as a ratio to target pay.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="attainment">The attainment, as a ratio to target; zero or more.</param>
    /// <returns>The payout ratio, not rounded: 1.5 for 150% of target pay.</returns>
    /// <exception cref="ArgumentException"><paramref name="attainment"/> is negative, or the payout exceeds the range
    /// of a decimal.</exception>
    /// <example><code>
    /// PayoutCurve curve = PayoutCurve.Of(Tier.Between(0m, 1m, rate: 1m), Tier.AtLeast(1m, rate: 1.5m));
    /// decimal payout = PayoutCalculator.Payout(curve, attainment: 1.2m); // 1 + 0.2 × 1.5
    /// Console.WriteLine($"{payout:0.0}x of pay at target"); // 1.3x of pay at target
    /// </code></example>
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

    /// <summary>Computes the payout for many attainments, each independently.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="attainments">The attainments, as ratios to target; each zero or more.</param>
    /// <param name="destination">Receives the payout for each attainment, as a ratio to pay at target; of the same
    /// length.</param>
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

    /// <summary>Returns whether pay never falls as attainment rises.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns><see langword="true"/> if the curve is non-decreasing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    /// <remarks>A curve falls at a retroactive tier with a lower rate, or along an interpolated tier with a lower
    /// amount.</remarks>
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

    /// <summary>Returns whether pay has no jumps.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns><see langword="true"/> if the curve is continuous.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
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
