using FsCheck.Xunit;
using RevenueModel.Compensation;
using RevenueModel.Compensation.Analysis;
using RevenueModel.Primitives;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Compensation.Analysis;

public class CompPlanComparisonCalculatorTests
{
    // 10% to 1,200,000 and 20% beyond, against 8% to 1,000,000 and 24% beyond.
    private static readonly CompPlan Steady = Plan(
        1_200_000m, 120_000m, PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 2m)));
    private static readonly CompPlan Steep = Plan(
        1_000_000m, 80_000m, PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 3m)));

    [Fact]
    public void EachDealIsPaidToTheCentAndTheTotalsAreTheirs()
    {
        CompPlanComparison comparison = CompPlanComparisonCalculator.Compare(
            Steady, Steep, [333_333.33m, 700_000m, -100_000m, 0.05m]);

        Assert.Equal(
            [
                new DealComparison(333_333.33m, 33_333.33m, 26_666.67m),
                new DealComparison(700_000m, 70_000m, 61_333.33m),
                new DealComparison(-100_000m, -10_000m, -13_333.33m),
                new DealComparison(0.05m, 0.01m, 0m),
            ],
            comparison.Deals);
        Assert.Equal(933_333.38m, comparison.Credit);
        Assert.Equal(93_333.34m, comparison.FirstPay);
        Assert.Equal(74_666.67m, comparison.SecondPay);
        Assert.Equal(-18_666.67m, comparison.Difference);
        Assert.Equal(Preference.First, comparison.Better);
        Assert.Equal(933_333.38m / 1_200_000m, comparison.FirstAttainment);
        Assert.Equal(933_333.38m / 1_000_000m, comparison.SecondAttainment);
    }

    [Fact]
    public void BreakEvenIsWhereTheLinesCross()
    {
        // 80,000 + 24% (x - 1,000,000) = 10% x at 1,142,857.14, below the first quota.
        BreakEven at = Assert.Single(CompPlanComparisonCalculator.BreakEvens(Steady, Steep));

        Assert.Equal(8_000_000m / 7m, at.Credit, 18);
        Assert.Equal(at.Credit / 1_200_000m, at.FirstAttainment);
        Assert.Equal(at.Credit / 1_000_000m, at.SecondAttainment);
        Assert.Equal((Preference.First, Preference.Second), (at.Below, at.Above));
    }

    [Fact]
    public void BaseSalaryMovesTheBreakEven()
    {
        // Base salaries of 120,000 and 130,000: the second plan is ahead until 2% less of 500,000 has used that up,
        // and again from 130,000 + 78,000 + 24% (x - 975,000) = 120,000 + 10% x.
        CompPlan salaried = Steep with { OnTargetEarnings = 208_000m, PayMix = PayMix.Of(0.625m, 0.375m) };
        salaried =
            salaried with { Components = [salaried.Components[0] with { Target = PayTarget.PerYear(975_000m) }] };

        ValueList<BreakEven> found = CompPlanComparisonCalculator.BreakEvens(
            Steady, salaried, pay: ComparedPay.WithBaseSalary);

        Assert.Equal(130_000m, salaried.BaseSalary);
        Assert.Equal([500_000m, 1_042_857.142857142857m], found.Select(each => decimal.Round(each.Credit, 12)));
        Assert.Equal([Preference.Second, Preference.First], found.Select(each => each.Below));
        Assert.Equal(
            10_000m,
            CompPlanComparisonCalculator.Compare(Steady, salaried, [], pay: ComparedPay.WithBaseSalary).Difference);
    }

    [Fact]
    public void JumpsChangeTheOrderToo()
    {
        CompPlan linear = Plan(1_000_000m, 100_000m, PayoutCurve.Linear);
        CompPlan jumping = Plan(1_000_000m, 100_000m, PayoutCurve.Of(
            Tier.Between(0m, 1m, 0.8m), Tier.AtLeast(1m, 1.2m, TierMode.RetroactiveToFirstUnit)));

        BreakEven at = Assert.Single(CompPlanComparisonCalculator.BreakEvens(linear, jumping));

        Assert.Equal(new BreakEven(1_000_000m, 1m, 1m, Preference.First, Preference.Second), at);
    }

    [Fact]
    public void StretchesOfEqualPayHaveEndsAndTouchingChangesNothing()
    {
        CompPlan linear = Plan(1_000_000m, 100_000m, PayoutCurve.Linear);
        CompPlan accelerated = Plan(
            1_000_000m, 100_000m, PayoutCurve.Of(Tier.Between(0m, 1m, 1m), Tier.AtLeast(1m, 1.5m)));
        CompPlan touching = Plan(1_000_000m, 100_000m, PayoutCurve.Of(
            Tier.Between(0m, 0.5m, 0.5m), Tier.Between(0.5m, 1m, 1.5m), Tier.AtLeast(1m, 0.5m)));

        Assert.Equal(
            [new BreakEven(1_000_000m, 1m, 1m, Preference.Neither, Preference.Second)],
            CompPlanComparisonCalculator.BreakEvens(linear, accelerated));
        Assert.Empty(CompPlanComparisonCalculator.BreakEvens(linear, touching));
        Assert.Empty(CompPlanComparisonCalculator.BreakEvens(linear, linear));
        Assert.Equal(Preference.Neither, CompPlanComparisonCalculator.Compare(linear, linear, [1m]).Better);
    }

    [Fact]
    public void ThirdsDoNotMakeABreakEven()
    {
        CompPlan third = Plan(900_000m, 100_000m, PayoutCurve.Linear);
        CompPlan sameThird = Plan(1_800_000m, 200_000m, PayoutCurve.Through(new(0.7m, 0.7m), new(10m, 10m)));

        Assert.Equal(
            [new BreakEven(18_000_000m, 20m, 10m, Preference.Neither, Preference.First)],
            CompPlanComparisonCalculator.BreakEvens(third, sameThird));
    }

    [Fact]
    public void CapMakesASecondBreakEven()
    {
        CompPlan capped = Steep with { Components = [Steep.Components[0] with { AmountCap = 200_000m }] };

        ValueList<BreakEven> found = CompPlanComparisonCalculator.BreakEvens(Steady, capped);

        // 200,000 = 120,000 + 20% (x - 1,200,000)
        Assert.Equal([Preference.Second, Preference.First], found.Select(each => each.Above));
        Assert.Equal(1_600_000m, found[1].Credit);
    }

    [Property]
    public bool NoCreditBetweenTwoBreakEvensPrefersAnotherPlan(byte one, byte other, Fraction at, Fraction quota)
    {
        string[] curves = [.. TeamPlans.Curves.Keys];
        CompPlan first = Plan(1_000_000m, 100_000m, TeamPlans.Curves[curves[one % curves.Length]]);
        CompPlan second = Plan(
            decimal.Round(500_000m + (1_000_000m * quota), 2),
            120_000m,
            TeamPlans.Curves[curves[other % curves.Length]]);
        decimal credit = decimal.Round(4_000_000m * at, 2) + 0.001m;
        Preference expected = PreferenceAt(0.000_1m);
        foreach (BreakEven change in CompPlanComparisonCalculator.BreakEvens(first, second))
        {
            if (change.Below != expected)
            {
                return false;
            }

            if (change.Credit >= credit)
            {
                break;
            }

            expected = change.Above;
        }

        return PreferenceAt(credit) == expected;

        Preference PreferenceAt(decimal given)
        {
            decimal difference = decimal.Round(
                CommissionCalculator.Amount(QuotaCalculator.YearTerms(second, second.Components[0]), given)
                - CommissionCalculator.Amount(QuotaCalculator.YearTerms(first, first.Components[0]), given), 12);
            return difference == 0m ? Preference.Neither : difference < 0m ? Preference.First : Preference.Second;
        }
    }

    [Property]
    public bool SwappingThePlansSwapsTheAnswer(byte one, byte other, Cents[] credits)
    {
        string[] curves = [.. TeamPlans.Curves.Keys];
        CompPlan first = Plan(1_000_000m, 100_000m, TeamPlans.Curves[curves[one % curves.Length]]);
        CompPlan second = Plan(900_000m, 120_000m, TeamPlans.Curves[curves[other % curves.Length]]);
        decimal[] amounts = [.. credits.Select(credit => Math.Abs(credit.Amount) % 10_000_000m)];
        CompPlanComparison there = CompPlanComparisonCalculator.Compare(first, second, amounts);
        CompPlanComparison back = CompPlanComparisonCalculator.Compare(second, first, amounts);
        return there.Difference == -back.Difference
            && there.FirstPay == back.SecondPay
            && there.BreakEvens.Select(each => each.Credit).SequenceEqual(back.BreakEvens.Select(each => each.Credit));
    }

    [Fact]
    public void WhatCannotBeComparedIsRefused()
    {
        CompPlan keeper = Steady with
        {
            Components = [new PayComponent { Measure = CompMeasure.LogoRetention, Target = PayTarget.Level(0.95m) }],
        };

        Refusal.By<ArgumentException>(() => CompPlanComparisonCalculator.Compare(Steady, keeper, [1m]));
        Refusal.By<ArgumentException>(
            () => CompPlanComparisonCalculator.Compare(Steady, Steep, [1m], CompMeasure.Activations));
        Refusal.By<ArgumentException>(
            () => CompPlanComparisonCalculator.Compare(keeper, keeper, [1m], CompMeasure.LogoRetention));
        Refusal.By<ArgumentOutOfRangeException>(
            () => CompPlanComparisonCalculator.Compare(Steady, Steep, [1m], pay: (ComparedPay)7));
    }

    private static CompPlan Plan(decimal quota, decimal variable, PayoutCurve curve) => new()
    {
        Role = "AE",
        OnTargetEarnings = 2m * variable,
        PayMix = PayMix.OfPercent(50, 50),
        Components =
            [new PayComponent { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(quota), Curve = curve }],
    };
}
