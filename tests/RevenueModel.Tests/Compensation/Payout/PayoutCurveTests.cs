using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation;

public class PayoutCurveTests
{
    private static readonly PayoutCurve Accelerated = PayoutCurve.Of(
        Tier.Between(0m, 0.5m, 0.5m), Tier.Between(0.5m, 1m, 1.5m), Tier.AtLeast(1m, 2m));

    [Property]
    public bool ACurveIsRebuiltFromItsTiersThresholdAndCap(PayoutCurve curve)
    {
        PayoutCurve same = PayoutCurve.Of(curve.Tiers).WithThreshold(curve.Threshold, curve.ThresholdRule);
        same = curve.AttainmentCap is { } cap ? same.WithCap(cap) : same;
        return same == curve
            && same.GetHashCode() == curve.GetHashCode()
            && string.Equals(same.ToString(), curve.ToString(), StringComparison.Ordinal);
    }

    // Attainment and pay in thousandths.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(500, 250)]
    [InlineData(750, 625)]
    [InlineData(1000, 1000)]
    [InlineData(1250, 1500)]
    public void ADeceleratorPaysLessBelowAndAnAcceleratorMoreAbove(int attainment, int expected) =>
        Assert.Equal(expected / 1_000m, PayoutCalculator.Payout(Accelerated, attainment / 1_000m));

    [Theory]
    [InlineData(ThresholdRule.PaysFromFirstUnit, 625)]
    [InlineData(ThresholdRule.PaysAboveThreshold, 0)]
    public void ReachingAThresholdPaysForAllOfItOrForNone(ThresholdRule rule, int thousandths)
    {
        decimal atThreshold = thousandths / 1_000m;
        PayoutCurve curve = Accelerated.WithThreshold(0.75m, rule);
        Assert.Equal(0m, PayoutCalculator.Payout(curve, 0.7499m));
        Assert.Equal(atThreshold, PayoutCalculator.Payout(curve, 0.75m));
        Assert.Equal(atThreshold + 0.375m, PayoutCalculator.Payout(curve, 1m));
        Assert.Equal(rule == ThresholdRule.PaysAboveThreshold, PayoutCalculator.IsContinuous(curve));
        Assert.True(PayoutCalculator.NeverFalls(curve));
    }

    [Theory]
    [InlineData(TierBoundary.ToUpperTier, 750)]
    [InlineData(TierBoundary.ToLowerTier, 0)]
    public void AThresholdBelongsToTheSideThatBoundariesOfTiersDo(TierBoundary boundary, int thousandths)
    {
        PayoutCurve curve = PayoutCurve.Of(TierSchedule.Of(boundary, Tier.AtLeast(0m, 1m))).WithThreshold(0.75m);
        Assert.Equal(0m, PayoutCalculator.Payout(curve, 0.7499m));
        Assert.Equal(thousandths / 1_000m, PayoutCalculator.Payout(curve, 0.75m));
        Assert.Equal(0.7501m, PayoutCalculator.Payout(curve, 0.7501m));
    }

    [Fact]
    public void ACapIsReachedAndNotPassed()
    {
        PayoutCurve curve = Accelerated.WithCap(1.5m);
        Assert.Equal(1.8m, PayoutCalculator.Payout(curve, 1.4m));
        Assert.Equal(2m, PayoutCalculator.Payout(curve, 1.5m));
        Assert.Equal(2m, PayoutCalculator.Payout(curve, 3m));
        Assert.True(PayoutCalculator.IsContinuous(curve));
    }

    [Fact]
    public void ACapWhereATierStartsReachesTheTier()
    {
        PayoutCurve curve = PayoutCurve
            .Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.5m, TierMode.RetroactiveToFirstUnit))
            .WithCap(1m);
        Assert.Equal(0.99m, PayoutCalculator.Payout(curve, 0.99m));
        Assert.Equal(1.5m, PayoutCalculator.Payout(curve, 1m));
        Assert.Equal(1.5m, PayoutCalculator.Payout(curve, 2m));
    }

    // Attainment and pay in thousandths.
    [Theory]
    [InlineData(250, 200)]
    [InlineData(500, 400)]
    [InlineData(750, 700)]
    [InlineData(1000, 1000)]
    [InlineData(1100, 1200)]
    [InlineData(1200, 1400)]
    [InlineData(9000, 1400)]
    public void ACurveThroughPointsIsStraightBetweenThemAndFlatBeyond(int attainment, int expected)
    {
        PayoutCurve curve = PayoutCurve.Through(new(0.5m, 0.4m), new(1m, 1m), new(1.2m, 1.4m));
        Assert.Equal(expected / 1_000m, PayoutCalculator.Payout(curve, attainment / 1_000m));
        Assert.True(PayoutCalculator.IsContinuous(curve));
        Assert.True(PayoutCalculator.NeverFalls(curve));
    }

    [Fact]
    public void ACurveMayFall()
    {
        Assert.False(PayoutCalculator.NeverFalls(PayoutCurve.Through(new(1m, 1m), new(2m, 0.5m))));
        Assert.False(PayoutCalculator.NeverFalls(PayoutCurve.Of(
            Tier.Between(0m, 1m, 2m), Tier.AtLeast(1m, 1.5m, TierMode.RetroactiveToFirstUnit))));
    }

    [Fact]
    public void ACurveThatIsCappedBeforeItFallsDoesNotFall()
    {
        PayoutCurve curve = PayoutCurve.Through(new(1m, 1m), new(2m, 0.5m)).WithCap(1m);
        Assert.True(PayoutCalculator.NeverFalls(curve));
        Assert.Equal(1m, PayoutCalculator.Payout(curve, 2m));
    }

    [Fact]
    public void LinearPaysInProportion()
    {
        Assert.Equal(1.234m, PayoutCalculator.Payout(PayoutCurve.Linear, 1.234m));
        Assert.Equal(PayoutCurve.Linear, PayoutCurve.Of(Tier.AtLeast(0m, 1.0m)));
        Assert.Equal("in proportion", PayoutCurve.Linear.ToString());
    }

    [Fact]
    public void ACurvePrintsItsTiersThresholdAndCap()
    {
        Assert.Equal("0.5x from 0% to 50%, 1.5x from 50% to 100%, 2x from 100%", Accelerated.ToString());
        Assert.Equal(
            "in proportion, nothing below 50%, capped at 200%",
            PayoutCurve.Linear.WithThreshold(0.5m).WithCap(2m).ToString());
        Assert.Equal(
            "in proportion, nothing below 50% nor for it",
            PayoutCurve.Linear.WithThreshold(0.5m, ThresholdRule.PaysAboveThreshold).ToString());
        Assert.Equal("110% pays 125%", new PayoutPoint(1.1m, 1.25m).ToString());
    }

    [Fact]
    public void ACurveThatEndsIsRefused() => Refused(
        "tiers", "The last tier of a payout curve ends at 1;", () => PayoutCurve.Of(Tier.Between(0m, 1m, 1m)));

    [Fact]
    public void TiersThatMakeNoScheduleAreRefused() => Refused(
        "tiers",
        "Tier 1 ends at 1 and tier 2 starts at 2, which leaves a gap",
        () => PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(2m, 2m)));

    [Fact]
    public void PointsThatMakeNoCurveAreRefused()
    {
        Refused("points", "points had no point", () => PayoutCurve.Through());
        Refused(
            "points",
            "points had an attainment of 0.5 after one of 1; ascending attainments are expected.",
            () => PayoutCurve.Through(new(1m, 1m), new(0.5m, 2m)));
        Refused(
            "points",
            "points had an attainment of 0 after one of 0; ascending attainments are expected.",
            () => PayoutCurve.Through(new PayoutPoint(0m, 0m)));
        Refused(
            "points",
            "points had a payout of -1 at an attainment of 1; zero or more is expected.",
            () => PayoutCurve.Through(new PayoutPoint(1m, -1m)));
    }

    [Fact]
    public void AThresholdThatIsNotBelowTheCapIsRefused()
    {
        const string Words = "Threshold was 1 and AttainmentCap 1; a threshold below the cap is expected.";
        Refused("attainment", Words, () => PayoutCurve.Linear.WithThreshold(1m).WithCap(1m));
        Refused("threshold", Words, () => PayoutCurve.Linear.WithCap(1m).WithThreshold(1m));
        Refused("threshold", "threshold was -1; zero or more", () => PayoutCurve.Linear.WithThreshold(-1m));
        Refused("attainment", "attainment was 0; more than zero", () => PayoutCurve.Linear.WithCap(0m));
        Refused("rule", "rule was 2; one of", () => PayoutCurve.Linear.WithThreshold(0.5m, (ThresholdRule)2));
    }

    [Fact]
    public void ANegativeAttainmentIsRefused()
    {
        Refused("attainment", "attainment was -0.1; zero or more", () => PayoutCalculator.Payout(
            PayoutCurve.Linear, -0.1m));
        Refusal.By<ArgumentException>(() => PayoutCalculator.Payouts(PayoutCurve.Linear, [1m], new decimal[2]));
    }

    private static void Refused(string name, string message, Func<object> refused)
    {
        var exception = Refusal.Any<ArgumentException>(refused);
        Assert.Equal(name, exception.ParamName);
        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }
}
