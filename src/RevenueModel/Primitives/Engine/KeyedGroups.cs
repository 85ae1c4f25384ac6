using System.Runtime.InteropServices;

namespace RevenueModel.Primitives;

/// <summary>Collects values by a key that may be null, and returns them in the order of the keys.</summary>
internal sealed class KeyedGroups<TKey, TValue>
{
    private readonly Dictionary<ValueTuple<TKey>, TValue> _groups = [];

    /// <summary>Gets a reference to the value of a group; the default value if the group is new.</summary>
    public ref TValue? this[TKey key] =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(_groups, ValueTuple.Create(key), out _);

    /// <summary>Returns a line for each group; the group without a key is last.</summary>
    public ValueList<Keyed<TKey, TResult>> InOrder<TResult>(
        Func<TValue, TResult> result, IComparer<TKey>? order = null)
    {
        order ??= Comparer<TKey>.Default;
        ValueTuple<TKey>[] keys = [.. _groups.Keys];
        Array.Sort(keys, (x, y) => (x.Item1, y.Item1) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            _ => order.Compare(x.Item1, y.Item1),
        });

        return ValueList.Own(Array.ConvertAll(
            keys, key => new Keyed<TKey, TResult>(key.Item1, result(_groups[key]))));
    }
}
