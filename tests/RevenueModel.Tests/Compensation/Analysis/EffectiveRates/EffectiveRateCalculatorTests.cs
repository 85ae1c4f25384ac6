using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation.Analysis;

public class EffectiveRateCalculatorTests
{
    public static TheoryData<string> EachCurve => [.. TeamPlans.Curves.Keys];

    [Fact]
    public void PointsLieEvenlyWithTheCornersBetweenThem()
    {
        ValueList<EffectiveRatePoint> curve = EffectiveRateCalculator.Curve(
            TeamPlans.Plan(TeamPlans.Accelerated), 0m, 1.6m, 5);

        Assert.Equal([0m, 0.4m, 0.5m, 0.8m, 1m, 1.2m, 1.5m, 1.6m], curve.Select(point => point.Attainment));
        Assert.Equal([false, false, true, false, true, false, true, false], curve.Select(point => point.IsCorner));
        Assert.Equal(
            [0m, 20_000m, 25_000m, 70_000m, 100_000m, 140_000m, 200_000m, 230_000m], curve.Select(point => point.Pay));
        Assert.Equal(1_200_000m, curve[4].Credit);
        Assert.Null(curve[0].EffectiveRate);
        Assert.Equal(1m / 12m, curve[4].EffectiveRate);
        Assert.Equal(0.5m / 12m, curve[0].MarginalRate);
        Assert.Equal(2m / 12m, curve[4].MarginalRate, 27);
        Assert.All(curve, point => Assert.Equal(0m, point.Jump));
    }

    [Fact]
    public void JumpIsWhatReachingTheTierBringsAtOnce()
    {
        ValueList<EffectiveRatePoint> curve = EffectiveRateCalculator.Curve(
            TeamPlans.Plan(TeamPlans.Retroactive), 0.8m, 1.2m, 2);

        Assert.Equal([85_000m - 48_000m, 168_000m - 125_000m], curve.Select(point => point.Jump));
        Assert.Equal([85_000m, 168_000m], curve.Select(point => point.Pay));
    }

    [Fact]
    public void CreditUpToAndIncludingATierJumpsAboveIt()
    {
        ValueList<EffectiveRatePoint> curve = EffectiveRateCalculator.Curve(
            TeamPlans.Plan(TeamPlans.Curves["up to and including"]), 0m, 1m, 2);

        Assert.Equal([0m, 110_000m], curve.Select(point => point.Pay));
        Assert.Equal([10_000m, 40_000m], curve.Select(point => point.Jump));
    }

    [Theory, MemberData(nameof(EachCurve))]
    public void PayIsThatOfTheYear(string name)
    {
        CompPlan plan = TeamPlans.Plan(TeamPlans.Curves[name], PayoutCurve.Linear);
        ComponentTerms onNew = QuotaCalculator.YearTerms(plan, plan.Components[0]);
        ComponentTerms onRetention = QuotaCalculator.YearTerms(plan, plan.Components[1]);

        foreach (EffectiveRatePoint point in EffectiveRateCalculator.Curve(plan, 0m, 4m, 41))
        {
            Assert.Equal(
                CommissionCalculator.Amount(onNew, point.Credit)
                    + CommissionCalculator.Amount(onRetention, point.Attainment * onRetention.Target!.Value),
                point.Pay,
                18);
        }

        foreach (EffectiveRatePoint point in EffectiveRateCalculator.Curve(plan, CompMeasure.ExpansionArr, 0m, 4m, 41))
        {
            decimal further = CommissionCalculator.Amount(onNew, point.Credit + 0.002m)
                - CommissionCalculator.Amount(onNew, point.Credit + 0.001m);
            Assert.Equal(CommissionCalculator.Amount(onNew, point.Credit), point.Pay, 18);
            Assert.Equal(further / 0.001m, point.MarginalRate, 12);
            if (point.Credit > 0m)
            {
                decimal across = CommissionCalculator.Amount(onNew, point.Credit + 0.000_001m)
                    - CommissionCalculator.Amount(onNew, point.Credit - 0.000_001m);
                Assert.InRange(across - point.Jump, -0.000_001m, 0.000_001m);
            }
        }
    }

    [Fact]
    public void WhatMakesNoCurveIsRefused()
    {
        CompPlan plan = TeamPlans.Plan(PayoutCurve.Linear);
        CompPlan keeper = plan with
        {
            Components = [new PayComponent { Measure = CompMeasure.LogoRetention, Target = PayTarget.Level(0.95m) }],
        };

        Refusal.By<ArgumentOutOfRangeException>(() => EffectiveRateCalculator.Curve(plan, -0.1m, 1m, 5));
        Refusal.By<ArgumentOutOfRangeException>(() => EffectiveRateCalculator.Curve(plan, 1m, 1m, 5));
        Refusal.By<ArgumentOutOfRangeException>(() => EffectiveRateCalculator.Curve(plan, 0m, 1m, 1));
        Refusal.By<ArgumentException>(() => EffectiveRateCalculator.Curve(keeper, 0m, 1m, 5));
        Refusal.By<ArgumentException>(() => EffectiveRateCalculator.Curve(plan, CompMeasure.LogoRetention, 0m, 1m, 5));
        Assert.Equal(5, EffectiveRateCalculator.Curve(keeper, CompMeasure.LogoRetention, 0m, 1m, 5).Count);
    }
}
