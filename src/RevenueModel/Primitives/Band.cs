using System.Numerics;

namespace RevenueModel.Primitives;

/// <summary>Creates <see cref="Band{T}"/> values.</summary>
public static class Band
{
    /// <summary>Creates a band that is closed at both ends: <c>[min, max]</c>.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="min">The lower end, which belongs to the band.</param>
    /// <param name="max">The upper end, which belongs to the band; not below <paramref name="min"/>.</param>
    /// <returns>The band.</returns>
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
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="min">The lower end, which belongs to the band.</param>
    /// <returns>The band.</returns>
    /// <exception cref="ArgumentException"><paramref name="min"/> is NaN or infinite.</exception>
    public static Band<T> AtLeast<T>(T min)
        where T : struct, INumber<T>
    {
        RequireFinite(min, nameof(min));
        return new Band<T>(min, T.Zero, isOpen: true);
    }

    /// <summary>Returns whether <see cref="Between{T}"/> accepts these ends.</summary>
    /// <typeparam name="T">The type of the numbers.</typeparam>
    /// <param name="min">The lower end.</param>
    /// <param name="max">The upper end.</param>
    /// <returns><see langword="true"/> if both are finite and <paramref name="max"/> is not below
    /// <paramref name="min"/>.</returns>
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
