namespace RevenueModel.Pricing;

/// <summary>The order of evaluation of a bill. It is stated here once: <see cref="BillCalculator"/> and invoices both
/// follow it.</summary>
/// <remarks>
/// <para>For each section of the period: base fee; each charge (usage, unit conversion and rounding, allowance, price
/// by tier, usage discount, amount discount, percent discount, minimum, maximum); amount discount and percent discount
/// of the plan; overage surcharge; cap; moving up.</para>
/// <para>Then, once for the period: true-up to the commitment of the billing period; true-up to the commitment of the
/// contract year. The cap and moving up stop at the commitment of the billing period, and a cap below it is refused.
/// An earlier true-up would therefore give the same result.</para>
/// </remarks>
internal static class BillOrder
{
    /// <summary>Computes the bill of a section, without true-ups.</summary>
    /// <param name="section">The section.</param>
    /// <param name="sink">Receives the steps.</param>
    /// <param name="current">Receives the position of the charge that is being evaluated, or the number of charges
    /// during the plan-level terms.</param>
    public static PeriodBill Section<TSection, TSink>(
        scoped ref TSection section, scoped ref TSink sink, ref int current)
        where TSection : IBillSection, allows ref struct
        where TSink : IBillSink
    {
        if (TSink.IsActive)
        {
            sink.BeginSection();
            section.AddBaseFee(ref sink);
        }

        decimal charges = 0m;
        for (current = 0; current < section.ChargeCount; current++)
        {
            charges += section.Rate(current, ref sink).Amount;
        }

        return PlanLevel(ref section, charges, ref sink);
    }

    /// <summary>Computes the bill of a section from the sum of its charges, without true-ups.</summary>
    public static PeriodBill PlanLevel<TSection, TSink>(
        scoped ref TSection section, decimal charges, scoped ref TSink sink)
        where TSection : IBillSection, allows ref struct
        where TSink : IBillSink
    {
        PricePlan plan = section.Plan;
        decimal baseFee = section.BaseFee;
        decimal gross = baseFee + charges;
        decimal spent = gross;
        decimal amountDiscount = Deductions.TakeAmount(ref spent, section.AmountDiscount);
        decimal discounted = spent;
        decimal percentDiscount = Deductions.TakeShare(ref spent, plan.PercentDiscount);
        if (TSink.IsActive)
        {
            AddDiscounts(ref section, gross, amountDiscount, discounted, percentDiscount, ref sink);
            sink.MarkSpend();
        }

        decimal surcharge = 0m;
        if (plan.Commitment is { OverageMultiplier: not 1m } commitment)
        {
            surcharge = Surcharge(ref section, commitment, spent, ref sink);
        }

        decimal amount = surcharge == 0m ? spent : spent + surcharge;
        decimal overCap = 0m;
        if (section.Cap is { } cap)
        {
            overCap = OverCap(plan, cap, ref amount, ref sink);
        }

        decimal? ofNext = plan.Protection?.MoveUpTo is null ? null : section.NextAmount();
        decimal movedUp = ofNext is { } next ? MovedUp(ref section, ref amount, next, ref sink) : 0m;
        if (TSink.IsActive)
        {
            sink.EndSection();
        }

        return new PeriodBill
        {
            BaseFee = baseFee,
            Charges = charges,
            AmountDiscount = amountDiscount,
            PercentDiscount = percentDiscount,
            OverageSurcharge = surcharge,
            OverCap = overCap,
            MovedUp = movedUp,
            NextPlanAmount = ofNext,
            Amount = amount,
            Counted = Math.Min(spent, amount),
        };
    }

    /// <summary>Returns the amount that raises a bill to the commitment of its period.</summary>
    /// <param name="amount">The bill without it.</param>
    /// <param name="floor">The commitment; zero if it is not due.</param>
    public static decimal ToCommitment(decimal amount, decimal floor) => amount < floor ? floor - amount : 0m;

    /// <summary>Adds the true-ups of the period to the sum of its sections.</summary>
    /// <param name="last">The plan in force at the end of the period.</param>
    /// <param name="period">The period.</param>
    /// <param name="floor">The commitment of the billing period; zero if it is not due.</param>
    /// <param name="ofYear">The commitment of the contract year, or <see langword="null"/> if it is not due.</param>
    /// <param name="bill">The sum of the sections.</param>
    /// <param name="sink">Receives the steps.</param>
    public static PeriodBill TrueUp<TSink>(
        PricePlan last,
        in PeriodTerms period,
        decimal floor,
        decimal? ofYear,
        in PeriodBill bill,
        scoped ref TSink sink)
        where TSink : IBillSink
    {
        decimal trueUp = ToCommitment(bill.Amount, floor);
        if (TSink.IsActive && floor > 0m)
        {
            sink.AddToPeriod(new BillStep
            {
                Kind = BillStepKind.TrueUp,
                Item = last.Name,
                Amount = trueUp,
                Bound = floor,
                BilledDays = period.Share.BilledDays,
            });
        }

        if (ofYear is { } committed)
        {
            decimal counted = Math.Min(bill.Counted, bill.Amount);
            decimal missing = Math.Max(committed - period.SpentInYear - counted, 0m);
            trueUp += missing;
            if (TSink.IsActive)
            {
                sink.AddToPeriod(new BillStep
                {
                    Kind = BillStepKind.TrueUp,
                    Item = last.Name,
                    Amount = missing,
                    Bound = committed,
                    Of = period.SpentInYear + counted,
                    ContractYear = period.ContractYear,
                });
            }
        }

        return trueUp == 0m ? bill : bill with { TrueUp = trueUp, Amount = bill.Amount + trueUp };
    }

    private static decimal OverCap<TSink>(PricePlan plan, decimal cap, ref decimal amount, scoped ref TSink sink)
        where TSink : IBillSink
    {
        decimal overCap = 0m;
        if (amount > cap)
        {
            overCap = amount - cap;
            amount = cap;
        }

        if (TSink.IsActive)
        {
            sink.AddToSection(new BillStep
            {
                Kind = BillStepKind.OverCap,
                Item = plan.Name,
                Amount = -overCap,
                Bound = cap,
            });
        }

        return overCap;
    }

    private static decimal MovedUp<TSection, TSink>(
        scoped ref TSection section, ref decimal amount, decimal next, scoped ref TSink sink)
        where TSection : IBillSection, allows ref struct
        where TSink : IBillSink
    {
        decimal floor = section.Floor;
        decimal bound = Math.Max(next, floor);
        decimal movedUp = 0m;
        if (amount > bound)
        {
            movedUp = amount - bound;
            amount -= movedUp;
        }

        if (TSink.IsActive)
        {
            sink.AddToSection(new BillStep
            {
                Kind = BillStepKind.MovedUp,
                Item = section.Plan.Name,
                Amount = -movedUp,
                Bound = bound,
                Of = bound == floor && floor > 0m ? floor : null,
                NextPlan = section.Plan.Protection!.MoveUpTo!.Name,
            });
        }

        return movedUp;
    }

    private static decimal Surcharge<TSection, TSink>(
        scoped ref TSection section, Commitment commitment, decimal spent, scoped ref TSink sink)
        where TSection : IBillSection, allows ref struct
        where TSink : IBillSink
    {
        PeriodTerms period = section.Period;
        bool isOfYear = commitment.Period == CommitmentPeriod.ContractYear;
        decimal before = isOfYear ? period.SpentInYear : 0m;
        decimal committed = commitment.AmountIn(period.ContractYear, period.ContractPeriod);
        committed = isOfYear ? committed : period.Share.Of(committed);
        decimal over = Math.Max(before + spent - committed, 0m) - Math.Max(before - committed, 0m);
        decimal surcharge = over * (commitment.OverageMultiplier - 1m);
        if (TSink.IsActive && surcharge != 0m)
        {
            sink.AddToSection(new BillStep
            {
                Kind = BillStepKind.OverageSurcharge,
                Item = section.Plan.Name,
                Amount = surcharge,
                Of = over,
                Bound = committed,
                Rate = commitment.OverageMultiplier,
                ContractYear = isOfYear ? period.ContractYear : null,
                BilledDays = isOfYear ? null : period.Share.BilledDays,
            });
        }

        return surcharge;
    }

    private static void AddDiscounts<TSection, TSink>(
        scoped ref TSection section,
        decimal gross,
        decimal amountDiscount,
        decimal discounted,
        decimal percentDiscount,
        scoped ref TSink sink)
        where TSection : IBillSection, allows ref struct
        where TSink : IBillSink
    {
        if (amountDiscount > 0m)
        {
            PeriodShare share = section.Period.Share;
            sink.AddToSection(new BillStep
            {
                Kind = BillStepKind.AmountDiscount,
                Item = section.Plan.Name,
                Amount = -amountDiscount,
                Of = gross,
                Rate = section.WholeAmountDiscount,
                BilledDays = share.BilledDays,
            });
        }

        if (percentDiscount != 0m)
        {
            sink.AddToSection(new BillStep
            {
                Kind = BillStepKind.PercentDiscount,
                Item = section.Plan.Name,
                Amount = -percentDiscount,
                Of = discounted,
                Rate = section.Plan.PercentDiscount,
            });
        }
    }
}
