namespace RevenueModel.Packaging;

/// <summary>Searches all ladders of the candidate boundaries, each with the fees of <see cref="LadderFees"/>, for the
/// one with the least variation of bills that satisfies the constraints. If there is none, it finds the one with the
/// smallest violation.</summary>
/// <remarks>The algorithm is described in docs/ladder-search.md.</remarks>
internal sealed class LadderSearch
{
    private readonly LadderConstraints _constraints;
    private readonly BoundaryCandidates _candidates;
    private readonly TierFigureTable _figures;
    private readonly TripledCustomerCounter? _tripledCustomers; // null if their number is not limited
    private readonly LadderLimits? _limits; // null if there are none
    private readonly decimal _revenueToday;
    private readonly decimal _maxRevenueGap;
    private readonly int[] _rejectedCounts = new int[Enum.GetValues<LadderRejection>().Length]; // by reason

    // The current ladder: the upper boundary of each tier by position, its fees, and their estimates.
    private readonly int[] _ends;
    private readonly LadderFees _fees;
    private readonly LadderFeeEstimates _estimates;

    // A ladder is relevant only if the revenue of each tier differs from current revenue by less than this share.
    private double _relevantTierTolerance = double.MaxValue;
    private FoundLadder? _best;
    private FoundLadder? _nearest;

    /// <summary>Creates a search.</summary>
    /// <param name="constraints">The constraints on the ladder.</param>
    /// <param name="candidates">The boundaries.</param>
    /// <param name="figures">The figures of all possible tiers.</param>
    /// <param name="tripledCustomers">Counts tripled customers, or null if their number is not limited.</param>
    /// <param name="costs">The costs of all possible tiers, or null if there is no floor.</param>
    /// <param name="revenueToday">The sum of all current bills, above zero.</param>
    public LadderSearch(
        LadderConstraints constraints,
        BoundaryCandidates candidates,
        TierFigureTable figures,
        TripledCustomerCounter? tripledCustomers,
        TierCosts? costs,
        decimal revenueToday)
    {
        _constraints = constraints;
        _candidates = candidates;
        _figures = figures;
        _tripledCustomers = tripledCustomers;
        _revenueToday = revenueToday;
        _maxRevenueGap = revenueToday * constraints.RevenueTolerance;
        int maxTiers = Math.Min(constraints.Tiers.Max ?? candidates.MaxTiers, candidates.MaxTiers);
        _ends = new int[maxTiers];
        _estimates = new LadderFeeEstimates(maxTiers, constraints, revenueToday);
        _fees = new LadderFees(figures, _ends, _estimates, constraints, revenueToday);
        _limits = LadderLimits.AreGivenBy(constraints)
            ? new LadderLimits(constraints, figures, costs, _fees, _ends)
            : null;
    }

    /// <summary>Gets the ladder with the least variation of bills that satisfies the constraints, or null if none
    /// does.</summary>
    public FoundLadder? Best => _best;

    /// <summary>Gets the ladder whose largest violation of a tolerance, as a share of revenue or of customers, is the
    /// smallest among those that were evaluated before <see cref="Best"/> was found.</summary>
    public FoundLadder? Nearest => _nearest;

    /// <summary>Gets the number of ladders that were evaluated.</summary>
    public int EvaluatedCount { get; private set; }

    /// <summary>Gets the number of rejected ladders by <see cref="LadderRejection"/>.</summary>
    public ReadOnlySpan<int> RejectedCounts => _rejectedCounts;

    /// <summary>Evaluates all ladders: those with fewer tiers first, then those with lower boundaries. Of equal
    /// ladders, the first is kept.</summary>
    public void Run()
    {
        for (int tiers = _constraints.Tiers.Min; tiers <= _ends.Length; tiers++)
        {
            ChooseEndOf(tier: 0, lower: -1, tiers);
        }
    }

    // Tries every end of a tier that starts at a lower boundary, and every ladder above it.
    private void ChooseEndOf(int tier, int lower, int tiers)
    {
        if (tier == tiers - 1)
        {
            if (lower <= _candidates.LastEnd)
            {
                _ends[tier] = _candidates.Values.Length;
                _estimates.SetTier(tier, _figures.EstimateOf(lower, _ends[tier]));
                EvaluateAndCount(tiers);
            }

            return;
        }

        for (int end = _candidates.FirstEndAbove(lower); end <= _candidates.LastEnd; end++)
        {
            _ends[tier] = end;
            _estimates.SetTier(tier, _figures.EstimateOf(lower, end));
            ChooseEndOf(tier + 1, end, tiers);
        }
    }

    private void EvaluateAndCount(int tiers)
    {
        EvaluatedCount++;
        if (_estimates.ExceedsTierTolerance(tiers, _relevantTierTolerance))
        {
            _rejectedCounts[(int)LadderRejection.TierRevenue]++;
            return;
        }

        if (Evaluate(tiers) is { } reason)
        {
            _rejectedCounts[(int)reason]++;
        }
    }

    private LadderRejection? Evaluate(int tiers)
    {
        if (_fees.FiguresOf(0).RevenueToday == 0m)
        {
            return LadderRejection.TierRevenue; // a tier of zero current revenue always has a fee
        }

        if (!_fees.TryRound(tiers))
        {
            return LadderRejection.FeeSteps;
        }

        decimal revenueGap = Math.Abs(_fees.Revenue - _revenueToday);
        bool keepsTierRevenues = KeepsTierRevenues(tiers);
        LadderRejection? broken = null;
        if (keepsTierRevenues && revenueGap <= _maxRevenueGap)
        {
            broken = _limits?.FindBroken(tiers);
            if (broken is null)
            {
                return KeepIfBest(tiers, revenueGap);
            }
        }

        if (_best is null)
        {
            KeepIfNearest(tiers, revenueGap);
        }

        return broken ?? (keepsTierRevenues ? LadderRejection.Revenue : LadderRejection.TierRevenue);
    }

    private bool KeepsTierRevenues(int tiers)
    {
        for (int tier = 0; tier < tiers; tier++)
        {
            decimal revenue = _fees.RevenueOf(tier);
            if (revenue < _fees.FiguresOf(tier).MinRevenue || revenue > _fees.FiguresOf(tier).MaxRevenue)
            {
                return false;
            }
        }

        return true;
    }

    private LadderRejection? KeepIfBest(int tiers, decimal revenueGap)
    {
        decimal variation = _fees.Changes / _fees.Revenue;
        bool isBetter = _best is null
            || variation < _best.Score
            || (variation == _best.Score && tiers == _best.Ends.Length && revenueGap < _best.RevenueGap);
        if (!isBetter)
        {
            return null;
        }

        if (_tripledCustomers is not null
            && _tripledCustomers.IsAbove(_constraints.MaxTripledShare, _ends.AsSpan(0, tiers), _fees.Rounded))
        {
            KeepIfNearest(tiers, revenueGap, violation: 0m);
            return LadderRejection.Tripled;
        }

        _best = CurrentLadder(tiers, variation, revenueGap);
        _relevantTierTolerance = (double)_constraints.TierRevenueTolerance;
        return null;
    }

    // Computes the largest violation of a tolerance, limit or floor. Stops when it reaches that of the nearest ladder
    // so far.
    private void KeepIfNearest(int tiers, decimal revenueGap)
    {
        decimal tolerance = _constraints.TierRevenueTolerance;
        decimal violation = Math.Max((revenueGap / _revenueToday) - _constraints.RevenueTolerance, 0m);
        for (int tier = 0; tier < tiers; tier++)
        {
            decimal revenueToday = _fees.FiguresOf(tier).RevenueToday;
            decimal tierGap = Math.Abs(_fees.RevenueOf(tier) - revenueToday);
            if (revenueToday == 0m
                || (_nearest is { } nearest && tierGap >= revenueToday * (tolerance + nearest.Score)))
            {
                return;
            }

            violation = Math.Max(violation, (tierGap / revenueToday) - tolerance);
        }

        KeepIfNearest(tiers, revenueGap, _limits is null ? violation : Math.Max(violation, _limits.Violation(tiers)));
    }

    private void KeepIfNearest(int tiers, decimal revenueGap, decimal violation)
    {
        if (_best is not null || violation >= _nearest?.Score)
        {
            return;
        }

        if (_tripledCustomers is not null)
        {
            ReadOnlySpan<int> ends = _ends.AsSpan(0, tiers);
            decimal maxShare = _constraints.MaxTripledShare;
            if (_nearest is not null && _tripledCustomers.IsAbove(maxShare + _nearest.Score, ends, _fees.Rounded))
            {
                return;
            }

            violation = Math.Max(violation, _tripledCustomers.ShareOf(ends, _fees.Rounded) - maxShare);
            if (violation >= _nearest?.Score)
            {
                return;
            }
        }

        _nearest = CurrentLadder(tiers, violation, revenueGap);
        _relevantTierTolerance = (double)(_constraints.TierRevenueTolerance + violation);
    }

    private FoundLadder CurrentLadder(int tiers, decimal score, decimal revenueGap) =>
        new(_ends.AsSpan(0, tiers).ToArray(), _fees.Rounded[..tiers].ToArray(), score, revenueGap);
}
