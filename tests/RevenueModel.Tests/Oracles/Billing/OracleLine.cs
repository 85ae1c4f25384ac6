using RevenueModel.Billing;
using RevenueModel.Tests.Numerics;

namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>A line in two columns: exact, and in whole minor units.</summary>
internal sealed record OracleLine(InvoiceLineKind Kind, string Item, ExactFraction Exact, decimal Amount);
