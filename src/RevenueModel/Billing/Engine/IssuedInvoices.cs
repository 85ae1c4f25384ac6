using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Issued invoices of consecutive periods, recomputed from corrected facts.</summary>
internal sealed class IssuedInvoices
{
    private readonly BillingAccount _account;
    private readonly List<Invoice> _all = [];
    private readonly List<Invoice> _finals = [];
    private readonly List<Invoice> _adjustments = [];
    private readonly List<BillingCorrection> _corrections = [];
    private readonly List<BillingCorrection> _added = [];

    private IssuedInvoices(BillingAccount account) => _account = account;

    /// <summary>Reads the issued invoices.</summary>
    /// <exception cref="ArgumentException">An invoice belongs to another customer, is missing, is duplicated or is out
    /// of order.</exception>
    public static IssuedInvoices Of(BillingAccount account, ReadOnlySpan<Invoice> issued, string parameterName)
    {
        var documents = new IssuedInvoices(account);
        foreach (Invoice invoice in issued)
        {
            documents.Add(invoice ?? throw new ArgumentNullException(parameterName), parameterName);
        }

        LocalDate? end = documents._all.Count == 0 ? null : documents._all[^1].ClosingAccount.BilledThrough;
        documents.RequireAllAdjustments(parameterName);
        return end is not null && end == account.BilledThrough
            ? documents
            : throw new ArgumentException(
                Invariant($"{parameterName} had no invoice that ends on {account.NextStart:R}, through which ")
                    + Invariant($"{account.Customer} is billed; all invoices from the first corrected period on ")
                    + "are expected.",
                parameterName);
    }

    /// <summary>Adds a correction.</summary>
    /// <exception cref="ArgumentException">The correction is for a period without an invoice, or contradicts another
    /// correction.</exception>
    public void Add(BillingCorrection correction, string parameterName)
    {
        if (!IsOfThesePeriods(correction))
        {
            throw new ArgumentException(
                Invariant($"{parameterName} had \"{correction}\"; a correction of a period of the issued invoices, ")
                    + Invariant($"from {Start:R} to {_account.BilledThrough:R}, is expected."),
                parameterName);
        }

        if (_added.Exists(other => AreOfOneSubject(other, correction)))
        {
            throw new ArgumentException(
                $"{parameterName} had \"{correction}\" after another correction of the same; one is expected.",
                parameterName);
        }

        RequireNewCredit(correction, parameterName);
        RequireUnbilledVoid(correction, parameterName);
        _added.Add(correction);
    }

    /// <summary>Recomputes the periods and returns the difference.</summary>
    public Invoice Adjust(string issuedName, string correctionsName)
    {
        List<InvoiceLine> lines = [];
        List<InvoiceSection> sections = [];
        BillingAccount current = _finals[0].OpeningAccount;
        for (int i = 0; i < _finals.Count; i++)
        {
            Invoice final = _finals[i];
            current = i == 0 ? current : Replayed(current, _finals[i - 1], final);
            current = Corrected(current, i) with { Open = Readings(final.OpeningAccount.Open) };
            PeriodInvoice anew = Anew(current, final, issuedName, correctionsName);
            var difference = new PeriodDifference(_account, final, _adjustments, VoidsOf(final), anew);
            bool isLast = i == _finals.Count - 1;
            if (difference.IsStated || IsCorrected(final) || (isLast && sections.Count == 0))
            {
                lines.AddRange(difference.Lines);
                sections.Add(difference.Section);
            }

            current = anew.ClosingAccount;
        }

        BillingAccount closing = Replayed(current, _finals[^1], next: null);
        bool isEnded = _added.Exists(static correction => correction.ContractEnd is not null);
        if (isEnded && _account.Open is { } open)
        {
            OpenReversal reversal = OpenReversal.Of(_account, open);
            lines.AddRange(reversal.Lines);
            sections.Add(reversal.Section);
        }

        return new Invoice
        {
            Customer = _account.Customer,
            Plan = closing.Plan.Name,
            Currency = _account.Currency,
            Kind = InvoiceKind.Adjustment,
            Sections = sections.ToValueList(),
            Lines = lines.ToValueList(),
            Corrections = _added.ToValueList(),
            OpeningAccount = _account,
            ClosingAccount = closing with
            {
                Open = isEnded ? null : _account.Open,
                Adjustments = _account.Adjustments + 1,
                Voided = BilledAgain(),
            },
        };
    }

    private LocalDate Start => _finals[0].Period.Service.Start;

    // Returns whether two corrections exclude each other.
    private static bool AreOfOneSubject(BillingCorrection one, BillingCorrection other) =>
        (one.Period is not null && one.Period == other.Period)
        || (one.PlanChange is not null && one.PlanChange.On == other.PlanChange?.On)
        || (one.ContractEnd is not null && other.ContractEnd is not null)
        || (one.Void is not null && one.Void == other.Void)
        || (one.Credit is not null && NameLookup.Same(one.Credit.Id, other.Credit?.Id));

    private bool IsOfThesePeriods(BillingCorrection correction)
    {
        LocalDate through = _account.BilledThrough!.Value;
        return correction switch
        {
            { Period: { } period } => _finals.Exists(invoice => invoice.Period.Span == period),
            { PlanChange: { } change } => EffectiveOn(change) >= Start && EffectiveOn(change) < through,
            { Credit: { } credit } => credit.Usable.Overlaps(DateSpan.Between(Start, through))
                && (credit.Usable.Start >= Start || Start == _account.ContractStart),
            { ContractEnd: { } end } => end.On > _finals[^1].Period.Service.Start && end.On <= through,
            _ => _finals.Exists(invoice => invoice.Period.Span == correction.Void!.Invoice.Period.Span),
        };
    }

    // A change from the next period on takes effect on the first day of that period.
    private LocalDate EffectiveOn(PricePlanChange change) => change.Convention == PlanChangeConvention.FromNextPeriod
        ? new ContractCalendar(_account).FeeStartFrom(change.On)
        : change.On;

    private void RequireAllAdjustments(string parameterName)
    {
        for (int i = 1; i <= _all.Count; i++)
        {
            int next = i < _all.Count ? _all[i].OpeningAccount.Adjustments : _account.Adjustments;
            if (next != _all[i - 1].ClosingAccount.Adjustments)
            {
                throw Refused(
                    _all[i - 1], "the adjustments that were issued after it are expected as well", parameterName);
            }
        }

        foreach (Invoice adjustment in _adjustments)
        {
            bool isOlder = adjustment.Sections.Any(section => section.Period.Service.Start < Start)
                || adjustment.Corrections.Any(correction => correction.PlanChange?.On < Start);
            if (isOlder)
            {
                throw Refused(
                    adjustment,
                    "the invoices of all periods that it adjusts, from the first one on, are expected",
                    parameterName);
            }
        }
    }

    private void RequireNewCredit(BillingCorrection correction, string parameterName)
    {
        if (correction.Credit is not { } credit)
        {
            return;
        }

        bool isKnown = _all.Select(static invoice => invoice.OpeningAccount)
            .Append(_account)
            .Any(account => NameLookup.Find(account.Credits.AsSpan(), credit.Id, static one => one.Id) is not null);
        RoundingPolicy rounding = _account.Currency.Rounding;
        if (isKnown || rounding.Round(credit.Balance) != credit.Balance)
        {
            string expected = isKnown ? "an id that no credit of the account has had" : "a balance in minor units";
            throw new ArgumentException(
                $"{parameterName} had \"{correction}\"; {expected} is expected.", parameterName);
        }
    }

    private void RequireUnbilledVoid(BillingCorrection correction, string parameterName)
    {
        if (correction.Void is not { } note || _account.Voided.Contains(KeyOf(note)))
        {
            return;
        }

        string expected = _account.Voided.Contains(KeyOf(note) with { IsBilledAgain = true })
            ? "a void that is not billed again yet"
            : "the account after the void, as the credit note states it in ClosingAccount,";
        throw new ArgumentException($"{parameterName} had \"{correction}\"; {expected} is expected.", parameterName);
    }

    private static VoidedInvoice KeyOf(CreditNote note) =>
        new(note.Invoice.Period.Span, note.Invoice.Sections[0].Number, IsBilledAgain: false);

    private ValueList<VoidedInvoice> BilledAgain()
    {
        VoidedInvoice[] again =
            [.. _added.Where(static one => one.Void is not null).Select(static one => KeyOf(one.Void!))];
        return _account.Voided
            .Select(voided => again.Contains(voided) ? voided with { IsBilledAgain = true } : voided)
            .ToValueList();
    }

    // Applies the changes that the user made to the account between invoices, without the changes by the invoices
    // themselves.
    private BillingAccount Replayed(BillingAccount account, Invoice from, Invoice? next)
    {
        int first = _all.IndexOf(from);
        int last = next is null ? _all.Count : _all.IndexOf(next);
        for (int i = first; i < last; i++)
        {
            BillingAccount to = i + 1 < _all.Count ? _all[i + 1].OpeningAccount : _account;
            account = AccountReplay.Onto(account, _all[i].ClosingAccount, to);
        }

        return account;
    }

    // Keeps the readings of interim invoices, which divide cumulative usage by days, but not the billed amounts.
    private static OpenPeriod? Readings(OpenPeriod? open) => open is null
        ? null
        : new OpenPeriod { Period = open.Period, Through = open.Through, Usage = open.Usage };

    private void Add(Invoice invoice, string parameterName)
    {
        if (invoice.Customer != _account.Customer || invoice.Currency != _account.Currency)
        {
            throw Refused(invoice, $"invoices of {_account.Customer} in {_account.Currency} are "
                + "expected", parameterName);
        }

        if (invoice.Kind == InvoiceKind.Adjustment)
        {
            if (_adjustments.Contains(invoice))
            {
                throw Refused(invoice, "each adjustment once is expected", parameterName);
            }

            _adjustments.Add(invoice);
            _corrections.AddRange(invoice.Corrections);
        }
        else if (invoice.Kind == InvoiceKind.Final)
        {
            LocalDate? before = _finals.Count == 0 ? null : _finals[^1].ClosingAccount.BilledThrough;
            if (before is not null && invoice.Period.Service.Start != before)
            {
                throw Refused(invoice, Invariant($"the invoice of the period from {before:R} is expected ")
                    + "next", parameterName);
            }

            _finals.Add(invoice);
        }

        if (_finals.Count > 0)
        {
            _all.Add(invoice);
        }
    }

    private static ArgumentException Refused(Invoice invoice, string expected, string parameterName) =>
        new($"{parameterName} had \"{invoice}\"; {expected}.", parameterName);

    private PeriodInvoice Anew(BillingAccount current, Invoice final, string issuedName, string correctionsName)
    {
        ValueList<MeterUsage> usage = final.Sections[0].Usage;
        foreach (BillingCorrection correction in _corrections.Concat(_added))
        {
            usage = correction.Period == final.Period.Span ? correction.Usage : usage;
        }

        DateSpan span = final.Period.Span;
        LocalDate end = new ContractCalendar(current).ServiceOf(span).End!.Value;
        try
        {
            return PeriodInvoice.Of(current, span, end, isOver: true, usage.AsSpan(), (issuedName, correctionsName));
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(final.Period.ToString(), refused);
        }
    }

    private BillingAccount Corrected(BillingAccount account, int index)
    {
        DateSpan service = _finals[index].Period.Service;
        foreach (BillingCorrection correction in _corrections.Concat(_added))
        {
            if (correction.ContractEnd is { } end && index == _finals.Count - 1)
            {
                account = account with { ContractEnd = end };
            }

            if (correction.PlanChange is { } given && service.Contains(EffectiveOn(given)))
            {
                PricePlanChange change = given with { On = EffectiveOn(given) };
                account = account with
                {
                    PlanChanges = account.PlanChanges.Where(other => other.On != change.On)
                        .Append(change)
                        .OrderBy(static other => other.On)
                        .ToValueList(),
                };
            }

            if (correction.Credit is { } credit && IsFirstOf(credit, index))
            {
                account = account.AddCredit(credit);
            }
        }

        return account;
    }

    private bool IsFirstOf(PrepaidCredit credit, int index) =>
        index == _finals.FindIndex(invoice => credit.Usable.Overlaps(invoice.Period.Service));

    private CreditNote[] VoidsOf(Invoice final) =>
    [
        .. _added.Where(correction => correction.Void?.Invoice.Period.Span == final.Period.Span)
            .Select(static correction => correction.Void!),
    ];

    private bool IsCorrected(Invoice final) => _added.Exists(correction => correction.Period == final.Period.Span);
}
