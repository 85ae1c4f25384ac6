using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A <see cref="PricePlan"/> ready for evaluation.</summary>
internal sealed class PlanTerms
{
    private const int MostOnStack = 16;
    private const int Block = 128;

    private readonly ChargeTerms[] _charges;
    private readonly decimal?[] _caps; // of each contract year that differs
    private readonly bool _hasMultiplier;
    private readonly int[] _metersOfNext; // of the plan to move up to, where its meters stand among these

    public PlanTerms(PricePlan plan)
    {
        Plan = plan;
        List<string> meters = [];
        _charges = [.. plan.Charges.Select(charge => new ChargeTerms(charge, Add(meters, ChargeTerms.MetersOf(charge))))];
        _metersOfNext = plan.Protection?.MoveUpTo is { } next ? Add(meters, next.Meters) : [];
        Meters = meters.ToValueList();
        _caps =
        [
            .. Enumerable.Range(1, plan.Commitment?.Amounts.Count ?? 1)
                .Select(year => plan.Protection?.Cap.AmountFor(CommittedFee(year))),
        ];
        _hasMultiplier = plan.Commitment is { OverageMultiplier: not 1m };
        IsSameEachPeriod = SmoothingPeriods == 1
            && plan.Charges.AsEnumerable().All(static charge => charge.Allowance.Rollover == default)
            && plan.Commitment is null or { Period: CommitmentPeriod.BillingPeriod, Amounts.Count: 1 }
            && plan.Protection?.MoveUpTo is null;
        NeedsTransactions = plan.Charges.AsEnumerable().Any(charge => charge.Price is PercentagePrice { NeedsTransactions: true })
            || plan.Protection?.MoveUpTo?.Terms.NeedsTransactions == true; // it is billed on the same usage
        PricePlanValidator.RequireConsistent(this);
    }

    public PricePlan Plan { get; }

    public ValueList<string> Meters { get; }

    public ReadOnlySpan<ChargeTerms> Charges => _charges;

    /// <summary>Whether the plan, or one that it moves up to, prices single transactions.</summary>
    public bool NeedsTransactions { get; }

    /// <summary>Whether each period is billed alone: nothing is smoothed, carried, counted by year or ramped.</summary>
    public bool IsSameEachPeriod { get; }

    public int SmoothingPeriods => Plan.Protection?.SmoothingPeriods ?? 1;

    /// <summary>What the plan bills for a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="usage">What was used, smoothed where the plan smooths.</param>
    /// <param name="carried">The allowance carried to each charge, which becomes that carried on; empty where none is.</param>
    /// <param name="charges">Receives what each charge comes to; empty where nobody asks.</param>
    public PeriodBill Evaluate(
        in PeriodTerms period,
        in PeriodUsage usage,
        Span<decimal> carried,
        Span<RatedCharge> charges)
    {
        decimal ofCharges = 0m;
        for (int i = 0; i < _charges.Length; i++)
        {
            RatedCharge charge = Rate(_charges[i], period.Share, usage, carried.IsEmpty ? 0m : carried[i]);
            ofCharges += charge.Amount;
            if (!carried.IsEmpty)
            {
                carried[i] = _charges[i].Charge.Allowance.Rollover.Carry(charge.Unused);
            }

            if (!charges.IsEmpty)
            {
                charges[i] = charge;
            }
        }

        return Total(period, usage, ofCharges);
    }

    /// <summary>What the plan bills for many usages of its one meter, each for a whole period, the first of the
    /// contract.</summary>
    /// <param name="usages">What was used.</param>
    /// <param name="destination">Receives the amounts; may be the same memory.</param>
    public void Amounts(ReadOnlySpan<decimal> usages, Span<decimal> destination)
    {
        Span<decimal> sums = stackalloc decimal[Block];
        Span<decimal> amounts = stackalloc decimal[Block];
        PeriodTerms first = PeriodTerms.First;
        while (!usages.IsEmpty)
        {
            int count = Math.Min(usages.Length, Block);
            sums[..count].Clear();
            foreach (ref readonly ChargeTerms charge in Charges)
            {
                Rate(charge, usages[..count], amounts[..count]);
                for (int i = 0; i < count; i++)
                {
                    sums[i] += amounts[i];
                }
            }

            for (int i = 0; i < count; i++)
            {
                destination[i] = Total(first, new PeriodUsage(usages.Slice(i, 1), []), sums[i]).Amount;
            }

            usages = usages[count..];
            destination = destination[count..];
        }
    }

    /// <summary>The most that a period is billed, save what is missing to the commitment of a contract year.</summary>
    public decimal? CapIn(in PeriodTerms period) =>
        _caps[Math.Min(period.ContractYear, _caps.Length) - 1] is { } cap ? period.Share.Of(cap) : null;

    /// <summary>What a period is billed at the least.</summary>
    public decimal FloorIn(in PeriodTerms period) =>
        period.IsFinal && Plan.Commitment is { TrueUp: true, Period: CommitmentPeriod.BillingPeriod } commitment
            ? period.Share.Of(commitment.AmountIn(period.ContractYear))
            : 0m;

    private RatedCharge Rate(in ChargeTerms charge, PeriodShare share, in PeriodUsage usage, decimal carried)
    {
        try
        {
            return charge.Rate(share, usage, carried);
        }
        catch (ArgumentException refused)
        {
            throw Within(charge, refused);
        }
    }

    private void Rate(in ChargeTerms charge, ReadOnlySpan<decimal> usages, Span<decimal> amounts)
    {
        try
        {
            charge.Amounts(usages, amounts);
        }
        catch (ArgumentException refused)
        {
            throw Within(charge, refused);
        }
    }

    private ArgumentException Within(in ChargeTerms charge, ArgumentException refused) =>
        DomainGuards.Within(Invariant($"charge \"{charge.Charge.Name}\" of plan \"{Plan.Name}\""), refused);

    private PeriodBill Total(in PeriodTerms period, in PeriodUsage usage, decimal ofCharges)
    {
        decimal baseFee = period.Share.Of(Plan.BaseFee);
        decimal spent = baseFee + ofCharges;
        decimal amountDiscount = Deductions.TakeAmount(ref spent, period.Share.Of(Plan.AmountDiscount));
        decimal percentDiscount = Deductions.TakeShare(ref spent, Plan.PercentDiscount);

        decimal surcharge = _hasMultiplier ? SurchargeOn(spent, period) : 0m;
        decimal amount = _hasMultiplier ? spent + surcharge : spent;
        decimal trueUp = 0m;
        decimal floor = FloorIn(period);
        if (amount < floor)
        {
            trueUp = floor - amount;
            amount = floor;
        }

        decimal overCap = 0m;
        if (CapIn(period) is { } cap && amount > cap)
        {
            overCap = amount - cap;
            amount = cap;
        }

        decimal movedUp = 0m;
        decimal? ofNext = Plan.Protection?.MoveUpTo is { } next ? AmountUnder(next, period, usage) : null;
        if (ofNext is { } other)
        {
            movedUp = Math.Max(amount - Math.Max(other, floor), 0m);
            amount -= movedUp;
        }

        decimal counted = Math.Min(spent, amount);
        if (period is { IsFinal: true, IsLastOfYear: true }
            && Plan.Commitment is { TrueUp: true, Period: CommitmentPeriod.ContractYear } commitment)
        {
            trueUp = Math.Max(commitment.AmountIn(period.ContractYear) - period.SpentInYear - counted, 0m);
            amount += trueUp;
        }

        return new PeriodBill
        {
            BaseFee = baseFee,
            Charges = ofCharges,
            AmountDiscount = amountDiscount,
            PercentDiscount = percentDiscount,
            OverageSurcharge = surcharge,
            TrueUp = trueUp,
            OverCap = overCap,
            MovedUp = movedUp,
            NextPlanAmount = ofNext,
            Amount = amount,
            Counted = counted,
        };
    }

    private decimal SurchargeOn(decimal spent, in PeriodTerms period)
    {
        Commitment commitment = Plan.Commitment!;
        bool isOfYear = commitment.Period == CommitmentPeriod.ContractYear;
        decimal before = isOfYear ? period.SpentInYear : 0m;
        decimal committed = commitment.AmountIn(period.ContractYear);
        committed = isOfYear ? committed : period.Share.Of(committed);
        decimal over = Math.Max(before + spent - committed, 0m) - Math.Max(before - committed, 0m);
        return over * (commitment.OverageMultiplier - 1m);
    }

    // Nothing where the usage is above the last tier of the next plan.
    private decimal? AmountUnder(PricePlan next, in PeriodTerms period, in PeriodUsage usage)
    {
        int count = _metersOfNext.Length;
        Span<decimal> quantities = count <= MostOnStack ? stackalloc decimal[count] : new decimal[count];
        for (int i = 0; i < count; i++)
        {
            quantities[i] = usage.Quantities[_metersOfNext[i]];
        }

        ValueList<decimal>[] transactions = usage.Transactions.IsEmpty ? [] : new ValueList<decimal>[count];
        for (int i = 0; i < transactions.Length; i++)
        {
            transactions[i] = usage.Transactions[_metersOfNext[i]];
        }

        var usageOfNext = new PeriodUsage(quantities, transactions);
        foreach (ref readonly ChargeTerms charge in next.Terms.Charges)
        {
            if (!charge.Serves(period.Share, usageOfNext))
            {
                return null;
            }
        }

        PeriodTerms ofNext = period with { SpentInYear = 0m, IsLastOfYear = false };
        return next.Terms.Evaluate(ofNext, usageOfNext, [], []).Amount;
    }

    /// <summary>The least that a whole period of a contract year is meant to bill.</summary>
    public decimal CommittedFee(int contractYear) =>
        Plan.Commitment is { Period: CommitmentPeriod.BillingPeriod } commitment
            ? Math.Max(Plan.BaseFee, commitment.AmountIn(contractYear))
            : Plan.BaseFee;

    private static int[] Add(List<string> meters, ValueList<string> further)
    {
        var places = new int[further.Count];
        for (int i = 0; i < places.Length; i++)
        {
            int place = meters.FindIndex(meter => string.Equals(meter, further[i], StringComparison.OrdinalIgnoreCase));
            if (place < 0)
            {
                place = meters.Count;
                meters.Add(further[i]);
            }

            places[i] = place;
        }

        return places;
    }
}
