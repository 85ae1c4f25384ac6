namespace RevenueModel.Forecasting;

/// <summary>The probabilities of a chain for each stage and each number of periods already spent in it, by one
/// backward recursion over periods.</summary>
/// <remarks>
/// <c>W(t, i, d) = won(i, d + 1) + Σ move(i, j, d + 1) W(t - 1, j, 0) + stay(i, d + 1) W(t - 1, i, d + 1)</c>, with
/// <c>W(0) = 0</c>. The last probabilities of a stage apply to each later period, so that d is limited to their
/// number. All terms are positive, so that no digits cancel.
/// </remarks>
internal sealed class ChainRecursion
{
    private readonly int[] _first;
    private readonly double[] _won;
    private readonly double[] _lost;
    private readonly double[] _stay;
    private readonly double[] _moves;
    private readonly int[] _next;
    private double[] _wonBefore;
    private double[] _lostBefore;
    private double[] _wonNow;
    private double[] _lostNow;

    public ChainRecursion(StageChain chain)
    {
        int stages = chain.Stages.Count;
        _first = new int[stages + 1];
        for (int i = 0; i < stages; i++)
        {
            _first[i + 1] = _first[i] + chain.Stages[i].Hazards.Count;
        }

        int states = _first[stages];
        _won = new double[states];
        _lost = new double[states];
        _stay = new double[states];
        _next = new int[states];
        _moves = new double[states * stages];
        for (int i = 0; i < stages; i++)
        {
            for (int state = _first[i]; state < _first[i + 1]; state++)
            {
                StageHazards hazards = chain.Stages[i].Hazards[state - _first[i]];
                // Probabilities that sum to a little more than one would gain with each period.
                double whole = Math.Max(hazards.Leaves + hazards.Stay, 1);
                _won[state] = hazards.Won / whole;
                _lost[state] = hazards.Lost / whole;
                _stay[state] = hazards.Stay / whole;
                _next[state] = Math.Min(state + 1, _first[i + 1] - 1);
                for (int to = 0; to < hazards.Moves.Count; to++)
                {
                    _moves[(state * stages) + to] = hazards.Moves[to] / whole;
                }
            }
        }

        _wonBefore = new double[states];
        _lostBefore = new double[states];
        _wonNow = new double[states];
        _lostNow = new double[states];
    }

    /// <summary>Moves one period on.</summary>
    public void MoveNext()
    {
        (_wonBefore, _wonNow) = (_wonNow, _wonBefore);
        (_lostBefore, _lostNow) = (_lostNow, _lostBefore);
        int stages = _first.Length - 1;
        for (int state = 0; state < _won.Length; state++)
        {
            int next = _next[state];
            double won = _won[state] + (_stay[state] * _wonBefore[next]);
            double lost = _lost[state] + (_stay[state] * _lostBefore[next]);
            ReadOnlySpan<double> moves = _moves.AsSpan(state * stages, stages);
            for (int to = 0; to < moves.Length; to++)
            {
                if (moves[to] > 0)
                {
                    won += moves[to] * _wonBefore[_first[to]];
                    lost += moves[to] * _lostBefore[_first[to]];
                }
            }

            _wonNow[state] = Math.Min(won, 1);
            _lostNow[state] = Math.Min(lost, 1);
        }
    }

    /// <summary>Returns the probability of a win so far of a deal that has been in a stage for some periods.</summary>
    public double Won(int stage, int periodsInStage) => _wonNow[StateOf(stage, periodsInStage)];

    /// <summary>Returns the probability of a loss so far of a deal that has been in a stage for some
    /// periods.</summary>
    public double Lost(int stage, int periodsInStage) => _lostNow[StateOf(stage, periodsInStage)];

    /// <summary>Returns the probabilities of a win so far of a stage, by the periods already spent in it.</summary>
    public ReadOnlySpan<double> Won(int stage) => _wonNow.AsSpan(_first[stage].._first[stage + 1]);

    /// <summary>Returns the probabilities of a loss so far of a stage, by the periods already spent in it.</summary>
    public ReadOnlySpan<double> Lost(int stage) => _lostNow.AsSpan(_first[stage].._first[stage + 1]);

    private int StateOf(int stage, int periodsInStage) =>
        (int)Math.Min((long)_first[stage] + periodsInStage, _first[stage + 1] - 1);
}
