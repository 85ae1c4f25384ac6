
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

/// <summary>Why a ladder that was considered does not satisfy a <see cref="LadderConstraints"/>; the first reason that
/// applies.</summary>
public enum LadderRejection
{
    /// <summary>No fee of so few digits lies above the one before and within the growth of bills that is allowed.</summary>
    FeeSteps = 0,

    /// <summary>The customers of a tier pay together too much more or less than today.</summary>
    TierRevenue = 1,

    /// <summary>With its fees rounded, total revenue is not within the tolerance of today's.</summary>
    Revenue = 2,

    /// <summary>Too many customers pay three times what they pay today. Looked at only where the ladder would be the steadiest
    /// so far.</summary>
    Tripled = 3,
}
