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

    /// <summary>Returns the probabilities of a win and a loss in the end and the mean periods of each stage, as the
    /// exact solution of the linear equations of all stages and times in them. Each deal closes in the end.</summary>
    public static (ExactFraction Won, ExactFraction Lost, ExactFraction Periods)[] Absorption(StageChain chain)
    {
        var states = new List<(int Stage, int Period)>();
        for (int i = 0; i < chain.Stages.Count; i++)
        {
            for (int d = 0; d < chain.Stages[i].Hazards.Count; d++)
            {
                states.Add((i, d));
            }
        }

        int count = states.Count;
        var rows = new ExactFraction[count, count + 3];
        for (int row = 0; row < count; row++)
        {
            (int stage, int period) = states[row];
            StageHazards hazards = chain.Stages[stage].Hazards[period];
            bool isLast = period == chain.Stages[stage].Hazards.Count - 1;
            ExactFraction leaves = ExactFraction.OfDouble(hazards.Won) + ExactFraction.OfDouble(hazards.Lost);
            for (int column = 0; column < count + 3; column++)
            {
                rows[row, column] = None;
            }

            for (int to = 0; to < hazards.Moves.Count; to++)
            {
                leaves += ExactFraction.OfDouble(hazards.Moves[to]);
                rows[row, states.IndexOf((to, 0))] -= ExactFraction.OfDouble(hazards.Moves[to]);
            }

            rows[row, row] += isLast ? leaves : One;
            if (!isLast)
            {
                rows[row, row + 1] -= One - leaves;
            }

            rows[row, count] = ExactFraction.OfDouble(hazards.Won);
            rows[row, count + 1] = ExactFraction.OfDouble(hazards.Lost);
            rows[row, count + 2] = One;
        }

        Solve(rows, count);
        return
        [
            .. Enumerable.Range(0, chain.Stages.Count).Select(stage => states.IndexOf((stage, 0)))
                .Select(row => (rows[row, count], rows[row, count + 1], rows[row, count + 2])),
        ];
    }

    // Gauss-Jordan elimination.
    private static void Solve(ExactFraction[,] rows, int count)
    {
        int columns = rows.GetLength(1);
        for (int pivot = 0; pivot < count; pivot++)
        {
            int found = Enumerable.Range(pivot, count - pivot).First(row => rows[row, pivot] != None);
            for (int column = 0; column < columns; column++)
            {
                (rows[pivot, column], rows[found, column]) = (rows[found, column], rows[pivot, column]);
            }

            ExactFraction scale = rows[pivot, pivot];
            for (int column = 0; column < columns; column++)
            {
                rows[pivot, column] /= scale;
            }

            for (int row = 0; row < count; row++)
            {
                ExactFraction factor = rows[row, pivot];
                for (int column = 0; column < columns && row != pivot && factor != None; column++)
                {
                    rows[row, column] -= factor * rows[pivot, column];
                }
            }
        }
    }

    /// <summary>A probability that is a multiple of 1/64, as the tests choose them.</summary>
    private static ExactFraction Of(double probability) => ExactFraction.Of((int)(probability * 64), 64);
}
