using FsCheck.Xunit;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class CoverageCalculatorTests
{
    [Fact]
    public void PublishedStage2CoverageIsExpectedToReach41PercentOfQuota() =>
        Assert.Equal(0.408m, CoverageCalculator.ExpectedAttainment(coverage: 3.4m, closeRate: 0.12m));

    [Fact]
    public void CoverageIsUndefinedWhereNothingRemainsToBeClosed()
    {
        Assert.Null(CoverageCalculator.Coverage(openPipeline: 1_000_000m, remainingQuota: 0m));
        Assert.Null(CoverageCalculator.Coverage(openPipeline: 1_000_000m, remainingQuota: -5m));
    }

    [Fact]
    public void NothingIsRequiredWhereNothingRemainsToBeClosed()
    {
        Assert.Equal(0m, CoverageCalculator.RequiredPipeline(-1m, 3m));
        Assert.Equal(0m, CoverageCalculator.RequiredPipelineAtWinRate(-1m, 0m));
        Assert.Equal(0m, CoverageCalculator.RequiredOpportunities(-1m, 10m, 0.2m));
    }

    [Fact]
    public void AComparisonSaysWhetherTheTargetIsMetAndTheGap()
    {
        CoverageComparison met = CoverageCalculator.Compare(3.6m, openPipeline: 420_000m, remainingQuota: 100_000m);
        CoverageComparison missed = CoverageCalculator.Compare(
            4.6m, openPipeline: 2_200_000m, remainingQuota: 500_000m);
        CoverageComparison done = CoverageCalculator.Compare(4.6m, openPipeline: 10m, remainingQuota: -5m);

        Assert.Equal((4.2m, 360_000m, -60_000m, true), (met.Coverage, met.RequiredPipeline, met.Gap, met.IsMet));
        Assert.Equal(
            (4.4m, 2_300_000m, 100_000m, false), (missed.Coverage, missed.RequiredPipeline, missed.Gap, missed.IsMet));
        Assert.Equal(((decimal?)null, 0m, true), (done.Coverage, done.RequiredPipeline, done.IsMet));
        Assert.Equal("4.2x of 100,000, target 3.6x: met with 60,000 to spare", met.ToString());
        Assert.Equal("4.4x of 500,000, target 4.6x: 100,000 short", missed.ToString());
        Assert.Equal("no quota remains", done.ToString());
        Refusal.With("openPipeline was -1; zero or more is expected.", () => CoverageCalculator.Compare(1m, -1m, 1m));
    }

    [Property]
    public bool TheTargetIsMetExactlyIfTheCoverageReachesIt(Cents open, Cents quota, Fraction tenths)
    {
        decimal pipeline = Math.Abs(open.Amount);
        CoverageComparison compared = CoverageCalculator.Compare(tenths.Value * 10m, pipeline, quota.Amount);
        return compared.IsMet == (pipeline >= Math.Max(0m, quota.Amount) * (tenths.Value * 10m));
    }

    [Fact]
    public void FiguresThatOverflowAreNamed()
    {
        Assert.Contains(
            "openPipeline 79228162514264337593543950335 over remainingQuota 0.5 is too large",
            Refusal.By<ArgumentException>(
                "openPipeline", () => CoverageCalculator.Coverage(decimal.MaxValue, 0.5m)).Message,
            StringComparison.Ordinal);
        Refusal.By<ArgumentException>(
            "remainingQuota", () => CoverageCalculator.RequiredPipeline(decimal.MaxValue, 2m));
        Refusal.By<ArgumentException>(
            "remainingQuota", () => CoverageCalculator.RequiredPipelineAtWinRate(decimal.MaxValue, 0.5m));
        Refusal.By<ArgumentException>(
            "remainingQuota", () => CoverageCalculator.RequiredOpportunities(decimal.MaxValue, 0.5m, 1m));
        Assert.Equal(1e28m, CoverageCalculator.CoverageTarget(1e-28m));
        Assert.Equal(1e28m, CoverageCalculator.ImpliedWinRate(1e-28m));
    }

    [Fact]
    public void NoPipelineIsEnoughWhereNothingIsEverWon()
    {
        Assert.Null(CoverageCalculator.RequiredPipelineAtWinRate(1m, winRate: 0m));
        Assert.Null(CoverageCalculator.RequiredOpportunities(1m, 10m, winRate: 0m));
        Assert.Null(CoverageCalculator.CoverageTarget(winRate: 0m));
        Assert.Null(CoverageCalculator.ImpliedWinRate(coverage: 0m));
    }

    [Fact]
    public void RequiredOpportunitiesAreRoundedUpToAWholeDeal()
    {
        // 1,000,000 / (60,000 x 0.25) = 66.67
        Assert.Equal(67m, CoverageCalculator.RequiredOpportunities(1_000_000m, 60_000m, 0.25m));
        Assert.Equal(100m, CoverageCalculator.RequiredOpportunities(1_000_000m, 40_000m, 0.25m));
    }

    [Fact]
    public void ACoverageBelowOneImpliesAWinRateThatCannotBe() =>
        Assert.Equal(2m, CoverageCalculator.ImpliedWinRate(coverage: 0.5m));

    [Fact]
    public void ARateInPercentIsRefusedWithWhatToWrite()
    {
        var error = Refusal.By<ArgumentOutOfRangeException>(() => CoverageCalculator.ExpectedAttainment(3.4m, 12m));

        Assert.Contains("closeRate was 12; a fraction between 0 and 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("0.12", error.Message, StringComparison.Ordinal);
    }

    [Property]
    public bool TheCoverageTargetIsExpectedToReachTheQuota(Fraction winRate) =>
        winRate.Value == 0m
        || Math.Abs(CoverageCalculator.ExpectedAttainment(CoverageCalculator.CoverageTarget(
            winRate.Value)!.Value, winRate.Value) - 1m) < 1e-20m;

    [Property]
    public bool TheMoreThePeriodCreatesAndClosesTheLessCoverageItNeeds(Fraction winRate, Fraction less, Fraction more)
    {
        (decimal low, decimal high) = less.Value <= more.Value ? (less.Value, more.Value) : (more.Value, less.Value);
        return winRate.Value == 0m
            || CoverageCalculator.CoverageTarget(winRate.Value, high)
                <= CoverageCalculator.CoverageTarget(winRate.Value, low);
    }

    [Property]
    public bool RequiredPipelineHasTheCoverageThatWasAskedFor(Cents quota, Fraction tenths)
    {
        decimal target = 1m + (tenths.Value * 9m);
        return quota.Amount <= 0m
            || Math.Abs(CoverageCalculator.Coverage(
                CoverageCalculator.RequiredPipeline(quota.Amount, target), quota.Amount)!.Value - target) < 1e-18m;
    }

    [Property]
    public bool RequiredOpportunitiesAreTheFewestThatReachTheQuota(Cents quota, Cents dealValue, Fraction winRate)
    {
        if (quota.Amount <= 0m || dealValue.Amount <= 0m || winRate.Value == 0m)
        {
            return true;
        }

        decimal deals = CoverageCalculator.RequiredOpportunities(quota.Amount, dealValue.Amount, winRate.Value)!.Value;
        decimal each = dealValue.Amount * winRate.Value;
        return deals == decimal.Truncate(deals)
            && ((deals * each) + 1e-12m >= quota.Amount)
            && ((deals - 1m) * each) - 1e-12m < quota.Amount;
    }
}
