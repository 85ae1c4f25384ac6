using FsCheck.Xunit;
using RevenueModel.Pipeline;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class SalesProcessTests
{
    private static readonly SalesProcess Process = SalesProcess.Of(
        Stage("Discovery", 0.1m), Stage("Proposal", 0.4m), Stage("Negotiation", 0.8m));

    private static readonly Opportunity Deal = new()
    {
        Id = "D-17",
        Stage = "Proposal",
        Timeline = DealTimeline.Open(),
    };

    [Fact]
    public void ProbabilitiesFollowFromConversionRates()
    {
        SalesProcess process = SalesProcess.OfConversionRates(
            Conversion("Discovery", 0.25m), Conversion("Proposal", 0.5m), Conversion("Negotiation", 0.8m));
        Assert.Equal(Process, process);
    }

    [Fact]
    public void ConversionRatesFollowFromProbabilities()
    {
        Assert.Equal(0.25m, Process.ConversionRate(0));
        Assert.Equal(0.5m, Process.ConversionRate(1));
        Assert.Equal(0.8m, Process.ConversionRate(2));
        Refusal.By<ArgumentOutOfRangeException>(() => Process.ConversionRate(3));
        Refusal.By<ArgumentOutOfRangeException>(() => Process.ConversionRate(-1));
    }

    [Fact]
    public void BeforeAStageThatIsNeverWonTheConversionRateIsUndefined()
    {
        SalesProcess process = SalesProcess.Of(Stage("A", 0m), Stage("B", 0m));
        Assert.Null(process.ConversionRate(0));
        Assert.Equal(0m, process.ConversionRate(1));
    }

    [Fact]
    public void WithoutStagesThereIsNoProcess()
    {
        Assert.Contains(
            "at least one",
            Refusal.By<ArgumentException>(() => SalesProcess.Of()).Message,
            StringComparison.Ordinal);
        Refusal.By<ArgumentException>(() => SalesProcess.OfConversionRates());
        Refusal.By<ArgumentNullException>(() => SalesProcess.Of(null!, Stage("B", 0m)));
        Refusal.By<ArgumentNullException>(() => SalesProcess.OfConversionRates(Conversion("A", 1m), null!));
    }

    [Fact]
    public void ANameStandsOnceWhateverItsCase()
    {
        var refused = Refusal.By<ArgumentException>(
            () => SalesProcess.Of(Stage("A", 0.1m), Stage("B", 0.2m), Stage("a", 0.3m)));
        Assert.Contains("\"a\" twice", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentException>(() => SalesProcess.OfConversionRates(Conversion("A", 1m), Conversion("a", 1m)));
        Refusal.By<ArgumentException>(
            () => Culture.In("tr-TR", () => SalesProcess.Of(Stage("qualified", 0.1m), Stage("QUALIFIED", 0.2m))));
    }

    [Fact]
    public void MeasuredProbabilitiesNeedNotAscend()
    {
        SalesProcess process = SalesProcess.Of(Stage("A", 0.3m), Stage("B", 0.2m));

        Assert.Null(process.ConversionRate(0));
        Assert.Equal(0.2m, process.ConversionRate(1));
    }

    [Fact]
    public void RoundingKeepsSixDigitsUnlessSaid()
    {
        SalesProcess process = SalesProcess.OfConversionRates(Conversion("A", 0.33m), Conversion("B", 0.1608754m));

        Assert.Equal(0.053089m, process.Rounded().Stages[0].WinProbability);
        Assert.Equal(0.05m, process.Rounded(2).Stages[0].WinProbability);
    }

    [Fact]
    public void AStageThatTheProcessLacksNamesTheDealAndTheStages()
    {
        var refused = Refusal.By<ArgumentException>(() => Process.StageOf(Deal with { Stage = "Legal" }));
        Assert.Contains("D-17", refused.Message, StringComparison.Ordinal);
        Assert.Contains("\"Legal\"", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Discovery", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Negotiation", refused.Message, StringComparison.Ordinal);
        Refusal.By<ArgumentException>(() => Process.WinProbabilityOf(Deal with { Stage = "Legal" }));
        Refusal.By<ArgumentException>(() => Process.CategoryOf(Deal with { Stage = "Legal" }));
    }

    [Fact]
    public void StagesAreFoundWhateverTheirCase()
    {
        Assert.Same(Process.Stages[1], Process.FindStage("PROPOSAL"));
        Assert.Null(Process.FindStage("Legal"));
        Refusal.By<ArgumentNullException>(() => Process.FindStage(null!));
        Assert.Same(Process.Stages[2], Culture.In("tr-TR", () => Process.FindStage("NEGOTIATION")));
    }

    [Fact]
    public void ClosedDealsNeedNoStageOfTheProcess()
    {
        Opportunity won = Deal with { Stage = "Closed Won", Timeline = DealTimeline.Won() };
        Opportunity lost = Deal with { Stage = "Closed Lost", Timeline = DealTimeline.Lost() };
        Assert.Equal(1m, Process.WinProbabilityOf(won));
        Assert.Equal(0m, Process.WinProbabilityOf(lost));
        Assert.Equal(
            ForecastCategory.Closed, Process.CategoryOf(won with { ForecastCategory = ForecastCategory.Omitted }));
        Assert.Equal(
            ForecastCategory.Omitted, Process.CategoryOf(lost with { ForecastCategory = ForecastCategory.Commit }));
    }

    [Fact]
    public void WhatTheDealSaysComesBeforeWhatItsStageSays()
    {
        Assert.Equal(ForecastCategory.Pipeline, Process.CategoryOf(Deal));
        Assert.Equal(
            ForecastCategory.Commit, Process.CategoryOf(Deal with { ForecastCategory = ForecastCategory.Commit }));
        var refused = Refusal.By<ArgumentException>(
            () => Process.CategoryOf(Deal with { ForecastCategory = ForecastCategory.Closed }));
        Assert.Contains("D-17", refused.Message, StringComparison.Ordinal);
    }

    [Property]
    public bool ConversionRatesAndProbabilitiesAreInverse(SalesProcess process)
    {
        if (process.Stages[0].WinProbability == 0m)
        {
            return true;
        }

        SalesProcess back = SalesProcess.OfConversionRates([.. process.Stages.Select((stage, at) => new StageConversion
        {
            Name = stage.Name,
            ConversionRate = process.ConversionRate(at)!.Value,
            ForecastCategory = stage.ForecastCategory,
        })]);
        return back.Stages.Zip(process.Stages).All(pair =>
            Math.Abs(pair.First.WinProbability - pair.Second.WinProbability) < 1e-24m
                && pair.First with { WinProbability = 0m } == pair.Second with { WinProbability = 0m });
    }

    [Property]
    public bool ProbabilitiesAndConversionRatesAreInverse(Fraction first, Fraction second, Fraction third)
    {
        decimal[] rates = [first, second, third];
        SalesProcess process = SalesProcess.OfConversionRates(
            [.. rates.Select((rate, at) => Conversion("Stage " + (char)('A' + at), rate))]);
        return rates.Select((rate, at) => process.ConversionRate(at) is { } back
            ? Math.Abs(back - rate) < 1e-20m
            : rates.Skip(at + 1).Contains(0m)).All(holds => holds);
    }

    [Property]
    public bool ProcessesAreEqualByValue(SalesProcess process) =>
        process == SalesProcess.Of([.. process.Stages.Select(stage => stage with { })])
            && process.GetHashCode()
                == SalesProcess.Of([.. process.Stages.Select(stage => stage with { })]).GetHashCode();

    [Property]
    public bool EachDealOfABookHasTheProbabilityOfItsStageOrOutcome(DealBook book) =>
        book.Deals.All(deal => book.Process.WinProbabilityOf(deal) == deal.Outcome switch
        {
            DealOutcome.Won => 1m,
            DealOutcome.Lost => 0m,
            _ => book.Process.Stages.Single(
                stage => string.Equals(stage.Name, deal.Stage, StringComparison.Ordinal)).WinProbability,
        });

    private static PipelineStage Stage(string name, decimal probability) =>
        new() { Name = name, WinProbability = probability };

    private static StageConversion Conversion(string name, decimal rate) =>
        new() { Name = name, ConversionRate = rate };
}
