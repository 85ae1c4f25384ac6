using System.Text.Json.Serialization;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>A part of a <see cref="TierSchedule"/>: a range of the quantity and the amount due in it.</summary>
/// <remarks>
/// Immutable; equal by value. Created by <see cref="Between"/>, <see cref="AtLeast"/> and <see cref="Interpolated"/>.
/// The default value is the open tier from zero at a rate of zero. The <see cref="TierBoundary"/> of the schedule
/// determines which end belongs to the tier.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
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

    /// <summary>Gets the quantity at which the tier starts, zero or more.</summary>
    public decimal From { get; }

    /// <summary>Gets the quantity at which the tier ends, or <see langword="null"/> if the tier is open.</summary>
    public decimal? UpTo { get; }

    /// <summary>Gets the amount per unit of the quantity, zero or more; zero in an interpolated tier.</summary>
    public decimal Rate { get; }

    /// <summary>Gets the part of the quantity to which the rate applies.</summary>
    public TierMode Mode { get; }

    /// <summary>Gets the amount that is due once when the tier is reached, zero or more.</summary>
    /// <remarks>
    /// In a retroactive tier it replaces the flat amounts of the tiers below. In a marginal tier it is added to them.
    /// </remarks>
    public decimal FlatAmount { get; }

    /// <summary>Gets the total amount at the end of an interpolated tier; <see langword="null"/> in any
    /// other.</summary>
    public decimal? AmountAtEnd { get; }

    /// <summary>Creates a tier that ends.</summary>
    /// <param name="from">The quantity at which the tier starts, zero or more.</param>
    /// <param name="upTo">The quantity at which the tier ends, above <paramref name="from"/>. For a tier without an
    /// end, use <see cref="AtLeast"/>.</param>
    /// <param name="rate">The amount per unit, zero or more.</param>
    /// <param name="mode">The part of the quantity to which the rate applies; not <see cref="TierMode.Interpolated"/>.
    /// Default: marginal.</param>
    /// <param name="flatAmount">The amount due once when the tier is reached, zero or more. Default: zero.</param>
    /// <returns>The tier.</returns>
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

    /// <summary>Creates a tier without an upper end.</summary>
    /// <param name="from">The quantity at which the tier starts, zero or more.</param>
    /// <param name="rate">The amount per unit, zero or more.</param>
    /// <param name="mode">The part of the quantity to which the rate applies; not <see cref="TierMode.Interpolated"/>.
    /// Default: marginal.</param>
    /// <param name="flatAmount">The amount due once when the tier is reached, zero or more. Default: zero.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Tier AtLeast(
        decimal from,
        decimal rate,
        TierMode mode = TierMode.Marginal,
        decimal flatAmount = 0m) =>
        new(
            Guard.Against.BelowZero(from), upTo: null, Guard.Against.BelowZero(rate), RequireRated(mode),
            Guard.Against.BelowZero(flatAmount), amountAtEnd: null);

    /// <summary>Creates a tier in which the amount rises linearly.</summary>
    /// <param name="from">The quantity at which the tier starts, zero or more.</param>
    /// <param name="upTo">The quantity at which the tier ends, above <paramref name="from"/>.</param>
    /// <param name="amountAtEnd">The total amount at the end of the tier, zero or more.</param>
    /// <returns>The tier.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Tier Interpolated(decimal from, decimal upTo, decimal amountAtEnd) =>
        new(
            Guard.Against.BelowZero(from), RequireAbove(from, upTo), rate: 0m, TierMode.Interpolated, flatAmount: 0m,
            Guard.Against.BelowZero(amountAtEnd));

    /// <summary>Returns a readable description, the same in every culture.</summary>
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
            : throw DomainGuards.OutOfRange(
                nameof(upTo), upTo, Invariant($"more than the start of the tier, {from},"));
    }

    private static TierMode RequireRated(TierMode mode) => Guard.Against.Undefined(mode) != TierMode.Interpolated
        ? mode
        : throw DomainGuards.OutOfRange(
            nameof(mode), mode, "a mode with a rate (an interpolated tier is made by Tier.Interpolated)");
}
