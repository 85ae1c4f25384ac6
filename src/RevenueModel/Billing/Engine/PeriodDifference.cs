using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The difference between a recomputed period and its invoice with earlier adjustments, line by line. Lines
/// are matched by their kind, item and tier.</summary>
internal sealed class PeriodDifference
{
    private readonly BillingAccount _account;
    private readonly Invoice _final;
    private readonly IReadOnlyList<Invoice> _adjustments;
    private readonly PeriodInvoice _anew;
    private readonly List<InvoiceLine> _lines = [];

    public PeriodDifference(
        BillingAccount account,
        Invoice final,
        IReadOnlyList<Invoice> adjustments,
        ReadOnlySpan<CreditNote> voids,
        PeriodInvoice anew)
    {
        _account = account;
        _final = final;
        _adjustments = adjustments;
        _anew = anew;
        Section = Compute(voids);
    }

    /// <summary>Gets the lines that differ.</summary>
    public IReadOnlyList<InvoiceLine> Lines => _lines;

    /// <summary>Gets the totals of the difference.</summary>
    public InvoiceSection Section { get; }

    /// <summary>Gets whether anything differs.</summary>
    public bool IsStated => _lines.Count > 0;

    private DateSpan Period => _final.Period.Span;

    private static LineKey KeyOf(InvoiceLine line) => new(line.Kind, line.Item, line.Step?.Part?.From);

    private static bool IsSpend(InvoiceLine line) =>
        line.Kind is not (InvoiceLineKind.PreviouslyBilled or InvoiceLineKind.Tax or InvoiceLineKind.Payment);

    private InvoiceSection Compute(ReadOnlySpan<CreditNote> voids)
    {
        InvoiceSection stated = LastStated();
        InvoiceSection anew = _anew.Section;
        AddDifferences();
        decimal voided = 0m;
        decimal voidedTax = 0m;
        foreach (CreditNote note in voids)
        {
            voided -= note.Subtotal;
            voidedTax -= note.Tax;
            Add(Line(InvoiceLineKind.PreviouslyBilled, note.Invoice.Plan, -note.Subtotal) with
            {
                Basis = new InvoiceLineBasis { Invoices = 1 },
            });
        }

        decimal billed = stated.PreviouslyBilled + stated.Subtotal - voided;
        decimal taxed = stated.PreviousTax + stated.Tax - voidedTax;
        decimal tax = anew.Tax - taxed;
        if (tax != 0m)
        {
            Add(Line(InvoiceLineKind.Tax, "tax", tax) with
            {
                Basis = new InvoiceLineBasis { Rate = _account.TaxRate, Of = anew.Subtotal, Previously = taxed },
            });
        }

        return anew with
        {
            Number = stated.Number + 1,
            PreviouslyBilled = billed,
            Subtotal = anew.Subtotal - billed,
            PreviousTax = taxed,
            Tax = tax,
            Paid = AddPayments(stated, voids),
        };
    }

    // Spend and prepaid lines, by key: the recomputed amount less the stated amount.
    private void AddDifferences()
    {
        Dictionary<LineKey, decimal> stated = [];
        foreach (InvoiceLine line in _final.Lines.Concat(_adjustments.SelectMany(static invoice => invoice.Lines)))
        {
            if (line.Period == Period && IsSpend(line))
            {
                stated[KeyOf(line)] = stated.GetValueOrDefault(KeyOf(line)) + line.Amount;
            }
        }

        foreach (IGrouping<LineKey, InvoiceLine> lines in _anew.Lines.Where(IsSpend).GroupBy(KeyOf))
        {
            decimal before = stated.GetValueOrDefault(lines.Key);
            _ = stated.Remove(lines.Key);
            AddDifference(lines.First(), before, lines.Sum(static line => line.Amount));
        }

        foreach ((LineKey key, decimal before) in stated)
        {
            AddDifference(Line(key.Kind, key.Item, 0m), before, 0m);
        }
    }

    private void AddDifference(InvoiceLine line, decimal before, decimal now)
    {
        if (now != before)
        {
            Add(line with { Amount = now - before, Unrounded = now - before, Basis = StatedIn(line, before) });
        }
    }

    private static InvoiceLineBasis StatedIn(InvoiceLine line, decimal amount) =>
        (line.Basis ?? new InvoiceLineBasis()) with { Stated = amount };

    private decimal AddPayments(InvoiceSection stated, ReadOnlySpan<CreditNote> voids)
    {
        decimal paid = 0m;
        foreach (PrepaidCredit credit in _anew.OpeningCredits)
        {
            decimal before = DrawnBy(stated, credit) - ReturnedBy(voids, credit);
            decimal difference = DrawnBy(_anew.Section, credit) - before;
            if (credit.Use == PrepaidUse.AfterTax && difference != 0m)
            {
                Add(Line(InvoiceLineKind.Payment, credit.Id, -difference) with
                {
                    Basis = new InvoiceLineBasis { Stated = -before },
                });
                paid += difference;
            }
        }

        return paid;
    }

    // A void returns the payment to the credit; the adjustment draws it again.
    private static decimal ReturnedBy(ReadOnlySpan<CreditNote> voids, PrepaidCredit credit)
    {
        decimal returned = 0m;
        foreach (CreditNote note in voids)
        {
            foreach (InvoiceLine line in note.Lines)
            {
                bool isOwn = line.Kind == InvoiceLineKind.Payment && NameLookup.Same(line.Item, credit.Id);
                returned += isOwn ? line.Amount : 0m;
            }
        }

        return returned;
    }

    private static decimal DrawnBy(InvoiceSection section, PrepaidCredit credit) =>
        section.Draws.Where(draw => NameLookup.Same(draw.Credit, credit.Id)).Sum(static draw => draw.Amount);

    private InvoiceSection LastStated()
    {
        InvoiceSection stated = _final.Sections[0];
        foreach (Invoice adjustment in _adjustments)
        {
            foreach (InvoiceSection section in adjustment.Sections)
            {
                stated = section.Period.Span == Period ? section : stated;
            }
        }

        return stated;
    }

    private void Add(InvoiceLine line) => _lines.Add(line);

    private InvoiceLine Line(InvoiceLineKind kind, string item, decimal amount) => new()
    {
        Kind = kind,
        Item = item,
        Period = Period,
        Currency = _account.Currency,
        Unrounded = amount,
        Amount = amount,
    };

    private readonly record struct LineKey(InvoiceLineKind Kind, string Item, decimal? TierStart);
}
