using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A price by tiers of one quantity: graduated, volume, stairstep or graduated percentage, or flat or per
/// unit with one tier.</summary>
/// <remarks>
/// <para>Immutable; equal by value. Created by the static methods of <see cref="PriceModel"/>. <c>F(from)</c> is the
/// amount due by the tiers below at the start of a tier. A quantity in a tier costs
/// <c>F(from) + fee + (quantity - from) × price</c> if the price is graduated, and <c>fee + quantity × price</c> if
/// it is volume or stairstep.</para>
/// <para>Nothing is rounded; fractional units are priced exactly.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record TieredPrice : QuantityPrice
{
    private const decimal MaxSafeQuantity = 1_000_000_000_000m;
    private const decimal MaxSafePrice = 1_000_000_000m;
    private const int MaxSafeTiers = 1_000_000;

    private readonly TierFunction _function;
    private readonly decimal[]? _most; // for each tier, the lowest amount at the start of a higher tier
    private readonly decimal _atZero;
    private readonly BulkTierFunction _bulk;

    private TieredPrice(
        TieredPriceKind kind, ValueList<PriceTier> tiers, TierSchedule schedule, ZeroUsage atZero, bool buysUp)
    {
        Kind = kind;
        Tiers = tiers;
        Schedule = schedule;
        AtZero = atZero;
        BuysUp = buysUp;
        _function = schedule.Function;
        _most = buysUp ? StartsAbove(schedule) : null;
        _atZero = atZero == ZeroUsage.FirstFlatFee ? Math.Min(tiers[0].FlatFee, _most?[0] ?? decimal.MaxValue) : 0m;
        _bulk = new BulkTierFunction(_function, _atZero, _most);
        SafeQuantity = AreModerate(tiers) ? MaxSafeQuantity : 0m;
    }

    // A million tiers with prices and fees up to 10^9 give at most 10^21 + 10^15 for 10^12 units, which fits a
    // decimal.
    private static bool AreModerate(ValueList<PriceTier> tiers)
    {
        foreach (PriceTier tier in tiers)
        {
            if (tier.UnitPrice > MaxSafePrice || tier.FlatFee > MaxSafePrice)
            {
                return false;
            }
        }

        return tiers.Count <= MaxSafeTiers;
    }

    /// <summary>Gets the rule by which the tiers apply.</summary>
    public TieredPriceKind Kind { get; }

    /// <summary>Gets the tiers in order, at least one.</summary>
    public ValueList<PriceTier> Tiers { get; }

    /// <summary>Gets the tiers as a schedule in which each tier includes its end.</summary>
    internal TierSchedule Schedule { get; }

    /// <summary>Gets the amount due without usage. Default: the flat fee of the first tier.</summary>
    public ZeroUsage AtZero { get; }

    /// <summary>Gets whether a quantity never costs more than a larger one. If so, it is billed as the start of a
    /// higher tier if that is cheaper.</summary>
    public bool BuysUp { get; }

    /// <inheritdoc/>
    public override decimal? UpTo => Schedule.UpTo;

    /// <summary>Returns the same price with another rule for zero usage.</summary>
    /// <param name="atZero">The amount due without usage.</param>
    /// <returns>The price.</returns>
    /// <exception cref="ArgumentException">The value is not defined.</exception>
    public TieredPrice WithZeroUsage(ZeroUsage atZero) =>
        new(Kind, Tiers, Schedule, Guard.Against.Undefined(atZero), BuysUp);

    /// <summary>Returns the same price with buy-up: a quantity below a tier is billed as the start of that tier if
    /// that is cheaper. With 10 each up to 15 and 5 each beyond, 12 units cost 75 (15 at 5) and not 120.</summary>
    /// <returns>The price.</returns>
    /// <remarks>Buy-up matters if a price falls from one tier to the next, as volume prices do.</remarks>
    public TieredPrice WithBuyUp() => new(Kind, Tiers, Schedule, AtZero, buysUp: true);

    /// <summary>Returns whether both have equal tiers, kind and options.</summary>
    /// <param name="other">The other price; may be null.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(TieredPrice? other) =>
        other is not null
        && Kind == other.Kind
        && AtZero == other.AtZero
        && BuysUp == other.BuysUp
        && Tiers == other.Tiers;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, AtZero, BuysUp, Tiers);

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string tiers = Kind is TieredPriceKind.Flat ? Invariant($"{Tiers[0].FlatFee:#,0.######}")
            : Kind is TieredPriceKind.PerUnit ? Invariant($"{Tiers[0].UnitPrice:0.############}")
            : string.Join(", ", Tiers.Select(WordsOf));
        string zero = AtZero == ZeroUsage.Nothing && Tiers[0].FlatFee > 0m ? ", nothing at zero" : "";
        return Name(Kind) + " " + tiers + zero + (BuysUp ? ", buying up if cheaper" : "");
    }

    internal static TieredPrice Of(TieredPriceKind kind, ZeroUsage atZero, params ReadOnlySpan<PriceTier> tiers)
    {
        Guard.Against.Undefined(atZero);
        TierMode mode = kind is TieredPriceKind.Volume or TieredPriceKind.Stairstep
            ? TierMode.RetroactiveToFirstUnit
            : TierMode.Marginal;
        var scheduled = new Tier[tiers.Length];
        decimal from = 0m;
        for (int i = 0; i < tiers.Length; i++)
        {
            PriceTier tier = tiers[i];
            Require(kind, tier, i, nameof(tiers));
            if (tier.End is not { } end)
            {
                scheduled[i] = Tier.AtLeast(from, tier.UnitPrice, mode, tier.FlatFee);
                continue; // the schedule refuses an open tier before the last
            }

            if (end <= from)
            {
                throw new ArgumentException(
                    Invariant($"Tier {i + 1} ends at {end}, which is not above {from}, where the one before it does; ")
                        + "tiers are ordered by their ends.",
                    nameof(tiers));
            }

            scheduled[i] = Tier.Between(from, end, tier.UnitPrice, mode, tier.FlatFee);
            from = end;
        }

        try
        {
            TierSchedule schedule = TierSchedule.Of(TierBoundary.ToLowerTier, scheduled);
            return new TieredPrice(kind, ValueList.Create(tiers), schedule, atZero, buysUp: false);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                "The amount at the end of a tier of " + string.Join(", ", ValueList.Create(tiers)),
                nameof(tiers),
                overflow);
        }
    }

    /// <summary>Returns a readable description of a tier of the price.</summary>
    internal string WordsOf(PriceTier tier) => tier.ToString(UnitPriceOf(tier));

    /// <summary>Returns the amount for a quantity at the prices of the tier in which another quantity lies.</summary>
    internal decimal AmountAtTierOf(decimal quantity, decimal tierQuantity)
    {
        PriceTier tier = Tiers[IndexOf(tierQuantity)];
        _ = IndexOf(quantity); // refuses a quantity above the last tier
        return quantity == 0m && AtZero == ZeroUsage.Nothing ? 0m : tier.FlatFee + (quantity * tier.UnitPrice);
    }

    internal override decimal AmountAt(decimal quantity)
    {
        if (quantity == 0m)
        {
            return _atZero;
        }

        decimal amount = _function.AmountOfPositive(quantity);
        return _most is null ? amount : Math.Min(amount, _most[_function.IndexOf(quantity)]);
    }

    internal override int AmountsAt(ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        for (int i = 0; i < quantities.Length; i++)
        {
            i += _bulk.AmountsAt(quantities[i..], destination[i..]);
            if (i == quantities.Length)
            {
                break;
            }

            if (quantities[i] > _function.UpTo)
            {
                return i;
            }

            destination[i] = AmountAt(Guard.Against.BelowZero(quantities[i], nameof(quantities)));
        }

        return quantities.Length;
    }

    internal override ValueList<PricedPart> PartsAt(decimal quantity)
    {
        decimal amount = AmountAt(quantity);
        var parts = new List<PricedPart>();
        decimal sum = 0m;
        if (quantity == 0m)
        {
            if (AtZero == ZeroUsage.Nothing)
            {
                return [];
            }

            parts.Add(PartOf(0, 0m, Tiers[0].FlatFee));
            sum = Tiers[0].FlatFee;
        }
        else
        {
            foreach (TierAmount part in TierCalculator.Breakdown(Schedule, quantity))
            {
                parts.Add(PartOf(IndexFrom(part.Tier.From), part.Quantity, part.Amount));
                sum += part.Amount;
            }
        }

        if (amount != sum)
        {
            parts.Add(new PricedPart { Kind = PricedPartKind.BuyUp, Amount = amount - sum });
        }

        return parts.ToValueList();
    }

    private static decimal[] StartsAbove(TierSchedule schedule)
    {
        var most = new decimal[schedule.Tiers.Count];
        most[^1] = decimal.MaxValue;
        for (int i = most.Length - 2; i >= 0; i--)
        {
            decimal atStart = AmountAtStart(schedule.Function.Pieces[i + 1], schedule.Tiers[i + 1].From);
            most[i] = Math.Min(most[i + 1], atStart);
        }

        return most;
    }

    // An amount beyond the range of a decimal is never the lower one.
    private static decimal AmountAtStart(in TierPiece piece, decimal from)
    {
        decimal units = from - piece.Anchor;
        bool exceeds = (piece.Rise > 1m && units >= decimal.MaxValue / piece.Rise)
            || units * piece.Rise > decimal.MaxValue - piece.Amount;
        return exceeds ? decimal.MaxValue : piece.AmountAt(from);
    }

    private string UnitPriceOf(PriceTier tier) => Kind == TieredPriceKind.GraduatedPercentage
        ? Invariant($"{tier.UnitPrice * 100m:0.############}%")
        : Invariant($"{tier.UnitPrice:0.############}");

    private PricedPart PartOf(int index, decimal quantity, decimal amount)
    {
        PriceTier tier = Tiers[index];
        return new PricedPart
        {
            Kind = Kind == TieredPriceKind.GraduatedPercentage ? PricedPartKind.Share : PricedPartKind.Units,
            From = Tiers.Count > 1 ? Schedule.Tiers[index].From : null,
            To = Tiers.Count > 1 ? tier.End : null,
            Quantity = quantity,
            UnitPrice = tier is { UnitPrice: 0m, FlatFee: > 0m } ? null : tier.UnitPrice,
            FlatFee = tier.FlatFee,
            Amount = amount,
        };
    }

    private int IndexFrom(decimal from)
    {
        int index = 0;
        while (Schedule.Tiers[index].From != from)
        {
            index++;
        }

        return index;
    }

    private int IndexOf(decimal quantity) => IndexFrom(TierCalculator.TierOf(Schedule, quantity).From);

    private static void Require(TieredPriceKind kind, PriceTier tier, int index, string name)
    {
        if (kind == TieredPriceKind.Stairstep && tier.UnitPrice > 0m)
        {
            throw new ArgumentOutOfRangeException(
                name,
                Invariant($"UnitPrice of tier {index + 1} was {tier.UnitPrice}; ")
                    + "zero is expected in a stairstep price, whose tiers have fees alone.");
        }

        if (kind == TieredPriceKind.GraduatedPercentage && tier.UnitPrice > 1m)
        {
            string hint = tier.UnitPrice <= 100m
                ? Invariant($" (for {tier.UnitPrice}% write {tier.UnitPrice / 100m} or {tier.UnitPrice}.Percent)")
                : "";
            throw new ArgumentOutOfRangeException(
                name,
                Invariant($"UnitPrice of tier {index + 1} was {tier.UnitPrice}; ")
                    + $"a fraction between 0 and 1{hint} is expected.");
        }
    }

    private static string Name(TieredPriceKind kind) => kind switch
    {
        TieredPriceKind.Volume => "volume:",
        TieredPriceKind.Stairstep => "stairstep:",
        TieredPriceKind.GraduatedPercentage => "graduated percentage:",
        TieredPriceKind.Flat => "flat",
        TieredPriceKind.PerUnit => "per unit",
        _ => "graduated:",
    };
}

/// <summary>The rule by which the tiers of a <see cref="TieredPrice"/> apply.</summary>
public enum TieredPriceKind
{
    /// <summary>Each unit has the price of its tier. Graduated; called tiered by Orb and all tiers by Kill
    /// Bill.</summary>
    Graduated = 0,

    /// <summary>All units have the price of the tier in which the quantity lies. Volume; called top tier by Kill Bill
    /// and bulk by Orb.</summary>
    Volume = 1,

    /// <summary>The tier in which the quantity lies has a fee, and units have no price.</summary>
    Stairstep = 2,

    /// <summary>Graduated, for an amount of money. A price is a share of it.</summary>
    GraduatedPercentage = 3,

    /// <summary>One fee for any quantity.</summary>
    Flat = 4,

    /// <summary>One price for every unit.</summary>
    PerUnit = 5,
}
