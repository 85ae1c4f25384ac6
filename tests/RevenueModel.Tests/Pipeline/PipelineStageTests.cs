using RevenueModel.Pipeline;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class PipelineStageTests
{
    [Fact]
    public void APercentageIsRefusedWithItsFraction()
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => new PipelineStage { Name = "Proposal", WinProbability = 38m });
        Assert.Equal("WinProbability", refused.ParamName);
        Assert.Contains("WinProbability was 38", refused.Message, StringComparison.Ordinal);
        Assert.Contains("0.38", refused.Message, StringComparison.Ordinal);
        Assert.Contains("between 0 and 1", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheHintIsInvariant() => Assert.Contains(
        "write 0.38 ",
        Culture.In("de-DE", () => Refusal.By<ArgumentOutOfRangeException>(
            () => new PipelineStage { Name = "Proposal", WinProbability = 38m })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    public void ValuesOutsideZeroToAHundredGetNoHint(double probability)
    {
        var refused = Refusal.By<ArgumentOutOfRangeException>(
            () => new PipelineStage { Name = "Proposal", WinProbability = (decimal)probability });
        Assert.DoesNotContain("write", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BothEndsAreProbabilities()
    {
        Assert.Equal(0m, new PipelineStage { Name = "Proposal", WinProbability = 0m }.WinProbability);
        Assert.Equal(1m, new PipelineStage { Name = "Proposal", WinProbability = 1m }.WinProbability);
    }

    [Fact]
    public void AnOpenStageIsPipelineByDefaultAndNeverClosed()
    {
        var stage = new PipelineStage { Name = "Proposal", WinProbability = 0.5m };
        Assert.Equal(ForecastCategory.Pipeline, stage.ForecastCategory);
        Refusal.By<ArgumentOutOfRangeException>(() => stage with { ForecastCategory = ForecastCategory.Closed });
        Refusal.By<ArgumentOutOfRangeException>(() => stage with { ForecastCategory = (ForecastCategory)5 });
        Refusal.By<ArgumentOutOfRangeException>(() => stage with { WinProbability = 38m });
    }

    [Fact]
    public void AStageByConversionIsValidatedTheSame()
    {
        var stage = new StageConversion { Name = "Proposal", ConversionRate = 0.5m };
        Assert.Contains(
            "0.38",
            Refusal.By<ArgumentOutOfRangeException>(() => stage with { ConversionRate = 38m }).Message,
            StringComparison.Ordinal);
        Refusal.By<ArgumentException>(() => stage with { Name = "" });
        Refusal.By<ArgumentOutOfRangeException>(() => stage with { ForecastCategory = ForecastCategory.Closed });
        Assert.Equal(ForecastCategory.Pipeline, stage.ForecastCategory);
    }

    [Fact]
    public void AStageHasAName() => Assert.Equal(
        "Name", Refusal.By<ArgumentException>(() => new PipelineStage { Name = " ", WinProbability = 0m }).ParamName);
}
