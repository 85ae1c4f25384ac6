using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The number of evaluated ladders that were rejected for a reason.</summary>
/// <param name="Reason">The first reason that applies.</param>
/// <param name="Count">The number of ladders.</param>
/// <remarks>Immutable; equal by value. The default value represents no ladders.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct RejectedLadders(LadderRejection Reason, int Count)
{
    /// <summary>Returns a readable description, the same in every culture.</summary>
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

/// <summary>The reason why an evaluated ladder does not satisfy the <see cref="LadderConstraints"/>; the first one
/// that applies.</summary>
/// <remarks>The order is <see cref="FeeSteps"/>, <see cref="TierRevenue"/>, <see cref="Revenue"/>,
/// <see cref="CostFloor"/>, <see cref="TierMargin"/>, <see cref="Margin"/>, <see cref="CheapestTierLoss"/>,
/// <see cref="Tripled"/>.</remarks>
public enum LadderRejection
{
    /// <summary>No fee with so few digits is above the fee before it and within the allowed growth of bills.</summary>
    FeeSteps = 0,

    /// <summary>The revenue of the customers of a tier is not within the tolerance of their current revenue.</summary>
    TierRevenue = 1,

    /// <summary>Total revenue with rounded fees is not within the tolerance of current revenue.</summary>
    Revenue = 2,

    /// <summary>The bills of too many customers triple. Checked only if the ladder would be the best so far.</summary>
    Tripled = 3,

    /// <summary>A fee is below the required multiple of the cost of the units that its tier includes
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
