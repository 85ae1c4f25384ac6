using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>The usage of a few customers and two plans for each that bill it.</summary>
public sealed record UsageBook(
    ValueList<UsageHistory> Histories, ValueList<PricePlan> Current, ValueList<PricePlan> Proposed)
{
    public ReadOnlySpan<UsageHistory> Span => Histories.AsSpan();

    public UsageBook Swapped => new(Histories, Proposed, Current);
}
