using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>How much of what is left at the end of a period is carried to the next one.</summary>
/// <remarks><c>min(maximum, max(minimum, left))</c>: a minimum above zero is carried even where nothing is left, as OpenMeter
/// has it. Immutable; equal by value. The default value carries nothing.</remarks>
public readonly record struct Rollover
{
    private Rollover(decimal minimum, decimal maximum)
    {
        Minimum = minimum;
        Maximum = maximum;
    }

    /// <summary>The least that is carried, zero or more.</summary>
    public decimal Minimum { get; }

    /// <summary>The most that is carried, at or above the minimum.</summary>
    public decimal Maximum { get; }

    /// <summary>A rollover of up to an amount.</summary>
    /// <param name="maximum">The most that is carried, zero or more.</param>
    /// <param name="minimum">The least that is carried, from zero to the maximum.</param>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    public static Rollover UpTo(decimal maximum, decimal minimum = 0m) =>
        Guard.Against.BelowZero(minimum) <= Guard.Against.BelowZero(maximum)
            ? new Rollover(minimum, maximum)
            : throw DomainGuards.OutOfRange(nameof(minimum), minimum, Invariant($"0 to the maximum, {maximum},"));

    /// <summary>What is carried of what is left.</summary>
    /// <param name="left">What is left, zero or more.</param>
    /// <exception cref="ArgumentException"><paramref name="left"/> is negative.</exception>
    public decimal Carry(decimal left) => Math.Min(Maximum, Math.Max(Minimum, Guard.Against.BelowZero(left)));

    /// <summary>The rollover in words.</summary>
    public override string ToString() => Maximum == 0m ? "no rollover"
        : Minimum == 0m ? Invariant($"rollover up to {Maximum:#,0.######}")
        : Invariant($"rollover of {Minimum:#,0.######} to {Maximum:#,0.######}");
}
