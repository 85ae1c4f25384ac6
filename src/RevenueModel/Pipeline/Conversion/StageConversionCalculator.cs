using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Conversion measured on deals whose history is known.</summary>
/// <remarks>
/// Multiplying stage-to-stage rates assumes that each won deal passes through each stage. Where deals skip stages
/// the chain understates the win rate, often by far, so the share of the deals in a stage that were won in the end is
/// measured beside it; that one is the weight for a forecast.
/// </remarks>
public static class StageConversionCalculator
{
    /// <summary>Measures each stage.</summary>
    /// <param name="stages">The names of the open stages in order, each once.</param>
    /// <param name="histories">Closed deals.</param>
    /// <returns>A line for each stage, in order.</returns>
    /// <exception cref="ArgumentException">There is no stage, a stage stands twice, or a history names a stage that
    /// is not among them.</exception>
    /// <remarks>
    /// A deal counts once for each stage that it entered, and has advanced from a stage where it entered the next one
    /// (or was won from the last one) directly after it, on any of its visits.
    /// </remarks>
    public static ValueList<StageConversionRate> Measure(
        ReadOnlySpan<string> stages,
        ReadOnlySpan<StageHistory> histories)
    {
        Dictionary<string, int> positions = Positions(stages);
        var entered = new int[stages.Length];
        var advanced = new int[stages.Length];
        var won = new int[stages.Length];
        var hasEntered = new bool[stages.Length];
        var hasAdvanced = new bool[stages.Length];
        foreach (StageHistory history in histories)
        {
            hasEntered.AsSpan().Clear();
            hasAdvanced.AsSpan().Clear();
            for (int i = 0; i < history.Stages.Count; i++)
            {
                int at = PositionOf(history.Stages[i], positions);
                bool isLastVisit = i == history.Stages.Count - 1;
                hasEntered[at] = true;
                hasAdvanced[at] |= at == stages.Length - 1
                    ? isLastVisit && history.Outcome == DealOutcome.Won
                    : !isLastVisit && PositionOf(history.Stages[i + 1], positions) == at + 1;
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

    private static Dictionary<string, int> Positions(ReadOnlySpan<string> stages)
    {
        if (stages.IsEmpty)
        {
            throw new ArgumentException("stages had no stage; at least one is needed.", nameof(stages));
        }

        var positions = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string stage in stages)
        {
            if (!positions.TryAdd(Guard.Against.Blank(stage, nameof(stages)), positions.Count))
            {
                throw new ArgumentException(Invariant($"Stage \"{stage}\" stands twice; each is named once."), nameof(stages));
            }
        }

        return positions;
    }

    private static int PositionOf(string stage, Dictionary<string, int> positions) =>
        positions.TryGetValue(stage, out int at)
            ? at
            : throw new ArgumentException(
                Invariant($"A history names stage \"{stage}\"; the stages are {string.Join(", ", positions.Keys)}."),
                nameof(stage));
}
