
namespace RevenueModel.Primitives;

/// <summary>What the rate of a tier applies to once a quantity lies in it.</summary>
/// <remarks>
/// One schedule of 60%, 90%, 120% and 150% of the quantity gives three answers at 175,000 for a quota of 100,000:
/// 150,000 marginally, 262,500 retroactively to the first unit and 172,500 retroactively on the overage.
/// </remarks>
public enum TierMode
{
    /// <summary>To the part of the quantity that lies in the tier. Tax brackets, graduated prices, most accelerators;
    /// the default.</summary>
    Marginal = 0,

    /// <summary>To the whole quantity, from the first unit. Volume prices, and plans whose attained tier re-rates
    /// everything.</summary>
    RetroactiveToFirstUnit = 1,

    /// <summary>To the whole of the quantity above the point where the run of overage tiers starts: what lies below it
    /// keeps its own rates. Plans whose attained tier re-rates everything above quota.</summary>
    RetroactiveOnOverage = 2,

    /// <summary>No rate: the amount rises in a straight line from what it is where the tier starts to a stated amount
    /// where the tier ends. Payout tables that are read between their rows.</summary>
    Interpolated = 3,
}
