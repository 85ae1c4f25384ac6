using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A percentage price and the amounts of transactions, zero among them.</summary>
public sealed record PricingTransactions(PercentagePrice Price, ValueList<decimal> Amounts);
