using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Measures stage conversion on deals with a known history.</summary>
/// <remarks>
/// The product of stage-to-stage rates assumes that each won deal passes through each stage. If deals skip stages, the
/// product understates the win rate, often by far. The share of the deals in a stage that were eventually won is
/// therefore measured too. That share is the weight for a forecast.
/// </remarks>
public static class StageConversionCalculator
{
    /// <summary>Measures the conversion of each stage.</summary>
    /// <param name="stages">The names of the open stages in order, at least one, all different.</param>
    /// <param name="histories">Closed deals and the stages that they went through.</param>
    /// <returns>A line for each stage, in order.</returns>
    /// <exception cref="ArgumentException">There is no stage, two stages have the same name, or a history names a
    /// stage that is not among them.</exception>
    /// <remarks>
    /// A deal counts once for each stage that it entered. It has advanced from a stage if it entered the next stage
    /// directly after any of its visits, or if it was won directly from the last stage.
    /// </remarks>
    /// <example><code>
    /// StageHistory[] histories =
    /// [
    ///     new() { Stages = ["Discovery", "Contract"], Outcome = DealOutcome.Won },
    ///     new() { Stages = ["Discovery", "Contract"], Outcome = DealOutcome.Lost },
    ///     new() { Stages = ["Discovery"], Outcome = DealOutcome.Lost },
    /// ];
    /// ValueList&lt;StageConversionRate&gt; rates =
    ///     StageConversionCalculator.Measure(["Discovery", "Contract"], histories);
    /// Console.WriteLine($"{rates[0].ConversionRate:0.00}, {rates[1].ConversionRate:0.00}"); // 0.67, 0.50
    /// </code></example>
    public static ValueList<StageConversionRate> Measure(
        ReadOnlySpan<string> stages,
        ReadOnlySpan<StageHistory> histories)
    {
        ValueList<string> names = Names(stages);
        var entered = new int[stages.Length];
        var advanced = new int[stages.Length];
        var won = new int[stages.Length];
        var hasEntered = new bool[stages.Length];
        var hasAdvanced = new bool[stages.Length];
        foreach (StageHistory history in histories)
        {
            Guard.Against.Null(history, nameof(histories));
            hasEntered.AsSpan().Clear();
            hasAdvanced.AsSpan().Clear();
            for (int i = 0; i < history.Stages.Count; i++)
            {
                int at = PositionOf(history.Stages[i], names, nameof(histories));
                bool isLastVisit = i == history.Stages.Count - 1;
                hasEntered[at] = true;
                hasAdvanced[at] |= at == stages.Length - 1
                    ? isLastVisit && history.Outcome == DealOutcome.Won
                    : !isLastVisit && PositionOf(history.Stages[i + 1], names, nameof(histories)) == at + 1;
            }

            for (int at = 0; at < stages.Length; at++)
            {
                entered[at] += hasEntered[at] ? 1 : 0;
                advanced[at] += hasAdvanced[at] ? 1 : 0;
                won[at] += hasEntered[at] && history.Outcome == DealOutcome.Won ? 1 : 0;
            }
        }

        var rates = new StageConversionRate[stages.Length];
        decimal? chain = 1m;
        for (int at = stages.Length - 1; at >= 0; at--)
        {
            chain = entered[at] == 0 ? null : chain * advanced[at] / entered[at];
            rates[at] = new StageConversionRate
            {
                Stage = stages[at],
                EnteredCount = entered[at],
                AdvancedCount = advanced[at],
                WonCount = won[at],
                ChainWinRate = chain,
            };
        }

        return ValueList.Own(rates);
    }

    /// <inheritdoc cref="Measure(ReadOnlySpan{string}, ReadOnlySpan{StageHistory})"/>
    public static ValueList<StageConversionRate> Measure(
        IEnumerable<string> stages,
        IEnumerable<StageHistory> histories) =>
        Measure(stages.AsItems(), histories.AsItems());

    private static ValueList<string> Names(ReadOnlySpan<string> stages)
    {
        if (stages.IsEmpty)
        {
            throw new ArgumentException("stages had no stage; at least one is expected.", nameof(stages));
        }

        return DomainGuards.RequireDistinct(
            ValueList.Create(stages),
            static stage => Guard.Against.Blank(stage, nameof(stages)),
            nameof(stages),
            "name");
    }

    private static int PositionOf(string stage, ValueList<string> names, string parameter)
    {
        int at = NameLookup.IndexOf(names.AsSpan(), stage, static name => name);
        return at >= 0
            ? at
            : throw new ArgumentException(
                Invariant($"A history names stage \"{stage}\"; the stages are {string.Join(" > ", names)}."),
                parameter);
    }
}
