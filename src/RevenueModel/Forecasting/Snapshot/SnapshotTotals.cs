using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Exact sums over deals of a snapshot, in whole numbers of its smallest units.</summary>
/// <remarks>
/// The default value is no deals, of whole units. Adding is exact, associative and commutative, so that partial
/// sums made anywhere merge into the same bits in any order; both sides need the same minor unit.
/// </remarks>
public readonly record struct SnapshotTotals
{
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
    /// <exception cref="OverflowException">The sum does not fit a <see cref="decimal"/>.</exception>
    public decimal Amount => MinorUnit.FromMinorUnits(AmountMinorUnits);

    /// <summary>The weighted amount.</summary>
    /// <exception cref="OverflowException">The sum does not fit a <see cref="decimal"/>.</exception>
    public decimal Weighted => FromMillionths(WeightedMillionths, MinorUnit);

    /// <summary>Both sums in one.</summary>
    /// <exception cref="ArgumentException">The minor units differ.</exception>
    public SnapshotTotals Add(SnapshotTotals other)
    {
        if (Count == 0)
        {
            return other;
        }

        if (other.Count == 0)
        {
            return this;
        }

        return MinorUnit == other.MinorUnit
            ? new SnapshotTotals(
                MinorUnit,
                Count + other.Count,
                WithoutAmountCount + other.WithoutAmountCount,
                AmountMinorUnits + other.AmountMinorUnits,
                WeightedMillionths + other.WeightedMillionths)
            : throw new ArgumentException(
                Invariant($"other had a minor unit of {other.MinorUnit}; {MinorUnit} is expected."), nameof(other));
    }

    /// <summary>Both sums in one.</summary>
    /// <exception cref="ArgumentException">The minor units differ.</exception>
    public static SnapshotTotals operator +(SnapshotTotals left, SnapshotTotals right) => left.Add(right);

    // In two parts, since millionths of an amount can be too many for a decimal that holds the amount itself.
    internal static decimal FromMillionths(Int128 millionths, RoundingPolicy minorUnit)
    {
        (Int128 whole, Int128 rest) = Int128.DivRem(millionths, PipelineSnapshot.PartsPerOne);
        return minorUnit.FromMinorUnits(whole) + (minorUnit.FromMinorUnits(rest) / PipelineSnapshot.PartsPerOne);
    }

    /// <summary>The sums in words.</summary>
    public override string ToString() =>
        Invariant($"{Count:#,0} deals, {Amount:#,0.##}, weighted {Weighted:#,0.##}");
}
