using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The lines and totals of a billing period through a day: the spend so far, less prepaid credits and what earlier
/// invoices of the period billed, and tax.</summary>
internal sealed class PeriodInvoice
{
    private readonly BillingAccount _account;
    private readonly PeriodEvaluation _evaluation;
    private readonly RoundedLines _lines;
    private readonly CreditCoverage _coverage;
    private readonly LocalDate _through;
    private readonly bool _isOver;

    private PeriodInvoice(BillingAccount account, PeriodEvaluation evaluation, LocalDate through, bool isOver)
    {
        _account = account;
        _evaluation = evaluation;
        _through = through;
        _isOver = isOver;
        _coverage = new CreditCoverage(account.Credits);
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

    /// <summary>Gets what became of the prepaid credits, if the period is over.</summary>
    public PrepaidClose? Close { get; private set; }

    private OpenPeriod? Open => _account.Open;

    private bool NeedsItems => _account.Credits.Any(static credit => credit.Balance > 0m && !credit.Charges.IsEmpty);

    private bool PaysAfterTax => _account.Credits.Any(static credit => credit is { Balance: > 0m, Use: PrepaidUse.AfterTax });

    /// <summary>Writes the invoice of a period.</summary>
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
        lines.Round();
        items?.Close();
        decimal spend = lines.Sum;
        (decimal taxable, decimal tax) = Cover(spend, items);
        ValueList<PrepaidDraw> draws = _coverage.DrawsOf(PrepaidUse.BeforeTax);
        foreach (PrepaidDraw draw in draws)
        {
            Add(InvoiceLineKind.Prepaid, draw.Credit, -draw.Amount, balance: draw.BalanceAfter);
        }

        int earlier = Open is { } open ? open.Invoices - open.Voided.Count : 0;
        if (earlier > 0)
        {
            decimal amount = -Open!.Subtotal;
            lines.Add(Line(InvoiceLineKind.PreviouslyBilled, _account.Plan.Name, amount) with { Invoices = earlier });
        }

        decimal billed = Open?.Subtotal ?? 0m;
        decimal taxed = Open?.Tax ?? 0m;
        if (_account.TaxRate > 0m || taxed != 0m)
        {
            lines.Add(Line(InvoiceLineKind.Tax, "tax", tax - taxed) with
            {
                Unrounded = (taxable * _account.TaxRate) - taxed,
                Rate = _account.TaxRate,
                Of = taxable,
                Previously = taxed,
            });
        }

        ValueList<PrepaidDraw> payments = _coverage.DrawsOf(PrepaidUse.AfterTax);
        decimal paid = AddPayments(payments);
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
            Draws = [.. draws, .. payments],
            Usage = _evaluation.Facts.Facts,
        };
        if (_isOver)
        {
            Settle();
        }
        else
        {
            ClosingAccount = _account with { Open = OpenAfter(taxable, tax, payments) };
        }
    }

    private BillingPeriod PeriodOf() => new()
    {
        Span = _evaluation.Plan.Span,
        Service = _evaluation.Plan.Service,
        Through = _through,
        IsOver = _isOver,
    };

    private OpenPeriod OpenAfter(decimal taxable, decimal tax, ValueList<PrepaidDraw> payments) => new()
    {
        Period = _evaluation.Plan.Span,
        Through = _through,
        Usage = _evaluation.Facts.Facts,
        Subtotal = taxable,
        Tax = tax,
        Payments = payments.Select(static draw => new Keyed<string, decimal>(draw.Credit, draw.Amount)).ToValueList(),
        Invoices = Section.Number,
        Voided = Open?.Voided ?? [],
    };

    private void Settle()
    {
        DateSpan service = _evaluation.Plan.Service;
        LocalDate next = service.End!.Value;
        (ValueList<CarriedAllowance> carried, ValueList<CarriedAllowance> lapsed) = _evaluation.Allowances();
        Close = PrepaidCalculator.Close(_coverage.Credits.AsSpan(), next);
        Section = Section with { Lapsed = lapsed };
        ClosingAccount = _account with
        {
            Plan = _evaluation.Plan.Last,
            PlanChanges = _account.PlanChanges.Where(change => change.On >= next).ToValueList(),
            Credits = Close.Credits,
            BilledThrough = next,
            Open = null,
            Carried = carried,
            RecentUsage = _evaluation.Recent(),
            SpentInContractYear = _evaluation.IsLastOfYear ? 0m : _account.SpentInContractYear + _lines.Counted,
            StandingFee = _evaluation.StandingFee,
        };
    }

    // Returns the amount that is taxed and its tax, for the period so far.
    private (decimal Taxable, decimal Tax) Cover(decimal spend, ItemAmounts? items)
    {
        RoundingPolicy ofTax = RoundingPolicy.ToDigits(_account.Currency.Rounding.Digits, _account.Rounding.Tax);
        decimal taxable = 0m;
        decimal tax = 0m;
        foreach ((LocalDate day, List<Keyed<string, decimal>> added) in Stretches(spend, items))
        {
            List<Keyed<string, decimal>> uncovered = _coverage.Cover(added, day, PrepaidUse.BeforeTax);
            taxable += uncovered.Sum(static item => item.Value);
            decimal taxBefore = tax;
            tax = ofTax.RoundWithoutNoise(taxable * _account.TaxRate);
            if (PaysAfterTax)
            {
                _ = _coverage.Cover(WithTax(uncovered, tax - taxBefore), day, PrepaidUse.AfterTax);
            }
        }

        return (taxable, tax);
    }

    // The spend that each stretch adds, from the days on which the usable credits change.
    private IEnumerable<(LocalDate Day, List<Keyed<string, decimal>> Added)> Stretches(decimal spend, ItemAmounts? items)
    {
        List<Keyed<string, decimal>> before = [];
        LocalDate day = _evaluation.Plan.Service.Start;
        foreach (LocalDate cut in _evaluation.Facts.CreditCutDays.ToArray())
        {
            if (cut >= _through)
            {
                break;
            }

            ItemAmounts? itemsSoFar = items is null ? null : new ItemAmounts();
            var lines = new RoundedLines(_account, _evaluation.Plan.Span, itemsSoFar);
            _ = _evaluation.Evaluate(cut, isFinal: false, ref lines);
            lines.Round();
            itemsSoFar?.Close();
            List<Keyed<string, decimal>> soFar = ItemsOf(lines.Sum, itemsSoFar);
            yield return (day, Difference(soFar, before));
            before = soFar;
            day = cut;
        }

        yield return (day, Difference(ItemsOf(spend, items), before));
    }

    // What rounding as a whole adds belongs to the plan.
    private static List<Keyed<string, decimal>> ItemsOf(decimal sum, ItemAmounts? items)
    {
        List<Keyed<string, decimal>> all = items is null ? [] : [.. items.Items];
        decimal rest = sum - all.Sum(static item => item.Value);
        int plan = all.FindIndex(static item => item.Key == ItemAmounts.OfPlan);
        if (plan >= 0)
        {
            all[plan] = new Keyed<string, decimal>(ItemAmounts.OfPlan, all[plan].Value + rest);
        }
        else
        {
            all.Add(new Keyed<string, decimal>(ItemAmounts.OfPlan, rest));
        }

        return all;
    }

    private static List<Keyed<string, decimal>> Difference(
        List<Keyed<string, decimal>> now, List<Keyed<string, decimal>> before)
    {
        List<Keyed<string, decimal>> difference =
        [
            .. now.Select(item => new Keyed<string, decimal>(
                item.Key, item.Value - before.Where(one => NameLookup.Same(one.Key, item.Key)).Sum(static one => one.Value))),
        ];
        difference.AddRange(before
            .Where(item => !now.Exists(one => NameLookup.Same(one.Key, item.Key)))
            .Select(static item => new Keyed<string, decimal>(item.Key, -item.Value)));
        return difference;
    }

    private List<Keyed<string, decimal>> WithTax(List<Keyed<string, decimal>> items, decimal tax)
    {
        decimal[] weights = [.. items.Select(static item => Math.Abs(item.Value))];
        if (tax == 0m || weights.All(static weight => weight == 0m))
        {
            return items;
        }

        ValueList<decimal> parts = AllocationCalculator.ByLargestRemainder(tax, weights, _account.Currency.Rounding);
        return [.. items.Select((item, i) => new Keyed<string, decimal>(item.Key, item.Value + parts[i]))];
    }

    private decimal AddPayments(ValueList<PrepaidDraw> payments)
    {
        decimal paid = 0m;
        foreach (PrepaidDraw draw in payments)
        {
            Pay(draw.Credit, draw.Amount, draw.BalanceAfter);
        }

        foreach (Keyed<string, decimal> before in Open?.Payments ?? [])
        {
            if (!payments.Any(draw => NameLookup.Same(draw.Credit, before.Key)))
            {
                Pay(before.Key, 0m, balance: null);
            }
        }

        return paid;

        void Pay(string credit, decimal amount, decimal? balance)
        {
            decimal before = (Open?.Payments ?? []).Where(one => NameLookup.Same(one.Key, credit)).Sum(static one => one.Value);
            if (amount != before)
            {
                Add(InvoiceLineKind.Payment, credit, before - amount, balance);
                paid += amount - before;
            }
        }
    }

    private void Add(InvoiceLineKind kind, string item, decimal amount, decimal? balance) =>
        _lines.Add(Line(kind, item, amount) with { Balance = balance });

    private InvoiceLine Line(InvoiceLineKind kind, string item, decimal amount) => new()
    {
        Kind = kind,
        Item = item,
        Period = _evaluation.Plan.Span,
        Currency = _account.Currency,
        Unrounded = amount,
        Amount = amount,
    };
}
