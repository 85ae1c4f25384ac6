namespace RevenueModel.Pricing;

/// <summary>The parts of a period that are billed under the same plan-level terms. <see cref="BillOrder"/> evaluates
/// it.</summary>
internal interface IBillSection
{
    /// <summary>Gets the plan whose plan-level terms apply.</summary>
    public PricePlan Plan { get; }

    /// <summary>Gets the period.</summary>
    public PeriodTerms Period { get; }

    /// <summary>Gets the base fee.</summary>
    public decimal BaseFee { get; }

    /// <summary>Gets the number of charges.</summary>
    public int ChargeCount { get; }

    /// <summary>Gets the amount discount, prorated.</summary>
    public decimal AmountDiscount { get; }

    /// <summary>Gets the amount discount of a whole period, or <see langword="null"/> if it differs between
    /// parts.</summary>
    public decimal? WholeAmountDiscount { get; }

    /// <summary>Gets the commitment of the section, if it is for a billing period with a true-up and the period is
    /// over; zero otherwise.</summary>
    public decimal Floor { get; }

    /// <summary>Gets the cap, prorated, or <see langword="null"/> if there is none.</summary>
    public decimal? Cap { get; }

    /// <summary>Adds the steps of the base fee.</summary>
    public void AddBaseFee<TSink>(ref TSink sink)
        where TSink : IBillSink;

    /// <summary>Computes the amount of a charge and adds its steps.</summary>
    /// <param name="charge">The position of the charge.</param>
    /// <param name="sink">Receives the steps.</param>
    public RatedCharge Rate<TSink>(int charge, ref TSink sink)
        where TSink : IBillSink;

    /// <summary>Computes the bill of the next plan for the same usage, or <see langword="null"/> if there is no next
    /// plan, or its last tier ends below the usage.</summary>
    public decimal? NextAmount();
}
