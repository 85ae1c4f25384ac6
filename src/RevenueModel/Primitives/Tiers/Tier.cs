using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>A part of a <see cref="TierSchedule"/>: a range of the quantity, and what is due in it.</summary>
/// <remarks>
/// Immutable; equal by value. Made by <see cref="Between"/>, <see cref="AtLeast"/> and <see cref="Interpolated"/>.
/// The default value is the open tier from zero at a rate of zero. Which end belongs to the tier is the schedule's
/// <see cref="TierBoundary"/>.
/// </remarks>
public readonly record struct Tier
{
    private Tier(decimal from, decimal? upTo, decimal rate, TierMode mode, decimal flatAmount, decimal? amountAtEnd)
    {
        From = from;
        UpTo = upTo;
        Rate = rate;
        Mode = mode;
        FlatAmount = flatAmount;
        AmountAtEnd = amountAtEnd;
    }

    /// <summary>The quantity where the tier starts, zero or more.</summary>
    public decimal From { get; }

    /// <summary>The quantity where the tier ends, or <see langword="null"/> where it is open.</summary>
    public decimal? UpTo { get; }

    /// <summary>The amount per unit of the quantity, zero or more; zero in an interpolated tier, which has none.</summary>
    public decimal Rate { get; }

    /// <summary>What the rate applies to.</summary>
    public TierMode Mode { get; }

    /// <summary>The amount that is due once, on reaching the tier, zero or more.</summary>
    /// <remarks>In a retroactive tier it takes the place of those of the tiers below, in a marginal one it adds to
    /// them.</remarks>
    public decimal FlatAmount { get; }

    /// <summary>The amount in all where an interpolated tier ends; <see langword="null"/> in any other.</summary>
    public decimal? AmountAtEnd { get; }

    /// <summary>A tier that ends.</summary>
    /// <param name="from">The quantity where it starts, zero or more.</param>
    /// <param name="upTo">The quantity where it ends, above <paramref name="from"/>; for a tier without end use
    /// <see cref="AtLeast"/>.</param>
    /// <param name="rate">The amount per unit, zero or more.</param>
    /// <param name="mode">What the rate applies to; not <see cref="TierMode.Interpolated"/>.</param>
    /// <param name="flatAmount">The amount due once on reaching the tier, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Tier Between(
        decimal from,
        decimal upTo,
        decimal rate,
        TierMode mode = TierMode.Marginal,
        decimal flatAmount = 0m) =>
        new(
            Guard.Against.BelowZero(from), RequireAbove(from, upTo), Guard.Against.BelowZero(rate), RequireRated(mode),
            Guard.Against.BelowZero(flatAmount), amountAtEnd: null);

    /// <summary>A tier without an upper end.</summary>
    /// <param name="from">The quantity where it starts, zero or more.</param>
    /// <param name="rate">The amount per unit, zero or more.</param>
    /// <param name="mode">What the rate applies to; not <see cref="TierMode.Interpolated"/>.</param>
    /// <param name="flatAmount">The amount due once on reaching the tier, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Tier AtLeast(
        decimal from,
        decimal rate,
        TierMode mode = TierMode.Marginal,
        decimal flatAmount = 0m) =>
        new(
            Guard.Against.BelowZero(from), upTo: null, Guard.Against.BelowZero(rate), RequireRated(mode),
            Guard.Against.BelowZero(flatAmount), amountAtEnd: null);

    /// <summary>A tier in which the amount rises in a straight line.</summary>
    /// <param name="from">The quantity where it starts, zero or more.</param>
    /// <param name="upTo">The quantity where it ends, above <paramref name="from"/>.</param>
    /// <param name="amountAtEnd">The amount in all where it ends, zero or more.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Tier Interpolated(decimal from, decimal upTo, decimal amountAtEnd) =>
        new(
            Guard.Against.BelowZero(from), RequireAbove(from, upTo), rate: 0m, TierMode.Interpolated, flatAmount: 0m,
            Guard.Against.BelowZero(amountAtEnd));

    /// <summary>The tier in words.</summary>
    public override string ToString()
    {
        string range = UpTo is { } end ? Invariant($"{From:#,0.####}-{end:#,0.####}") : Invariant($"{From:#,0.####}+");
        string due = AmountAtEnd is { } amount
            ? Invariant($"rising to {amount:#,0.####}")
            : Invariant($"at {Rate:0.######}") + Words(Mode);
        return range + " " + due + (FlatAmount > 0m ? Invariant($", {FlatAmount:#,0.####} once") : "");
    }

    private static string Words(TierMode mode) => mode switch
    {
        TierMode.RetroactiveToFirstUnit => " to the first unit",
        TierMode.RetroactiveOnOverage => " on the overage",
        _ => "",
    };

    private static decimal RequireAbove(decimal from, decimal upTo)
    {
        if (upTo == decimal.MaxValue)
        {
            throw DomainGuards.OutOfRange(
                nameof(upTo), upTo, "a quantity below the largest decimal (for a tier without end use AtLeast)");
        }

        return upTo > from
            ? upTo
            : throw DomainGuards.OutOfRange(nameof(upTo), upTo, Invariant($"more than the start of the tier, {from},"));
    }

    private static TierMode RequireRated(TierMode mode) => Guard.Against.Undefined(mode) != TierMode.Interpolated
        ? mode
        : throw DomainGuards.OutOfRange(
            nameof(mode), mode, "a mode with a rate (an interpolated tier is made by Tier.Interpolated)");
}
