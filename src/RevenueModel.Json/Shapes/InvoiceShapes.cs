using RevenueModel.Billing;

namespace RevenueModel.Json;

/// <summary>The JSON forms of invoices and credit notes.</summary>
internal static class InvoiceShapes
{
    /// <summary>Adds the forms to a table.</summary>
    public static void AddTo(ShapeTable shapes)
    {
        shapes.Add<BillingPeriod>(BillingPeriodForm);
        shapes.Add<CreditNote>(CreditNoteForm);
        shapes.Add<Invoice>(InvoiceForm);
        shapes.Add<InvoiceLine>(InvoiceLineForm);
        shapes.Add<InvoiceLineBasis>(InvoiceLineBasisForm);
        shapes.Add<InvoiceSection>(InvoiceSectionForm);
        shapes.AddValue<LineCredit>(LineCreditForm);
        shapes.Add(new UnionShape<BillingCorrection>(
            nameof(BillingCorrection),
            Correction(shapes, "usage", static x => x.Period is not null, static record =>
            {
                record.Kind("usage");
                var period = record.Required("period", static x => x.Period.GetValueOrDefault());
                var usage = record.Required("usage", static x => x.Usage);
                return values => BillingCorrection.OfUsage(values.Get(period), values.Get(usage).AsSpan());
            }),
            Correction(shapes, "planChange", static x => x.PlanChange is not null, static record =>
            {
                record.Kind("planChange");
                var change = record.Required("planChange", static x => x.PlanChange!);
                return values => BillingCorrection.OfPlanChange(values.Get(change));
            }),
            Correction(shapes, "credit", static x => x.Credit is not null, static record =>
            {
                record.Kind("credit");
                var credit = record.Required("credit", static x => x.Credit!);
                return values => BillingCorrection.OfCredit(values.Get(credit));
            }),
            Correction(shapes, "contractEnd", static x => x.ContractEnd is not null, static record =>
            {
                record.Kind("contractEnd");
                var end = record.Required("contractEnd", static x => x.ContractEnd!);
                return values => BillingCorrection.OfContractEnd(values.Get(end));
            }),
            Correction(shapes, "void", static x => x.Void is not null, static record =>
            {
                record.Kind("void");
                var note = record.Required("void", static x => x.Void!);
                return values => BillingCorrection.OfVoid(values.Get(note));
            })));
    }

    private static Func<Values<BillingPeriod>, BillingPeriod> BillingPeriodForm(RecordBuilder<BillingPeriod> record)
    {
        var span = record.Required("span", static x => x.Span);
        var service = record.Required("service", static x => x.Service);
        var through = record.Required("through", static x => x.Through);
        var isOver = record.Required("isOver", static x => x.IsOver);
        return values => new BillingPeriod
        {
            Span = values.Get(span),
            Service = values.Get(service),
            Through = values.Get(through),
            IsOver = values.Get(isOver),
        };
    }

    private static Func<Values<CreditNote>, CreditNote> CreditNoteForm(RecordBuilder<CreditNote> record)
    {
        var invoice = record.Required("invoice", static x => x.Invoice);
        var reason = record.Required("reason", static x => x.Reason);
        var lines = record.Required("lines", static x => x.Lines);
        var credited = record.Required("credited", static x => x.Credited);
        var subtotal = record.Required("subtotal", static x => x.Subtotal);
        var tax = record.Required("tax", static x => x.Tax);
        var unpaid = record.Optional("unpaid", static x => x.Unpaid);
        var closingAccount = record.Optional("closingAccount", static x => x.ClosingAccount);
        return values => new CreditNote
        {
            Invoice = values.Get(invoice),
            Reason = values.Get(reason),
            Lines = values.Get(lines),
            Credited = values.Get(credited),
            Subtotal = values.Get(subtotal),
            Tax = values.Get(tax),
            Unpaid = values.Get(unpaid),
            ClosingAccount = values.Get(closingAccount),
        };
    }

    private static Func<Values<Invoice>, Invoice> InvoiceForm(RecordBuilder<Invoice> record)
    {
        var customer = record.Required("customer", static x => x.Customer);
        var plan = record.Required("plan", static x => x.Plan);
        var currency = record.Required("currency", static x => x.Currency);
        var kind = record.Required("kind", static x => x.Kind);
        var sections = record.Required("sections", static x => x.Sections);
        var lines = record.Required("lines", static x => x.Lines);
        var corrections = record.Optional("corrections", static x => x.Corrections);
        var openingAccount = record.Required("openingAccount", static x => x.OpeningAccount);
        var closingAccount = record.Required("closingAccount", static x => x.ClosingAccount);
        var prepaidClose = record.Optional("prepaidClose", static x => x.PrepaidClose);
        return values => values.Get(sections).IsEmpty
            ? throw values.Refused("was empty; at least one section is expected", sections)
            : new Invoice
            {
                Customer = values.Get(customer),
                Plan = values.Get(plan),
                Currency = values.Get(currency),
                Kind = values.Get(kind),
                Sections = values.Get(sections),
                Lines = values.Get(lines),
                Corrections = values.Get(corrections),
                OpeningAccount = values.Get(openingAccount),
                ClosingAccount = values.Get(closingAccount),
                PrepaidClose = values.Get(prepaidClose),
            };
    }

    private static Func<Values<InvoiceLine>, InvoiceLine> InvoiceLineForm(RecordBuilder<InvoiceLine> record)
    {
        var kind = record.Required("kind", static x => x.Kind);
        var item = record.Required("item", static x => x.Item);
        var period = record.Required("period", static x => x.Period);
        var currency = record.Required("currency", static x => x.Currency);
        var unrounded = record.Required("unrounded", static x => x.Unrounded);
        var amount = record.Required("amount", static x => x.Amount);
        var step = record.Optional("step", static x => x.Step);
        var basis = record.Optional("basis", static x => x.Basis);
        return values =>
        {
            if (values.Get(step) is null
                && values.Get(kind) is (InvoiceLineKind.PreviouslyBilled or InvoiceLineKind.Tax
                    or InvoiceLineKind.Rounding))
            {
                values.Require("for this kind", basis);
            }

            return new InvoiceLine
            {
                Kind = values.Get(kind),
                Item = values.Get(item),
                Period = values.Get(period),
                Currency = values.Get(currency),
                Unrounded = values.Get(unrounded),
                Amount = values.Get(amount),
                Step = values.Get(step),
                Basis = values.Get(basis),
            };
        };
    }

    private static Func<Values<InvoiceLineBasis>, InvoiceLineBasis> InvoiceLineBasisForm(
        RecordBuilder<InvoiceLineBasis> record)
    {
        var rate = record.Optional("rate", static x => x.Rate);
        var of = record.Optional("of", static x => x.Of);
        var previously = record.Optional("previously", static x => x.Previously);
        var balance = record.Optional("balance", static x => x.Balance);
        var invoices = record.Optional("invoices", static x => x.Invoices);
        var stated = record.Optional("stated", static x => x.Stated);
        return values => new InvoiceLineBasis
        {
            Rate = values.Get(rate),
            Of = values.Get(of),
            Previously = values.Get(previously),
            Balance = values.Get(balance),
            Invoices = values.Get(invoices),
            Stated = values.Get(stated),
        };
    }

    private static Func<Values<InvoiceSection>, InvoiceSection> InvoiceSectionForm(
        RecordBuilder<InvoiceSection> record)
    {
        var period = record.Required("period", static x => x.Period);
        var number = record.Required("number", static x => x.Number);
        var spend = record.Required("spend", static x => x.Spend);
        var unroundedSpend = record.Required("unroundedSpend", static x => x.UnroundedSpend);
        var previouslyBilled = record.Optional("previouslyBilled", static x => x.PreviouslyBilled);
        var subtotal = record.Required("subtotal", static x => x.Subtotal);
        var tax = record.Optional("tax", static x => x.Tax);
        var previousTax = record.Optional("previousTax", static x => x.PreviousTax);
        var paid = record.Optional("paid", static x => x.Paid);
        var draws = record.Optional("draws", static x => x.Draws);
        var usage = record.Optional("usage", static x => x.Usage);
        var lapsed = record.Optional("lapsed", static x => x.Lapsed);
        return values => new InvoiceSection
        {
            Period = values.Get(period),
            Number = values.Get(number),
            Spend = values.Get(spend),
            UnroundedSpend = values.Get(unroundedSpend),
            PreviouslyBilled = values.Get(previouslyBilled),
            Subtotal = values.Get(subtotal),
            Tax = values.Get(tax),
            PreviousTax = values.Get(previousTax),
            Paid = values.Get(paid),
            Draws = values.Get(draws),
            Usage = values.Get(usage),
            Lapsed = values.Get(lapsed),
        };
    }

    private static Func<Values<LineCredit>, LineCredit> LineCreditForm(RecordBuilder<LineCredit> record)
    {
        var line = record.Required("line", static x => x.Line);
        var amount = record.Required("amount", static x => x.Amount);
        return values => new LineCredit(values.Get(line), values.Get(amount));
    }

    private static Case<BillingCorrection> Correction(
        ShapeTable shapes,
        string kind,
        Func<BillingCorrection, bool> matches,
        Func<RecordBuilder<BillingCorrection>, Func<Values<BillingCorrection>, BillingCorrection>> build) =>
        new Case<BillingCorrection, BillingCorrection>(
            kind, new RecordShape<BillingCorrection>(shapes, "BillingCorrection." + kind, build), matches);
}
