using RevenueModel.Forecasting;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Forecasting;

/// <summary>The outcomes of a chain by a walk forward over all paths, in exact fractions of the given
/// probabilities.</summary>
internal static class ChainOracle
{
    private static readonly ExactFraction One = ExactFraction.Of(1, 1);
    private static readonly ExactFraction None = ExactFraction.Of(0, 1);

    /// <summary>Returns the probability that a deal is won within some periods: each path is followed to its
    /// end.</summary>
    public static ExactFraction Won(StageChain chain, int stage, int periodsInStage, int periods)
    {
        if (periods == 0)
        {
            return None;
        }

        var hazards = chain.Stages[stage].Hazards;
        StageHazards now = hazards[Math.Min(periodsInStage, hazards.Count - 1)];
        ExactFraction won = Of(now.Won);
        ExactFraction stay = One - Of(now.Won) - Of(now.Lost);
        for (int to = 0; to < now.Moves.Count; to++)
        {
            stay -= Of(now.Moves[to]);
            if (now.Moves[to] > 0)
            {
                won += Of(now.Moves[to]) * Won(chain, to, 0, periods - 1);
            }
        }

        return won + (stay * Won(chain, stage, periodsInStage + 1, periods - 1));
    }

    /// <summary>A probability that is a multiple of 1/64, as the tests choose them.</summary>
    private static ExactFraction Of(double probability) => ExactFraction.Of((int)(probability * 64), 64);
}
