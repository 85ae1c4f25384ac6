using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Rounds the steps of a bill to lines, in the order in which <see cref="BillOrder"/> yields them. The order
/// of evaluation is that of the steps: each step is rounded by the rule of its kind.</summary>
/// <remarks>The sum of rounded lines may differ from the exact sum by a few minor units. A discount of the whole
/// amount deducts exactly the rounded lines, and no discount deducts more. A limit applies to the rounded
/// sum.</remarks>
internal sealed class RoundedLines : IBillSink
{
    private readonly BillingAccount _account;
    private readonly DateSpan _period;
    private readonly RoundingPolicy _rounding;
    private readonly bool _isExact; // the invoice is rounded as a whole
    private readonly ItemAmounts? _items;
    private decimal _periodStart;
    private decimal _sectionStart;
    private decimal _chargeStart;
    private decimal _spend;

    /// <param name="account">The account.</param>
    /// <param name="period">The billing period of the lines.</param>
    /// <param name="items">Receives the amount of each fee and charge, or <see langword="null"/> if it is not
    /// needed.</param>
    public RoundedLines(BillingAccount account, DateSpan period, ItemAmounts? items)
    {
        _account = account;
        _period = period;
        _items = items;
        _isExact = account.Rounding.Level == RoundingLevel.Invoice;
        _rounding = RoundingPolicy.ToDigits(account.Currency.Rounding.Digits, account.Rounding.Amounts);
    }

    public static bool IsActive => true;

    /// <summary>Gets the lines so far.</summary>
    public List<InvoiceLine> Lines { get; } = [];

    /// <summary>Gets the sum of the lines.</summary>
    public decimal Sum { get; private set; }

    /// <summary>Gets the part of the sum that counts towards the commitment of the contract year.</summary>
    public decimal Counted { get; private set; }

    public void BeginPeriod() => _periodStart = Sum;

    public void BeginSection() => _sectionStart = Sum;

    public void BeginCharge() => _chargeStart = Sum;

    public void MarkSpend() => _spend = Sum;

    public void EndSection()
    {
        Counted += Math.Min(_spend, Sum) - _sectionStart;
        _items?.Close();
    }

    public void AddToCharge(BillStep step)
    {
        decimal before = Sum;
        Add(step, _chargeStart);
        _items?.Add(step.Item, Sum - before);
    }

    public void AddToSection(BillStep step)
    {
        decimal before = Sum;
        Add(step, _sectionStart);
        if (Sum >= before || step.Kind == BillStepKind.BaseFee) // a refunded fee reduces the fee
        {
            _items?.AddToPlan(Sum - before);
        }
        else
        {
            _items?.Reduce(Sum - before, _rounding);
        }
    }

    public void AddToPeriod(BillStep step)
    {
        decimal before = Sum;
        if (step.ContractYear is null)
        {
            Add(step, _periodStart);
        }
        else
        {
            decimal towards = _account.SpentInContractYear + Counted;
            decimal missing = Math.Max(Rounded(step.Bound!.Value) - towards, 0m);
            if (missing > 0m || step.Amount > DivisionNoise.Tolerance)
            {
                Add(step with { Of = towards }, missing, step.Amount);
            }
        }

        _items?.AddToPlan(Sum - before);
    }

    /// <summary>Adds a line with the difference between exact lines and the rounded bill, if an invoice is rounded as
    /// a whole.</summary>
    /// <param name="exact">The bill, not rounded.</param>
    public void Round(decimal exact)
    {
        decimal rounded = _rounding.RoundWithoutNoise(exact);
        if (_isExact && rounded != Sum)
        {
            Add(new InvoiceLine
            {
                Kind = InvoiceLineKind.Rounding,
                Item = _account.Plan.Name,
                Period = _period,
                Currency = _account.Currency,
                Basis = new InvoiceLineBasis { Of = exact },
                Unrounded = rounded - Sum,
                Amount = rounded - Sum,
            });
        }
    }

    /// <summary>Adds a line that is not a step of the bill.</summary>
    public void Add(InvoiceLine line)
    {
        Lines.Add(line);
        Sum += line.Amount;
    }

    // Without rounding per line, twelve decimal places keep sums exact.
    private decimal Rounded(decimal amount) => _isExact
        ? decimal.Round(amount, DivisionNoise.MeaningfulDigits, MidpointRounding.AwayFromZero)
        : _rounding.RoundWithoutNoise(amount);

    private void Add(BillStep step, decimal start)
    {
        switch (step.Kind)
        {
            case BillStepKind.BaseFee or BillStepKind.Usage:
                Add(step, Rounded(step.Amount), step.Amount);
                break;
            case BillStepKind.Minimum or BillStepKind.TrueUp:
                decimal least = start + Rounded(step.Bound!.Value);
                if (step.Amount > DivisionNoise.Tolerance || Sum < least)
                {
                    Add(step, least - Sum, step.Amount);
                }

                break;
            case BillStepKind.Maximum or BillStepKind.OverCap or BillStepKind.MovedUp:
                decimal most = start + Rounded(step.Bound!.Value);
                if (-step.Amount > DivisionNoise.Tolerance || Sum > most)
                {
                    Add(step, most - Sum, step.Amount);
                }

                break;
            default:
                TakeOff(step, start);
                break;
        }
    }

    private void TakeOff(BillStep step, decimal start)
    {
        decimal exact = -step.Amount;
        if (exact < 0m)
        {
            Add(step, Rounded(step.Amount), step.Amount); // a surcharge, or fewer units at a higher price
            return;
        }

        decimal stands = Sum - start;
        bool isAll = exact > 0m
            && step.Kind != BillStepKind.OverageSurcharge
            && step.Of - exact < DivisionNoise.Tolerance;
        decimal taken = isAll ? stands : Math.Min(Rounded(exact), stands);
        Add(step, -taken, step.Amount);
    }

    private void Add(BillStep step, decimal amount, decimal unrounded) => Add(new InvoiceLine
    {
        Kind = (InvoiceLineKind)step.Kind,
        Item = step.Item,
        Period = _period,
        Currency = _account.Currency,
        Unrounded = unrounded,
        Amount = amount,
        Step = step,
    });
}
