using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>An invoice while its lines are written, in two columns: exact, and in whole minor units.</summary>
internal sealed class InvoiceDraft
{
    private const int MonthsOfYear = 12;
    private const int MaxYear = 9999; // of a date

    private readonly BillingAccount _account;
    private readonly PlanTerms _terms;
    private readonly RoundingPolicy _rounding;
    private readonly List<InvoiceLine> _lines = [];
    private readonly RatedCharge[] _charges;
    private readonly decimal[] _carried;
    private readonly MetersRead _read;
    private readonly PeriodTerms _period;
    private decimal _counted;

    private InvoiceDraft(BillingAccount account, BillingPeriod period, ReadOnlySpan<MeterUsage> usage)
    {
        _account = account;
        _terms = account.Plan.Validated(nameof(account));
        _rounding = account.Currency.Rounding;
        _charges = new RatedCharge[_terms.Charges.Length];
        _carried = new decimal[_terms.Charges.Length];
        _period = TermsOf(account, period);
        _read = new MetersRead(account, usage);
        Carry(account);
        RequireMinorUnits(account);
        Bill = _terms.Evaluate(_period, _read.Usage, _carried, _charges, nameof(usage));
    }

    /// <summary>What the plan bills, exactly.</summary>
    public PeriodBill Bill { get; }

    /// <summary>The sum of the lines so far, in whole minor units.</summary>
    public decimal Sum { get; private set; }

    public ValueList<InvoiceLine> Lines => _lines.ToValueList();

    private bool IsCommittedByYear => _account.Plan.Commitment?.Period == CommitmentPeriod.ContractYear;

    /// <summary>The lines up to the maximum of the bill.</summary>
    public static InvoiceDraft Of(BillingAccount account, BillingPeriod period, ReadOnlySpan<MeterUsage> usage)
    {
        var draft = new InvoiceDraft(account, period, usage);
        draft.AddBaseFee(period);
        var lines = new UsageLines(account.Currency, draft._period.Share, draft._read);
        for (int i = 0; i < draft._charges.Length; i++)
        {
            draft.AddCharge(draft._terms.Charges[i].Charge, draft._charges[i], lines.Of(draft._terms.Charges[i], draft._charges[i]));
        }

        draft.AddPlanLevelLines();
        return draft;
    }

    public void Add(InvoiceLineKind kind, string item, decimal unrounded, decimal amount, string explanation) =>
        Add(new InvoiceLine { Kind = kind, Item = item, Currency = _account.Currency, Unrounded = unrounded, Amount = amount, Explanation = explanation });

    public void AddRounded(InvoiceLineKind kind, string item, decimal unrounded, string explanation) =>
        Add(kind, item, unrounded, _rounding.RoundWithoutNoise(unrounded), explanation);

    /// <summary>The account for the next period.</summary>
    public BillingAccount AccountAfter(ValueList<PrepaidCredit> credits)
    {
        var carried = new List<CarriedAllowance>();
        for (int i = 0; i < _carried.Length; i++)
        {
            if (_carried[i] > 0m)
            {
                carried.Add(CarriedAllowance.Of(_terms.Charges[i].Charge.Name, _carried[i]));
            }
        }

        return _account with
        {
            Credits = credits,
            Carried = carried.ToValueList(),
            RecentUsage = _read.Recent(),
            SpentInContractYear = _period.IsLastOfYear || !IsCommittedByYear ? 0m : _account.SpentInContractYear + _counted,
        };
    }

    private static PeriodTerms TermsOf(BillingAccount account, BillingPeriod period)
    {
        LocalDate start = period.Service.Start;
        if (start < account.ContractStart)
        {
            throw DomainGuards.OutOfRange(
                nameof(period), period, Invariant($"a period that is served from the start of the contract, {account.ContractStart:R}, on"));
        }

        (decimal days, decimal whole) = ProrationCalculator.DaysOf(period.Span, period.Service, account.Plan.DayCount);
        if (account.Plan.Commitment is { Period: CommitmentPeriod.ContractYear }
            && ProrationCalculator.MonthsIn(period.Span) > MonthsOfYear)
        {
            throw DomainGuards.OutOfRange(
                nameof(period), period, Invariant($"a period of up to {MonthsOfYear} months under plan \"{account.Plan.Name}\", which is committed by contract year,"));
        }

        int year = Period.Between(account.ContractStart, start, PeriodUnits.Years).Years + 1;
        bool isLastOfYear = account.ContractStart.Year + year <= MaxYear
            && account.ContractStart.PlusYears(year) <= period.Span.End;
        return new PeriodTerms(new PeriodShare(days, whole), year, account.SpentInContractYear, period.IsOver, isLastOfYear);
    }

    private void Carry(BillingAccount account)
    {
        foreach (CarriedAllowance carried in account.Carried)
        {
            int at = NameLookup.IndexOf(account.Plan.Charges.AsSpan(), carried.Charge, static charge => charge.Name);
            if (at < 0)
            {
                throw new ArgumentException(
                    $"{nameof(BillingAccount.Carried)} of {account.Customer} had \"{carried.Charge}\", which is no charge of plan \"{account.Plan.Name}\"; one of its charges is expected.",
                    nameof(account));
            }

            _carried[at] = carried.Quantity;
        }
    }

    private void RequireMinorUnits(BillingAccount account)
    {
        RequireMinorUnits(nameof(account.SpentInContractYear), account.SpentInContractYear, "an amount");
        foreach (PrepaidCredit credit in account.Credits)
        {
            RequireMinorUnits(credit.Id, credit.Balance, "a balance");
            RequireMinorUnits(credit.Id, credit.Rollover?.Minimum ?? 0m, "a rollover");
            RequireMinorUnits(credit.Id, credit.Rollover?.Maximum ?? 0m, "a rollover");
        }

        void RequireMinorUnits(string record, decimal amount, string what)
        {
            if (_rounding.Round(amount) != amount)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(account), Invariant($"{record} was {amount}; {what} with at most {Plural.Of(_rounding.Digits, "decimal place")}, as {account.Currency} has them, is expected."));
            }
        }
    }

    private void AddBaseFee(BillingPeriod period)
    {
        if (_account.Plan.BaseFee > 0m)
        {
            AddRounded(InvoiceLineKind.BaseFee, _account.Plan.Name, Bill.BaseFee, Invariant($"{_account.Plan.BaseFee:#,0.######} for {period.Span}{InPart}"));
        }
    }

    private string InPart =>
        _period.Share.IsWhole ? "" : Invariant($" x {_period.Share.Days:0.####} / {_period.Share.Whole:0.####} days");

    private string Off(decimal discount, decimal taken) => Invariant($"{discount:#,0.######}{InPart} off")
        + (taken < _period.Share.Of(discount) ? ", no more than there is" : "");

    private void AddCharge(Charge charge, in RatedCharge rated, IEnumerable<InvoiceLine> usage)
    {
        decimal before = Sum;
        foreach (InvoiceLine line in usage)
        {
            Add(line with { Amount = _rounding.RoundWithoutNoise(line.Unrounded) });
        }

        if (charge.UsageDiscount > 0m && rated.UsageDiscount != 0m)
        {
            TakeOff(InvoiceLineKind.UsageDiscount, charge.Name, rated.UsageDiscount, rated.Subtotal, before, Invariant($"{_period.Share.Of(charge.UsageDiscount):#,0.######} units off"));
        }

        if (rated.AmountDiscount > 0m)
        {
            TakeOff(InvoiceLineKind.AmountDiscount, charge.Name, rated.AmountDiscount, rated.Subtotal - rated.UsageDiscount, before, Off(charge.AmountDiscount, rated.AmountDiscount));
        }

        if (rated.PercentDiscount != 0m)
        {
            decimal of = rated.Subtotal - rated.UsageDiscount - rated.AmountDiscount;
            TakeOff(InvoiceLineKind.PercentDiscount, charge.Name, rated.PercentDiscount, of, before, Invariant($"{charge.PercentDiscount * 100m:0.######}% of {of:#,0.############}"));
        }

        if (charge.Limits is { } limits)
        {
            decimal least = _period.Share.Of(limits.Min);
            Raise(InvoiceLineKind.Minimum, charge.Name, rated.ToMinimum, before + _rounding.RoundWithoutNoise(least), Invariant($"to the minimum of {least:#,0.######}"));
            decimal? most = limits.Max is { } max ? _period.Share.Of(max) : null;
            Lower(InvoiceLineKind.Maximum, charge.Name, rated.OverMaximum, before + Rounded(most), Invariant($"beyond the maximum of {most:#,0.######}"));
        }
    }

    private void AddPlanLevelLines()
    {
        PricePlan plan = _account.Plan;
        if (Bill.AmountDiscount > 0m)
        {
            TakeOff(InvoiceLineKind.AmountDiscount, plan.Name, Bill.AmountDiscount, Bill.BaseFee + Bill.Charges, 0m, Off(plan.AmountDiscount, Bill.AmountDiscount));
        }

        if (Bill.PercentDiscount != 0m)
        {
            decimal of = Bill.BaseFee + Bill.Charges - Bill.AmountDiscount;
            TakeOff(InvoiceLineKind.PercentDiscount, plan.Name, Bill.PercentDiscount, of, 0m, Invariant($"{plan.PercentDiscount * 100m:0.######}% of {of:#,0.############}"));
        }

        decimal spent = Sum;
        if (Bill.OverageSurcharge != 0m)
        {
            decimal of = Bill.BaseFee + Bill.Charges - Bill.AmountDiscount - Bill.PercentDiscount;
            TakeOff(InvoiceLineKind.OverageSurcharge, plan.Name, -Bill.OverageSurcharge, of, 0m, OfSurcharge(plan.Commitment!));
        }

        bool isOfYear = IsCommittedByYear;
        decimal floor = _terms.FloorIn(_period);
        Raise(InvoiceLineKind.TrueUp, plan.Name, isOfYear ? 0m : Bill.TrueUp, _rounding.RoundWithoutNoise(floor), Invariant($"to the commitment of {floor:#,0.######}"));
        decimal? cap = _terms.CapIn(_period);
        Lower(InvoiceLineKind.OverCap, plan.Name, Bill.OverCap, Rounded(cap), Invariant($"beyond the cap of {cap:#,0.######}"));
        if (Bill.NextPlanAmount is { } ofNext)
        {
            decimal moved = Math.Max(ofNext, floor);
            string next = plan.Protection!.MoveUpTo!.Name;
            string words = moved == floor && floor > 0m
                ? Invariant($"billed as {next}, but not below the commitment of {floor:#,0.######}")
                : Invariant($"billed as {next}, which comes to {moved:#,0.######}");
            Lower(InvoiceLineKind.MovedUp, plan.Name, Bill.MovedUp, _rounding.RoundWithoutNoise(moved), words);
        }

        _counted = Math.Min(spent, Sum);
        if (isOfYear)
        {
            AddTrueUpOfYear(plan);
        }
    }

    private string OfSurcharge(Commitment commitment)
    {
        decimal committed = commitment.AmountIn(_period.ContractYear);
        decimal beyond = Bill.OverageSurcharge / (commitment.OverageMultiplier - 1m);
        string of = IsCommittedByYear ? Invariant($"{committed:#,0.######} for contract year {_period.ContractYear}") : Invariant($"{committed:#,0.######}{InPart}");
        return Invariant($"{beyond:#,0.############} beyond the commitment of {of}, x ({commitment.OverageMultiplier:0.######} - 1)");
    }

    private void AddTrueUpOfYear(PricePlan plan)
    {
        if (_period is { IsFinal: true, IsLastOfYear: true } && plan.Commitment!.TrueUp)
        {
            decimal committed = plan.Commitment.AmountIn(_period.ContractYear);
            decimal missing = Math.Max(_rounding.RoundWithoutNoise(committed) - _account.SpentInContractYear - _counted, 0m);
            if (missing > 0m || Bill.TrueUp > 0m)
            {
                Add(InvoiceLineKind.TrueUp, plan.Name, Bill.TrueUp, missing, Invariant($"to the commitment of {committed:#,0.######} for contract year {_period.ContractYear}, towards which {_account.SpentInContractYear + _counted:#,0.######} counts"));
            }
        }
    }

    // Rounded lines may sum to some minor units more or less than exact ones: what takes all of these takes all of those, and
    // nothing takes more.
    private void TakeOff(InvoiceLineKind kind, string item, decimal exact, decimal of, decimal atLeast, string words)
    {
        decimal stands = Sum - atLeast;
        bool isAll = exact > 0m && of - exact < DivisionNoise.Tolerance;
        Add(kind, item, -exact, isAll ? -stands : -Math.Min(_rounding.RoundWithoutNoise(exact), stands), words);
    }

    // A bound is one of the rounded sum too: rounded lines may be beyond it by a minor unit where exact ones are not.
    private void Raise(InvoiceLineKind kind, string item, decimal exact, decimal bound, string words)
    {
        if (exact > DivisionNoise.Tolerance || Sum < bound)
        {
            Add(kind, item, exact, bound - Sum, words);
        }
    }

    private void Lower(InvoiceLineKind kind, string item, decimal exact, decimal? bound, string words)
    {
        if (bound is { } most && (exact > DivisionNoise.Tolerance || Sum > most))
        {
            Add(kind, item, -exact, most - Sum, words);
        }
    }

    private decimal? Rounded(decimal? amount) => amount is { } given ? _rounding.RoundWithoutNoise(given) : null;

    private void Add(InvoiceLine line)
    {
        _lines.Add(line);
        Sum += line.Amount;
    }
}
