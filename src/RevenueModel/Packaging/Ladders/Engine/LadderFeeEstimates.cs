
namespace RevenueModel.Packaging;

/// <summary>The fees of <see cref="LadderFees"/> before they are rounded, in floating point, which spares exact arithmetic
/// and decides nothing.</summary>
/// <remarks>
/// A ladder is dropped only where a tier is so far from what its customers pay today that no rounding brings it back.
/// Rounding moves a fee by half a last digit, and by a whole one for each step above it that has to be kept; the sieve
/// allows for all of that, which is far more than floating point loses. A fee is rounded from here only where it is clear
/// of a half; else it is computed exactly.
/// </remarks>
internal sealed class LadderFeeEstimates
{
    private readonly TierFigureEstimates[] _tiers;
    private readonly double[] _fees;
    private readonly double[] _revenues; // of all tiers up to each
    private readonly double _growth;
    private readonly double _today;
    private readonly double _digit; // the last digit of a fee as a share of it, at most
    private readonly bool _isUsed;

    public LadderFeeEstimates(int mostTiers, LadderConstraints goal, decimal today)
    {
        _tiers = new TierFigureEstimates[mostTiers];
        _fees = new double[mostTiers];
        _revenues = new double[mostTiers];
        _growth = (double)goal.MaxBillGrowth;
        _today = (double)today;
        _digit = Math.Pow(10, 1 - goal.FeeDigits);
        _isUsed = _growth * (1 - _digit) > 1.000001; // else there may be no fee within the steps, which is another reason
    }

    /// <summary>Sets a tier on those below it.</summary>
    public void SetTier(int tier, in TierFigureEstimates sketch)
    {
        _tiers[tier] = sketch;
        if (tier == 0)
        {
            _fees[0] = sketch.Mean;
            _revenues[0] = sketch.Months * sketch.Mean;
            return;
        }

        double before = _fees[tier - 1];
        double fee = Math.Min(Math.Max(sketch.Mean, before), before * _growth);
        _fees[tier] = fee;
        _revenues[tier] = _revenues[tier - 1] + (sketch.Months * fee) + (_tiers[tier - 1].Above * (fee - before));
    }

    /// <summary>The fee of a tier, brought to today's revenue.</summary>
    public double FeeOf(int tier, int tiers) => _fees[tier] * _today / _revenues[tiers - 1];

    /// <summary>Whether a tier of the ladder is certain to pay more or less than today by more than a share.</summary>
    public bool ExceedsTierTolerance(int tiers, double share)
    {
        if (!_isUsed)
        {
            return false;
        }

        double slack = Math.Pow(1 + _digit, tiers + 1);
        double factor = _today / _revenues[tiers - 1];
        for (int tier = tiers - 1; tier >= 0; tier--)
        {
            ref readonly TierFigureEstimates sketch = ref _tiers[tier];
            double revenue = sketch.Months * _fees[tier];
            if (tier < tiers - 1)
            {
                revenue += sketch.Above * (_fees[tier + 1] - _fees[tier]);
            }

            revenue *= factor;
            if (revenue * slack < sketch.Today * (1 - share) || revenue > sketch.Today * (1 + share) * slack)
            {
                return true;
            }
        }

        return false;
    }
}
