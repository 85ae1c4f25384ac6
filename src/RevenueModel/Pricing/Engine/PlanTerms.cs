using System.Runtime.InteropServices;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A <see cref="PricePlan"/> prepared for evaluation. Making one refuses nothing: see
/// <see cref="Conflict"/>.</summary>
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
        _metersOfNext = plan.Protection?.MoveUpTo is { } next ? Add(meters, next.Terms.Meters) : [];
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
        Conflict = PricePlanValidator.ConflictIn(this);
    }

    public PricePlan Plan { get; }

    /// <summary>Gets what is wrong with the plan, or <see langword="null"/> if nothing is.</summary>
    public string? Conflict { get; }

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
    /// <param name="charges">Receives what each charge comes to; empty if it is not needed.</param>
    /// <param name="parameterName">The parameter of the caller that holds the usage.</param>
    /// <exception cref="ArgumentException">A charge does not serve the usage, or an amount does not fit a decimal. The
    /// message names the charge and the plan.</exception>
    public PeriodBill Evaluate(
        in PeriodTerms period,
        in PeriodUsage usage,
        Span<decimal> carried,
        Span<RatedCharge> charges,
        string parameterName)
    {
        decimal ofCharges = 0m;
        int i = 0;
        try
        {
            for (; i < _charges.Length; i++)
            {
                RatedCharge charge = _charges[i].Rate(period.Share, usage, carried.IsEmpty ? 0m : carried[i]);
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

            return Total(period, usage, ofCharges, parameterName);
        }
        catch (ArgumentException refused) when (i < _charges.Length)
        {
            throw DomainGuards.Within(TextOf(i), refused, parameterName);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(TextOf(i), parameterName, overflow);
        }
    }

    /// <summary>Computes what the plan bills for many usages of its one meter, each for a whole period, the first of
    /// the contract.</summary>
    /// <param name="usages">What was used.</param>
    /// <param name="destination">Receives the amounts; may be the same memory.</param>
    /// <param name="parameterName">The parameter of the caller that holds the usages.</param>
    /// <returns>The number of amounts: all, or those before the first usage that a charge does not serve.</returns>
    /// <exception cref="ArgumentException">An amount does not fit a decimal. The message names the charge and the
    /// plan.</exception>
    public int Amounts(ReadOnlySpan<decimal> usages, Span<decimal> destination, string parameterName)
    {
        Span<decimal> sums = stackalloc decimal[Block];
        Span<decimal> amounts = stackalloc decimal[Block];
        PeriodTerms first = PeriodTerms.First;
        int charge = 0;
        try
        {
            for (int rated = 0; rated < usages.Length;)
            {
                ReadOnlySpan<decimal> block = usages[rated..Math.Min(rated + Block, usages.Length)];
                int count = block.Length;
                sums[..count].Clear();
                for (charge = 0; charge < _charges.Length; charge++)
                {
                    count = _charges[charge].Amounts(block[..count], amounts[..count]);
                    for (int i = 0; i < count; i++)
                    {
                        sums[i] += amounts[i];
                    }
                }

                for (int i = 0; i < count; i++)
                {
                    destination[rated + i] =
                        Total(first, new PeriodUsage(block.Slice(i, 1), []), sums[i], parameterName).Amount;
                }

                rated += count;
                if (count < block.Length)
                {
                    return rated;
                }
            }

            return usages.Length;
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(TextOf(charge), parameterName, overflow);
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

    // A charge by its position; beyond the last one, the plan.
    private string TextOf(int charge) => charge < _charges.Length
        ? $"charge \"{_charges[charge].Charge.Name}\" of plan \"{Plan.Name}\""
        : $"plan \"{Plan.Name}\"";

    private PeriodBill Total(
        in PeriodTerms period, in PeriodUsage usage, decimal ofCharges, string parameterName)
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
        decimal? ofNext = Plan.Protection?.MoveUpTo is { } next ? AmountUnder(next, period, usage, parameterName) : null;
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
    private decimal? AmountUnder(
        PricePlan next, in PeriodTerms period, in PeriodUsage usage, string parameterName)
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
        return next.Terms.Evaluate(ofNext, usageOfNext, [], [], parameterName).Amount;
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
            int place = NameLookup.IndexOf(CollectionsMarshal.AsSpan(meters), further[i], static meter => meter);
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
