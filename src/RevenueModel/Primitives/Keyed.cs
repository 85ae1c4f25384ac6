using System.Text.Json.Serialization;

namespace RevenueModel.Primitives;

/// <summary>One line of a grouped result: the group and its value.</summary>
/// <typeparam name="TKey">The type of the group. A null key is the group of records without that property.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
/// <param name="Key">The group.</param>
/// <param name="Value">The value of the group.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct Keyed<TKey, TValue>(TKey Key, TValue Value)
{
    /// <summary>Returns the group and its value; a null group is <c>(none)</c>.</summary>
    public override string ToString() =>
        (Key is null ? "(none)" : InvariantText.Of(Key)) + ": " + InvariantText.Of(Value);
}
