using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Oracles.Compensation;

namespace RevenueModel.Tests.Compensation;

[Properties(MaxTest = 500)]
public class PayoutCalculatorProperties
{
    // An interpolated tier may fall: from 7.5, two tiers of 1.2 at 3 with a flat amount of 0.3, to nothing in 0.1.
    private const decimal Steepest = 75m;

    [Property]
    public bool PayoutsAreThoseOfTheDefinitionInExactFractions(PayoutCurve curve, Attainment attainment) =>
        CurveOracle.Agrees(
            curve, PayoutCalculator.Payout(curve, attainment), CurveOracle.Payout(curve, attainment));

    [Property]
    public bool MoreAttainmentNeverPaysLessUnderARisingCurve(RisingCurve rising, Attainment one, Attainment other) =>
        PayoutCalculator.Payout(rising.Curve, Math.Min(one, other))
            <= PayoutCalculator.Payout(rising.Curve, Math.Max(one, other));

    [Property]
    public bool ARisingCurveNeverFalls(RisingCurve rising) => PayoutCalculator.NeverFalls(rising.Curve);

    // Straight pieces fall somewhere only if they fall between two of these.
    [Property]
    public bool ACurveFallsWhereItFallsAtTheEndsOfATier(PayoutCurve curve)
    {
        ExactFraction[] payouts = [.. Corners(curve).Select(attainment => CurveOracle.Payout(curve, attainment))];
        bool neverFalls = payouts.Zip(payouts.Skip(1), (lower, upper) => lower <= upper).All(rises => rises);
        return PayoutCalculator.NeverFalls(curve) == neverFalls;
    }

    [Property]
    public bool AMarginalCurveIsContinuous(MarginalCurve marginal, Attainment attainment)
    {
        const decimal Step = 0.000_001m;
        decimal rise = PayoutCalculator.Payout(marginal.Curve, attainment + Step)
            - PayoutCalculator.Payout(marginal.Curve, attainment);
        return PayoutCalculator.IsContinuous(marginal.Curve) && Math.Abs(rise) <= Steepest * Step;
    }

    [Property]
    public bool ACurveIsContinuousWhereNoCornerJumps(PayoutCurve curve)
    {
        const decimal Step = 0.000_000_001m;
        ExactFraction most = ExactFraction.Of(2m * Steepest * Step);
        bool jumps = Corners(curve).Where(attainment => attainment % 0.1m == 0m).Any(attainment =>
        {
            ExactFraction rise = CurveOracle.Payout(curve, attainment + Step)
                - CurveOracle.Payout(curve, Math.Max(attainment - Step, 0m));
            return rise > most || rise < ExactFraction.Of(0m) - most;
        });

        // From nothing at all to the first flat amount, at zero itself, is a jump too.
        bool startsAbove = CurveOracle.Payout(curve, 0m) > ExactFraction.Of(0m);
        return PayoutCalculator.IsContinuous(curve) == !(jumps || startsAbove);
    }

    [Property]
    public bool ManyPayoutsAreThoseOfEachAlone(PayoutCurve curve, Attainment[] attainments)
    {
        decimal[] values = [.. attainments.Select(attainment => attainment.Value)];
        var payouts = new decimal[values.Length];
        PayoutCalculator.Payouts(curve, values, payouts);
        return payouts.SequenceEqual(values.Select(value => PayoutCalculator.Payout(curve, value)));
    }

    [Property]
    public bool NothingIsPaidBelowAThreshold(PayoutCurve curve, Attainment attainment) =>
        attainment >= curve.Threshold || PayoutCalculator.Payout(curve, attainment) == 0m;

    [Property]
    public bool NoMoreIsPaidBeyondACap(PayoutCurve curve, Attainment beyond) =>
        curve.AttainmentCap is not { } cap
            || PayoutCalculator.Payout(curve, cap + beyond) == PayoutCalculator.Payout(curve, cap);

    [Property]
    public bool ACapChangesNothingBelowIt(PayoutCurve curve, Attainment attainment, Fraction at)
    {
        PayoutCurve open = curve.Threshold > 0m
            ? PayoutCurve.Of(curve.Tiers).WithThreshold(curve.Threshold, curve.ThresholdRule)
            : PayoutCurve.Of(curve.Tiers);
        decimal cap = curve.Threshold + 0.01m + (at * 3m);
        decimal counted = Math.Min(attainment, cap);
        return PayoutCalculator.Payout(open.WithCap(cap), attainment) == PayoutCalculator.Payout(open, counted);
    }

    [Property]
    public bool AThresholdThatPaysFromTheFirstUnitChangesNothingAboveIt(RisingCurve rising, Attainment attainment)
    {
        PayoutCurve open = PayoutCurve.Of(rising.Curve.Tiers);
        return attainment <= 0.5m
            || PayoutCalculator.Payout(open.WithThreshold(0.5m), attainment)
                == PayoutCalculator.Payout(open, attainment);
    }

    private static decimal[] Corners(PayoutCurve curve)
    {
        decimal[] ends =
        [
            0m, .. curve.Tiers.Tiers.Select(tier => tier.From), curve.Threshold, curve.AttainmentCap ?? 0m, 100m,
        ];
        return
        [
            .. ends.SelectMany(end => new[] { end - 0.000_000_001m, end, end + 0.000_000_001m })
                .Where(attainment => attainment >= 0m)
                .Distinct()
                .Order(),
        ];
    }
}
