namespace RevenueModel.Primitives;

/// <summary>Finds records by name. The library compares names by ordinal, ignoring case.</summary>
internal static class NameLookup
{
    /// <summary>Gets the comparer of keys of two names, such as an account and a regulation.</summary>
    public static IEqualityComparer<(string One, string Other)> Pairs { get; } =
        EqualityComparer<(string One, string Other)>.Create(
            static (left, right) => Same(left.One, right.One) && Same(left.Other, right.Other),
            static pair => HashCode.Combine(
                StringComparer.OrdinalIgnoreCase.GetHashCode(pair.One),
                StringComparer.OrdinalIgnoreCase.GetHashCode(pair.Other)));

    /// <summary>Returns whether two names are the same.</summary>
    public static bool Same(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns the position of the first item with a name, or -1 if there is none.</summary>
    /// <param name="items">The items.</param>
    /// <param name="name">The name to find.</param>
    /// <param name="nameOf">The name of an item; a static lambda, so that nothing is allocated.</param>
    public static int IndexOf<T>(ReadOnlySpan<T> items, string? name, Func<T, string?> nameOf)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (Same(nameOf(items[i]), name))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Returns the first item with a name, or null if there is none.</summary>
    /// <inheritdoc cref="IndexOf{T}"/>
    public static T? Find<T>(ReadOnlySpan<T> items, string? name, Func<T, string?> nameOf)
        where T : class
    {
        int index = IndexOf(items, name, nameOf);
        return index < 0 ? null : items[index];
    }
}
