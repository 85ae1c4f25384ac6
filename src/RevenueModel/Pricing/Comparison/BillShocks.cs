using RevenueModel.Primitives;

namespace RevenueModel.Pricing.Comparison;

/// <summary>The shocks among bills, and how many bills were looked at.</summary>
/// <remarks>Immutable; equal by value. A first bill has nothing before it and is neither judged nor counted apart. The
/// default value is that of no bills.</remarks>
public readonly record struct BillShocks
{
    internal BillShocks(ValueList<BillShock> shocks, long judged, long zeroReferences)
    {
        Shocks = shocks;
        Judged = judged;
        ZeroReferences = zeroReferences;
    }

    /// <summary>The shocks, customer by customer in the order of the histories, and by month.</summary>
    public ValueList<BillShock> Shocks { get; }

    /// <summary>The number of bills that were compared with a reference above zero.</summary>
    public long Judged { get; }

    /// <summary>The number of bills whose reference was zero: no multiple of it says anything, so they are not
    /// judged.</summary>
    public long ZeroReferences { get; }

    /// <summary>The share of judged bills that are shocks, a fraction, or <see langword="null"/> where none was
    /// judged.</summary>
    public decimal? Share => Judged > 0 ? (decimal)Shocks.Count / Judged : null;

    /// <summary>The count in words.</summary>
    public override string ToString() => Invariant($"{Shocks.Count:#,0} of {Judged:#,0} bills are shocks")
        + (ZeroReferences > 0 ? Invariant($", {ZeroReferences:#,0} with a reference of zero not judged") : "");
}
