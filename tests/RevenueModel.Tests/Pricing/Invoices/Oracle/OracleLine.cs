using RevenueModel.Pricing.Invoices;
using RevenueModel.Tests.Primitives;

namespace RevenueModel.Tests.Pricing.Invoices.Oracle;

/// <summary>A line in two columns: exact, and in whole minor units.</summary>
internal sealed record OracleLine(InvoiceLineKind Kind, string Item, ExactFraction Exact, decimal Amount);
