using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Refunds the amounts billed for a period in progress that no longer has a day in the contract.</summary>
internal sealed class OpenReversal
{
    private OpenReversal(InvoiceSection section, ValueList<InvoiceLine> lines)
    {
        Section = section;
        Lines = lines;
    }

    public InvoiceSection Section { get; }

    public ValueList<InvoiceLine> Lines { get; }

    public static OpenReversal Of(BillingAccount account, OpenPeriod open)
    {
        List<InvoiceLine> lines = [];
        Add(InvoiceLineKind.PreviouslyBilled, account.Plan.Name, -open.Subtotal, new InvoiceLineBasis
        {
            Invoices = open.Invoices - open.Voided.Count,
        });
        Add(InvoiceLineKind.Tax, "tax", -open.Tax, new InvoiceLineBasis
        {
            Rate = account.TaxRate,
            Of = 0m,
            Previously = open.Tax,
        });
        decimal paid = 0m;
        foreach (Keyed<string, decimal> payment in open.Payments)
        {
            Add(InvoiceLineKind.Payment, payment.Key, payment.Value, new InvoiceLineBasis { Stated = -payment.Value });
            paid -= payment.Value;
        }

        var section = new InvoiceSection
        {
            Period = new BillingPeriod
            {
                Span = open.Period,
                Service = open.Period,
                Through = open.Through,
                IsOver = true,
            },
            Number = open.Invoices + 1,
            Spend = 0m,
            UnroundedSpend = 0m,
            PreviouslyBilled = open.Subtotal,
            Subtotal = -open.Subtotal,
            PreviousTax = open.Tax,
            Tax = -open.Tax,
            Paid = paid,
        };
        return new OpenReversal(section, lines.ToValueList());

        void Add(InvoiceLineKind kind, string item, decimal amount, InvoiceLineBasis basis)
        {
            if (amount != 0m)
            {
                lines.Add(new InvoiceLine
                {
                    Kind = kind,
                    Item = item,
                    Period = open.Period,
                    Currency = account.Currency,
                    Unrounded = amount,
                    Amount = amount,
                    Basis = basis,
                });
            }
        }
    }
}
