using System.Buffers;

namespace RevenueModel.Forecasting;

/// <summary>Computes the joint distribution of the bookings of several periods up to their targets.</summary>
/// <remarks>The last cell of each dimension holds all sums from its amount on, so that the lattice ends
/// there.</remarks>
internal sealed class JointLattice : IDisposable
{
    private const int MostCells = 131_072;

    // The probability with which the sum of a period may be further from the computed one than its margin.
    private const double Beyond = 1e-7;

    private const double PoissonTail = 1e-18;

    private readonly JointAxis[] _axes;
    private readonly int _count;
    private double[] _masses;
    private double[] _next;

    private JointLattice(JointAxis[] axes)
    {
        _axes = axes;
        _count = 1;
        foreach (JointAxis axis in axes)
        {
            _count *= axis.Cells;
        }

        _masses = ArrayPool<double>.Shared.Rent(_count);
        _next = ArrayPool<double>.Shared.Rent(_count);
        _masses.AsSpan(0, _count).Clear();
        _masses[0] = 1;
    }

    private Span<double> Masses => _masses.AsSpan(0, _count);

    /// <summary>Returns how many targets are reached with which probability.</summary>
    /// <param name="model">The deals.</param>
    /// <param name="forecasts">The forecast of each period.</param>
    /// <param name="targets">The target of each period.</param>
    public static JointReach Reach(
        BookingsModel model, BookingsForecast[] forecasts, ReadOnlySpan<BookingsTarget> targets)
    {
        var axes = new List<JointAxis>();
        int open = 0;
        for (int i = 0; i < forecasts.Length; i++)
        {
            open += targets[i].Amount > forecasts[i].Won ? 1 : 0;
        }

        int most = open == 0 ? 0 : (int)Math.Pow(MostCells, 1.0 / open);
        for (int i = 0; i < forecasts.Length; i++)
        {
            if (targets[i].Amount > forecasts[i].Won)
            {
                axes.Add(JointAxis.Of(i, targets[i].Amount - forecasts[i].Won, model, forecasts[i].NewDeals, most));
            }
        }

        using var lattice = new JointLattice([.. axes]);
        lattice.AddOpen(model);
        foreach (JointAxis axis in axes)
        {
            lattice.AddNew(axis, forecasts[axis.Period].NewDeals);
        }

        return lattice.Measure(reached: forecasts.Length - axes.Count);
    }

    public void Dispose()
    {
        ArrayPool<double>.Shared.Return(_masses);
        ArrayPool<double>.Shared.Return(_next);
    }

    private void AddOpen(BookingsModel model)
    {
        var moves = new List<JointMove>();
        foreach (OpenDeal deal in model.Open)
        {
            moves.Clear();
            for (int axis = 0; axis < _axes.Length; axis++)
            {
                double won = deal.Closes[_axes[axis].Period].Won;
                foreach (PossibleAmount amount in deal.Amounts)
                {
                    _axes[axis].AddMoves(moves, axis, amount.Amount, won * amount.Probability);
                }
            }

            Add(moves);
        }
    }

    private void AddNew(JointAxis axis, NewDealFlow flow)
    {
        int position = Array.IndexOf(_axes, axis);
        var moves = new List<JointMove>();
        foreach (PossibleAmount amount in flow.Amounts)
        {
            double[] counts = PoissonCounts.Probabilities(flow.ExpectedWins * amount.Probability, PoissonTail);
            moves.Clear();
            for (int count = 1; count < counts.Length; count++)
            {
                axis.AddMoves(moves, position, count * amount.Amount, counts[count]);
            }

            Add(moves);
        }
    }

    // The mass that no move takes stays.
    private void Add(List<JointMove> moves)
    {
        double moved = 0;
        foreach (JointMove move in moves)
        {
            moved += move.Probability;
        }

        if (moved == 0)
        {
            return;
        }

        Span<double> next = _next.AsSpan(0, _count);
        next.Clear();
        MassSums.AddScaled(next, Masses, Math.Max(1 - moved, 0));
        foreach (JointMove move in moves)
        {
            Move(next, move);
        }

        (_masses, _next) = (_next, _masses);
    }

    private void Move(Span<double> next, JointMove move)
    {
        int cells = _axes[move.Axis].Cells;
        int inner = 1;
        for (int axis = move.Axis + 1; axis < _axes.Length; axis++)
        {
            inner *= _axes[axis].Cells;
        }

        int block = cells * inner;
        int moved = Math.Min(move.Cells, cells - 1);
        int kept = (cells - 1 - moved) * inner;
        for (int start = 0; start < _count; start += block)
        {
            Span<double> to = next.Slice(start, block);
            Span<double> from = Masses.Slice(start, block);
            MassSums.AddScaled(to.Slice(moved * inner, kept), from[..kept], move.Probability);

            // What passes the last cell stays there.
            for (int at = kept; at < block; at += inner)
            {
                MassSums.AddScaled(to[(block - inner)..], from.Slice(at, inner), move.Probability);
            }
        }
    }

    private JointReach Measure(int reached)
    {
        var counts = new double[reached + _axes.Length + 1];
        double lower = 0;
        double upper = 0;
        double beyond = 0;
        foreach (JointAxis axis in _axes)
        {
            beyond += axis.Margin > 0 ? 2 * Beyond : 0;
        }

        Span<int> place = stackalloc int[_axes.Length];
        place.Clear();
        foreach (double mass in Masses)
        {
            int count = reached;
            bool isSure = true;
            bool isPossible = true;
            for (int i = 0; i < _axes.Length; i++)
            {
                count += place[i] >= _axes[i].Goal ? 1 : 0;
                isSure &= place[i] >= _axes[i].Goal + _axes[i].Margin;
                isPossible &= place[i] >= _axes[i].Goal - _axes[i].Margin;
            }

            counts[count] += mass;
            lower += isSure ? mass : 0;
            upper += isPossible ? mass : 0;
            Advance(place);
        }

        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = Math.Min(counts[i], 1);
        }

        return new JointReach(
            counts, Math.Clamp(lower - beyond, 0, counts[^1]), Math.Clamp(upper + beyond, counts[^1], 1));
    }

    private void Advance(Span<int> place)
    {
        for (int i = place.Length - 1; i >= 0; i--)
        {
            if (++place[i] < _axes[i].Cells)
            {
                return;
            }

            place[i] = 0;
        }
    }

    /// <summary>The sums of one period.</summary>
    private sealed class JointAxis
    {
        private readonly decimal _step;

        private JointAxis(int period, decimal step, int goal)
        {
            Period = period;
            _step = step;
            Goal = goal;
            Cells = goal + 1;
        }

        /// <summary>Gets the position of the period.</summary>
        public int Period { get; }

        /// <summary>Gets the cell from which on the target is reached.</summary>
        public int Goal { get; }

        /// <summary>Gets the number of cells by which splitting may shift a sum.</summary>
        public int Margin { get; private init; }

        /// <summary>Gets the number of cells.</summary>
        public int Cells { get; private init; }

        public static JointAxis Of(int period, decimal remaining, BookingsModel model, NewDealFlow flow, int most)
        {
            decimal divisor = 0m;
            foreach (PossibleAmount amount in AmountsOf(model, flow))
            {
                divisor = LatticeAlignment.Divisor(divisor, amount.Amount);
            }

            // With exact cells the goal is the first one at or above the target.
            if (divisor > 0m && remaining <= divisor * (most - 1))
            {
                return new JointAxis(period, divisor, (int)decimal.Ceiling(remaining / divisor));
            }

            // The margin takes cells from the goal, so that the step and the margin grow. The goal keeps half of them.
            int goal = most - 1;
            while (true)
            {
                var axis = new JointAxis(period, remaining / goal, goal);
                int margin = axis.Shift(period, model, flow);
                if (goal + margin < most || goal == most / 2)
                {
                    return new JointAxis(period, remaining / goal, goal)
                    {
                        Margin = margin,
                        Cells = Math.Min(goal + margin + 1, most),
                    };
                }

                goal = Math.Max(most - 1 - margin, most / 2);
            }
        }

        /// <summary>Adds the moves of an amount.</summary>
        public void AddMoves(List<JointMove> moves, int axis, decimal amount, double probability)
        {
            if (probability == 0 || amount == 0m)
            {
                return;
            }

            if (amount >= _step * Cells)
            {
                moves.Add(new JointMove(axis, Cells, probability));
                return;
            }

            int cell = (int)(amount / _step);
            double theta = (double)((amount - (cell * _step)) / _step);
            moves.Add(new JointMove(axis, cell, probability * (1 - theta)));
            if (theta > 0)
            {
                moves.Add(new JointMove(axis, cell + 1, probability * theta));
            }
        }

        // The cells that the computed sum may be away from the true one on one side.
        private int Shift(int period, BookingsModel model, NewDealFlow flow)
        {
            double variance = 0;
            foreach (OpenDeal deal in model.Open)
            {
                foreach (PossibleAmount amount in deal.Amounts)
                {
                    variance += deal.Closes[period].Won * amount.Probability * SplitOf(amount.Amount);
                }
            }

            // Each count of new deals is split on its own.
            foreach (PossibleAmount amount in flow.Amounts)
            {
                double[] counts = PoissonCounts.Probabilities(flow.ExpectedWins * amount.Probability, PoissonTail);
                for (int count = 1; count < counts.Length; count++)
                {
                    variance += counts[count] * SplitOf(count * amount.Amount);
                }
            }

            return variance == 0 ? 0 : (int)Math.Ceiling(LatticePlan.HalfWidth(variance, 1, Beyond));
        }

        private double SplitOf(decimal amount)
        {
            decimal cells = amount / _step;
            double theta = (double)(cells - decimal.Floor(cells));
            return theta * (1 - theta);
        }

        private static IEnumerable<PossibleAmount> AmountsOf(BookingsModel model, NewDealFlow flow)
        {
            foreach (OpenDeal deal in model.Open)
            {
                foreach (PossibleAmount amount in deal.Amounts)
                {
                    yield return amount;
                }
            }

            foreach (PossibleAmount amount in flow.Amounts)
            {
                yield return amount;
            }
        }
    }

    /// <summary>A move of mass along one dimension.</summary>
    /// <param name="Axis">The position of the dimension.</param>
    /// <param name="Cells">The number of cells, zero or more.</param>
    /// <param name="Probability">The probability.</param>
    private readonly record struct JointMove(int Axis, int Cells, double Probability);
}

/// <summary>The numbers of targets that are reached.</summary>
/// <param name="Counts">The probability of each number, from none to all.</param>
/// <param name="LowerOfAll">A lower bound of the probability of all.</param>
/// <param name="UpperOfAll">An upper bound of the probability of all.</param>
internal readonly record struct JointReach(double[] Counts, double LowerOfAll, double UpperOfAll);
