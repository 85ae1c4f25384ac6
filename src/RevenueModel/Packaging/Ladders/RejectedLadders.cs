
namespace RevenueModel.Packaging;

/// <summary>The number of evaluated ladders that were rejected for a reason.</summary>
/// <param name="Reason">The first reason that applies.</param>
/// <param name="Count">The number of ladders.</param>
/// <remarks>Immutable; equal by value. The default value is none.</remarks>
public readonly record struct RejectedLadders(LadderRejection Reason, int Count)
{
    /// <summary>The count in words.</summary>
    public override string ToString() => Invariant($"{Count:#,0} for ") + (Reason switch
    {
        LadderRejection.FeeSteps => "steps between fees",
        LadderRejection.Revenue => "revenue",
        LadderRejection.Tripled => "tripled bills",
        LadderRejection.CostFloor => "fees below cost",
        LadderRejection.TierMargin => "margin of a tier",
        LadderRejection.Margin => "margin",
        LadderRejection.CheapestTierLoss => "loss by cheapest tiers",
        _ => "revenue of a tier",
    });
}

/// <summary>Why an evaluated ladder does not satisfy the <see cref="LadderConstraints"/>; the first reason that
/// applies.</summary>
/// <remarks>The order is <see cref="FeeSteps"/>, <see cref="TierRevenue"/>, <see cref="Revenue"/>,
/// <see cref="CostFloor"/>, <see cref="TierMargin"/>, <see cref="Margin"/>, <see cref="CheapestTierLoss"/>,
/// <see cref="Tripled"/>.</remarks>
public enum LadderRejection
{
    /// <summary>No fee of so few digits lies above the one before and within the growth of bills that is
    /// allowed.</summary>
    FeeSteps = 0,

    /// <summary>The customers of a tier pay together too much more or less than today.</summary>
    TierRevenue = 1,

    /// <summary>With its fees rounded, total revenue is not within the tolerance of today's.</summary>
    Revenue = 2,

    /// <summary>Too many customers pay three times what they pay today. Checked only where the ladder would be the
    /// best so far.</summary>
    Tripled = 3,

    /// <summary>A fee is below the required multiple of the cost of what its tier includes
    /// (<see cref="LadderFloors.MinFeeToCost"/>).</summary>
    CostFloor = 4,

    /// <summary>The gross margin of a tier is below its floor (<see cref="LadderFloors.MinTierMargin"/>).</summary>
    TierMargin = 5,

    /// <summary>The gross margin of all tiers together is below its floor
    /// (<see cref="LadderFloors.MinMargin"/>).</summary>
    Margin = 6,

    /// <summary>Too much revenue is lost if each customer takes its cheapest tier
    /// (<see cref="LadderConstraints.MaxCheapestTierLoss"/>).</summary>
    CheapestTierLoss = 7,
}
