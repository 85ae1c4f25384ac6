using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>An account and the periods that follow.</summary>
public sealed record InvoiceBook(BillingAccount Account, ValueList<InvoiceReading> Periods)
{
    /// <summary>The invoices in order, those in between included, each from the account that the period before left.</summary>
    public IEnumerable<Invoice> Invoices() => ByPeriod().SelectMany(invoices => invoices);

    /// <summary>The invoices of each period: those in between, and the final one.</summary>
    public IEnumerable<Invoice[]> ByPeriod()
    {
        BillingAccount account = Account;
        foreach (InvoiceReading reading in Periods.AsEnumerable())
        {
            var invoices = new List<Invoice>();
            for (int i = 0; i < reading.Readings.Count; i++)
            {
                bool isLast = i == reading.Readings.Count - 1;
                BillingPeriod period = isLast ? reading.Period : reading.Period.InProgress();
                invoices.Add(InvoiceCalculator.Next(account, period, reading.Readings[i], [.. invoices]));
            }

            account = invoices[^1].ClosingAccount;
            yield return [.. invoices];
        }
    }

    /// <summary>All of it, so that a failure can be repeated.</summary>
    public override string ToString()
    {
        PricePlan? next = Account.Plan.Protection?.MoveUpTo;
        IEnumerable<string> credits = Account.Credits.Select(credit => $"{credit} p{credit.Priority} {credit.Usable}");
        return FormattableString.Invariant($"{Account}, tax {Account.TaxRate}, credits {string.Join("; ", credits)}\n")
            + string.Join('\n', Account.Plan, next, next?.Protection?.MoveUpTo)
            + '\n' + string.Join('\n', Periods);
    }
}
