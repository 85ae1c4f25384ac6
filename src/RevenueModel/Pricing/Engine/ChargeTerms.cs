using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A <see cref="Charge"/> ready for evaluation: which of the plan's meters it bills.</summary>
internal readonly struct ChargeTerms
{
    private const int MostOnStack = 16;

    private static readonly int[] InOrder = [.. Enumerable.Range(0, MostOnStack)];

    private readonly Charge _charge;
    private readonly int[] _meters; // where those of the charge stand among the plan's
    private readonly bool _isConverted;
    private readonly bool _isAdjusted; // by discounts or limits

    public ChargeTerms(Charge charge, int[] meters)
    {
        _charge = charge;
        _meters = meters;
        _isConverted = charge.Conversion != default;
        _isAdjusted = charge.AmountDiscount > 0m || charge.PercentDiscount > 0m || charge.Limits is not null;
    }

    /// <summary>A charge on its own, whose meters stand in their order.</summary>
    public ChargeTerms(Charge charge, int meters)
        : this(charge, meters <= InOrder.Length ? InOrder : [.. Enumerable.Range(0, meters)])
    {
    }

    public Charge Charge => _charge;

    /// <summary>The number of meters that a charge bills.</summary>
    public static int CountOfMeters(Charge charge) => charge.Price is CapacityPrice capacity ? capacity.Meters.Count : 1;

    /// <summary>The meters that a charge bills, by name.</summary>
    public static ValueList<string> MetersOf(Charge charge) =>
        charge.Price is CapacityPrice capacity ? capacity.Meters : [charge.Meter];

    /// <summary>The transactions of the charge's meter, none where only quantities are known.</summary>
    public ValueList<decimal> TransactionsIn(ReadOnlySpan<ValueList<decimal>> byMeter) =>
        byMeter.IsEmpty ? [] : byMeter[_meters[0]];

    /// <summary>Where a meter of the charge stands among the plan's.</summary>
    public int MeterAt(int index) => _meters[index];

    /// <summary>The tier of the charge's meters, counted from zero.</summary>
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

    /// <summary>What the charge comes to.</summary>
    /// <param name="share">The part of the period that is billed.</param>
    /// <param name="usage">What was used.</param>
    /// <param name="carried">The allowance carried from the period before.</param>
    public RatedCharge Rate(PeriodShare share, in PeriodUsage usage, decimal carried) => _charge.Price switch
    {
        QuantityPrice price => RateQuantity(price, share, usage.Quantities[_meters[0]], carried),
        CapacityPrice price => RateCapacity(price, share, usage),
        PercentagePrice price when price.NeedsTransactions && !TransactionsIn(usage.Transactions).IsEmpty =>
            RateTransactions(price, share, TransactionsIn(usage.Transactions)),
        PercentagePrice price => RateAmount(price, share, usage.Quantities[_meters[0]], carried),
        _ => throw new InvalidOperationException(), // the models are a closed set
    };

    /// <summary>Whether the usage is within the tiers of the price.</summary>
    /// <param name="share">The part of the period that is billed.</param>
    /// <param name="usage">What was used; no allowance is carried.</param>
    public bool Serves(PeriodShare share, in PeriodUsage usage) => _charge.Price switch
    {
        QuantityPrice { UpTo: { } end } => Measure(share, usage.Quantities[_meters[0]], 0m).Billable <= end,
        CapacityPrice price => Serves(price, usage),
        _ => true,
    };

    /// <summary>What the charge comes to for each of many usages of a whole period.</summary>
    /// <param name="metered">What was used of the plan's one meter.</param>
    /// <param name="amounts">Receives the amounts; not the same memory.</param>
    /// <returns>The number of amounts: all, or those before the first usage that the price does not serve.</returns>
    public int Amounts(ReadOnlySpan<decimal> metered, Span<decimal> amounts)
    {
        if (_charge.Price is not QuantityPrice price || _charge.UsageDiscount > 0m)
        {
            bool isOfTransactions = _charge.Price is PercentagePrice { NeedsTransactions: true };
            for (int i = 0; i < amounts.Length; i++)
            {
                var usage = new PeriodUsage(metered.Slice(i, 1), []);
                if ((isOfTransactions && metered[i] > 0m) || !Serves(PeriodShare.All, usage))
                {
                    return i;
                }

                amounts[i] = Rate(PeriodShare.All, usage, 0m).Amount;
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
        for (int i = 0; i < served && _isAdjusted; i++)
        {
            amounts[i] = Adjust(new RatedCharge { Subtotal = amounts[i] }, PeriodShare.All).Amount;
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

    private RatedCharge RateQuantity(QuantityPrice price, PeriodShare share, decimal metered, decimal carried)
    {
        RatedCharge rated = Measure(share, metered, carried);
        decimal subtotal = price.AmountAt(rated.Billable);
        decimal units = share.Of(_charge.UsageDiscount);
        decimal usageDiscount = units == 0m ? 0m : subtotal - price.AmountAt(Math.Max(rated.Billable - units, 0m));
        return Adjust(rated with { Subtotal = subtotal, UsageDiscount = usageDiscount }, share);
    }

    private RatedCharge RateAmount(PercentagePrice price, PeriodShare share, decimal metered, decimal carried)
    {
        if (price.NeedsTransactions && metered == 0m)
        {
            return Adjust(default, share);
        }

        RatedCharge rated = Measure(share, metered, carried);
        decimal subtotal = price.AmountOf(rated.Billable);
        decimal units = share.Of(_charge.UsageDiscount);
        decimal usageDiscount = units == 0m ? 0m : subtotal - price.AmountOf(Math.Max(rated.Billable - units, 0m));
        return Adjust(rated with { Subtotal = subtotal, UsageDiscount = usageDiscount }, share);
    }

    private RatedCharge RateTransactions(PercentagePrice price, PeriodShare share, ValueList<decimal> transactions)
    {
        decimal metered = 0m;
        foreach (decimal transaction in transactions)
        {
            metered += transaction;
        }

        var rated = new RatedCharge { Metered = metered, Converted = metered, Billable = metered };
        return Adjust(rated with { Subtotal = price.AmountOf(transactions.AsSpan()) }, share);
    }

    private RatedCharge RateCapacity(CapacityPrice price, PeriodShare share, in PeriodUsage usage)
    {
        decimal metered = 0m;
        foreach (int meter in _meters.AsSpan(0, price.Meters.Count))
        {
            metered += usage.Quantities[meter];
        }

        decimal fee = price.Tiers[IndexOfTier(price, usage)].Fee;
        return Adjust(new RatedCharge { Metered = metered, Converted = metered, Billable = metered, Subtotal = fee }, share);
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
            rest = DivisionNoise.Remove(rest, Math.Max(converted, allowance)); // before it is carried, or meets the end of a tier
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

    private RatedCharge Adjust(in RatedCharge rated, PeriodShare share)
    {
        decimal amount = rated.UsageDiscount == 0m ? rated.Subtotal : rated.Subtotal - rated.UsageDiscount;
        decimal amountDiscount = Deductions.TakeAmount(ref amount, share.Of(_charge.AmountDiscount));
        decimal percentDiscount = Deductions.TakeShare(ref amount, _charge.PercentDiscount);
        decimal toMinimum = 0m;
        decimal overMaximum = 0m;
        if (_charge.Limits is { } limits)
        {
            toMinimum = Math.Max(share.Of(limits.Min) - amount, 0m);
            overMaximum = limits.Max is { } most ? Math.Max(amount - share.Of(most), 0m) : 0m;
            amount += toMinimum - overMaximum;
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
}
