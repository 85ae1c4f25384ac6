using System.Numerics;

namespace RevenueModel.Primitives;

/// <summary>Creates <see cref="Band{T}"/> values.</summary>
public static class Band
{
    /// <summary>Creates a band that is closed at both ends: <c>[min, max]</c>.</summary>
    /// <param name="min">The lower end, which belongs to the band.</param>
    /// <param name="max">The upper end, which belongs to the band; not below <paramref name="min"/>.</param>
    /// <exception cref="ArgumentException">An end is NaN or infinite, or <paramref name="max"/> is below
    /// <paramref name="min"/>.</exception>
    public static Band<T> Between<T>(T min, T max)
        where T : struct, INumber<T>
    {
        RequireFinite(min, nameof(min));
        RequireFinite(max, nameof(max));
        return min <= max
            ? new Band<T>(min, max, isOpen: false)
            : throw new ArgumentException(
                Invariant($"A band from {min} to {max} has no values; max must be {min} or more."), nameof(max));
    }

    /// <summary>Creates a band that is open at the top: <c>[min, ∞)</c>.</summary>
    /// <param name="min">The lower end, which belongs to the band.</param>
    /// <exception cref="ArgumentException"><paramref name="min"/> is NaN or infinite.</exception>
    public static Band<T> AtLeast<T>(T min)
        where T : struct, INumber<T>
    {
        RequireFinite(min, nameof(min));
        return new Band<T>(min, T.Zero, isOpen: true);
    }

    /// <summary>Whether <see cref="Between{T}"/> accepts these ends.</summary>
    public static bool IsValid<T>(T min, T max)
        where T : struct, INumber<T> => T.IsFinite(min) && T.IsFinite(max) && min <= max;

    private static void RequireFinite<T>(T value, string name)
        where T : struct, INumber<T>
    {
        if (!T.IsFinite(value))
        {
            throw new ArgumentException(Invariant($"{name} was {value}; a finite number is expected."), name);
        }
    }
}
