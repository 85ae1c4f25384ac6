using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>Creates <see cref="ValueList{T}"/> values; a collection expression <c>[a, b, c]</c> calls it.</summary>
public static class ValueList
{
    /// <summary>Creates a list of a copy of these items.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? default : new(items.ToArray());

    /// <summary>Creates a list of a copy of these items.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items)
    {
        Guard.Against.Null(items);
        return items is ValueList<T> list ? list : new([.. items]);
    }

    /// <summary>A list that takes over an array that nothing else holds.</summary>
    internal static ValueList<T> Own<T>(T[] items) => new(items);
}
