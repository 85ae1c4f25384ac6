using FsCheck.Xunit;
using RevenueModel.Architectures;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Forecasting;

public class InstallBaseCalculatorTests
{
    private static readonly InstallBasePolicy Policy = PublishedArchitectures.IndustrialIot2027.Forecast!.InstallBase;

    [Fact]
    public void AboveTheThresholdATargetIsSplitByThePolicy()
    {
        InstallBaseSplit split = InstallBaseCalculator.SplitTarget(
            Policy, enterpriseCustomers: 1_201, target: 10_000_000.01m);

        Assert.True(split.Applies);
        Assert.Equal(7_000_000.01m, split.Expansion);
        Assert.Equal(3_000_000m, split.NewLogo);
    }

    [Fact]
    public void AtOrBelowTheThresholdThePolicyDoesNotApplyAndTheAnswerSaysSo()
    {
        InstallBaseSplit split = InstallBaseCalculator.SplitTarget(
            Policy, enterpriseCustomers: 1_200, target: 10_000_000m);

        Assert.False(split.Applies);
        Assert.Null(split.Expansion);
        Assert.Null(split.NewLogo);
        Assert.Equal("the policy does not apply: 1,200 enterprise customers are not above 1,200", split.ToString());
    }

    [Fact]
    public void TheMixOfAForecastIsComparedOnWeightedAmounts()
    {
        InstallBaseMix mix = InstallBaseCalculator.CompareMix(Policy, 2_800, Forecast());

        // Expansion 1,000 x 0.5 + 300 won, new logo 1,000 x 0.2; the renewal and the deal of unknown motion are left
        // out.
        Assert.Equal(800m, mix.Expansion);
        Assert.Equal(200m, mix.NewLogo);
        Assert.Equal(450m, mix.Renewal);
        Assert.Equal(5m, mix.WithoutMotionAmount);
        Assert.Equal(0.8m, mix.ExpansionShare);
        Assert.Equal(0.1m, mix.Departure);
        Assert.Equal(100m, mix.AmountOffPolicy);
    }

    [Fact]
    public void BelowTheThresholdTheMixIsShownAndNotCompared()
    {
        InstallBaseMix mix = InstallBaseCalculator.CompareMix(Policy, 5, Forecast());

        Assert.False(mix.Applies);
        Assert.Equal(0.8m, mix.ExpansionShare);
        Assert.Null(mix.Departure);
        Assert.Null(mix.AmountOffPolicy);
    }

    [Fact]
    public void AForecastWithoutEitherMotionHasNoMix()
    {
        InstallBaseMix mix = InstallBaseCalculator.CompareMix(
            Policy, 2_800, WeightedForecastCalculator.Forecast(TestOpportunities.Process, []));

        Assert.Null(mix.ExpansionShare);
        Assert.Null(mix.Departure);
        Assert.Null(mix.AmountOffPolicy);
    }

    [Property]
    public bool ThePartsOfATargetSumToItToTheCent(Fraction expansion, Cents target)
    {
        var policy = new InstallBasePolicy { AboveEnterpriseCustomers = 0, ExpansionShare = expansion.Value };
        InstallBaseSplit split = InstallBaseCalculator.SplitTarget(policy, 1, target.Amount);
        return split.Expansion + split.NewLogo == target.Amount
            && Math.Abs(split.Expansion!.Value - (target.Amount * expansion.Value)) < 0.01m;
    }

    [Property]
    public bool MovingWhatIsOffPolicyMeetsThePolicy(DealBook book)
    {
        InstallBaseMix mix = InstallBaseCalculator.CompareMix(
            Policy, 2_800, WeightedForecastCalculator.Forecast(book.Process, book.Span));
        return mix.AmountOffPolicy is not { } off
            || Math.Abs(((mix.Expansion - off) / (mix.Expansion + mix.NewLogo)) - Policy.ExpansionShare) < 1e-15m;
    }

    private static WeightedForecast Forecast() => WeightedForecastCalculator.Forecast(
        TestOpportunities.Process,
        [
            TestOpportunities.Open(1_000m, "Proposal") with { Motion = DealMotion.Expansion },
            TestOpportunities.Won(300m) with { Motion = DealMotion.Expansion },
            TestOpportunities.Open(1_000m, "Discovery") with { Motion = DealMotion.NewLogo },
            TestOpportunities.Open(900m, "Proposal") with { Motion = DealMotion.Renewal },
            TestOpportunities.Open(10m, "Proposal"),
        ]);
}
