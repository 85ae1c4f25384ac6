using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Exact sums over deals of a snapshot, in whole numbers of its smallest units.</summary>
/// <remarks>
/// The default value is no deals, of whole units. Adding is exact, associative and commutative, so that partial
/// sums made anywhere merge into the same bits in any order; both sides need the same minor unit.
/// </remarks>
public readonly record struct SnapshotTotals
{
    // The sum of the largest amounts of 2^31 deals, each of 64 bits, is below this.
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

    /// <summary>The minor unit that the amounts are counted in.</summary>
    public RoundingPolicy MinorUnit { get; }

    /// <summary>The number of deals.</summary>
    public long Count { get; }

    /// <summary>How many of them carry no amount.</summary>
    public long WithoutAmountCount { get; }

    /// <summary>The unweighted amount in minor units.</summary>
    public Int128 AmountMinorUnits { get; }

    /// <summary>The weighted amount in millionths of a minor unit: <c>Σ minor units × parts per million</c>.</summary>
    public Int128 WeightedMillionths { get; }

    /// <summary>The unweighted amount.</summary>
    public decimal Amount => MinorUnit.FromMinorUnits(AmountMinorUnits);

    /// <summary>The weighted amount.</summary>
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

    // In two parts, since millionths of an amount can be too many for a decimal that holds the amount itself.
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

        // Amounts are zero or more and weights are at most one, so the weighted amount fits where the amount does.
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
