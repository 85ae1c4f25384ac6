using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// Weights for the split of an amount: zero or more, at least one above zero, of very different magnitudes and numbers
/// of digits.
/// </summary>
public sealed record Weights(ValueList<decimal> Values)
{
    public ReadOnlySpan<decimal> Span => Values.AsSpan();

    public int Count => Values.Count;
}
