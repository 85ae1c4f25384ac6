using RevenueModel.Billing;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>The expected figures of an invoice.</summary>
internal sealed record OracleInvoice
{
    public required IReadOnlyList<OracleLine> Lines { get; init; }

    public required decimal Spend { get; init; }

    public required ExactFraction ExactSpend { get; init; }

    public required decimal Subtotal { get; init; }

    public required decimal Tax { get; init; }

    public required decimal Total { get; init; }

    public required IReadOnlyList<PrepaidDraw> Draws { get; init; }

    public OracleClose? Close { get; init; }

    public required OracleAccount Next { get; init; }
}
