using FsCheck.Xunit;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;
using RevenueModel.Tests.Generators;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Pipeline;

public class StageCalculatorTests
{
    [Fact]
    public void EveryStageHasALineAndClosedDealsAreInNone()
    {
        Opportunity[] deals =
        [
            TestOpportunities.Open(100m, "proposal"), TestOpportunities.Open(null), TestOpportunities.Won(900m),
        ];

        ValueList<StageCount> lines = StageCalculator.ByStage(TestOpportunities.Process, deals);

        Assert.Equal(["Discovery", "Proposal"], lines.Select(line => line.Stage.Name));
        Assert.Equal(new StageCount(TestOpportunities.Process.Stages[0], 0, 0, 0m), lines[0]);
        Assert.Equal(new StageCount(TestOpportunities.Process.Stages[1], 2, 1, 100m), lines[1]);
        Assert.Equal(50m, lines[1].Weighted);
    }

    [Fact]
    public void AnOpenDealInAnUnknownStageIsNamedWithTheStagesThereAre()
    {
        Opportunity deal = TestOpportunities.Open(100m, "Verbal");

        var error = Refusal.By<ArgumentException>(() => StageCalculator.ByStage(TestOpportunities.Process, [deal]));

        Assert.Contains(deal.Id, error.Message, StringComparison.Ordinal);
        Assert.Contains("\"Verbal\"", error.Message, StringComparison.Ordinal);
        Assert.Contains(
            "Discovery (20%, Pipeline) > Proposal (50%, BestCase)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDealThatOverflowsAStageIsNamed()
    {
        List<Opportunity> deals = [TestOpportunities.Open(decimal.MaxValue), TestOpportunities.Open(1m)];

        var refused = Refusal.By<ArgumentException>(
            "opportunities", () => StageCalculator.ByStage(TestOpportunities.Process, deals));

        Assert.Contains($"Opportunity {deals[1].Id}, ", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            "Proposal: 1 deal, 10, weighted 5",
            StageCalculator.ByStage(TestOpportunities.Process, [TestOpportunities.Open(10m)])[1].ToString());
    }

    [Property]
    public bool StagesHoldEveryOpenDealOnce(DealBook book)
    {
        ValueList<StageCount> lines = StageCalculator.ByStage(book.Process, book.Deals.AsSpan());
        return lines.Sum(line => line.Count) == book.Deals.Count(deal => deal.IsOpen)
            && lines.Sum(line => line.Amount) == book.Deals.Where(deal => deal.IsOpen).Sum(deal => deal.Amount ?? 0m);
    }
}
