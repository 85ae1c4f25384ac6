
namespace RevenueModel.Primitives;

/// <summary>The part of a quantity to which the rate of a tier applies.</summary>
/// <remarks>
/// For 175,000 with a quota of 100,000, one schedule of 60%, 90%, 120% and 150% gives three amounts: 150,000 if
/// marginal, 262,500 if retroactive to the first unit and 172,500 if retroactive on the overage.
/// </remarks>
public enum TierMode
{
    /// <summary>The part of the quantity that lies in the tier. Tax brackets, graduated prices, most accelerators. The
    /// default.</summary>
    Marginal = 0,

    /// <summary>The whole quantity, from the first unit. Volume prices, and plans in which the attained tier re-rates
    /// everything.</summary>
    RetroactiveToFirstUnit = 1,

    /// <summary>The whole quantity above the start of the run of overage tiers; the quantity below keeps its rates.
    /// Plans in which the attained tier re-rates everything above quota.</summary>
    RetroactiveOnOverage = 2,

    /// <summary>No rate. The amount rises linearly from its value at the start of the tier to a stated amount at its
    /// end. Payout tables that are interpolated between rows.</summary>
    Interpolated = 3,
}
