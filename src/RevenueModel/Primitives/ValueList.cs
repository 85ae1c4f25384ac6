using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>Creates <see cref="ValueList{T}"/> values; a collection expression <c>[a, b, c]</c> calls it.</summary>
public static class ValueList
{
    /// <summary>Creates a list with a copy of the items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items in order.</param>
    /// <returns>The list.</returns>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new(items.ToArray());

    /// <summary>Creates a list with a copy of the items.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items in order; null is refused.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        Guard.Against.Null(items);
        return items is ValueList<T> list ? list : new([.. items]);
    }

    /// <summary>Creates a list that takes over an array. The caller keeps no reference to it.</summary>
    internal static ValueList<T> Own<T>(T[] items) => new(items);
}
