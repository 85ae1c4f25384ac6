namespace RevenueModel.Forecasting;

/// <summary>The final outcome of a deal and the mean number of periods up to it, by elimination of stages without a
/// subtraction.</summary>
/// <remarks>
/// For each stage, the share of deals that leave it by each exit and the mean number of periods in it follow from its
/// probabilities. With the matrix P of moves between stages, the win probabilities solve <c>(I - P) w = won</c> and
/// the mean times <c>(I - P) t = periods in the stage</c> (Kemeny and Snell, Finite Markov Chains, 1960, chapter 3).
/// Stages are eliminated one by one as by Grassmann, Taksar and Heyman (1985): the probability of leaving a stage is
/// the sum of its moves and exits, and not one less the probability of a return. All terms are positive, so that no
/// digits cancel, and each figure has a small relative error, also if deals go around many times.
/// </remarks>
internal sealed class ChainAbsorption
{
    // The columns of exits: won, lost, never closes, and the periods in the stage.
    private const int WonColumn = 0;
    private const int LostColumn = 1;
    private const int OpenColumn = 2;
    private const int PeriodsColumn = 3;
    private const int Columns = 4;

    private readonly double[,] _moves;
    private readonly double[,] _exits;
    private readonly bool[] _mayRemain;

    public ChainAbsorption(StageChain chain)
    {
        int stages = chain.Stages.Count;
        _moves = new double[stages, stages];
        _exits = new double[stages, Columns];
        for (int i = 0; i < stages; i++)
        {
            AddStage(chain.Stages[i], i);
        }

        _mayRemain = MayRemain();
        Solve();
    }

    private int Stages => _mayRemain.Length;

    /// <summary>Returns the probability of each stage that a deal is won in the end.</summary>
    public double[] Won() => Probabilities(WonColumn);

    /// <summary>Returns the probability of each stage that a deal is lost in the end.</summary>
    public double[] Lost() => Probabilities(LostColumn);

    /// <summary>Returns the mean number of periods from entry to close of each stage, or null where a deal may never
    /// close, or where the mean exceeds the range of a double.</summary>
    public double?[] Periods()
    {
        var periods = new double?[Stages];
        for (int i = 0; i < Stages; i++)
        {
            bool isOpen = _mayRemain[i] || _exits[i, OpenColumn] > 0 || !double.IsFinite(_exits[i, PeriodsColumn]);
            periods[i] = isOpen ? null : _exits[i, PeriodsColumn];
        }

        return periods;
    }

    private void AddStage(ChainStage stage, int at)
    {
        double present = 1;
        for (int d = 0; d < stage.Hazards.Count && present > 0; d++)
        {
            StageHazards hazards = stage.Hazards[d];
            bool isLast = d == stage.Hazards.Count - 1;
            double leaves = hazards.Leaves;
            if (isLast && leaves == 0)
            {
                _exits[at, OpenColumn] = present;
                return;
            }

            // The last probabilities repeat: the sum of a geometric series. Before, probabilities sum to one up to
            // rounding.
            double whole = isLast ? leaves : leaves + hazards.Stay;
            _exits[at, PeriodsColumn] += isLast ? present / leaves : present;
            _exits[at, WonColumn] += present * (hazards.Won / whole);
            _exits[at, LostColumn] += present * (hazards.Lost / whole);
            for (int to = 0; to < hazards.Moves.Count; to++)
            {
                _moves[at, to] += present * (hazards.Moves[to] / whole);
            }

            present *= hazards.Stay / whole;
        }
    }

    // The shares sum to one, so that they are divided by their sum: a certain win is exactly one.
    private double[] Probabilities(int column)
    {
        var probabilities = new double[Stages];
        for (int i = 0; i < Stages; i++)
        {
            double sum = _exits[i, WonColumn] + _exits[i, LostColumn] + _exits[i, OpenColumn];
            probabilities[i] = _exits[i, column] / sum;
        }

        return probabilities;
    }

    // The stages from which a deal can reach a stage that it may not leave, or from which it cannot reach a close.
    private bool[] MayRemain()
    {
        int stages = _moves.GetLength(0);
        bool[] closes = Reaching(stages, i => _exits[i, WonColumn] > 0 || _exits[i, LostColumn] > 0);
        return Reaching(stages, i => _exits[i, OpenColumn] > 0 || !closes[i]);
    }

    // The stages from which a stage that meets a condition can be reached, themselves included.
    private bool[] Reaching(int stages, Func<int, bool> condition)
    {
        var reaches = new bool[stages];
        for (int i = 0; i < stages; i++)
        {
            reaches[i] = condition(i);
        }

        for (int round = 0; round < stages; round++)
        {
            for (int i = 0; i < stages; i++)
            {
                for (int to = 0; to < stages && !reaches[i]; to++)
                {
                    reaches[i] = _moves[i, to] > 0 && reaches[to];
                }
            }
        }

        return reaches;
    }

    private void Solve()
    {
        var leaves = new double[Stages];
        for (int k = 0; k < Stages; k++)
        {
            leaves[k] = LeavesFrom(k);
            for (int i = k + 1; i < Stages; i++)
            {
                if (_moves[i, k] > 0)
                {
                    AddRow(k, i, leaves[k]);
                }
            }
        }

        for (int k = Stages - 1; k >= 0; k--)
        {
            for (int column = 0; column < Columns; column++)
            {
                double sum = _exits[k, column];
                for (int to = k + 1; to < Stages; to++)
                {
                    // A move that does not exist leads nowhere, also if the time there is infinite.
                    sum += _moves[k, to] > 0 ? _moves[k, to] * _exits[to, column] : 0;
                }

                _exits[k, column] = sum / leaves[k];
            }
        }
    }

    // The probability that a deal leaves a stage for a stage that is not eliminated, or for good.
    private double LeavesFrom(int k)
    {
        double sum = _exits[k, WonColumn] + _exits[k, LostColumn] + _exits[k, OpenColumn];
        for (int to = k + 1; to < Stages; to++)
        {
            sum += _moves[k, to];
        }

        if (sum > 0)
        {
            return sum;
        }

        // Deals go around in eliminated stages for ever.
        _exits[k, OpenColumn] = 1;
        return 1;
    }

    // A deal that moves to an eliminated stage leaves that by its exits and moves, after its time there.
    private void AddRow(int from, int to, double leaves)
    {
        for (int column = 0; column < Columns; column++)
        {
            _exits[to, column] += _moves[to, from] * (_exits[from, column] / leaves);
        }

        for (int next = from + 1; next < Stages; next++)
        {
            _moves[to, next] += next == to ? 0 : _moves[to, from] * (_moves[from, next] / leaves);
        }
    }
}
