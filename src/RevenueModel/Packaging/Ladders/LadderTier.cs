using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>A tier of a <see cref="TierLadder"/>: the monthly fee and the included units.</summary>
/// <remarks>Immutable; equal by value. The default value includes all units at a fee of zero.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct LadderTier
{
    private LadderTier(decimal? included, decimal fee)
    {
        Included = included;
        Fee = Guard.Against.BelowZero(fee);
    }

    /// <summary>Gets the units that a month includes, or <see langword="null"/> if all are included. A usage equal to
    /// them is included.</summary>
    public decimal? Included { get; }

    /// <summary>Gets the fee of a month, zero or more.</summary>
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
                nameof(included),
                included,
                "a limited number of units (for a tier without a limit write LadderTier.Unlimited)");

    /// <summary>Creates a tier that includes all units.</summary>
    /// <param name="fee">The fee of a month, zero or more.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">The fee is negative.</exception>
    public static LadderTier Unlimited(decimal fee) => new(null, fee);

    /// <summary>Returns whether the tier includes the usage of a month.</summary>
    /// <param name="usage">The usage of a month, in units of the meter.</param>
    /// <returns><see langword="true"/> if it is not above the included units.</returns>
    public bool Includes(decimal usage) => Included is not { } included || usage <= included;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        (Included is { } included ? Invariant($"up to {included:#,0.######}") : "unlimited")
        + Invariant($" for {Fee:#,0.######}");
}
