using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// A period of whole months, as proration takes it: a month, a quarter, a year, from any day of a month.
/// </summary>
public readonly record struct WholeMonths(DateSpan Span)
{
    public static implicit operator DateSpan(WholeMonths months) => months.Span;
}
