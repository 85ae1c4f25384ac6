
namespace RevenueModel.Packaging;

/// <summary>How many of the ladders that were considered failed for a reason.</summary>
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
        LadderRejection.Tripled => "tripled bills of customers",
        _ => "revenue of a tier",
    });
}
