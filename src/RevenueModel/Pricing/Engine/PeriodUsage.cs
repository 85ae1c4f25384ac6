using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>What was used in a period: a quantity for each meter of a plan, and the transactions where they are
/// known.</summary>
internal readonly ref struct PeriodUsage(ReadOnlySpan<decimal> quantities, ReadOnlySpan<ValueList<decimal>> transactions)
{
    public ReadOnlySpan<decimal> Quantities { get; } = quantities;

    /// <summary>The transactions of each meter, or nothing where only quantities are known.</summary>
    public ReadOnlySpan<ValueList<decimal>> Transactions { get; } = transactions;
}
