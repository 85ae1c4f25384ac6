using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Exact sums over deals of a snapshot, in whole numbers of its smallest units.</summary>
/// <remarks>
/// The default value represents no deals, in whole units. Addition is exact, associative and commutative, so partial
/// sums merge into the same bits in any order. Both sides need the same minor unit.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SnapshotTotals
{
    // The sum of the largest amounts of 2^31 deals, each of 64 bits, is below this bound.
    private static readonly Int128 MaxMinorUnits = (Int128)decimal.MaxValue;

    internal SnapshotTotals(
        RoundingPolicy minorUnit,
        long count,
        long withoutAmount,
        Int128 amountMinorUnits,
        Int128 weightedMillionths)
    {
        MinorUnit = minorUnit;
        Count = count;
        WithoutAmountCount = withoutAmount;
        AmountMinorUnits = amountMinorUnits;
        WeightedMillionths = weightedMillionths;
    }

    /// <summary>Gets the minor unit of the amounts.</summary>
    public RoundingPolicy MinorUnit { get; }

    /// <summary>Gets the number of deals.</summary>
    public long Count { get; }

    /// <summary>Gets the number of deals without an amount.</summary>
    public long WithoutAmountCount { get; }

    /// <summary>Gets the unweighted amount in minor units.</summary>
    public Int128 AmountMinorUnits { get; }

    /// <summary>Gets the weighted amount in millionths of a minor unit:
    /// <c>Σ minor units × parts per million</c>.</summary>
    public Int128 WeightedMillionths { get; }

    /// <summary>Gets the unweighted amount.</summary>
    public decimal Amount => MinorUnit.FromMinorUnits(AmountMinorUnits);

    /// <summary>Gets the weighted amount.</summary>
    public decimal Weighted => FromMillionths(WeightedMillionths, MinorUnit);

    /// <summary>Returns the sum of two totals.</summary>
    /// <param name="other">The totals to add, of the same minor unit.</param>
    /// <returns>The totals of the deals of both.</returns>
    /// <exception cref="ArgumentException">The minor units differ, or the sum exceeds the range of a
    /// decimal.</exception>
    public SnapshotTotals Add(SnapshotTotals other) => Sum(this, other, nameof(other));

    /// <summary>Returns the sum of two totals.</summary>
    /// <param name="left">One of the totals.</param>
    /// <param name="right">The other totals, of the same minor unit.</param>
    /// <returns>The totals of the deals of both.</returns>
    /// <exception cref="ArgumentException">The minor units differ, or the sum exceeds the range of a
    /// decimal.</exception>
    public static SnapshotTotals operator +(SnapshotTotals left, SnapshotTotals right) =>
        Sum(left, right, nameof(right));

    // The whole and the rest are converted separately, since the millionths of an amount can exceed a decimal that
    // fits the amount itself.
    internal static decimal FromMillionths(Int128 millionths, RoundingPolicy minorUnit)
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(millionths, PipelineSnapshot.PartsPerOne);
        return minorUnit.FromMinorUnits(whole) + (minorUnit.FromMinorUnits(rest) / PipelineSnapshot.PartsPerOne);
    }

    /// <summary>Returns the number of deals and their amounts.</summary>
    public override string ToString() =>
        Invariant($"{Plural.Of(Count, "deal")}, {Amount:#,0.##}, weighted {Weighted:#,0.##}");

    private static SnapshotTotals Sum(in SnapshotTotals one, in SnapshotTotals other, string name)
    {
        if (one.Count == 0)
        {
            return other;
        }

        if (other.Count == 0)
        {
            return one;
        }

        if (one.MinorUnit != other.MinorUnit)
        {
            throw new ArgumentException(
                Invariant($"{name} had a minor unit of {other.MinorUnit}; {one.MinorUnit} is expected."), name);
        }

        // Amounts are zero or more and weights are at most one, so the weighted amount fits if the amount does.
        Int128 amount = one.AmountMinorUnits + other.AmountMinorUnits;
        return amount <= MaxMinorUnits
            ? new SnapshotTotals(
                one.MinorUnit,
                one.Count + other.Count,
                one.WithoutAmountCount + other.WithoutAmountCount,
                amount,
                one.WeightedMillionths + other.WeightedMillionths)
            : throw DomainGuards.Overflow(Invariant($"The sum of {one} and {other}"), name, new OverflowException());
    }
}
