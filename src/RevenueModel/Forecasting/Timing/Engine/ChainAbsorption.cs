namespace RevenueModel.Forecasting;

/// <summary>The final outcome of a deal and the mean number of periods up to it: a linear system over the
/// stages.</summary>
/// <remarks>
/// For each stage, the share of deals that leave it by each exit and the mean number of periods in it follow from its
/// probabilities. With the matrix P of moves between stages, the win probabilities solve <c>(I - P) w = won</c> and
/// the mean times <c>(I - P) t = periods in the stage</c> (Kemeny and Snell, Finite Markov Chains, 1960, chapter 3).
/// Stages from which a deal cannot be won are left out of the system of w, since they make it singular; they have the
/// probability zero.
/// </remarks>
internal sealed class ChainAbsorption
{
    // What remains of a deal that leaves for certain, apart from rounding.
    private const double Certain = 1e-9;

    private readonly double[,] _moves;
    private readonly double[] _won;
    private readonly double[] _lost;
    private readonly double[] _periods;
    private readonly bool[] _remains;

    public ChainAbsorption(StageChain chain)
    {
        int stages = chain.Stages.Count;
        _moves = new double[stages, stages];
        _won = new double[stages];
        _lost = new double[stages];
        _periods = new double[stages];
        _remains = new bool[stages];
        for (int i = 0; i < stages; i++)
        {
            AddStage(chain.Stages[i], i);
        }
    }

    private int Stages => _won.Length;

    /// <summary>Returns the probability of each stage that a deal is won in the end.</summary>
    public double[] Won() => Probabilities(_won);

    /// <summary>Returns the probability of each stage that a deal is lost in the end.</summary>
    public double[] Lost() => Probabilities(_lost);

    /// <summary>Returns the mean number of periods from entry to close of each stage, or null where a deal may never
    /// close.</summary>
    public double?[] Periods()
    {
        bool[] closes = Reaching(i => _won[i] + _lost[i] > 0);
        bool[] mayRemain = Reaching(i => _remains[i] || !closes[i]);
        double[] solved = Solve(_periods, i => !mayRemain[i]);
        return Array.ConvertAll([.. Enumerable.Range(0, Stages)], i => mayRemain[i] ? (double?)null : solved[i]);
    }

    private void AddStage(ChainStage stage, int at)
    {
        double present = 1;
        for (int d = 0; d < stage.Hazards.Count; d++)
        {
            StageHazards hazards = stage.Hazards[d];
            bool isLast = d == stage.Hazards.Count - 1;
            double leaves = hazards.Won + hazards.Lost;
            foreach (double move in hazards.Moves)
            {
                leaves += move;
            }

            // The last probabilities repeat: the sum of a geometric series.
            double periods = !isLast ? present : leaves > 0 ? present / leaves : 0;
            _remains[at] |= isLast && leaves == 0 && present > 0;
            _periods[at] += isLast && leaves == 0 ? 0 : periods;
            _won[at] += periods * hazards.Won;
            _lost[at] += periods * hazards.Lost;
            for (int to = 0; to < hazards.Moves.Count; to++)
            {
                _moves[at, to] += periods * hazards.Moves[to];
            }

            present *= hazards.Stay;
        }
    }

    private double[] Probabilities(double[] exits)
    {
        bool[] reaches = Reaching(i => exits[i] > 0);
        double[] solved = Solve(exits, i => reaches[i]);
        for (int i = 0; i < solved.Length; i++)
        {
            solved[i] = solved[i] is > 1 and < 1 + Certain ? 1 : solved[i];
        }

        return solved;
    }

    // The stages from which a stage that meets a condition can be reached, themselves included.
    private bool[] Reaching(Func<int, bool> condition)
    {
        var reaches = new bool[Stages];
        for (int i = 0; i < Stages; i++)
        {
            reaches[i] = condition(i);
        }

        for (int round = 0; round < Stages; round++)
        {
            for (int i = 0; i < Stages; i++)
            {
                for (int to = 0; to < Stages && !reaches[i]; to++)
                {
                    reaches[i] = _moves[i, to] > 0 && reaches[to];
                }
            }
        }

        return reaches;
    }

    // Gaussian elimination of (I - P) x = b over the stages that count; the others are zero.
    private double[] Solve(double[] right, Func<int, bool> counts)
    {
        int[] rows = [.. Enumerable.Range(0, Stages).Where(counts)];
        int n = rows.Length;
        var matrix = new double[n, n + 1];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                matrix[i, j] = (i == j ? 1 : 0) - _moves[rows[i], rows[j]];
            }

            matrix[i, n] = right[rows[i]];
        }

        for (int pivot = 0; pivot < n; pivot++)
        {
            for (int i = pivot + 1; i < n; i++)
            {
                double factor = matrix[i, pivot] / matrix[pivot, pivot];
                for (int j = pivot; j <= n && factor != 0; j++)
                {
                    matrix[i, j] -= factor * matrix[pivot, j];
                }
            }
        }

        var solution = new double[Stages];
        for (int i = n - 1; i >= 0; i--)
        {
            double value = matrix[i, n];
            for (int j = i + 1; j < n; j++)
            {
                value -= matrix[i, j] * solution[rows[j]];
            }

            solution[rows[i]] = value / matrix[i, i];
        }

        return solution;
    }
}
