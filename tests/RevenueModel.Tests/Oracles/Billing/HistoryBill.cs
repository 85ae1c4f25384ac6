using RevenueModel.Primitives;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>
/// The expected total of a period, independent of the number of invoices, and the balances after it.
/// </summary>
internal sealed record HistoryBill
{
    public required DateSpan Span { get; init; }

    public required decimal Spend { get; init; }

    public required ExactFraction ExactSpend { get; init; }

    public required decimal Subtotal { get; init; }

    public required decimal Tax { get; init; }

    public required decimal Paid { get; init; }

    public decimal Total => Subtotal + Tax - Paid;

    /// <summary>Gets what is drawn from each credit from which something is.</summary>
    public required IReadOnlyDictionary<string, decimal> Draws { get; init; }

    public required OracleClose Close { get; init; }

    /// <summary>Gets the units that are carried, by charge, zero left out.</summary>
    public required IReadOnlyDictionary<string, ExactFraction> Carried { get; init; }

    public required ExactFraction SpentInYear { get; init; }
}
