using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>A tier of a <see cref="TierLadder"/>: the fee of a month, and the units that it includes.</summary>
/// <remarks>Immutable; equal by value. The default value includes everything for nothing.</remarks>
public readonly record struct LadderTier
{
    private LadderTier(decimal? included, decimal fee)
    {
        Included = included;
        Fee = Guard.Against.BelowZero(fee);
    }

    /// <summary>The units that a month includes, the last one among them, or <see langword="null"/> where all
    /// are.</summary>
    public decimal? Included { get; }

    /// <summary>The fee of a month, zero or more.</summary>
    public decimal Fee { get; }

    /// <summary>Creates a tier that includes a number of units.</summary>
    /// <param name="included">The units that a month includes, above zero and below
    /// <see cref="decimal.MaxValue"/>.</param>
    /// <param name="fee">The fee of a month, zero or more.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static LadderTier UpTo(decimal included, decimal fee) =>
        included < decimal.MaxValue
            ? new LadderTier(Guard.Against.NotPositive(included), fee)
            : throw DomainGuards.OutOfRange(
                nameof(included), included, "a limited number of units (for a tier without a limit write LadderTier.Unlimited)");

    /// <summary>A tier that includes all units.</summary>
    /// <param name="fee">The fee of a month, zero or more.</param>
    /// <exception cref="ArgumentException">The fee is negative.</exception>
    public static LadderTier Unlimited(decimal fee) => new(null, fee);

    /// <summary>Whether the tier includes a month's usage.</summary>
    public bool Includes(decimal usage) => Included is not { } included || usage <= included;

    /// <summary>The tier in words.</summary>
    public override string ToString() =>
        (Included is { } included ? Invariant($"up to {included:#,0.######}") : "unlimited") + Invariant($" for {Fee:#,0.######}");
}
