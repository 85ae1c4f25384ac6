using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A sales process and deals whose stages it has, none of them or many.</summary>
public sealed record DealBook(SalesProcess Process, ValueList<Opportunity> Deals)
{
    public ReadOnlySpan<Opportunity> Span => Deals.AsSpan();
}
