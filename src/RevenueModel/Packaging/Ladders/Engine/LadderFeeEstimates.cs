namespace RevenueModel.Packaging;

/// <summary>Estimates the fees of <see cref="LadderFees"/> before rounding, in floating point. Estimates avoid exact
/// arithmetic and never change the result.</summary>
/// <remarks>
/// A ladder is rejected here only if the revenue of a tier is so far from current revenue that no rounding of fees can
/// correct it. Rounding moves a fee by half a unit of its last digit, and by a whole unit for each higher fee whose
/// step has to be kept. The slack covers all of that, which is far more than the floating-point error. A fee is
/// rounded from its estimate only if it is clearly not halfway between two roundings; otherwise it is computed
/// exactly.
/// </remarks>
internal sealed class LadderFeeEstimates
{
    private readonly TierFigureEstimates[] _tiers;
    private readonly double[] _fees; // fee of each tier, before scaling to current revenue
    private readonly double[] _cumulativeRevenues; // revenue of all tiers up to each, at these fees
    private readonly double _maxBillGrowth;
    private readonly double _revenueToday;
    private readonly double _lastDigit; // largest share of a fee that its last digit represents
    private readonly bool _canReject;

    /// <summary>Creates estimates for one search.</summary>
    /// <param name="maxTiers">The largest number of tiers.</param>
    /// <param name="constraints">The constraints on the ladder.</param>
    /// <param name="revenueToday">The sum of all current bills.</param>
    public LadderFeeEstimates(int maxTiers, LadderConstraints constraints, decimal revenueToday)
    {
        _tiers = new TierFigureEstimates[maxTiers];
        _fees = new double[maxTiers];
        _cumulativeRevenues = new double[maxTiers];
        _maxBillGrowth = (double)constraints.MaxBillGrowth;
        _revenueToday = (double)revenueToday;
        _lastDigit = Math.Pow(10, 1 - constraints.FeeDigits);

        // Below this growth, rounded fees may be impossible, which is a rejection for another reason.
        _canReject = _maxBillGrowth * (1 - _lastDigit) > 1.000001;
    }

    /// <summary>Sets a tier of the current ladder. The tiers below it must already be set.</summary>
    /// <param name="tier">The tier, counted from zero.</param>
    /// <param name="figures">The figures of the tier.</param>
    public void SetTier(int tier, in TierFigureEstimates figures)
    {
        _tiers[tier] = figures;
        if (tier == 0)
        {
            _fees[0] = figures.MeanBillToday;
            _cumulativeRevenues[0] = figures.Months * figures.MeanBillToday;
            return;
        }

        double feeBelow = _fees[tier - 1];
        double fee = Math.Min(Math.Max(figures.MeanBillToday, feeBelow), feeBelow * _maxBillGrowth);
        _fees[tier] = fee;
        _cumulativeRevenues[tier] =
            _cumulativeRevenues[tier - 1] + (figures.Months * fee) + (_tiers[tier - 1].MonthsAbove * (fee - feeBelow));
    }

    /// <summary>Returns the fee of a tier, scaled to current revenue.</summary>
    /// <param name="tier">The tier, counted from zero.</param>
    /// <param name="tiers">The number of tiers of the ladder.</param>
    public double FeeOf(int tier, int tiers) => _fees[tier] * _revenueToday / _cumulativeRevenues[tiers - 1];

    /// <summary>Returns whether the revenue of a tier certainly differs from current revenue by more than a share, for
    /// any rounding of the fees.</summary>
    /// <param name="tiers">The number of tiers of the ladder.</param>
    /// <param name="share">The share.</param>
    public bool ExceedsTierTolerance(int tiers, double share)
    {
        if (!_canReject)
        {
            return false;
        }

        double slack = Math.Pow(1 + _lastDigit, tiers + 1);
        double factor = _revenueToday / _cumulativeRevenues[tiers - 1];
        for (int tier = tiers - 1; tier >= 0; tier--)
        {
            ref readonly TierFigureEstimates figures = ref _tiers[tier];
            double revenue = figures.Months * _fees[tier];
            if (tier < tiers - 1)
            {
                revenue += figures.MonthsAbove * (_fees[tier + 1] - _fees[tier]);
            }

            revenue *= factor;
            if (revenue * slack < figures.RevenueToday * (1 - share)
                || revenue > figures.RevenueToday * (1 + share) * slack)
            {
                return true;
            }
        }

        return false;
    }
}
