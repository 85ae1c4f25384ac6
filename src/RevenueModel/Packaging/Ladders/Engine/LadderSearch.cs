
namespace RevenueModel.Packaging;

/// <summary>All ladders of the candidates, each with the fees of <see cref="LadderFees"/>: the steadiest one that satisfies
/// the goal, and the one that comes nearest.</summary>
internal sealed class LadderSearch
{
    private readonly LadderConstraints _goal;
    private readonly BoundaryCandidates _candidates;
    private readonly TierFigureTable _figures;
    private readonly TripledCustomerCounter? _tripled; // where their number is limited
    private readonly decimal _today;
    private readonly decimal _tolerated; // how far revenue may be from today's
    private readonly int[] _rejected = new int[Enum.GetValues<LadderRejection>().Length];
    private readonly int[] _ends; // the boundary that each tier of the ladder in hand ends with
    private readonly LadderFeeEstimates _estimates;
    private readonly LadderFees _fees;
    private double _rejectAbove; // the share that a tier may be off for its ladder to matter
    private FoundLadder? _best;
    private FoundLadder? _nearest;

    public LadderSearch(
        LadderConstraints goal,
        BoundaryCandidates candidates,
        TierFigureTable pairs,
        TripledCustomerCounter? tripled,
        decimal today)
    {
        _goal = goal;
        _candidates = candidates;
        _figures = pairs;
        _tripled = tripled;
        _today = today;
        _tolerated = today * goal.RevenueTolerance;
        int most = Math.Min(goal.Tiers.Max ?? candidates.MostTiers, candidates.MostTiers);
        _ends = new int[most];
        _estimates = new LadderFeeEstimates(most, goal, today);
        _fees = new LadderFees(pairs, _ends, _estimates, goal, today);
        _rejectAbove = double.MaxValue;
    }

    /// <summary>The ladder of least variation that satisfies the goal.</summary>
    public FoundLadder? Best => _best;

    /// <summary>The ladder whose largest miss, as a share of revenue or of customers, is the least.</summary>
    public FoundLadder? Nearest => _nearest;

    /// <summary>The ladders that were evaluated.</summary>
    public int EvaluatedCount { get; private set; }

    /// <summary>How many were rejected, by reason.</summary>
    public ReadOnlySpan<int> Rejected => _rejected;

    /// <summary>Goes through all ladders: fewer tiers first, then lower boundaries, so that the first of equals stays.</summary>
    public void Run()
    {
        for (int tiers = _goal.Tiers.Min; tiers <= _ends.Length; tiers++)
        {
            Choose(tier: 0, lo: -1, tiers);
        }
    }

    private void Choose(int tier, int lo, int tiers)
    {
        if (tier == tiers - 1)
        {
            if (lo <= _candidates.LastEnd)
            {
                _ends[tier] = _candidates.Values.Length;
                _estimates.SetTier(tier, _figures.EstimateOf(lo, _ends[tier]));
                EvaluateAndCount(tiers);
            }

            return;
        }

        for (int hi = _candidates.First(lo); hi <= _candidates.LastEnd; hi++)
        {
            _ends[tier] = hi;
            _estimates.SetTier(tier, _figures.EstimateOf(lo, hi));
            Choose(tier + 1, hi, tiers);
        }
    }

    private void EvaluateAndCount(int tiers)
    {
        EvaluatedCount++;
        if (_estimates.ExceedsTierTolerance(tiers, _rejectAbove))
        {
            _rejected[(int)LadderRejection.TierRevenue]++;
            return;
        }

        if (Evaluate(tiers) is { } reason)
        {
            _rejected[(int)reason]++;
        }
    }

    private LadderRejection? Evaluate(int tiers)
    {
        if (_fees.FiguresOf(0).Today == 0m)
        {
            return LadderRejection.TierRevenue; // any fee is too much for who pays nothing
        }

        if (!_fees.TryRound(tiers))
        {
            return LadderRejection.FeeSteps;
        }

        decimal off = Math.Abs(_fees.Revenue - _today);
        bool areTiersKept = AreTiersKept(tiers);
        if (areTiersKept && off <= _tolerated)
        {
            return KeepIfSteadier(tiers, off);
        }

        if (_best is null)
        {
            KeepIfNearer(tiers, off);
        }

        return areTiersKept ? LadderRejection.Revenue : LadderRejection.TierRevenue;
    }

    private bool AreTiersKept(int tiers)
    {
        for (int tier = 0; tier < tiers; tier++)
        {
            decimal revenue = _fees.RevenueOf(tier);
            if (revenue < _fees.FiguresOf(tier).Least || revenue > _fees.FiguresOf(tier).Most)
            {
                return false;
            }
        }

        return true;
    }

    private LadderRejection? KeepIfSteadier(int tiers, decimal off)
    {
        decimal variation = _fees.Changes / _fees.Revenue;
        bool isSteadier = _best is null
            || variation < _best.Key
            || (variation == _best.Key && tiers == _best.Ends.Length && off < _best.Off);
        if (!isSteadier)
        {
            return null;
        }

        if (_tripled is not null && _tripled.IsAbove(_goal.MaxTripledShare, _ends.AsSpan(0, tiers), _fees.Rounded))
        {
            KeepIfNearer(tiers, off, miss: 0m);
            return LadderRejection.Tripled;
        }

        _best = Found(tiers, variation, off);
        _rejectAbove = (double)_goal.TierRevenueTolerance;
        return null;
    }

    private void KeepIfNearer(int tiers, decimal off)
    {
        decimal miss = Math.Max((off / _today) - _goal.RevenueTolerance, 0m);
        for (int tier = 0; tier < tiers; tier++)
        {
            decimal today = _fees.FiguresOf(tier).Today;
            decimal offTier = Math.Abs(_fees.RevenueOf(tier) - today);
            if (today == 0m || (_nearest is { } nearest && offTier >= today * (_goal.TierRevenueTolerance + nearest.Key)))
            {
                return;
            }

            miss = Math.Max(miss, (offTier / today) - _goal.TierRevenueTolerance);
        }

        KeepIfNearer(tiers, off, miss);
    }

    private void KeepIfNearer(int tiers, decimal off, decimal miss)
    {
        if (_best is not null || miss >= _nearest?.Key)
        {
            return;
        }

        if (_tripled is not null)
        {
            ReadOnlySpan<int> ends = _ends.AsSpan(0, tiers);
            if (_nearest is not null && _tripled.IsAbove(_goal.MaxTripledShare + _nearest.Key, ends, _fees.Rounded))
            {
                return;
            }

            miss = Math.Max(miss, _tripled.ShareOf(ends, _fees.Rounded) - _goal.MaxTripledShare);
            if (miss >= _nearest?.Key)
            {
                return;
            }
        }

        _nearest = Found(tiers, miss, off);
        _rejectAbove = (double)(_goal.TierRevenueTolerance + miss);
    }

    private FoundLadder Found(int tiers, decimal key, decimal off) =>
        new(_ends.AsSpan(0, tiers).ToArray(), _fees.Rounded[..tiers].ToArray(), key, off);
}
