using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>Checks the current ladder of a search against the floors of fees and margins, and against the limit of the
/// loss by cheapest tiers.</summary>
/// <remarks>It compares amounts and not quotients, so that rounding noise does not change the result.</remarks>
internal sealed class LadderLimits
{
    private readonly TierFigureTable _figures;
    private readonly TierCosts? _costs; // null if there is no floor
    private readonly LadderFees _fees;
    private readonly int[] _ends;
    private readonly decimal? _minMargin;
    private readonly decimal? _minTierMargin;
    private readonly decimal? _minFeeToCost;
    private readonly decimal _maxLoss;

    /// <summary>Creates the limits of one search.</summary>
    /// <param name="constraints">The constraints on the ladder.</param>
    /// <param name="figures">The figures of all possible tiers.</param>
    /// <param name="costs">The costs of all possible tiers, or null if there is no floor.</param>
    /// <param name="fees">The fees of the current ladder, which the search changes.</param>
    /// <param name="ends">The upper boundary of each tier of the current ladder, which the search changes.</param>
    public LadderLimits(
        LadderConstraints constraints,
        TierFigureTable figures,
        TierCosts? costs,
        LadderFees fees,
        int[] ends)
    {
        _figures = figures;
        _costs = costs;
        _fees = fees;
        _ends = ends;
        _minMargin = constraints.Floors?.MinMargin;
        _minTierMargin = constraints.Floors?.MinTierMargin;
        _minFeeToCost = constraints.Floors?.MinFeeToCost;
        _maxLoss = constraints.MaxCheapestTierLoss;
    }

    /// <summary>Returns whether the constraints have such a floor or limit.</summary>
    public static bool AreGivenBy(LadderConstraints constraints) =>
        constraints.MaxCheapestTierLoss < 1m || HasFloor(constraints);

    /// <summary>Returns whether the constraints have a floor.</summary>
    public static bool HasFloor(LadderConstraints constraints) =>
        constraints.Floors is { } floors
        && (floors.MinMargin is not null || floors.MinTierMargin is not null || floors.MinFeeToCost is not null);

    /// <summary>Returns the first limit that the current ladder violates, or null.</summary>
    /// <param name="tiers">The number of tiers.</param>
    public LadderRejection? FindBroken(int tiers)
    {
        if (_minFeeToCost is { } multiple)
        {
            for (int tier = 0; tier < tiers; tier++)
            {
                (decimal fee, decimal cost) = FeeAndCost(tier);
                if (!DivisionNoise.Reaches(fee, multiple * cost))
                {
                    return LadderRejection.CostFloor;
                }
            }
        }

        if (_minTierMargin is { } ofTier)
        {
            for (int tier = 0; tier < tiers; tier++)
            {
                if (!IsMargin(_fees.RevenueOf(tier), CostOf(tier), ofTier))
                {
                    return LadderRejection.TierMargin;
                }
            }
        }

        return _minMargin is { } margin && !IsMargin(_fees.Revenue, CostOfAll, margin) ? LadderRejection.Margin
            : _maxLoss < 1m && Loss(tiers) > _maxLoss * _fees.Revenue ? LadderRejection.CheapestTierLoss
            : null;
    }

    /// <summary>Returns the largest violation of a limit by the current ladder, as a share; zero if it violates
    /// none.</summary>
    /// <param name="tiers">The number of tiers.</param>
    public decimal Violation(int tiers)
    {
        decimal violation = Math.Max((Loss(tiers) / _fees.Revenue) - _maxLoss, 0m);
        for (int tier = 0; tier < tiers; tier++)
        {
            if (_minFeeToCost is { } multiple)
            {
                (decimal fee, decimal cost) = FeeAndCost(tier);
                violation = cost == 0m ? violation : Math.Max(violation, multiple - (fee / cost));
            }

            if (_minTierMargin is { } ofTier)
            {
                violation = Math.Max(violation, ofTier - Margin(_fees.RevenueOf(tier), CostOf(tier)));
            }
        }

        return _minMargin is { } margin ? Math.Max(violation, margin - Margin(_fees.Revenue, CostOfAll)) : violation;
    }

    private static bool IsMargin(decimal revenue, decimal cost, decimal margin) =>
        DivisionNoise.Reaches(revenue * (1m - margin), cost);

    private static decimal Margin(decimal revenue, decimal cost) => (revenue - cost) / revenue;

    private decimal CostOfAll => _costs!.CostBetween(-1, _figures.Candidates);

    private decimal CostOf(int tier) => _costs!.CostBetween(tier == 0 ? -1 : _ends[tier - 1], _ends[tier]);

    // Of a month of included units; for an unlimited tier, of all months of its customers.
    private (decimal Fee, decimal Cost) FeeAndCost(int tier)
    {
        decimal fee = _fees.Rounded[tier];
        return _costs!.IsLimited(_ends[tier])
            ? (fee, _costs.IncludedCost(_ends[tier]))
            : (fee * _fees.FiguresOf(tier).Months, CostOf(tier));
    }

    // No tier is cheaper than the first one: it bills the second fee at most, and all others bill at least that.
    private decimal Loss(int tiers)
    {
        if (tiers == 1)
        {
            return 0m;
        }

        decimal first = _fees.Rounded[0];
        decimal step = _fees.Rounded[1] - first;
        decimal cheapest = (first * _figures.AllMonths) + (step * _figures.AllMonthsAbove(_ends[0]));
        return _fees.Revenue - cheapest;
    }
}
