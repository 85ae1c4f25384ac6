using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// A period of whole months for proration: a month, a quarter or a year that starts on any day of a month.
/// </summary>
public readonly record struct WholeMonths(DateSpan Span)
{
    public static implicit operator DateSpan(WholeMonths months) => months.Span;
}
