using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>Creates exceptions that name a deal.</summary>
internal static class OpportunityGuards
{
    /// <summary>Returns a deal of a collection; null is rejected.</summary>
    /// <param name="opportunities">The deals.</param>
    /// <param name="index">The position, from zero.</param>
    /// <exception cref="ArgumentNullException">The deal is null.</exception>
    public static Opportunity Item(ReadOnlySpan<Opportunity> opportunities, int index) =>
        opportunities[index] ?? throw NullItem(index, nameof(opportunities));

    /// <summary>Creates the exception for a deal whose amount takes a sum out of the range of a decimal.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <param name="overflow">The overflow.</param>
    /// <param name="name">The name of the caller's parameter.</param>
    public static ArgumentException Overflow(
        Opportunity opportunity, OverflowException overflow, string name = "opportunities") =>
        DomainGuards.Overflow(
            Invariant($"Opportunity {opportunity.Id}, or the sum of amounts up to it,"), name, overflow);

    private static ArgumentNullException NullItem(int index, string name) =>
        new(name, Invariant($"{name} had null at position {index}; a deal is expected."));
}
