using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The shocks among bills, and how many bills were looked at.</summary>
/// <remarks>Immutable; equal by value. A first bill has nothing before it and is neither judged nor counted apart. The
/// default value is that of no bills.</remarks>
public readonly record struct BillShocks
{
    internal BillShocks(ValueList<BillShock> shocks, long judged, long zeroReferences)
    {
        Shocks = shocks;
        EvaluatedCount = judged;
        ZeroReferenceCount = zeroReferences;
    }

    /// <summary>The shocks, customer by customer in the order of the histories, and by month.</summary>
    public ValueList<BillShock> Shocks { get; }

    /// <summary>The number of bills that were compared with a reference above zero.</summary>
    public long EvaluatedCount { get; }

    /// <summary>The number of bills whose reference was zero: no multiple of it says anything, so they are not
    /// judged.</summary>
    public long ZeroReferenceCount { get; }

    /// <summary>The share of judged bills that are shocks, a fraction, or <see langword="null"/> where none was
    /// judged.</summary>
    public decimal? Share => EvaluatedCount > 0 ? (decimal)Shocks.Count / EvaluatedCount : null;

    /// <summary>The count in words.</summary>
    public override string ToString() => Invariant($"{Shocks.Count:#,0} of {EvaluatedCount:#,0} bills are shocks")
        + (ZeroReferenceCount > 0 ? Invariant($", {ZeroReferenceCount:#,0} with a reference of zero not judged") : "");
}
