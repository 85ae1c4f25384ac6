namespace RevenueModel.Tests.Oracles.Billing;

/// <summary>The amounts that earlier invoices of a period billed.</summary>
/// <param name="Invoices">Their number.</param>
/// <param name="Taxable">Their sum without tax.</param>
/// <param name="Tax">Their tax.</param>
internal sealed record OracleOpenPeriod(int Invoices, decimal Taxable, decimal Tax);
