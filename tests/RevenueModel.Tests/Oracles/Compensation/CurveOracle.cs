using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Oracles.Primitives;

namespace RevenueModel.Tests.Oracles.Compensation;

/// <summary>
/// Computes the payout of a curve by its definition, in exact fractions: tiers, then the threshold, then the cap.
/// </summary>
internal static class CurveOracle
{
    public static ExactFraction Payout(PayoutCurve curve, decimal attainment)
    {
        ExactFraction nothing = ExactFraction.Of(0m);
        decimal counted = Math.Min(attainment, curve.AttainmentCap ?? attainment);

        // The threshold belongs to the upper side where tiers do.
        bool isReached = curve.Threshold == 0m
            || (curve.Tiers.Boundary == TierBoundary.ToUpperTier
                ? counted >= curve.Threshold
                : counted > curve.Threshold);
        if (!isReached)
        {
            return nothing;
        }

        bool paysAbove = curve.Threshold > 0m && curve.ThresholdRule == ThresholdRule.PaysAboveThreshold;
        return TierOracle.Amount(curve.Tiers, counted)
            - (paysAbove ? TierOracle.Amount(curve.Tiers, curve.Threshold) : nothing);
    }

    /// <summary>
    /// Returns whether a decimal is the exact pay, or within the tolerance if the curve has interpolated tiers, whose
    /// pay can lack a decimal expansion.
    /// </summary>
    public static bool Agrees(PayoutCurve curve, decimal actual, ExactFraction exact) =>
        curve.Tiers.Tiers.Any(tier => tier.Mode == TierMode.Interpolated)
            ? TierOracle.IsNear(actual, exact)
            : TierOracle.Agrees(actual, exact);
}
