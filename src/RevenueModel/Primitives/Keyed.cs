
namespace RevenueModel.Primitives;

/// <summary>One line of a grouped result: the group and what was measured for it.</summary>
/// <typeparam name="TKey">What the lines are grouped by; a null key is the group of what does not say.</typeparam>
/// <typeparam name="TValue">What was measured.</typeparam>
/// <param name="Key">The group.</param>
/// <param name="Value">What was measured for the group.</param>
public readonly record struct Keyed<TKey, TValue>(TKey Key, TValue Value)
{
    /// <summary>The line in words.</summary>
    public override string ToString() =>
        (Key is null ? "(none)" : InvariantText.Of(Key)) + ": " + InvariantText.Of(Value);
}
