using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Ardalis.GuardClauses;

namespace RevenueModel.Primitives;

/// <summary>An immutable list with value equality: lists are equal if their items are equal, in order. A record that
/// holds one is therefore equal by value.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <remarks>
/// Written as <c>[a, b, c]</c>. Arrays and lists convert to it implicitly and are copied. The default value is the
/// empty list. Safe to share between threads, and usable across <c>await</c> and <c>yield</c>. Prints <c>[a, b, c]</c>
/// in every culture.
/// </remarks>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly struct ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[]? _items;

    internal ValueList(T[] items) => _items = items;

    /// <summary>Gets the number of items.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>Gets whether the list has no items.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Gets the item at a position.</summary>
    /// <param name="index">The position, from zero.</param>
    /// <value>The item.</value>
    /// <exception cref="ArgumentOutOfRangeException">There is no item at <paramref name="index"/>.</exception>
    public T this[int index] => (uint)index < (uint)Count
        ? _items![index]
        : throw new ArgumentOutOfRangeException(
            nameof(index), Invariant($"index was {index}; the list has {Count} items."));

    /// <summary>Returns the items as a span, without a copy.</summary>
    /// <returns>The items in order.</returns>
    /// <remarks>
    /// There is no implicit conversion to a span: with it, <c>string.Join(", ", list)</c> and other methods with
    /// overloads for spans and for sequences would be ambiguous.
    /// </remarks>
    public ReadOnlySpan<T> AsSpan() => _items;

    /// <summary>Enumerates the items without allocating.</summary>
    /// <returns>An enumerator that may be kept across <c>await</c> and <c>yield</c>.</returns>
    public Enumerator GetEnumerator() => new(_items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>Returns whether both lists have equal items in the same order.</summary>
    /// <param name="other">The other list.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(ValueList<T> other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ValueList<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (T item in AsSpan())
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the items in brackets: <c>[a, b, c]</c>. Items that contain commas are separated by
    /// semicolons: <c>[a, b; c, d]</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        string[] items = [.. this.Select(InvariantText.Of)];
        bool containsComma = Array.Exists(items, static item => item.Contains(", ", StringComparison.Ordinal));
        return "[" + string.Join(containsComma ? "; " : ", ", items) + "]";
    }

    /// <summary>Converts an array to a list of a copy of its items.</summary>
    /// <param name="items">The items; null is refused.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static implicit operator ValueList<T>(T[] items)
    {
        Guard.Against.Null(items);
        return ValueList.Create<T>(items);
    }

    /// <summary>Converts a list to a list of a copy of its items.</summary>
    /// <param name="items">The items; null is refused.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static implicit operator ValueList<T>(List<T> items) => items.ToValueList();

    /// <summary>Returns whether both lists have equal items in the same order.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(ValueList<T> left, ValueList<T> right) => left.Equals(right);

    /// <summary>Returns whether the lists differ in an item or in the order.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns><see langword="true"/> if they differ.</returns>
    public static bool operator !=(ValueList<T> left, ValueList<T> right) => !left.Equals(right);

    /// <summary>Enumerates the items of a list without allocating.</summary>
    public struct Enumerator : IEnumerator<T>
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items)
        {
            _items = items;
            _index = -1;
        }

        /// <summary>Gets the item at the position of the enumerator.</summary>
        public readonly T Current => _items[_index];

        readonly object? IEnumerator.Current => Current;

        /// <summary>Moves to the next item.</summary>
        /// <returns><see langword="true"/> if there is a next item.</returns>
        public bool MoveNext() => ++_index < _items.Length;

        void IEnumerator.Reset() => _index = -1;

        readonly void IDisposable.Dispose()
        {
        }
    }
}
