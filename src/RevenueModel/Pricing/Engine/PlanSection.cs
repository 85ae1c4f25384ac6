namespace RevenueModel.Pricing;

/// <summary>A whole or partial period under one plan.</summary>
internal readonly ref struct PlanSection(
    PlanTerms terms,
    in PeriodTerms period,
    PeriodUsage usage,
    Span<decimal> carried,
    Span<RatedCharge> charges,
    string parameterName) : IBillSection
{
    private readonly PlanTerms _terms = terms;
    private readonly PeriodUsage _usage = usage;
    private readonly Span<decimal> _carried = carried;
    private readonly Span<RatedCharge> _charges = charges;
    private readonly string _parameterName = parameterName;

    public PricePlan Plan => _terms.Plan;

    public PeriodTerms Period { get; } = period;

    public decimal BaseFee => Period.Share.Of(Plan.BaseFee);

    public int ChargeCount => _terms.Charges.Length;

    public decimal AmountDiscount => Period.Share.Of(Plan.AmountDiscount);

    public decimal? WholeAmountDiscount => Plan.AmountDiscount;

    public decimal Floor => _terms.FloorIn(Period);

    public decimal? Cap => _terms.CapIn(Period);

    public void AddBaseFee<TSink>(ref TSink sink)
        where TSink : IBillSink
    {
        if (Plan.BaseFee > 0m)
        {
            sink.AddToSection(new BillStep
            {
                Kind = BillStepKind.BaseFee,
                Item = Plan.Name,
                Amount = BaseFee,
                Rate = Plan.BaseFee,
                BilledDays = Period.Share.BilledDays,
            });
        }
    }

    public RatedCharge Rate<TSink>(int charge, ref TSink sink)
        where TSink : IBillSink
    {
        ref readonly ChargeTerms ofCharge = ref _terms.Charges[charge];
        var part = new ChargePeriod(Period.Share, Period.IsFinal);
        RatedCharge rated = ofCharge.Rate(part, _usage, _carried.IsEmpty ? 0m : _carried[charge], ref sink);
        if (!_carried.IsEmpty)
        {
            _carried[charge] = ofCharge.Charge.Allowance.Rollover.Carry(rated.Unused);
        }

        if (!_charges.IsEmpty)
        {
            _charges[charge] = rated;
        }

        return rated;
    }

    public decimal? NextAmount() => _terms.NextAmount(Period, _usage, _parameterName);
}
