using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>Usage in a period: a quantity for each meter of a plan, and single transactions if they are
/// known.</summary>
internal readonly ref struct PeriodUsage(
    ReadOnlySpan<decimal> quantities, ReadOnlySpan<ValueList<decimal>> transactions)
{
    /// <summary>Gets the billed quantity of each meter; the mean if the plan smooths usage.</summary>
    public ReadOnlySpan<decimal> Quantities { get; } = quantities;

    /// <summary>Gets the transactions of each meter; empty if only quantities are known.</summary>
    public ReadOnlySpan<ValueList<decimal>> Transactions { get; } = transactions;

    /// <summary>Gets the metered quantity of each meter in the period itself; empty if it is the billed
    /// quantity.</summary>
    public ReadOnlySpan<decimal> Metered { get; init; }

    /// <summary>Gets the number of periods whose mean is billed, for each meter; empty if it is one.</summary>
    public ReadOnlySpan<int> Periods { get; init; }
}
