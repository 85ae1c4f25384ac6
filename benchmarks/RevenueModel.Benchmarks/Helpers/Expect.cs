
namespace RevenueModel.Benchmarks;

/// <summary>Throws if the two sides of a benchmark return different results.</summary>
internal static class Expect
{
    /// <exception cref="InvalidOperationException">The values differ.</exception>
    public static void Equal<T>(T rival, T own)
    {
        if (!EqualityComparer<T>.Default.Equals(rival, own))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"The rival says {rival}, the library {own}."));
        }
    }

    /// <exception cref="InvalidOperationException">The values differ, or their number does.</exception>
    public static void Same<T>(IEnumerable<T> rival, IEnumerable<T> own)
    {
        T[] left = [.. rival];
        T[] right = [.. own];
        Equal(left.Length, right.Length);
        for (int i = 0; i < left.Length; i++)
        {
            Equal(left[i], right[i]);
        }
    }

    /// <exception cref="InvalidOperationException">Two values differ by more than a share of the second, or their
    /// number differs.</exception>
    public static void Near(IReadOnlyList<double> rival, IReadOnlyList<double> own, double share)
    {
        Equal(rival.Count, own.Count);
        for (int i = 0; i < own.Count; i++)
        {
            if (!(Math.Abs(rival[i] - own[i]) <= share * Math.Abs(own[i])))
            {
                Equal(rival[i], own[i]);
            }
        }
    }
}
