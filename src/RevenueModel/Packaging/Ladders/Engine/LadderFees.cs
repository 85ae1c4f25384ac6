
namespace RevenueModel.Packaging;

/// <summary>The fees of a ladder whose boundaries are given, and what they come to.</summary>
/// <remarks>
/// <para>Upward: the mean of what the customers of a tier pay today in a month, held between the fee before it and the
/// multiple of that which is allowed. Then one common factor, so that total revenue, months above included, is today's.
/// Then rounded.</para>
/// <para>Why so: of the ladders to which any fees at all give today's revenue within the steps and within 50% of each
/// tier's, found by linear programming for log-normal usage of one to five decades, this rule finds fees within these
/// limits for 99%, and for 85% of real CPU hours. The walk from above, a mixture of both, and fees that answer for months
/// above beforehand find fewer.</para>
/// </remarks>
internal sealed class LadderFees
{
    private readonly TierFigureTable _figures;
    private readonly int[] _ends;
    private readonly LadderFeeEstimates _estimates;
    private readonly decimal[] _walked;
    private readonly decimal[] _rounded;
    private readonly decimal _growth;
    private readonly int _digits;
    private readonly decimal _today;

    /// <summary>Fees for the ladder in hand.</summary>
    /// <param name="pairs">The figures of tiers.</param>
    /// <param name="ends">The boundary that each tier of the ladder ends with.</param>
    /// <param name="sketch">The ladder in floating point.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="today">The revenue of today.</param>
    public LadderFees(TierFigureTable pairs, int[] ends, LadderFeeEstimates sketch, LadderConstraints goal, decimal today)
    {
        _figures = pairs;
        _ends = ends;
        _estimates = sketch;
        _walked = new decimal[ends.Length];
        _rounded = new decimal[ends.Length];
        _growth = goal.MaxBillGrowth;
        _digits = goal.FeeDigits;
        _today = today;
    }

    /// <summary>The fees, as <see cref="TryRound"/> has left them.</summary>
    public ReadOnlySpan<decimal> Rounded => _rounded;

    /// <summary>What all customers pay.</summary>
    public decimal Revenue { get; private set; }

    /// <summary>The sum of the absolute changes from each bill to the next.</summary>
    public decimal Changes { get; private set; }

    /// <summary>The tier's customers.</summary>
    public ref readonly TierFigures FiguresOf(int tier) => ref _figures.Of(tier == 0 ? -1 : _ends[tier - 1], _ends[tier]);

    /// <summary>What the customers of a tier pay; as <see cref="TryRound"/> has left it.</summary>
    public decimal RevenueOf(int tier)
    {
        ref readonly TierFigures pair = ref FiguresOf(tier);
        decimal revenue = pair.Months * _rounded[tier];
        return pair.Above == 0m ? revenue : revenue + (pair.Above * (_rounded[tier + 1] - _rounded[tier]));
    }

    /// <summary>Rounds the fees, from the last one down.</summary>
    /// <returns>Whether there are fees of so few digits that rise and keep within the steps.</returns>
    /// <remarks>The last tiers bring in most; what the steps add by rounding falls on the first ones.</remarks>
    public bool TryRound(int tiers)
    {
        bool isWalked = false;
        Revenue = 0m;
        Changes = 0m;
        for (int tier = tiers - 1; tier >= 0; tier--)
        {
            if (!SignificantDigits.TryRound(_estimates.FeeOf(tier, tiers), _digits, out decimal fee))
            {
                if (!isWalked)
                {
                    Walk(tiers);
                    isWalked = true;
                }

                fee = SignificantDigits.Round(_walked[tier], _digits);
            }

            if (tier < tiers - 1)
            {
                decimal next = _rounded[tier + 1];
                fee = HoldBelow(next, fee);
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

    private decimal HoldBelow(decimal next, decimal fee)
    {
        fee = fee < next ? fee : SignificantDigits.Below(next, _digits);
        if (fee * _growth >= next)
        {
            return fee;
        }

        fee = SignificantDigits.RoundUp(next / _growth, _digits);
        return fee * _growth >= next ? fee : SignificantDigits.Above(fee, _digits);
    }

    private void Walk(int tiers)
    {
        decimal before = 0m;
        decimal revenue = 0m;
        for (int tier = 0; tier < tiers; tier++)
        {
            ref readonly TierFigures pair = ref FiguresOf(tier);
            decimal fee = tier == 0 ? pair.Mean : Math.Min(Math.Max(pair.Mean, before), before * _growth);
            revenue += (pair.Months * fee) + (tier == 0 ? 0m : FiguresOf(tier - 1).Above * (fee - before));
            _walked[tier] = fee;
            before = fee;
        }

        decimal factor = _today / revenue;
        for (int tier = 0; tier < tiers; tier++)
        {
            _walked[tier] *= factor;
        }
    }
}
