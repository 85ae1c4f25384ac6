using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>Evaluates a billing period of an account: its plans and its usage, through any day.</summary>
internal sealed class PeriodEvaluation
{
    private const int MaxMonths = 12; // of a period under a commitment by contract year

    private readonly BillingAccount _account;
    private readonly string _accountName;
    private readonly PeriodPlan _plan;
    private readonly UsageFacts _facts;
    private readonly ContractCalendar _calendar;
    private readonly IReadOnlyList<FeePiece> _fees;
    private readonly LongFees? _longFees;
    private readonly List<RangeUsage> _usages = [];
    private readonly decimal[] _unused; // allowance by run
    private LocalDate _through;

    /// <param name="account">The account.</param>
    /// <param name="span">The whole billing period.</param>
    /// <param name="through">The first day whose usage is not known.</param>
    /// <param name="usage">The usage of the period so far.</param>
    /// <param name="names">The parameters of the caller that hold the account and the usage.</param>
    public PeriodEvaluation(
        BillingAccount account,
        DateSpan span,
        LocalDate through,
        ReadOnlySpan<MeterUsage> usage,
        (string Account, string Usage) names)
    {
        _account = account;
        _accountName = names.Account;
        UsageName = names.Usage;
        _calendar = new ContractCalendar(account);
        _plan = PeriodPlan.Of(account, span, names.Account);
        _facts = UsageFacts.Of(account, _plan, through, usage, names.Usage);
        _longFees = account.Cycle.HasLongerFee ? LongFees.Of(account, _plan) : null;
        _fees = _longFees?.Pieces ?? PeriodFees.Of(account, _plan);
        _unused = new decimal[_plan.RunCount];
        ContractYear = _calendar.YearOf(_plan.Service.Start);
        RequirePeriodWithinYear();
    }

    /// <summary>Gets the parameter of the caller that holds the usage.</summary>
    public string UsageName { get; }

    /// <summary>Gets the plans of the period.</summary>
    public PeriodPlan Plan => _plan;

    /// <summary>Gets the usage of the period.</summary>
    public UsageFacts Facts => _facts;

    /// <summary>Gets the fee for the days after the period, if the fee period is longer.</summary>
    public StandingFee? StandingFee => _longFees?.Standing;

    /// <summary>Gets whether the period has not started. Only its fee is billed then.</summary>
    public bool IsAhead => _through == _plan.Service.Start;

    /// <summary>Gets the contract year that the period belongs to, from 1.</summary>
    public int ContractYear { get; }

    /// <summary>Gets whether the contract year, or the contract, ends with the period.</summary>
    public bool IsLastOfYear =>
        _calendar.EndOfYear(ContractYear) <= _plan.Span.End || _account.ContractEnd?.On <= _plan.Span.End;

    /// <summary>Computes the bill of the period through a day.</summary>
    /// <param name="through">The day; usage before it counts.</param>
    /// <param name="isFinal">Whether the period is settled.</param>
    /// <param name="sink">Receives the steps.</param>
    public PeriodBill Evaluate<TSink>(LocalDate through, bool isFinal, ref TSink sink)
        where TSink : IBillSink
    {
        _through = through;
        _usages.Clear();
        _unused.AsSpan().Clear();
        PeriodBill fees = AddLongFees(ref sink);
        PeriodBill sum = default;
        decimal floor = 0m;
        decimal spentBefore = _account.SpentInContractYear + fees.Counted;
        decimal spent = spentBefore;
        PeriodTerms last = default;
        foreach (SectionPlan section in _plan.Sections)
        {
            if (!IsStarted(section.First))
            {
                break;
            }

            last = new PeriodTerms(
                section.Share, ContractYear, _calendar.NumberOf(_plan.Span), spent, isFinal, isFinal && IsLastOfYear);
            PeriodBill bill = EvaluateSection(section, last, ref sink);
            floor += FloorOf(section, last);
            spent += bill.Counted;
            sum = Add(sum, bill);
        }

        bool isOwedInFull = _account.ContractEnd is { TrueUp: EarlyEndTrueUp.InFull };
        DateSpan owed = isOwedInFull
            ? DateSpan.Between(_plan.Service.Start, _plan.Span.End!.Value)
            : _plan.Service;
        last = last with { SpentInYear = spentBefore, Share = _plan.ShareOf(_plan.Last, owed) };
        return Add(fees, BillOrder.TrueUp(_plan.Last, last, floor, YearCommitment(last), sum, ref sink));
    }

    /// <summary>Returns whether a part is billed yet.</summary>
    public bool IsStarted(int part) =>
        _plan.Parts[part].Days.Start < _through || _plan.Parts[part].Days.Start == _plan.Service.Start;

    /// <summary>Gets the fees of the sections. Fees for longer periods are outside all sections.</summary>
    public IReadOnlyList<FeePiece> SectionFees => _longFees is null ? _fees : [];

    /// <summary>Returns the usage of consecutive parts so far.</summary>
    public RangeUsage UsageOf(int first, int last, PlanTerms terms)
    {
        foreach (RangeUsage known in _usages)
        {
            if (known.Range == (first, last) && known.Window == terms.SmoothingPeriods)
            {
                return known;
            }
        }

        var usage = new RangeUsage(_account, _plan, _facts, (first, last), terms, _through);
        _usages.Add(usage);
        return usage;
    }

    /// <summary>Returns the unused allowance of a run, in billed units.</summary>
    public ref decimal UnusedOf(ChargeRun run) => ref _unused[run.Position];

    /// <summary>Returns the units carried into a run.</summary>
    public decimal CarriedInto(ChargeRun run) => run.Previous is { } previous ? _unused[previous.Position]
        : run.IsContinued ? 0m
        : NameLookup.Find(_account.Carried.AsSpan(), run.Terms.Charge.Name, static one => one.Charge)?.Quantity ?? 0m;

    /// <summary>Returns the commitment of a section for the billing period, if it is due.</summary>
    public decimal FloorOf(SectionPlan section, in PeriodTerms period)
    {
        PlanTerms terms = section.Plan.Terms;
        if (_account.ContractEnd is not { } ended || _plan.Service.End == _plan.Span.End)
        {
            return terms.FloorIn(period);
        }

        return ended.TrueUp switch
        {
            EarlyEndTrueUp.None => 0m,
            EarlyEndTrueUp.InFull when section.Last == _plan.Parts.Length - 1 => terms.FloorIn(period with
            {
                Share = _plan.ShareOf(
                    section.Plan,
                    DateSpan.Between(_plan.Parts[section.First].Days.Start, _plan.Span.End!.Value)),
            }),
            _ => terms.FloorIn(period),
        };
    }

    /// <summary>Returns the units that the last evaluation carries to the next period, and the units that lapse
    /// because the plan in force at the end lacks their charge.</summary>
    public (ValueList<CarriedAllowance> Carried, ValueList<CarriedAllowance> Lapsed) Allowances()
    {
        List<CarriedAllowance> carried = [];
        List<CarriedAllowance> lapsed = [];
        HashSet<ChargeRun> continued = [];
        int lastPart = _plan.Parts.Length - 1;
        for (int section = _plan.Sections.Count - 1; section >= 0; section--)
        {
            foreach (ChargeRun run in _plan.Sections[section].Runs)
            {
                Charge charge = run.Terms.Charge;
                decimal left = charge.Allowance.Rollover.Carry(_unused[run.Position]);
                if (left > 0m && run.Last == lastPart)
                {
                    carried.Add(CarriedAllowance.Of(charge.Name, left));
                }
                else if (left > 0m && !continued.Contains(run))
                {
                    lapsed.Add(CarriedAllowance.Of(charge.Name, left));
                }

                if (run.Previous is { } previous)
                {
                    continued.Add(previous);
                }
            }
        }

        return (carried.ToValueList(), lapsed.ToValueList());
    }

    /// <summary>Returns the usage that the next period needs if its plan smooths usage.</summary>
    public ValueList<MeterSeries> Recent()
    {
        int kept = _plan.Last.Terms.SmoothingPeriods - 1;
        if (kept == 0)
        {
            return [];
        }

        List<MeterSeries> series = [];
        foreach (string meter in _plan.Last.Terms.Meters)
        {
            decimal own = _facts.Quantity(_plan.IndexOf(meter), _plan.Service, _plan.Service.End!.Value);
            MeterSeries? recent = NameLookup.Find(_account.RecentUsage.AsSpan(), meter, static one => one.Meter);
            decimal[] all = recent is null ? [own] : [.. recent.Quantities, own];
            series.Add(MeterSeries.Of(meter, all.AsSpan(Math.Max(all.Length - kept, 0))));
        }

        return series.ToValueList();
    }

    private static PeriodBill Add(in PeriodBill sum, in PeriodBill bill) => new()
    {
        BaseFee = sum.BaseFee + bill.BaseFee,
        Charges = sum.Charges + bill.Charges,
        AmountDiscount = sum.AmountDiscount + bill.AmountDiscount,
        PercentDiscount = sum.PercentDiscount + bill.PercentDiscount,
        OverageSurcharge = sum.OverageSurcharge + bill.OverageSurcharge,
        TrueUp = sum.TrueUp + bill.TrueUp,
        OverCap = sum.OverCap + bill.OverCap,
        MovedUp = sum.MovedUp + bill.MovedUp,
        NextPlanAmount = bill.NextPlanAmount,
        Amount = sum.Amount + bill.Amount,
        Counted = sum.Counted + bill.Counted,
    };

    private PeriodBill EvaluateSection<TSink>(SectionPlan plan, in PeriodTerms period, ref TSink sink)
        where TSink : IBillSink
    {
        var section = new PeriodSection(this, _plan, plan, period);
        int charge = 0;
        try
        {
            return BillOrder.Section(ref section, ref sink, ref charge);
        }
        catch (ArgumentException refused) when (charge < section.ChargeCount)
        {
            throw DomainGuards.Within(section.TextOf(charge), refused, UsageName);
        }
        catch (OverflowException overflow)
        {
            if (TSink.IsActive)
            {
                NoSteps none = default;
                // Throws if a single amount overflows, so that the message names it instead of the sum of lines.
                _ = EvaluateSection(plan, period, ref none);
                charge = section.ChargeCount;
            }

            throw DomainGuards.Overflow(section.TextOf(charge), UsageName, overflow);
        }
    }

    // Fees for longer periods precede the sections, each with the percent discount of its plan.
    private PeriodBill AddLongFees<TSink>(ref TSink sink)
        where TSink : IBillSink
    {
        PeriodBill sum = default;
        if (_longFees is null)
        {
            return sum;
        }

        foreach (FeePiece piece in _fees.Where(piece => IsStarted(piece.Part)))
        {
            decimal discount = piece.Amount * piece.Plan.PercentDiscount;
            decimal net = piece.Amount - discount;
            if (TSink.IsActive)
            {
                AddLongFee(piece, discount, ref sink);
            }

            sum = Add(sum, new PeriodBill
            {
                BaseFee = piece.Amount,
                PercentDiscount = discount,
                Amount = net,
                Counted = net,
            });
        }

        if (TSink.IsActive)
        {
            sink.BeginPeriod();
        }

        return sum;
    }

    private static void AddLongFee<TSink>(in FeePiece piece, decimal discount, ref TSink sink)
        where TSink : IBillSink
    {
        sink.BeginSection();
        sink.AddToSection(piece.Step());
        if (discount != 0m)
        {
            sink.AddToSection(new BillStep
            {
                Kind = BillStepKind.PercentDiscount,
                Item = piece.Plan.Name,
                Amount = -discount,
                Of = piece.Amount,
                Rate = piece.Plan.PercentDiscount,
            });
        }

        sink.MarkSpend();
        sink.EndSection();
    }

    private decimal? YearCommitment(in PeriodTerms period)
    {
        if (_plan.Last.Terms.YearCommitmentIn(period) is not { } committed)
        {
            return null;
        }

        LocalDate? yearEnd = _calendar.EndOfYear(ContractYear);
        if (_account.ContractEnd is not { } ended || yearEnd <= ended.On || yearEnd is null)
        {
            return committed;
        }

        LocalDate start = _calendar.StartOfYear(ContractYear);
        return ended.TrueUp switch
        {
            EarlyEndTrueUp.None => null,
            EarlyEndTrueUp.InFull => committed,
            _ => committed * Period.DaysBetween(start, ended.On) / Period.DaysBetween(start, yearEnd.Value),
        };
    }

    private void RequirePeriodWithinYear()
    {
        bool isByYear = Array.Exists(
            _plan.Parts, static part => part.Plan.Commitment?.Period == CommitmentPeriod.ContractYear);
        if (isByYear && _plan.Span.Start.Year < 9999 && _plan.Span.Start.PlusMonths(MaxMonths) < _plan.Span.End)
        {
            throw new ArgumentException(
                $"Plan \"{_plan.Last.Name}\" of {_account.Customer} is committed by contract year with billing "
                    + $"periods of {_account.Cycle.Interval}; periods of up to {MaxMonths} months are expected.",
                _accountName);
        }
    }
}
