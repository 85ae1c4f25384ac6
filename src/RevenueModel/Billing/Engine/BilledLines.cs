using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The amounts that invoices of a period billed, by kind, item and tier of their lines.</summary>
/// <remarks>The lines of an invoice state the whole period so far. The amount that the invoice itself bills for a line
/// is the difference to the amount billed by earlier invoices of the period.</remarks>
internal static class BilledLines
{
    /// <summary>Returns the amounts of lines of one period, without tax.</summary>
    public static ValueList<BilledLine> Of(IReadOnlyList<InvoiceLine> lines)
    {
        List<BilledLine> billed = [];
        foreach (InvoiceLine line in lines)
        {
            if (IsStated(line))
            {
                Add(billed, KeyOf(line), line.Amount);
            }
        }

        return Listed(billed);
    }

    /// <summary>Returns the amounts that are left after one of the invoices is voided.</summary>
    public static ValueList<BilledLine> Without(ValueList<BilledLine> billed, Invoice invoice)
    {
        List<BilledLine> left = [.. billed];
        foreach (BilledLine line in Of(invoice.Lines))
        {
            Add(left, line, -line.Amount);
        }

        foreach (BilledLine line in EarlierOf(invoice)?.Billed ?? [])
        {
            Add(left, line, line.Amount);
        }

        return Listed(left);
    }

    /// <summary>Returns the amount that an invoice itself bills by each of its lines, without tax. The amounts sum to
    /// its subtotal less the payments after tax.</summary>
    /// <remarks>Amounts of earlier invoices are deducted from the first lines of the same kind, item and tier. The
    /// line that deducts earlier invoices keeps the remainder: what was billed earlier for lines that are lower or
    /// missing now, or whose lines are not known.</remarks>
    public static decimal[] ChargedBy(Invoice invoice)
    {
        ValueList<InvoiceLine> lines = invoice.Lines;
        var charged = new decimal[lines.Count];
        for (int i = 0; i < charged.Length; i++)
        {
            charged[i] = lines[i].Kind == InvoiceLineKind.Tax ? 0m : lines[i].Amount;
        }

        int deduction = EarlierOf(invoice) is null ? -1 : IndexOfDeduction(invoice);
        if (deduction < 0)
        {
            return charged;
        }

        foreach (BilledLine earlier in EarlierOf(invoice)!.Billed)
        {
            decimal left = earlier.Amount;
            for (int i = 0; i < charged.Length && left != 0m; i++)
            {
                if (lines[i].Period == invoice.Period.Span && IsStated(lines[i]) && IsSame(KeyOf(lines[i]), earlier))
                {
                    decimal part = Math.Sign(charged[i]) != Math.Sign(left) ? 0m
                        : Math.Abs(left) < Math.Abs(charged[i]) ? left
                        : charged[i];
                    charged[i] -= part;
                    charged[deduction] += part;
                    left -= part;
                }
            }
        }

        return charged;
    }

    // An adjustment states differences, and not the period so far.
    private static OpenPeriod? EarlierOf(Invoice invoice) =>
        invoice.Kind != InvoiceKind.Adjustment
        && invoice.OpeningAccount.Open is { } open
        && open.Period == invoice.Period.Span
            ? open
            : null;

    private static int IndexOfDeduction(Invoice invoice)
    {
        for (int i = 0; i < invoice.Lines.Count; i++)
        {
            InvoiceLine line = invoice.Lines[i];
            if (line.Kind == InvoiceLineKind.PreviouslyBilled && line.Period == invoice.Period.Span)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsStated(InvoiceLine line) =>
        line.Kind is not (InvoiceLineKind.PreviouslyBilled or InvoiceLineKind.Tax or InvoiceLineKind.Payment);

    private static BilledLine KeyOf(InvoiceLine line) => new(line.Kind, line.Item, line.Step?.Part?.From, 0m);

    private static bool IsSame(BilledLine one, BilledLine other) =>
        one.Kind == other.Kind && one.Item == other.Item && one.TierStart == other.TierStart;

    private static void Add(List<BilledLine> billed, BilledLine key, decimal amount)
    {
        int index = billed.FindIndex(line => IsSame(line, key));
        if (index < 0)
        {
            billed.Add(key with { Amount = amount });
        }
        else
        {
            billed[index] = key with { Amount = billed[index].Amount + amount };
        }
    }

    private static ValueList<BilledLine> Listed(List<BilledLine> billed)
    {
        _ = billed.RemoveAll(static line => line.Amount == 0m);
        return billed.ToValueList();
    }
}
