using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>Provides any collection as a span, so that each calculator has one implementation.</summary>
internal static class CollectionSpans
{
    /// <summary>Returns the items of a collection as a span; arrays and lists are not copied.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="name">The name of the caller's parameter.</param>
    /// <returns>The items in order. Valid until the collection changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static ReadOnlySpan<T> AsItems<T>(
        this IEnumerable<T> items, [CallerArgumentExpression(nameof(items))] string name = "")
    {
        Guard.Against.Null(items, name);
        return items switch
        {
            T[] array => array,
            List<T> list => CollectionsMarshal.AsSpan(list),
            ValueList<T> list => list.AsSpan(),
            _ => items.ToArray(),
        };
    }
}
