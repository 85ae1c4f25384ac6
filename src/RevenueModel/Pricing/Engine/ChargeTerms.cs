using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A <see cref="Charge"/> prepared for evaluation, with the positions of its meters in the plan.</summary>
internal readonly struct ChargeTerms
{
    private const int MostOnStack = 16;

    private static readonly int[] InOrder = [.. Enumerable.Range(0, MostOnStack)];

    private readonly Charge _charge;
    private readonly int[] _meters; // positions of the charge's meters among those of the plan
    private readonly bool _isConverted;
    private readonly bool _isAdjusted; // by discounts or limits

    public ChargeTerms(Charge charge, int[] meters)
    {
        _charge = charge;
        _meters = meters;
        _isConverted = charge.Conversion != default;
        _isAdjusted = charge.AmountDiscount > 0m || charge.PercentDiscount > 0m || charge.Limits is not null;
    }

    /// <summary>Creates the terms of a charge outside a plan, whose meters are in their own order.</summary>
    public ChargeTerms(Charge charge, int meters)
        : this(charge, meters <= InOrder.Length ? InOrder : [.. Enumerable.Range(0, meters)])
    {
    }

    public Charge Charge => _charge;

    /// <summary>Returns the number of meters that a charge bills.</summary>
    public static int CountOfMeters(Charge charge) =>
        charge.Price is CapacityPrice capacity ? capacity.Meters.Count : 1;

    /// <summary>Returns the names of the meters that a charge bills.</summary>
    public static ValueList<string> MetersOf(Charge charge) =>
        charge.Price is CapacityPrice capacity ? capacity.Meters : [charge.Meter];

    /// <summary>Returns the transactions of the meter of the charge; empty if only quantities are known.</summary>
    public ValueList<decimal> TransactionsIn(ReadOnlySpan<ValueList<decimal>> byMeter) =>
        byMeter.IsEmpty ? [] : byMeter[_meters[0]];

    /// <summary>Returns the position of a meter of the charge among those of the plan.</summary>
    public int MeterAt(int index) => _meters[index];

    /// <summary>Returns the charge with the positions of its meters among those of several plans.</summary>
    /// <param name="own">The meters of its plan.</param>
    /// <param name="all">The meters of all plans.</param>
    public ChargeTerms At(ValueList<string> own, ValueList<string> all)
    {
        var meters = new int[CountOfMeters(_charge)];
        for (int i = 0; i < meters.Length; i++)
        {
            meters[i] = NameLookup.IndexOf(all.AsSpan(), own[_meters[i]], static meter => meter);
        }

        return new ChargeTerms(_charge, meters);
    }

    /// <summary>Returns the tier for the meters of the charge, counted from zero.</summary>
    public int IndexOfTier(CapacityPrice price, in PeriodUsage usage)
    {
        int count = price.Meters.Count;
        Span<decimal> quantities = count <= MostOnStack ? stackalloc decimal[count] : new decimal[count];
        for (int i = 0; i < quantities.Length; i++)
        {
            quantities[i] = usage.Quantities[_meters[i]];
        }

        return price.IndexOf(quantities);
    }

    /// <summary>Computes the amount of the charge.</summary>
    /// <param name="period">The part of the period that is billed, and whether the period is over. A minimum applies
    /// only then.</param>
    /// <param name="usage">The usage.</param>
    /// <param name="carried">The allowance carried into the period, in billed units.</param>
    /// <param name="sink">Receives the steps, in the order of evaluation.</param>
    public RatedCharge Rate<TSink>(in ChargePeriod period, in PeriodUsage usage, decimal carried, ref TSink sink)
        where TSink : IBillSink
    {
        if (TSink.IsActive)
        {
            sink.BeginCharge();
        }

        return _charge.Price switch
        {
            QuantityPrice price => RateQuantity(price, period, usage, carried, ref sink),
            CapacityPrice price => RateCapacity(price, period, usage, ref sink),
            PercentagePrice price when price.NeedsTransactions && !TransactionsIn(usage.Transactions).IsEmpty =>
                RateTransactions(price, period, TransactionsIn(usage.Transactions), ref sink),
            PercentagePrice price => RateAmount(price, period, usage, carried, ref sink),
            _ => throw new InvalidOperationException(), // there are no other price models
        };
    }

    /// <summary>Returns whether the usage is within the tiers of the price.</summary>
    /// <param name="share">The part of the period that is billed.</param>
    /// <param name="usage">The usage; no allowance is carried.</param>
    public bool Serves(PeriodShare share, in PeriodUsage usage) => _charge.Price switch
    {
        QuantityPrice { UpTo: { } end } => Measure(share, usage.Quantities[_meters[0]], 0m).Billable <= end,
        CapacityPrice price => Serves(price, usage),
        _ => true,
    };

    /// <summary>Computes the amounts of the charge for many usages of a whole period.</summary>
    /// <param name="metered">The usages of the only meter of the plan.</param>
    /// <param name="amounts">Receives the amounts; must not overlap the usages.</param>
    /// <returns>The number of amounts: all, or those before the first usage above the last tier.</returns>
    public int Amounts(ReadOnlySpan<decimal> metered, Span<decimal> amounts)
    {
        if (_charge.Price is not QuantityPrice price || _charge.UsageDiscount > 0m)
        {
            bool isOfTransactions = _charge.Price is PercentagePrice { NeedsTransactions: true };
            NoSteps none = default;
            for (int i = 0; i < amounts.Length; i++)
            {
                var usage = new PeriodUsage(metered.Slice(i, 1), []);
                if ((isOfTransactions && metered[i] > 0m) || !Serves(PeriodShare.All, usage))
                {
                    return i;
                }

                amounts[i] = Rate(ChargePeriod.Whole, usage, 0m, ref none).Amount;
            }

            return amounts.Length;
        }

        decimal allowance = _charge.Allowance.Quantity;
        for (int i = 0; i < amounts.Length; i++)
        {
            decimal converted = Converted(metered[i]);
            decimal rest = converted < allowance ? 0m : converted - allowance;
            amounts[i] = _isConverted ? DivisionNoise.Remove(rest, Math.Max(converted, allowance)) : rest;
        }

        int served = price.AmountsAt(amounts, amounts);
        NoSteps noSteps = default;
        for (int i = 0; i < served && _isAdjusted; i++)
        {
            amounts[i] = Adjust(new RatedCharge { Subtotal = amounts[i] }, ChargePeriod.Whole, ref noSteps).Amount;
        }

        return served;
    }

    private bool Serves(CapacityPrice price, in PeriodUsage usage)
    {
        CapacityTier last = price.Tiers[price.Tiers.Count - 1];
        for (int i = 0; i < price.Meters.Count; i++)
        {
            if (usage.Quantities[_meters[i]] > last.Limits[i])
            {
                return false;
            }
        }

        return true;
    }

    private RatedCharge RateQuantity<TSink>(
        QuantityPrice price, in ChargePeriod period, in PeriodUsage usage, decimal carried, ref TSink sink)
        where TSink : IBillSink
    {
        RatedCharge rated = Measure(period.Share, usage.Quantities[_meters[0]], carried);
        rated = rated with { Subtotal = price.AmountAt(rated.Billable) };
        if (TSink.IsActive)
        {
            AddTiers(price, rated, MeasureOf(rated, usage, carried), ref sink);
        }

        decimal units = period.Share.Of(_charge.UsageDiscount);
        decimal usageDiscount = units == 0m
            ? 0m
            : rated.Subtotal - price.AmountAt(Math.Max(rated.Billable - units, 0m));
        return Adjust(rated with { UsageDiscount = usageDiscount }, period, ref sink);
    }

    private RatedCharge RateAmount<TSink>(
        PercentagePrice price, in ChargePeriod period, in PeriodUsage usage, decimal carried, ref TSink sink)
        where TSink : IBillSink
    {
        decimal metered = usage.Quantities[_meters[0]];
        bool isUnknown = price.NeedsTransactions && metered == 0m;
        RatedCharge rated = isUnknown ? default : Measure(period.Share, metered, carried);
        rated = rated with { Subtotal = isUnknown ? 0m : price.AmountOf(rated.Billable) };
        if (TSink.IsActive)
        {
            sink.AddToCharge(UsageStep(rated, rated.Billable, MeasureOf(rated, usage, carried), price));
        }

        decimal units = isUnknown ? 0m : period.Share.Of(_charge.UsageDiscount);
        decimal usageDiscount = units == 0m
            ? 0m
            : rated.Subtotal - price.AmountOf(Math.Max(rated.Billable - units, 0m));
        return Adjust(rated with { UsageDiscount = usageDiscount }, period, ref sink);
    }

    private RatedCharge RateTransactions<TSink>(
        PercentagePrice price, in ChargePeriod period, ValueList<decimal> transactions, ref TSink sink)
        where TSink : IBillSink
    {
        decimal metered = 0m;
        foreach (decimal transaction in transactions)
        {
            metered += transaction;
        }

        var rated = new RatedCharge
        {
            Metered = metered,
            Converted = metered,
            Billable = metered,
            Subtotal = price.AmountOf(transactions.AsSpan()),
        };
        if (TSink.IsActive)
        {
            sink.AddToCharge(UsageStep(rated, rated.Billable, measure: null, price, transactions.Count));
        }

        return Adjust(rated, period, ref sink);
    }

    private RatedCharge RateCapacity<TSink>(
        CapacityPrice price, in ChargePeriod period, in PeriodUsage usage, ref TSink sink)
        where TSink : IBillSink
    {
        decimal metered = 0m;
        foreach (int meter in _meters.AsSpan(0, price.Meters.Count))
        {
            metered += usage.Quantities[meter];
        }

        var rated = new RatedCharge
        {
            Metered = metered,
            Converted = metered,
            Billable = metered,
            Subtotal = price.Tiers[IndexOfTier(price, usage)].Fee,
        };
        if (TSink.IsActive)
        {
            UsageMeasure? measure = MeasureOf(rated, usage, carried: 0m);
            sink.AddToCharge(UsageStep(rated, null, measure, price) with { Capacity = CapacityOf(price, usage) });
        }

        return Adjust(rated, period, ref sink);
    }

    private void AddTiers<TSink>(QuantityPrice price, in RatedCharge rated, UsageMeasure? measure, ref TSink sink)
        where TSink : IBillSink
    {
        ValueList<PricedPart> parts = price.PartsAt(rated.Billable);
        if (parts.IsEmpty)
        {
            sink.AddToCharge(UsageStep(rated, rated.Billable, measure));
        }

        foreach (PricedPart part in parts)
        {
            sink.AddToCharge(new BillStep
            {
                Kind = BillStepKind.Usage,
                Item = _charge.Name,
                Amount = part.Amount,
                Quantity = part.Quantity,
                Rate = part.UnitPrice,
                Part = part,
                Measure = measure,
            });
            measure = null; // only the first step states it
        }
    }

    private BillStep UsageStep(
        in RatedCharge rated,
        decimal? quantity,
        UsageMeasure? measure,
        PriceModel? price = null,
        int? transactions = null) => new()
    {
        Kind = BillStepKind.Usage,
        Item = _charge.Name,
        Amount = rated.Subtotal,
        Quantity = quantity,
        Measure = measure,
        Price = price,
        Transactions = transactions,
    };

    // Returns null if the billed quantity is the metered one.
    private UsageMeasure? MeasureOf(in RatedCharge rated, in PeriodUsage usage, decimal carried)
    {
        int periods = usage.Periods.IsEmpty ? 1 : usage.Periods[_meters[0]];
        return periods == 1 && !_isConverted && rated.Included + rated.Unused == 0m && _charge.Allowance.Quantity == 0m
            ? null
            : new UsageMeasure
            {
                Metered = usage.Metered.IsEmpty ? rated.Metered : usage.Metered[_meters[0]],
                Periods = periods,
                Mean = rated.Metered,
                Conversion = _charge.Conversion,
                Converted = rated.Converted,
                Included = rated.Included,
                Entitled = rated.Included + rated.Unused,
                Carried = carried,
            };
    }

    private ValueList<MeterUsage> CapacityOf(CapacityPrice price, in PeriodUsage usage)
    {
        var quantities = new MeterUsage[price.Meters.Count];
        for (int i = 0; i < quantities.Length; i++)
        {
            quantities[i] = MeterUsage.Of(price.Meters[i], usage.Quantities[_meters[i]]);
        }

        return ValueList.Own(quantities);
    }

    private RatedCharge Measure(PeriodShare share, decimal metered, decimal carried)
    {
        decimal converted = Converted(metered);
        decimal allowance = share.Of(_charge.Allowance.Quantity);
        bool isExact = !_isConverted && share.IsWhole && carried == 0m;
        if (!isExact)
        {
            allowance = DivisionNoise.Remove(allowance + carried, allowance + carried);
        }

        bool isWithin = converted < allowance;
        decimal rest = isWithin ? allowance - converted : converted - allowance;
        if (!isExact)
        {
            // Before the rest is carried or compared with the end of a tier.
            rest = DivisionNoise.Remove(rest, Math.Max(converted, allowance));
        }

        return new RatedCharge
        {
            Metered = metered,
            Converted = converted,
            Included = isWithin ? converted : allowance,
            Unused = isWithin ? rest : 0m,
            Billable = isWithin ? 0m : rest,
        };
    }

    private decimal Converted(decimal metered)
    {
        if (!_isConverted)
        {
            return metered;
        }

        decimal converted = _charge.Conversion.Converted(metered);
        return DivisionNoise.Remove(converted, converted);
    }

    private RatedCharge Adjust<TSink>(in RatedCharge rated, in ChargePeriod period, ref TSink sink)
        where TSink : IBillSink
    {
        PeriodShare share = period.Share;
        decimal amount = rated.UsageDiscount == 0m ? rated.Subtotal : rated.Subtotal - rated.UsageDiscount;
        if (TSink.IsActive && rated.UsageDiscount != 0m)
        {
            sink.AddToCharge(Step(BillStepKind.UsageDiscount, -rated.UsageDiscount, rated.Subtotal) with
            {
                Quantity = share.Of(_charge.UsageDiscount),
            });
        }

        decimal before = amount;
        decimal amountDiscount = Deductions.TakeAmount(ref amount, share.Of(_charge.AmountDiscount));
        if (TSink.IsActive && amountDiscount > 0m)
        {
            sink.AddToCharge(
                Step(BillStepKind.AmountDiscount, -amountDiscount, before, share, _charge.AmountDiscount));
        }

        before = amount;
        decimal percentDiscount = Deductions.TakeShare(ref amount, _charge.PercentDiscount);
        if (TSink.IsActive && percentDiscount != 0m)
        {
            sink.AddToCharge(
                Step(BillStepKind.PercentDiscount, -percentDiscount, before, rate: _charge.PercentDiscount));
        }

        decimal toMinimum = 0m;
        decimal overMaximum = 0m;
        if (_charge.Limits is { } limits)
        {
            decimal min = period.IsFinal ? share.Of(limits.Min) : 0m; // a minimum is settled when the period ends
            toMinimum = Math.Max(min - amount, 0m);
            overMaximum = limits.Max is { } most ? Math.Max(amount - share.Of(most), 0m) : 0m;
            amount += toMinimum - overMaximum;
            if (TSink.IsActive)
            {
                AddLimits(limits, min, share, toMinimum, overMaximum, ref sink);
            }
        }

        return rated with
        {
            AmountDiscount = amountDiscount,
            PercentDiscount = percentDiscount,
            ToMinimum = toMinimum,
            OverMaximum = overMaximum,
            Amount = amount,
        };
    }

    private void AddLimits<TSink>(
        Band<decimal> limits, decimal min, PeriodShare share, decimal toMinimum, decimal overMaximum, ref TSink sink)
        where TSink : IBillSink
    {
        sink.AddToCharge(Step(BillStepKind.Minimum, toMinimum, bound: min));
        if (limits.Max is { } max)
        {
            sink.AddToCharge(Step(BillStepKind.Maximum, -overMaximum, bound: share.Of(max)));
        }
    }

    private BillStep Step(
        BillStepKind kind,
        decimal amount,
        decimal? of = null,
        PeriodShare? share = null,
        decimal? rate = null,
        decimal? bound = null) => new()
    {
        Kind = kind,
        Item = _charge.Name,
        Amount = amount,
        Of = of,
        Rate = rate,
        Bound = bound,
        BilledDays = share?.BilledDays,
    };
}
