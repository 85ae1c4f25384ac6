using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Counts and sums the open deals in each stage of the pipeline.</summary>
public static class StageCalculator
{
    /// <summary>Returns the open deals by stage.</summary>
    /// <param name="process">The sales process whose stages the deals are in.</param>
    /// <param name="opportunities">The deals; closed ones are excluded.</param>
    /// <returns>A line for each stage in the order of the process, also for stages without deals.</returns>
    /// <exception cref="ArgumentException">An open deal is in a stage that the process does not have, or the amount
    /// of a stage exceeds the range of a decimal; the message names the deal.</exception>
    /// <example><code>
    /// SalesProcess process = SalesProcess.Of(new PipelineStage { Name = "Proposal", WinProbability = 50.Percent });
    /// Opportunity[] deals =
    /// [
    ///     new() { Id = "A", Stage = "Proposal", Amount = 80_000m, Timeline = DealTimeline.Open() },
    ///     new() { Id = "B", Stage = "Proposal", Amount = 45_000m, Timeline = DealTimeline.Open() },
    /// ];
    /// StageCount proposal = StageCalculator.ByStage(process, deals)[0];
    /// Console.WriteLine(proposal); // Proposal: 2 deals, 125,000, weighted 62,500
    /// </code></example>
    public static ValueList<StageCount> ByStage(SalesProcess process, ReadOnlySpan<Opportunity> opportunities)
    {
        ValueList<PipelineStage> stages = Guard.Against.Null(process).Stages;
        var counts = new int[stages.Count];
        var withoutAmount = new int[stages.Count];
        var amounts = new decimal[stages.Count];
        int at = 0;
        try
        {
            for (; at < opportunities.Length; at++)
            {
                Opportunity opportunity = OpportunityGuards.Item(opportunities, at);
                if (opportunity.IsOpen)
                {
                    int stage = process.IndexOfStage(opportunity, nameof(opportunities));
                    counts[stage]++;
                    withoutAmount[stage] += opportunity.Amount is null ? 1 : 0;
                    amounts[stage] += opportunity.Amount ?? 0m;
                }
            }
        }
        catch (OverflowException overflow)
        {
            throw OpportunityGuards.Overflow(opportunities[at], overflow);
        }

        var lines = new StageCount[stages.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = new StageCount(stages[i], counts[i], withoutAmount[i], amounts[i]);
        }

        return ValueList.Own(lines);
    }

    /// <inheritdoc cref="ByStage(SalesProcess, ReadOnlySpan{Opportunity})"/>
    public static ValueList<StageCount> ByStage(SalesProcess process, IEnumerable<Opportunity> opportunities) =>
        ByStage(process, opportunities.AsItems());
}
