using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>The heads at the start and the end of a span, and those who started and left in it.</summary>
/// <param name="Span">The span.</param>
/// <param name="Opening">The number of heads before its first day.</param>
/// <param name="Started">The number of heads who started in it: gross hires.</param>
/// <param name="Left">The number of heads who left in it, also of those who started in it.</param>
/// <remarks>Immutable; equal by value. The default value has no heads.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct HeadBridge(DateSpan Span, int Opening, int Started, int Left)
{
    /// <summary>Gets the heads after the last day.</summary>
    public int Closing => Opening + Started - Left;

    /// <summary>Gets the net hires: those who started less those who left.</summary>
    public int NetHires => Started - Left;

    /// <summary>Returns the counts.</summary>
    public override string ToString() =>
        Invariant($"{Opening:#,0} heads, {Started:#,0} started, {Left:#,0} left, {Closing:#,0} in the end");
}
