using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>An account and its next periods.</summary>
public sealed record InvoiceBook(BillingAccount Account, ValueList<InvoiceReading> Periods)
{
    /// <summary>
    /// The invoices in order, including interim ones, each from the closing account of the previous one.
    /// </summary>
    public IEnumerable<Invoice> Invoices() => ByPeriod().SelectMany(invoices => invoices);

    /// <summary>The invoices of each period: interim ones, and the final one.</summary>
    public IEnumerable<Invoice[]> ByPeriod()
    {
        BillingAccount account = Account;
        foreach (InvoiceReading reading in Periods.AsEnumerable())
        {
            var invoices = new List<Invoice>();
            foreach (UsageReading one in reading.Readings.AsEnumerable())
            {
                bool isLast = invoices.Count == reading.Readings.Count - 1;
                invoices.Add(isLast
                    ? InvoiceCalculator.Next(account, account.NextPeriod(), one.Usage)
                    : InvoiceCalculator.Interim(account, one.Through, one.Usage));
                account = invoices[^1].ClosingAccount;
            }

            yield return [.. invoices];
        }
    }

    /// <summary>Returns the whole content, so that a failure can be reproduced.</summary>
    public override string ToString()
    {
        PricePlan? next = Account.Plan.Protection?.MoveUpTo;
        IEnumerable<string> credits = Account.Credits.Select(credit => $"{credit} p{credit.Priority} {credit.Usable}");
        return FormattableString.Invariant(
            $"{Account}, {Account.ContractEnd}, billed through {Account.BilledThrough}\n")
            + FormattableString.Invariant($"{Account.Cycle}, {Account.Rounding}, tax {Account.TaxRate}\n")
            + $"credits {string.Join("; ", credits)}\n"
            + string.Join('\n', Account.Plan, next, next?.Protection?.MoveUpTo)
            + '\n' + string.Join('\n', Periods);
    }
}
