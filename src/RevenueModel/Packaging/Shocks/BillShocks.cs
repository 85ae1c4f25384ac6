using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The shocks among bills, and the number of evaluated bills.</summary>
/// <remarks>
/// Immutable; equal by value. A first bill has no bill before it and is excluded from all counts. The default value
/// represents no bills.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct BillShocks
{
    internal BillShocks(ValueList<BillShock> shocks, long evaluatedCount, long zeroReferenceCount)
    {
        Shocks = shocks;
        EvaluatedCount = evaluatedCount;
        ZeroReferenceCount = zeroReferenceCount;
    }

    /// <summary>Gets the shocks, customer by customer in the order of the histories, and by month.</summary>
    public ValueList<BillShock> Shocks { get; }

    /// <summary>Gets the number of bills that were compared with a reference above zero.</summary>
    public long EvaluatedCount { get; }

    /// <summary>Gets the number of bills whose reference was zero. A multiple of zero is undefined, so they are not
    /// evaluated.</summary>
    public long ZeroReferenceCount { get; }

    /// <summary>Gets the share of evaluated bills that are shocks, a fraction, or <see langword="null"/> if none was
    /// evaluated.</summary>
    public decimal? Share => EvaluatedCount > 0 ? (decimal)Shocks.Count / EvaluatedCount : null;

    /// <summary>Returns the number of shocks and of bills.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(Shocks.Count, "shock")} in {Plural.Of(EvaluatedCount, "bill")}")
        + (ZeroReferenceCount > 0
            ? Invariant($"; {Plural.Of(ZeroReferenceCount, "bill")} not evaluated, with a reference of zero")
            : "");
}
