using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>Weights that an amount can be split by: zero or more, at least one above zero, of very different sizes and
/// numbers of digits.</summary>
public sealed record Weights(ValueList<decimal> Values)
{
    public ReadOnlySpan<decimal> Span => Values.AsSpan();

    public int Count => Values.Count;
}
