using System.Runtime.InteropServices;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A <see cref="PricePlan"/> prepared for evaluation. The constructor does not refuse a plan; see
/// <see cref="Conflict"/>.</summary>
internal sealed class PlanTerms
{
    private const int MostOnStack = 16;
    private const int Block = 128;

    private readonly ChargeTerms[] _charges;
    private readonly decimal?[] _caps; // one for each amount of the commitment
    private readonly int[] _metersOfNext; // positions of the next plan's meters among these

    public PlanTerms(PricePlan plan)
    {
        Plan = plan;
        List<string> meters = [];
        _charges =
        [
            .. plan.Charges.Select(charge => new ChargeTerms(charge, Add(meters, ChargeTerms.MetersOf(charge)))),
        ];
        _metersOfNext = plan.Protection?.MoveUpTo is { } next ? Add(meters, next.Terms.Meters) : [];
        Meters = meters.ToValueList();
        _caps =
        [
            .. Enumerable.Range(0, plan.Commitment?.Amounts.Count ?? 1)
                .Select(index => plan.Protection?.Cap.AmountFor(CommittedFee(index))),
        ];
        IsSameEachPeriod = SmoothingPeriods == 1
            && plan.Charges.AsEnumerable().All(static charge => charge.Allowance.Rollover == default)
            && plan.Commitment is null or { Period: CommitmentPeriod.BillingPeriod, Amounts.Count: 1 }
            && plan.Protection?.MoveUpTo is null;
        NeedsTransactions =
            plan.Charges.AsEnumerable().Any(charge => charge.Price is PercentagePrice { NeedsTransactions: true })
            || plan.Protection?.MoveUpTo?.Terms.NeedsTransactions == true; // the next plan bills the same usage
        Conflict = PricePlanValidator.ConflictIn(this);
    }

    public PricePlan Plan { get; }

    /// <summary>Gets the message about a contradiction in the plan, or <see langword="null"/> if there is
    /// none.</summary>
    public string? Conflict { get; }

    public ValueList<string> Meters { get; }

    public ReadOnlySpan<ChargeTerms> Charges => _charges;

    /// <summary>Gets whether the plan, or the plan that it moves up to, prices single transactions.</summary>
    public bool NeedsTransactions { get; }

    /// <summary>Gets whether each period is independent: no smoothing, carried allowance, commitment by contract year
    /// or ramp.</summary>
    public bool IsSameEachPeriod { get; }

    public int SmoothingPeriods => Plan.Protection?.SmoothingPeriods ?? 1;

    /// <summary>Computes the bill of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="usage">The usage, smoothed if the plan smooths.</param>
    /// <param name="carried">The allowance carried into each charge. Replaced by the allowance carried to the next
    /// period; empty if there is none.</param>
    /// <param name="charges">Receives the steps of each charge; empty if they are not needed.</param>
    /// <param name="parameterName">The parameter of the caller that holds the usage.</param>
    /// <param name="sink">Receives the steps.</param>
    /// <exception cref="ArgumentException">Usage is above the last tier of a charge, or an amount does not fit a
    /// decimal. The message names the charge and the plan.</exception>
    public PeriodBill Evaluate<TSink>(
        in PeriodTerms period,
        in PeriodUsage usage,
        Span<decimal> carried,
        Span<RatedCharge> charges,
        string parameterName,
        ref TSink sink)
        where TSink : IBillSink
    {
        int i = 0;
        try
        {
            var section = new PlanSection(this, period, usage, carried, charges, parameterName);
            PeriodBill bill = BillOrder.Section(ref section, ref sink, ref i);
            return BillOrder.TrueUp(Plan, period, FloorIn(period), YearCommitmentIn(period), bill, ref sink);
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

    /// <summary>Computes the bill of a period without steps.</summary>
    /// <inheritdoc cref="Evaluate{TSink}"/>
    public PeriodBill Evaluate(
        in PeriodTerms period, in PeriodUsage usage, Span<decimal> carried, string parameterName)
    {
        NoSteps sink = default;
        return Evaluate(period, usage, carried, [], parameterName, ref sink);
    }

    /// <summary>Computes the amounts that the plan bills for many usages of its one meter, each for a whole period,
    /// the first of the contract.</summary>
    /// <param name="usages">The usages.</param>
    /// <param name="destination">Receives the amounts; may be the same memory as the usages.</param>
    /// <param name="parameterName">The parameter of the caller that holds the usages.</param>
    /// <returns>The number of amounts: all, or those before the first usage that a charge cannot bill.</returns>
    /// <exception cref="ArgumentException">An amount does not fit a decimal. The message names the charge and the
    /// plan.</exception>
    public int Amounts(ReadOnlySpan<decimal> usages, Span<decimal> destination, string parameterName)
    {
        Span<decimal> sums = stackalloc decimal[Block];
        Span<decimal> amounts = stackalloc decimal[Block];
        var period = new WholePeriod(this, PeriodTerms.First, parameterName);
        NoSteps none = default;
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
                    period.Usage = block.Slice(i, 1);
                    decimal amount = BillOrder.PlanLevel(ref period, sums[i], ref none).Amount;
                    destination[rated + i] = amount + BillOrder.ToCommitment(amount, period.Floor);
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

    /// <summary>Returns the cap on the bill of a period, prorated, or <see langword="null"/> if there is none. The
    /// true-up of a contract year is not capped.</summary>
    public decimal? CapIn(in PeriodTerms period) =>
        _caps[IndexOfCommitment(period)] is { } cap ? period.Share.Of(cap) : null;

    /// <summary>Returns the commitment of a billing period, prorated, if it is due; zero otherwise.</summary>
    public decimal FloorIn(in PeriodTerms period) =>
        period.IsFinal && Plan.Commitment is { TrueUp: true, Period: CommitmentPeriod.BillingPeriod } commitment
            ? period.Share.Of(commitment.AmountIn(period.ContractYear, period.ContractPeriod))
            : 0m;

    /// <summary>Returns the commitment of a contract year, or <see langword="null"/> if it is not due.</summary>
    public decimal? YearCommitmentIn(in PeriodTerms period) =>
        period is { IsFinal: true, IsLastOfYear: true }
        && Plan.Commitment is { TrueUp: true, Period: CommitmentPeriod.ContractYear } commitment
            ? commitment.AmountIn(period.ContractYear, period.ContractPeriod)
            : null;

    private int IndexOfCommitment(in PeriodTerms period) => Plan.Commitment is { } commitment
        ? commitment.IndexIn(period.ContractYear, period.ContractPeriod)
        : 0;

    // Names a charge by its position; a position after the last charge names the plan.
    private string TextOf(int charge) => charge < _charges.Length
        ? $"charge \"{_charges[charge].Charge.Name}\" of plan \"{Plan.Name}\""
        : $"plan \"{Plan.Name}\"";

    /// <summary>Computes the bill of the plan to move up to, or <see langword="null"/> if there is none or the usage
    /// is above its last tier.</summary>
    public decimal? NextAmount(in PeriodTerms period, in PeriodUsage usage, string parameterName) =>
        Plan.Protection?.MoveUpTo?.Terms.AmountOn(period, usage, _metersOfNext, parameterName);

    /// <summary>Computes the bill of this plan for the usage of another plan, or <see langword="null"/> if the usage
    /// is above its last tier.</summary>
    /// <param name="period">The period.</param>
    /// <param name="usage">The usage, by meter of the other plan.</param>
    /// <param name="places">The positions of the meters of this plan among those of the other.</param>
    /// <param name="parameterName">The parameter of the caller that holds the usage.</param>
    public decimal? AmountOn(
        in PeriodTerms period, in PeriodUsage usage, ReadOnlySpan<int> places, string parameterName)
    {
        int count = places.Length;
        Span<decimal> quantities = count <= MostOnStack ? stackalloc decimal[count] : new decimal[count];
        for (int i = 0; i < count; i++)
        {
            quantities[i] = usage.Quantities[places[i]];
        }

        ValueList<decimal>[] transactions = usage.Transactions.IsEmpty ? [] : new ValueList<decimal>[count];
        for (int i = 0; i < transactions.Length; i++)
        {
            transactions[i] = usage.Transactions[places[i]];
        }

        var own = new PeriodUsage(quantities, transactions);
        foreach (ref readonly ChargeTerms charge in Charges)
        {
            if (!charge.Serves(period.Share, own))
            {
                return null;
            }
        }

        PeriodTerms alone = period with { SpentInYear = 0m, IsLastOfYear = false };
        return Evaluate(alone, own, [], parameterName).Amount;
    }

    /// <summary>Returns the committed fee of a whole period: the base fee, or the commitment if it is
    /// higher.</summary>
    /// <param name="index">The position among the amounts of the commitment.</param>
    public decimal CommittedFee(int index) =>
        Plan.Commitment is { Period: CommitmentPeriod.BillingPeriod } commitment
            ? Math.Max(Plan.BaseFee, commitment.Amounts[index])
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
