using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>What a customer pays for a unit, where that price goes, and how near its last bill is to a shock; made by
/// <see cref="EffectivePriceCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record CustomerEffectivePrice
{
    internal CustomerEffectivePrice(
        string customer,
        PricePlan plan,
        ValueList<EffectivePrice> months,
        bool isAtPace,
        decimal? shockBound,
        bool isShock,
        decimal? recentPrice,
        decimal? earlierPrice,
        decimal? priceSlope,
        EffectivePriceOptions options)
    {
        Customer = customer;
        Plan = plan;
        Months = months;
        IsAtPace = isAtPace;
        ShockBound = shockBound;
        RecentPrice = recentPrice;
        EarlierPrice = earlierPrice;
        PriceSlope = priceSlope;
        ShockShare = shockBound is { } bound ? months[^1].Bill / bound : null;
        PriceChange = recentPrice is { } recent && earlierPrice is { } earlier && earlier != 0m
            ? (recent / earlier) - 1m
            : null;
        Status = isShock ? EffectivePriceStatus.Shock
            : ShockShare >= options.NearShockShare ? EffectivePriceStatus.NearShock
            : PriceChange > 0m && PriceChange >= options.MinPriceRise ? EffectivePriceStatus.PriceRising
            : EffectivePriceStatus.Steady;
    }

    /// <summary>Gets the customer.</summary>
    public string Customer { get; }

    /// <summary>Gets the customer's plan.</summary>
    public PricePlan Plan { get; }

    /// <summary>Gets the price of each month of the history, in order.</summary>
    public ValueList<EffectivePrice> Months { get; }

    /// <summary>Gets whether the last month is in progress: its usage and its bill are those at the present
    /// pace.</summary>
    public bool IsAtPace { get; }

    /// <summary>Gets the last month, at the present pace where it is in progress.</summary>
    public EffectivePrice Last => Months[^1];

    /// <summary>Gets the last bill from which it would be a shock: the larger of <c>multiple × reference</c> and
    /// <c>reference + minimum increase</c>; <see langword="null"/> where there is no bill to compare it with or that is
    /// zero.</summary>
    public decimal? ShockBound { get; }

    /// <summary>Gets the last bill as a share of <see cref="ShockBound"/>: one or more for a shock; <see langword="null"/>
    /// where there is no bound.</summary>
    public decimal? ShockShare { get; }

    /// <summary>Gets the effective price over the last months of <see cref="EffectivePriceOptions.RecentMonths"/>: their
    /// bills by their usage; <see langword="null"/> where nothing was used in them.</summary>
    public decimal? RecentPrice { get; }

    /// <summary>Gets the effective price over all months before: their bills by their usage; <see langword="null"/> where
    /// there is none or nothing was used in them.</summary>
    public decimal? EarlierPrice { get; }

    /// <summary>Gets the trend as recent months against earlier ones, a share: <c>recent price / earlier price - 1</c>;
    /// <see langword="null"/> where one of them is not defined or the earlier one is zero.</summary>
    /// <remarks>Months weigh by their usage, so that a month with a fee and hardly any usage does not decide.</remarks>
    public decimal? PriceChange { get; }

    /// <summary>Gets the trend as the slope of the least-squares line through the effective prices of the months, in money
    /// for a unit by month; <see langword="null"/> where fewer than two months have a price.</summary>
    /// <remarks>Each month with usage weighs the same; months without usage are left out and keep their place in
    /// time.</remarks>
    public decimal? PriceSlope { get; }

    /// <summary>Gets the most urgent reason for a review.</summary>
    public EffectivePriceStatus Status { get; }

    /// <summary>Returns a readable description of the price.</summary>
    public override string ToString() => Invariant($"{Customer} on {Plan.Name}, {Last}{(IsAtPace ? " at the present pace" : "")}")
        + (PriceChange is { } change ? Invariant($", {change * 100m:+0.##;-0.##;0}% against earlier months") : "")
        + ShockShare switch
        {
            null => ", no bill to compare with",
            < 1m and var share => Invariant($", {share * 100m:0.#}% of a shock"),
            var share => Invariant($", {share:#,0.##}x the bill of a shock"),
        }
        + Status switch
        {
            EffectivePriceStatus.Shock => ": a shock",
            EffectivePriceStatus.NearShock => ": near a shock",
            EffectivePriceStatus.PriceRising => ": price rising",
            _ => "",
        };
}

/// <summary>Why a customer needs a review, the most urgent reason last.</summary>
public enum EffectivePriceStatus
{
    /// <summary>It needs none: the price does not rise as far as the options say, and the last bill is not near a
    /// shock.</summary>
    Steady = 0,

    /// <summary>The effective price of the recent months is above that of the months before by the share of
    /// <see cref="EffectivePriceOptions.MinPriceRise"/> or more.</summary>
    PriceRising = 1,

    /// <summary>The last bill is no shock yet and at or above the share of
    /// <see cref="EffectivePriceOptions.NearShockShare"/> of one.</summary>
    NearShock = 2,

    /// <summary>The last bill is a shock.</summary>
    Shock = 3,
}
