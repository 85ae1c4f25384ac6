using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The lines and totals of a billing period through a day: the spend so far, less prepaid credits and the
/// amounts of earlier invoices of the period, plus tax.</summary>
internal sealed class PeriodInvoice
{
    private readonly BillingAccount _account;
    private readonly PeriodEvaluation _evaluation;
    private readonly RoundedLines _lines;
    private readonly LocalDate _through;
    private readonly bool _isOver;
    private (ValueList<CarriedAllowance> Carried, ValueList<CarriedAllowance> Lapsed) _allowances;
    private ValueList<PrepaidCredit> _credits;
    private ValueList<PrepaidDraw> _draws;
    private ValueList<PrepaidDraw> _payments;

    private PeriodInvoice(BillingAccount account, PeriodEvaluation evaluation, LocalDate through, bool isOver)
    {
        _account = account;
        _evaluation = evaluation;
        _through = through;
        _isOver = isOver;
        _credits = account.Credits;
        ItemAmounts? items = NeedsItems ? new ItemAmounts() : null;
        _lines = new RoundedLines(account, evaluation.Plan.Span, items);
        Write(items);
    }

    /// <summary>Gets the lines.</summary>
    public IReadOnlyList<InvoiceLine> Lines => _lines.Lines;

    /// <summary>Gets the totals.</summary>
    public InvoiceSection Section { get; private set; } = null!;

    /// <summary>Gets the account after the invoice.</summary>
    public BillingAccount ClosingAccount { get; private set; } = null!;

    /// <summary>Gets the closing of the prepaid credits, if the period is over.</summary>
    public PrepaidClose? Close { get; private set; }

    /// <summary>Gets the prepaid credits before the invoice.</summary>
    public ValueList<PrepaidCredit> OpeningCredits => _account.Credits;

    private OpenPeriod? Open => _account.Open;

    private bool NeedsItems =>
        !_credits.IsEmpty && _credits.Any(static credit => credit.Balance > 0m && !credit.Charges.IsEmpty);

    private bool PaysAfterTax =>
        !_credits.IsEmpty && _credits.Any(static credit => credit is { Balance: > 0m, Use: PrepaidUse.AfterTax });

    private RoundingPolicy RoundingOfTax =>
        RoundingPolicy.ToDigits(_account.Currency.Rounding.Digits, _account.Rounding.Tax);

    /// <summary>Computes the invoice of a period.</summary>
    /// <param name="account">The account.</param>
    /// <param name="span">The billing period.</param>
    /// <param name="through">The first day whose usage is not known.</param>
    /// <param name="isOver">Whether the period is settled.</param>
    /// <param name="usage">The usage of the period so far.</param>
    /// <param name="names">The parameters of the caller that hold the account and the usage.</param>
    public static PeriodInvoice Of(
        BillingAccount account,
        DateSpan span,
        LocalDate through,
        bool isOver,
        ReadOnlySpan<MeterUsage> usage,
        (string Account, string Usage) names)
    {
        OpeningBalances.Require(account, names.Account);
        var evaluation = new PeriodEvaluation(account, span, through, usage, names);
        return new PeriodInvoice(account, evaluation, through, isOver);
    }

    private void Write(ItemAmounts? items)
    {
        RoundedLines lines = _lines;
        PeriodBill bill = _evaluation.Evaluate(_through, _isOver, ref lines);
        lines.Round(bill.Amount);
        items?.Close();
        // Read before the period is evaluated through earlier days.
        _allowances = _isOver ? _evaluation.Allowances() : default;
        decimal spend = lines.Sum;
        (decimal taxable, decimal tax) = items is null && _evaluation.Facts.CreditCutDays.IsEmpty && !PaysAfterTax
            ? CoverAsWhole(spend)
            : CoverByStretch(spend, items);
        foreach (PrepaidDraw draw in _draws)
        {
            Add(InvoiceLineKind.Prepaid, draw.Credit, -draw.Amount, draw.BalanceAfter);
        }

        int earlier = Open is { } open ? open.Invoices - open.Voided.Count : 0;
        if (earlier > 0)
        {
            Add(InvoiceLineKind.PreviouslyBilled, _account.Plan.Name, -Open!.Subtotal, balance: null, earlier);
        }

        decimal billed = Open?.Subtotal ?? 0m;
        decimal taxed = Open?.Tax ?? 0m;
        if (_account.TaxRate > 0m || taxed != 0m)
        {
            AddTax(taxable, tax, taxed);
        }

        decimal paid = AddPayments();
        Section = new InvoiceSection
        {
            Period = PeriodOf(),
            Number = (Open?.Invoices ?? 0) + 1,
            Spend = spend,
            UnroundedSpend = bill.Amount,
            PreviouslyBilled = billed,
            Subtotal = taxable - billed,
            Tax = tax - taxed,
            PreviousTax = taxed,
            Paid = paid,
            Draws = _payments.IsEmpty ? _draws : [.. _draws, .. _payments],
            Usage = _evaluation.Facts.Facts,
        };
        if (_isOver)
        {
            Settle();
        }
        else
        {
            ClosingAccount = _account with { Open = OpenAfter(taxable, tax) };
        }
    }

    private BillingPeriod PeriodOf() => new()
    {
        Span = _evaluation.Plan.Span,
        Service = _evaluation.Plan.Service,
        Through = _through,
        IsOver = _isOver,
    };

    private OpenPeriod OpenAfter(decimal taxable, decimal tax) => new()
    {
        Period = _evaluation.Plan.Span,
        Through = _through,
        Usage = _evaluation.Facts.Facts,
        Subtotal = taxable,
        Billed = BilledLines.Of(Lines),
        Tax = tax,
        Payments = _payments.Select(static draw => new Keyed<string, decimal>(draw.Credit, draw.Amount)).ToValueList(),
        Invoices = Section.Number,
        Voided = Open?.Voided ?? [],
    };

    private void Settle()
    {
        DateSpan service = _evaluation.Plan.Service;
        LocalDate next = service.End!.Value;
        Close = PrepaidCalculator.Close(_credits.AsSpan(), next);
        Section = Section with { Lapsed = _allowances.Lapsed };
        ClosingAccount = _account with
        {
            Plan = _evaluation.Plan.Last,
            PlanChanges = _account.PlanChanges.IsEmpty
                ? []
                : _account.PlanChanges.Where(change => change.On >= next).ToValueList(),
            Credits = Close.Credits,
            BilledThrough = next,
            Open = null,
            Voided = VoidedOf(),
            Carried = _allowances.Carried,
            RecentUsage = _evaluation.Recent(),
            SpentInContractYear = _evaluation.IsLastOfYear ? 0m : _account.SpentInContractYear + _lines.Counted,
            StandingFee = _evaluation.StandingFee,
        };
    }

    // This invoice bills the amounts of the voided invoices of the period.
    private ValueList<VoidedInvoice> VoidedOf() => Open is not { Voided.IsEmpty: false } open
        ? _account.Voided
        : [.. _account.Voided, .. open.Voided.Select(number => new VoidedInvoice(open.Period, number, true))];

    // Returns the taxed amount and its tax for the period so far, if each credit covers all days and charges.
    private (decimal Taxable, decimal Tax) CoverAsWhole(decimal spend)
    {
        decimal taxable = spend;
        if (spend > 0m && !_credits.IsEmpty)
        {
            BurnDown burn = PrepaidCalculator.BurnDown(_credits.AsSpan(), spend, _evaluation.Plan.Service);
            _draws = burn.Draws;
            _credits = burn.Credits;
            taxable = burn.Uncovered;
        }

        return (taxable, RoundingOfTax.RoundWithoutNoise(taxable * _account.TaxRate));
    }

    // Returns the same if credits are limited to days or charges, or pay after tax.
    private (decimal Taxable, decimal Tax) CoverByStretch(decimal spend, ItemAmounts? items)
    {
        var coverage = new CreditCoverage(_credits);
        bool paysAfterTax = PaysAfterTax;
        decimal taxable = 0m;
        decimal tax = 0m;
        foreach (Stretch stretch in Stretches(spend, items))
        {
            decimal uncovered = coverage.Cover(stretch.Added, stretch.Items, stretch.Day, PrepaidUse.BeforeTax);
            taxable += uncovered;
            decimal taxBefore = tax;
            tax = RoundingOfTax.RoundWithoutNoise(taxable * _account.TaxRate);
            if (paysAfterTax)
            {
                decimal gross = uncovered + tax - taxBefore;
                _ = coverage.Cover(gross, WithTax(stretch.Items), stretch.Day, PrepaidUse.AfterTax);
            }
        }

        _draws = coverage.DrawsOf(PrepaidUse.BeforeTax);
        _payments = coverage.DrawsOf(PrepaidUse.AfterTax);
        _credits = coverage.Credits;
        return (taxable, tax);
    }

    // Returns the spend that each interval between changes of the usable credits adds.
    private List<Stretch> Stretches(decimal spend, ItemAmounts? items)
    {
        List<Stretch> stretches = [];
        RoundingPolicy rounding = _account.Currency.Rounding;
        decimal sumBefore = 0m;
        List<Keyed<string, decimal>> before = [];
        LocalDate day = _evaluation.Plan.Service.Start;
        foreach (LocalDate cut in _evaluation.Facts.CreditCutDays)
        {
            if (cut >= _through)
            {
                break;
            }

            ItemAmounts? itemsSoFar = items is null ? null : new ItemAmounts();
            var lines = new RoundedLines(_account, _evaluation.Plan.Span, itemsSoFar);
            PeriodBill bill = _evaluation.Evaluate(cut, isFinal: false, ref lines);
            lines.Round(bill.Amount);
            itemsSoFar?.Close();
            List<Keyed<string, decimal>> soFar = itemsSoFar?.Rounded(rounding) ?? [];
            stretches.Add(new Stretch(day, lines.Sum - sumBefore, Difference(soFar, before)));
            sumBefore = lines.Sum;
            before = soFar;
            day = cut;
        }

        stretches.Add(new Stretch(day, spend - sumBefore, Difference(items?.Rounded(rounding) ?? [], before)));
        return stretches;
    }

    private static List<Keyed<string, decimal>> Difference(
        List<Keyed<string, decimal>> now, List<Keyed<string, decimal>> before) =>
    [
        .. now.Select(item => new Keyed<string, decimal>(
            item.Key,
            item.Value - before.Where(one => NameLookup.Same(one.Key, item.Key)).Sum(static one => one.Value))),
    ];

    private List<Keyed<string, decimal>> WithTax(List<Keyed<string, decimal>> items) =>
    [
        .. items.Select(item => new Keyed<string, decimal>(
            item.Key, RoundingOfTax.RoundWithoutNoise(item.Value * (1m + _account.TaxRate)))),
    ];

    private void AddTax(decimal taxable, decimal tax, decimal taxed) => _lines.Add(new InvoiceLine
    {
        Kind = InvoiceLineKind.Tax,
        Item = "tax",
        Period = _evaluation.Plan.Span,
        Currency = _account.Currency,
        Unrounded = (taxable * _account.TaxRate) - taxed,
        Amount = tax - taxed,
        Basis = new InvoiceLineBasis { Rate = _account.TaxRate, Of = taxable, Previously = taxed },
    });

    private decimal AddPayments()
    {
        ValueList<Keyed<string, decimal>> before = Open?.Payments ?? [];
        decimal paid = 0m;
        foreach (PrepaidDraw draw in _payments)
        {
            Pay(draw.Credit, draw.Amount, draw.BalanceAfter);
        }

        foreach (Keyed<string, decimal> earlier in before)
        {
            if (!_payments.Any(draw => NameLookup.Same(draw.Credit, earlier.Key)))
            {
                Pay(earlier.Key, 0m, balance: null);
            }
        }

        return paid;

        void Pay(string credit, decimal amount, decimal? balance)
        {
            decimal earlier = before.Where(one => NameLookup.Same(one.Key, credit)).Sum(static one => one.Value);
            if (amount != earlier)
            {
                Add(InvoiceLineKind.Payment, credit, earlier - amount, balance);
                paid += amount - earlier;
            }
        }
    }

    private void Add(InvoiceLineKind kind, string item, decimal amount, decimal? balance, int invoices = 0) =>
        _lines.Add(new InvoiceLine
        {
            Kind = kind,
            Item = item,
            Period = _evaluation.Plan.Span,
            Currency = _account.Currency,
            Unrounded = amount,
            Amount = amount,
            Basis = new InvoiceLineBasis { Balance = balance, Invoices = invoices },
        });

    /// <summary>Spend that the days between two changes of the usable credits add.</summary>
    /// <param name="Day">The first day.</param>
    /// <param name="Added">The spend that is added; negative if it fell.</param>
    /// <param name="Items">The spend that is added by charge, if a credit is limited to charges.</param>
    private readonly record struct Stretch(LocalDate Day, decimal Added, List<Keyed<string, decimal>> Items);
}
