namespace RevenueModel.Pricing;

/// <summary>A whole period of a plan whose charges are already rated. For many bills, the plan-level terms are looked
/// up once.</summary>
internal ref struct WholePeriod : IBillSection
{
    private readonly PlanTerms _terms;
    private readonly string _parameterName;

    /// <param name="terms">The plan.</param>
    /// <param name="period">The period.</param>
    /// <param name="parameterName">The parameter of the caller that holds the usage.</param>
    public WholePeriod(PlanTerms terms, in PeriodTerms period, string parameterName)
    {
        _terms = terms;
        _parameterName = parameterName;
        Period = period;
        Floor = terms.FloorIn(period);
        Cap = terms.CapIn(period);
    }

    public readonly PricePlan Plan => _terms.Plan;

    public PeriodTerms Period { get; }

    public readonly decimal BaseFee => Plan.BaseFee;

    public readonly int ChargeCount => 0; // they are rated in bulk

    public readonly decimal AmountDiscount => Plan.AmountDiscount;

    public readonly decimal? WholeAmountDiscount => Plan.AmountDiscount;

    public decimal Floor { get; }

    public decimal? Cap { get; }

    /// <summary>Gets or sets the usage of the one meter, for the plan to move up to.</summary>
    public ReadOnlySpan<decimal> Usage { get; set; }

    public readonly void AddBaseFee<TSink>(ref TSink sink)
        where TSink : IBillSink
    {
    }

    public readonly RatedCharge Rate<TSink>(int charge, ref TSink sink)
        where TSink : IBillSink => throw new InvalidOperationException();

    public readonly decimal? NextAmount() => _terms.NextAmount(Period, new PeriodUsage(Usage, []), _parameterName);
}
