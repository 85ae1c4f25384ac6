using RevenueModel.Pricing;

namespace RevenueModel.Billing;

/// <summary>A section of a billing period with its usage, ready for <see cref="BillOrder"/>.</summary>
internal sealed class PeriodSection : IBillSection
{
    private readonly PeriodEvaluation _evaluation;
    private readonly PeriodPlan _plan;
    private readonly SectionPlan _section;
    private readonly List<ChargeRun> _runs;

    public PeriodSection(PeriodEvaluation evaluation, PeriodPlan plan, SectionPlan section, in PeriodTerms period)
    {
        _evaluation = evaluation;
        _plan = plan;
        _section = section;
        _runs = section.Runs;
        Period = period;
        while (!evaluation.IsAhead && ChargeCount < _runs.Count && evaluation.IsStarted(_runs[ChargeCount].First))
        {
            ChargeCount++;
        }

        foreach (FeePiece piece in evaluation.SectionFees)
        {
            BaseFee += IsOwn(piece) ? piece.Amount : 0m;
        }
    }

    public PricePlan Plan => _section.Plan;

    public PeriodTerms Period { get; }

    public decimal BaseFee { get; }

    public int ChargeCount { get; }

    public decimal AmountDiscount =>
        WholeAmountDiscount is { } discount && _evaluation.IsStarted(_section.Last)
            ? _section.Share.Of(discount)
            : Sum((plan, _) => plan.AmountDiscount, isStarted: true);

    public decimal? WholeAmountDiscount => Common(static (plan, _) => plan.AmountDiscount);

    public decimal Floor => _evaluation.FloorOf(_section, Period);

    public decimal? Cap => Plan.Protection is not { Cap.IsSet: true } ? null
        : Common(CapOf) is { } cap ? _section.Share.Of(cap)
        : Sum(CapOf);

    /// <summary>Returns the name of a charge for messages; for the position after the last charge, that of the
    /// plan.</summary>
    public string TextOf(int charge) => charge < ChargeCount
        ? $"charge \"{_runs[charge].Terms.Charge.Name}\" of plan \"{_plan.Parts[_runs[charge].Last].Plan.Name}\""
        : $"plan \"{Plan.Name}\"";

    public void AddBaseFee<TSink>(ref TSink sink)
        where TSink : IBillSink
    {
        foreach (FeePiece piece in _evaluation.SectionFees)
        {
            if (piece.Plan.BaseFee > 0m && IsOwn(piece))
            {
                sink.AddToSection(piece.Step());
            }
        }
    }

    public RatedCharge Rate<TSink>(int charge, ref TSink sink)
        where TSink : IBillSink
    {
        ChargeRun run = _runs[charge];
        RangeUsage usage = _evaluation.UsageOf(run.First, run.Last, Plan.Terms);
        var part = new ChargePeriod(run.Share, Period.IsFinal);
        RatedCharge rated = run.Terms.Rate(part, usage.Usage, _evaluation.CarriedInto(run), ref sink);
        _evaluation.UnusedOf(run) = rated.Unused;
        return rated;
    }

    public decimal? NextAmount()
    {
        PlanTerms next = Plan.Protection!.MoveUpTo!.Terms;
        RangeUsage usage = _evaluation.UsageOf(_section.First, _section.Last, Plan.Terms);
        int[] places = [.. next.Meters.Select(_plan.IndexOf)];
        return next.AmountOn(Period, usage.Usage, places, _evaluation.UsageName);
    }

    private bool IsOwn(in FeePiece piece) =>
        piece.Part >= _section.First && piece.Part <= _section.Last && _evaluation.IsStarted(piece.Part);

    private decimal CapOf(PricePlan plan, PeriodTerms period) =>
        plan.Terms.CapIn(period with { Share = PeriodShare.All }) ?? 0m;

    private decimal? Common(Func<PricePlan, PeriodTerms, decimal> value)
    {
        decimal first = value(_plan.Parts[_section.First].Plan, Period);
        for (int part = _section.First + 1; part <= _section.Last; part++)
        {
            if (value(_plan.Parts[part].Plan, Period) != first)
            {
                return null;
            }
        }

        return first;
    }

    private decimal Sum(Func<PricePlan, PeriodTerms, decimal> value, bool isStarted = false)
    {
        decimal sum = 0m;
        for (int part = _section.First; part <= _section.Last && (!isStarted || _evaluation.IsStarted(part)); part++)
        {
            PricePlan plan = _plan.Parts[part].Plan;
            sum += _plan.ShareOf(plan, _plan.Parts[part].Days).Of(value(plan, Period));
        }

        return sum;
    }
}
