using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The amounts that credit notes of an invoice can give back, line by line and in total.</summary>
internal static class CreditLimits
{
    public static bool IsTaxed(InvoiceLine line) => line.Kind is not (InvoiceLineKind.Tax or InvoiceLineKind.Payment);

    /// <summary>Returns what the invoice bills for each line and no earlier credit note credits.</summary>
    public static decimal[] LeftOf(Invoice invoice, ReadOnlySpan<CreditNote> prior)
    {
        Guard.Against.Null(invoice);
        decimal[] left = BilledLines.ChargedBy(invoice);
        foreach (CreditNote note in prior)
        {
            if (Guard.Against.Null(note, nameof(prior)).Invoice != invoice)
            {
                throw new ArgumentException($"prior had \"{note}\"; credit notes of \"{invoice}\" are "
                    + "expected.", nameof(prior));
            }

            for (int i = 0; i < left.Length; i++)
            {
                left[i] -= note.Credited[i];
            }
        }

        return left;
    }

    /// <summary>Allocates an amount to the lines by largest remainder: first by period, so that prepaid credits and
    /// earlier invoices of a period reduce its own lines.</summary>
    public static decimal[] Allocated(Invoice invoice, decimal amount, decimal[] left)
    {
        RoundingPolicy rounding = invoice.Currency.Rounding;
        DateSpan[] periods = [.. invoice.Lines.Select(static line => line.Period).Distinct()];
        decimal[] rests = [.. periods.Select(period => Math.Max(SumOf(invoice, left, period), 0m))];
        ReadOnlySpan<decimal> parts = AllocationCalculator.ByLargestRemainder(amount, rests, rounding).AsSpan();
        var credited = new decimal[left.Length];
        for (int period = 0; period < periods.Length; period++)
        {
            if (parts[period] == 0m)
            {
                continue;
            }

            decimal[] weights =
            [
                .. left.Select((of, i) => IsTaxed(invoice.Lines[i]) && invoice.Lines[i].Period == periods[period]
                    ? Math.Max(of, 0m)
                    : 0m),
            ];
            ReadOnlySpan<decimal> amounts =
                AllocationCalculator.ByLargestRemainder(parts[period], weights, rounding).AsSpan();
            for (int i = 0; i < credited.Length; i++)
            {
                credited[i] += amounts[i];
            }
        }

        return credited;
    }

    /// <summary>Returns the sum of the amounts without tax, of one period or of the whole invoice.</summary>
    public static decimal SumOf(Invoice invoice, decimal[] amounts, DateSpan? period)
    {
        decimal sum = 0m;
        for (int i = 0; i < amounts.Length; i++)
        {
            InvoiceLine line = invoice.Lines[i];
            sum += IsTaxed(line) && (period is null || line.Period == period) ? amounts[i] : 0m;
        }

        return sum;
    }

    /// <summary>Throws if the sum exceeds what is left of the invoice or of one of its periods. Amounts that prepaid
    /// credits or earlier invoices covered were not paid on this invoice.</summary>
    public static void RequireWithinInvoice(Invoice invoice, decimal[] credited, decimal[] left, string parameterName)
    {
        foreach (DateSpan period in invoice.Lines.Select(static line => line.Period).Distinct())
        {
            Require(period, Invariant($"for {period}"));
        }

        Require(period: null, "of the invoice");

        void Require(DateSpan? period, string what)
        {
            decimal rest = SumOf(invoice, left, period);
            decimal now = SumOf(invoice, credited, period);
            if (now < Math.Min(rest, 0m) || now > Math.Max(rest, 0m))
            {
                throw DomainGuards.OutOfRange(
                    parameterName, now, Invariant($"a sum between 0 and {rest}, what is left {what} without tax ")
                        + "(lines with the opposite sign can be credited along),");
            }
        }
    }
}
