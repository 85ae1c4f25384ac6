using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation.Analysis;

public class CompPlanCheckCalculatorTests
{
    private static readonly Segment Smb = PublishedArchitectures.IndustrialIot2027.Segmentation.Segments[0];
    private static readonly Segment MidMarket = PublishedArchitectures.IndustrialIot2027.Segmentation.Segments[1];
    private static readonly Segment Enterprise = PublishedArchitectures.IndustrialIot2027.Segmentation.Segments[2];

    // A quota of 6x on-target earnings, within both norms.
    private static readonly CompPlan Sound = TeamPlans.Plan(PayoutCurve.Linear);

    [Fact]
    public void SoundPlanHasNoFindings()
    {
        Assert.Empty(CompPlanCheckCalculator.Check(Sound));
        Assert.Empty(CompPlanCheckCalculator.Check(
            Sound with { Ramp = Ramp.Straight(7), Draw = Draw.Recoverable(40_000m, months: 7) }, [Smb]));
    }

    [Theory]
    [InlineData(600_000, 3.0, FindingSeverity.Warning, "below the common 4-6x and below the 5.8-13.1x")]
    [InlineData(900_000, 4.5, FindingSeverity.Note, "within the common 4-6x and below the 5.8-13.1x")]
    [InlineData(2_411_764.7, 12.1, FindingSeverity.Note, "above the common 4-6x and within the 5.8-13.1x")]
    [InlineData(3_000_000, 15.0, FindingSeverity.Warning, "above the common 4-6x and above the 5.8-13.1x")]
    public void QuotaOutsideANormShowsBothNorms(double quota, double multiple, FindingSeverity severity, string words)
    {
        CompPlan plan =
            Sound with { Components = [Sound.Components[0] with { Target = PayTarget.PerYear((decimal)quota) }] };

        CompPlanFinding finding = Assert.Single(CompPlanCheckCalculator.Check(plan));

        Assert.Equal(CompPlanCheck.QuotaToOte, finding.Check);
        Assert.Equal(severity, finding.Severity);
        Assert.Equal((decimal)multiple, finding.Measured);
        Assert.Equal(Band.Between(4m, 6m), finding.Norm);
        Assert.Equal(Band.Between(5.8m, 13.1m), finding.OtherNorm);
        Assert.Contains(words, finding.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90_000, 520_000)]
    [InlineData(640_000, 8_400_000)]
    public void EndsOfThePublishedPlansAreWithinThePublishedNorm(int earnings, int quota)
    {
        CompPlan plan = Sound with
        {
            OnTargetEarnings = earnings,
            Components = [Sound.Components[0] with { Target = PayTarget.PerYear(quota) }],
        };

        Assert.DoesNotContain(CompPlanCheckCalculator.Check(plan), finding => finding.Severity > FindingSeverity.Note);
    }

    [Fact]
    public void NormsAreParameters()
    {
        var strict =
            new CompPlanNorms { CommonQuotaToOte = Band.Between(4m, 5m), PublishedQuotaToOte = Band.Between(3m, 5m) };

        CompPlanFinding finding = Assert.Single(CompPlanCheckCalculator.Check(Sound, norms: strict));

        Assert.Equal(FindingSeverity.Warning, finding.Severity);
        Assert.Equal(strict.CommonQuotaToOte, finding.Norm);
    }

    [Fact]
    public void RampIsHeldAgainstBothEndsOfTheCycle()
    {
        CompPlanFinding none = Assert.Single(CompPlanCheckCalculator.Check(Sound, [Smb]));
        CompPlanFinding between = Assert.Single(
            CompPlanCheckCalculator.Check(Sound with { Ramp = Ramp.Straight(4) }, [Smb]));

        Assert.Equal(
            (CompPlanCheck.RampShorterThanCycle, FindingSeverity.Warning, 0m),
            (none.Check, none.Severity, none.Measured));
        Assert.Equal(
            (CompPlanCheck.RampShorterThanCycle, FindingSeverity.Note, 4m),
            (between.Check, between.Severity, between.Measured));
        Assert.Equal(Band.AtLeast(7m), between.Norm);
        Assert.Equal(
            "a ramp of 4 months is shorter than a slow sale in SMB Single-Site, whose cycle is 3-7 months",
            between.Explanation);
        Assert.Empty(CompPlanCheckCalculator.Check(Sound with { Ramp = Ramp.Straight(7) }, [Smb]));
    }

    [Fact]
    public void DrawIsHeldAgainstTheRampAndTheVariablePay()
    {
        CompPlan ramping = Sound with { Ramp = Ramp.Straight(9) };

        CompPlanFinding early = Assert.Single(CompPlanCheckCalculator.Check(
            ramping with { Draw = Draw.Recoverable(50_000m, months: 6) }));
        CompPlanFinding high = Assert.Single(CompPlanCheckCalculator.Check(
            ramping with { Draw = Draw.Recoverable(100_000.01m) }));

        Assert.Equal(
            (CompPlanCheck.DrawShorterThanRamp, 6m, Band.AtLeast(9m)), (early.Check, early.Measured, early.Norm));
        Assert.Equal(
            (CompPlanCheck.DrawAboveTargetVariable, 100_000.01m, Band.Between(0m, 100_000m)),
            (high.Check, high.Measured, high.Norm));
        Assert.Contains("never recovers", high.Explanation, StringComparison.Ordinal);
        Assert.Empty(CompPlanCheckCalculator.Check(ramping with { Draw = Draw.Recoverable(100_000m) }));
    }

    [Fact]
    public void PublishedFailureOfOnePlanForSmbAndEnterpriseIsFound()
    {
        CompPlan plan = Sound with { Ramp = Ramp.Straight(22) };

        CompPlanFinding finding = Assert.Single(CompPlanCheckCalculator.Check(plan, [Enterprise, Smb]));

        Assert.Equal(
            (CompPlanCheck.SegmentsApart, FindingSeverity.Serious, 2m),
            (finding.Check, finding.Severity, finding.Measured));
        Assert.Equal(
            "one plan covers SMB Single-Site with a cycle of 3-7 months and Enterprise Asset-Intensive with one of "
                + "9-22; each needs its own plan, ramp and draw",
            finding.Explanation);
        Assert.Equal("7.4", finding.Citation!.Section);
        Assert.Equal(TestData.Facts("industrial-iot-2027").Text("document"), finding.Citation.Document);
        Assert.Empty(CompPlanCheckCalculator.Check(plan, [Smb, MidMarket]));
        Assert.Empty(CompPlanCheckCalculator.Check(plan, [MidMarket, Enterprise]));
    }

    [Fact]
    public void CurveThatMissesTargetPayIsFound()
    {
        CompPlanFinding low = Assert.Single(
            CompPlanCheckCalculator.Check(TeamPlans.Plan(PayoutCurve.Linear, amountCap: 90_000m)));

        Assert.Equal((CompPlanCheck.TargetPayMissed, 0.9m), (low.Check, low.Measured));
        Assert.Equal("100% of new ARR pays 90,000, and target pay is 100,000", low.Explanation);
        Assert.Empty(CompPlanCheckCalculator.Check(TeamPlans.Plan(PayoutCurve.Linear, amountCap: 100_000m)));
        Assert.Empty(CompPlanCheckCalculator.Check(Sound with { PayMix = default }));
    }

    [Fact]
    public void FallingPayIsFoundWhereItFalls()
    {
        CompPlanFinding jump = CompPlanCheckCalculator.Check(TeamPlans.Plan(TeamPlans.Falling))
            .Single(finding => finding.Check == CompPlanCheck.PayFalls);
        CompPlanFinding slope = Assert.Single(
            CompPlanCheckCalculator.Check(TeamPlans.Plan(TeamPlans.Curves["through points"])));

        Assert.Equal((FindingSeverity.Serious, 0.9m), (jump.Severity, jump.Measured));
        Assert.Equal("pay on new ARR falls by 45,000 at 90% attainment", jump.Explanation);
        Assert.Equal((CompPlanCheck.PayFalls, 1m), (slope.Check, slope.Measured));
        Assert.Equal("pay on new ARR falls from 100% attainment", slope.Explanation);
    }

    [Fact]
    public void PayFallsWhereTheCurveSaysThatItDoes() => Assert.All(TeamPlans.Curves, curve => Assert.Equal(
        PayoutCalculator.NeverFalls(curve.Value),
        CompPlanCheckCalculator.Check(TeamPlans.Plan(curve.Value))
            .All(finding => finding.Check != CompPlanCheck.PayFalls)));

    [Fact]
    public void RetroactiveJumpIsFoundUnlessSomethingCapsThePay()
    {
        CompPlan jumping = TeamPlans.Plan(PayoutCurve.Of(
            Tier.Between(0m, 0.8m, 0.6m), Tier.AtLeast(0.8m, 1m, TierMode.RetroactiveToFirstUnit)));

        CompPlanFinding finding = Assert.Single(CompPlanCheckCalculator.Check(jumping));

        Assert.Equal((CompPlanCheck.UncappedJump, 32_000m), (finding.Check, finding.Measured));
        Assert.Equal(
            "reaching 80% of new ARR pays 32,000 at once for earlier sales, and the pay is not capped",
            finding.Explanation);
        Assert.Empty(CompPlanCheckCalculator.Check(
            jumping with { Components = [jumping.Components[0] with { AmountCap = 300_000m }] }));
        Assert.Empty(CompPlanCheckCalculator.Check(
            jumping with
            {
                Components = [jumping.Components[0] with { Curve = jumping.Components[0].Curve.WithCap(3m) }],
            }));
    }

    [Fact]
    public void FindingsComeInTheOrderOfTheChecks()
    {
        CompPlan plan =
            TeamPlans.Plan(TeamPlans.Falling) with { Draw = Draw.Recoverable(200_000m), OnTargetEarnings = 100_000m };

        ValueList<CompPlanFinding> findings = CompPlanCheckCalculator.Check(plan, [Smb, Enterprise]);

        Assert.Equal(findings.OrderBy(finding => finding.Check), findings);
        Assert.Equal(
            [
                CompPlanCheck.QuotaToOte, CompPlanCheck.RampShorterThanCycle, CompPlanCheck.RampShorterThanCycle,
                CompPlanCheck.DrawAboveTargetVariable,
                CompPlanCheck.SegmentsApart,
                CompPlanCheck.TargetPayMissed,
                CompPlanCheck.PayFalls,
            ],
            findings.Select(finding => finding.Check));
    }
}
