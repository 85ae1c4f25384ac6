using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The unused quantity that is carried from one period to the next.</summary>
/// <remarks>
/// <c>min(maximum, max(minimum, left))</c>. A minimum above zero is carried even if nothing is left, as in OpenMeter.
/// Immutable; equal by value. The default value carries nothing.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct Rollover
{
    private Rollover(decimal minimum, decimal maximum)
    {
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>Gets the smallest quantity that is carried, zero or more.</summary>
    public decimal Minimum { get; }

    /// <summary>Gets the largest quantity that is carried, at or above the minimum.</summary>
    public decimal Maximum { get; }

    /// <summary>Creates a rollover up to a maximum.</summary>
    /// <param name="maximum">The largest quantity that is carried, zero or more.</param>
    /// <param name="minimum">The smallest quantity that is carried, between zero and the maximum. Default:
    /// zero.</param>
    /// <returns>The rollover.</returns>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Rollover UpTo(decimal maximum, decimal minimum = 0m) =>
        Guard.Against.BelowZero(minimum) <= Guard.Against.BelowZero(maximum)
            ? new Rollover(minimum, maximum)
            : throw DomainGuards.OutOfRange(nameof(minimum), minimum, Invariant($"0 to the maximum, {maximum},"));

    /// <summary>Returns the quantity that is carried.</summary>
    /// <param name="left">The unused quantity, zero or more.</param>
    /// <returns><c>min(maximum, max(minimum, left))</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="left"/> is negative.</exception>
    public decimal Carry(decimal left) => Math.Min(Maximum, Math.Max(Minimum, Guard.Against.BelowZero(left)));

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Maximum == 0m ? "no rollover"
        : Minimum == 0m ? Invariant($"rollover up to {Maximum:#,0.######}")
        : Invariant($"rollover of {Minimum:#,0.######} to {Maximum:#,0.######}");
}
