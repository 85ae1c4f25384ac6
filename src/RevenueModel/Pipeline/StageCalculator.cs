using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>What stands in each stage of the pipeline.</summary>
public static class StageCalculator
{
    /// <summary>The open deals by stage, in the order of the process, stages without deals included.</summary>
    /// <param name="opportunities">The deals; closed ones are passed over.</param>
    /// <param name="process">The sales process whose stages the deals are in.</param>
    /// <exception cref="ArgumentException">An open deal is in a stage that the process does not have.</exception>
    public static ValueList<StageCount> ByStage(ReadOnlySpan<Opportunity> opportunities, SalesProcess process)
    {
        ValueList<PipelineStage> stages = Guard.Against.Null(process).Stages;
        var counts = new int[stages.Count];
        var withoutAmount = new int[stages.Count];
        var amounts = new decimal[stages.Count];
        foreach (Opportunity opportunity in opportunities)
        {
            if (opportunity.IsOpen)
            {
                int stage = process.IndexOfStage(opportunity);
                counts[stage]++;
                withoutAmount[stage] += opportunity.Amount is null ? 1 : 0;
                amounts[stage] += opportunity.Amount ?? 0m;
            }
        }

        var lines = new StageCount[stages.Count];
        for (int i = 0; i < lines.Length; i++)
        {
            lines[i] = new StageCount(stages[i], counts[i], withoutAmount[i], amounts[i]);
        }

        return ValueList.Own(lines);
    }
}
