namespace RevenueModel.Packaging;

/// <summary>Computes the fees of the current ladder of a search for given boundaries, and the revenue at these
/// fees.</summary>
/// <remarks>
/// <para>From the lowest tier up, a fee is the mean current bill of the customers of the tier, limited to the range
/// from the fee below to its largest allowed multiple. All fees are then multiplied by one factor, so that total
/// revenue, including the months above, equals current revenue. Then they are rounded, from the highest tier
/// down.</para>
/// <para>The reason for this rule: some ladders have fees that give current revenue within the steps and within 50%
/// for each tier (found by linear programming, for log-normal usage over one to five decades). Among those, this rule
/// finds such fees for 99%, and for 85% with real CPU hours. A rule from the highest tier down, a mixture of both, and
/// fees that account for months above in advance find fewer.</para>
/// </remarks>
internal sealed class LadderFees
{
    private readonly TierFigureTable _figures;
    private readonly int[] _ends;
    private readonly LadderFeeEstimates _estimates;
    private readonly decimal[] _exact;
    private readonly decimal[] _rounded;
    private readonly decimal _maxBillGrowth;
    private readonly int _feeDigits;
    private readonly decimal _revenueToday;

    /// <summary>Creates the fees of the current ladder.</summary>
    /// <param name="figures">The figures of all possible tiers.</param>
    /// <param name="ends">The upper boundary of each tier of the current ladder, which the search changes.</param>
    /// <param name="estimates">The fees in floating point, which the search changes.</param>
    /// <param name="constraints">The constraints on the ladder.</param>
    /// <param name="revenueToday">The sum of all current bills.</param>
    public LadderFees(
        TierFigureTable figures,
        int[] ends,
        LadderFeeEstimates estimates,
        LadderConstraints constraints,
        decimal revenueToday)
    {
        _figures = figures;
        _ends = ends;
        _estimates = estimates;
        _exact = new decimal[ends.Length];
        _rounded = new decimal[ends.Length];
        _maxBillGrowth = constraints.MaxBillGrowth;
        _feeDigits = constraints.FeeDigits;
        _revenueToday = revenueToday;
    }

    /// <summary>Gets the rounded fees; set by <see cref="TryRound"/>.</summary>
    public ReadOnlySpan<decimal> Rounded => _rounded;

    /// <summary>Gets the revenue of all customers at the rounded fees.</summary>
    public decimal Revenue { get; private set; }

    /// <summary>Gets the sum of the absolute changes between consecutive bills at the rounded fees.</summary>
    public decimal Changes { get; private set; }

    /// <summary>Returns the figures of a tier of the current ladder.</summary>
    public ref readonly TierFigures FiguresOf(int tier) =>
        ref _figures.Of(tier == 0 ? -1 : _ends[tier - 1], _ends[tier]);

    /// <summary>Returns the revenue of the customers of a tier at the rounded fees.</summary>
    public decimal RevenueOf(int tier)
    {
        ref readonly TierFigures figures = ref FiguresOf(tier);
        decimal revenue = figures.Months * _rounded[tier];
        return figures.MonthsAbove == 0m
            ? revenue
            : revenue + (figures.MonthsAbove * (_rounded[tier + 1] - _rounded[tier]));
    }

    /// <summary>Computes the rounded fees, from the last tier down.</summary>
    /// <param name="tiers">The number of tiers of the current ladder.</param>
    /// <returns><see langword="true"/> if there are fees with the required digits that rise and keep the
    /// steps.</returns>
    /// <remarks>
    /// The highest tiers bring in the most revenue, so the corrections for rounding are applied to the lowest tiers.
    /// </remarks>
    public bool TryRound(int tiers)
    {
        bool isExact = false;
        Revenue = 0m;
        Changes = 0m;
        for (int tier = tiers - 1; tier >= 0; tier--)
        {
            if (!SignificantDigits.TryRound(_estimates.FeeOf(tier, tiers), _feeDigits, out decimal fee))
            {
                if (!isExact)
                {
                    ComputeExactly(tiers);
                    isExact = true;
                }

                fee = SignificantDigits.Round(_exact[tier], _feeDigits);
            }

            if (tier < tiers - 1)
            {
                decimal next = _rounded[tier + 1];
                fee = KeepStep(fee, next);
                if (fee >= next)
                {
                    return false;
                }

                Changes += FiguresOf(tier).Crossings * (next - fee);
            }

            _rounded[tier] = fee;
            Revenue += RevenueOf(tier);
        }

        return true;
    }

    // Returns the nearest fee below the next fee from which the next fee is no more than the largest allowed multiple.
    private decimal KeepStep(decimal fee, decimal next)
    {
        fee = fee < next ? fee : SignificantDigits.Below(next, _feeDigits);
        if (fee * _maxBillGrowth >= next)
        {
            return fee;
        }

        fee = SignificantDigits.RoundUp(next / _maxBillGrowth, _feeDigits);
        return fee * _maxBillGrowth >= next ? fee : SignificantDigits.Above(fee, _feeDigits);
    }

    // The same as LadderFeeEstimates.SetTier and FeeOf, in exact arithmetic.
    private void ComputeExactly(int tiers)
    {
        decimal feeBelow = 0m;
        decimal revenue = 0m;
        for (int tier = 0; tier < tiers; tier++)
        {
            ref readonly TierFigures figures = ref FiguresOf(tier);
            decimal fee = tier == 0
                ? figures.MeanBillToday
                : Math.Min(Math.Max(figures.MeanBillToday, feeBelow), feeBelow * _maxBillGrowth);
            decimal ofMonthsAbove = tier == 0 ? 0m : FiguresOf(tier - 1).MonthsAbove * (fee - feeBelow);
            revenue += (figures.Months * fee) + ofMonthsAbove;
            _exact[tier] = fee;
            feeBelow = fee;
        }

        decimal factor = _revenueToday / revenue;
        for (int tier = 0; tier < tiers; tier++)
        {
            _exact[tier] *= factor;
        }
    }
}
