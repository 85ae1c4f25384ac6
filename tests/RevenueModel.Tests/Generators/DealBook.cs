using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A sales process and its deals, from none to many.</summary>
public sealed record DealBook(SalesProcess Process, ValueList<Opportunity> Deals)
{
    public ReadOnlySpan<Opportunity> Span => Deals.AsSpan();
}
