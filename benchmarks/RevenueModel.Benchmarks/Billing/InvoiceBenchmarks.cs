using BenchmarkDotNet.Attributes;
using NodaTime;
using RevenueModel.Benchmarks.Rivals;
using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Benchmarks.Billing;

/// <summary>
/// The invoices of a thousand customers for twelve months: a fee, five tiers, an allowance, a discount, a commitment,
/// a cap, a prepaid credit and tax. Times and allocations are per invoice.
/// </summary>
public class InvoiceBenchmarks
{
    private const int Customers = 1_000;
    private const int Months = 12;
    private const int InvoiceCount = Customers * Months;
    private const decimal Credit = 500m;
    private const decimal TaxRate = 0.08m;

    private readonly BillingAccount[] _accounts = new BillingAccount[Customers];
    private readonly MeterUsage[][][] _usages = new MeterUsage[Customers][][];
    private readonly decimal[][] _quantities = new decimal[Customers][];
    private readonly LinqBill.Plan _plan = LinqBill.PlanOf(UsageBook.Plan);

    [GlobalSetup]
    public void Setup()
    {
        for (int i = 0; i < Customers; i++)
        {
            _quantities[i] = UsageBook.Operations(i)[..Months];
            _usages[i] =
                [.. _quantities[i].Select(static quantity => new[] { MeterUsage.Of(UsageBook.Meter, quantity) })];
            _accounts[i] = new BillingAccount
            {
                Customer = "C",
                Plan = UsageBook.Plan,
                Currency = Currency.Usd,
                ContractStart = new LocalDate(2026, 1, 1),
                Credits = [new PrepaidCredit { Id = "prepaid", Balance = Credit }],
                TaxRate = TaxRate,
            };
        }

        Expect.Same(Totals(LinqWithText()), Totals(Invoices()));
    }

    /// <summary>LINQ and decimals, with a text for each line.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = InvoiceCount)]
    public LinqInvoice.Invoice[][] LinqWithText()
    {
        var invoices = new LinqInvoice.Invoice[Customers][];
        for (int i = 0; i < Customers; i++)
        {
            invoices[i] = LinqInvoice.Bill(_plan, _quantities[i], Credit, TaxRate);
        }

        return invoices;
    }

    /// <summary>The library; the text of a line is created only when it is read.</summary>
    [Benchmark(OperationsPerInvoke = InvoiceCount)]
    public ValueList<Invoice>[] Invoices()
    {
        var invoices = new ValueList<Invoice>[Customers];
        for (int i = 0; i < Customers; i++)
        {
            invoices[i] = InvoiceCalculator.Run(_accounts[i], _usages[i]);
        }

        return invoices;
    }

    /// <summary>The same, with the text of every line.</summary>
    [Benchmark(OperationsPerInvoke = InvoiceCount)]
    public int InvoicesWithText()
    {
        int length = 0;
        foreach (ValueList<Invoice> invoices in Invoices())
        {
            foreach (Invoice invoice in invoices)
            {
                foreach (InvoiceLine line in invoice.Lines)
                {
                    length += line.Explanation.Length;
                }
            }
        }

        return length;
    }

    private static decimal[] Totals(IEnumerable<LinqInvoice.Invoice[]> all) =>
        [.. all.SelectMany(static invoices => invoices).Select(static invoice => invoice.Total)];

    private static decimal[] Totals(IEnumerable<ValueList<Invoice>> all) =>
        [.. all.SelectMany(static invoices => invoices.AsEnumerable()).Select(static invoice => invoice.Total)];
}
