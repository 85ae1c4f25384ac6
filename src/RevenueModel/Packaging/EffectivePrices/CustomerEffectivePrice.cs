using System.Text.Json.Serialization;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Packaging;

/// <summary>The effective price per unit of a customer, its trend, and the last bill compared with a shock. Created by
/// <see cref="EffectivePriceCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
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

    /// <summary>Gets whether the last month is in progress. If so, its usage and its bill are projected at the present
    /// pace.</summary>
    public bool IsAtPace { get; }

    /// <summary>Gets the last month, projected at the present pace if it is in progress.</summary>
    public EffectivePrice Last => Months[^1];

    /// <summary>Gets the last bill from which it would be a shock: the larger of <c>multiple × reference</c> and
    /// <c>reference + minimum increase</c>. <see langword="null"/> if there is no reference bill or it is
    /// zero.</summary>
    public decimal? ShockBound { get; }

    /// <summary>Gets the last bill as a share of <see cref="ShockBound"/>: one or more for a shock.
    /// <see langword="null"/> if there is no bound.</summary>
    public decimal? ShockShare { get; }

    /// <summary>Gets the effective price over the last <see cref="EffectivePriceOptions.RecentMonths"/> months: their
    /// bills divided by their usage. <see langword="null"/> if they have no usage.</summary>
    public decimal? RecentPrice { get; }

    /// <summary>Gets the effective price over all earlier months: their bills divided by their usage.
    /// <see langword="null"/> if there are none or they have no usage.</summary>
    public decimal? EarlierPrice { get; }

    /// <summary>Gets the trend of recent months against earlier ones, as a share:
    /// <c>recent price / earlier price - 1</c>. <see langword="null"/> if one of them is undefined or the earlier one
    /// is zero.</summary>
    /// <remarks>
    /// Months are weighted by their usage, so that a month with a fee and little usage has little weight.
    /// </remarks>
    public decimal? PriceChange { get; }

    /// <summary>Gets the slope of the least-squares line through the effective prices of the months, in money per unit
    /// and month. <see langword="null"/> if fewer than two months have a price.</summary>
    /// <remarks>
    /// Each month with usage has the same weight. Months without usage are excluded and keep their position in time.
    /// </remarks>
    public decimal? PriceSlope { get; }

    /// <summary>Gets the most urgent reason for a review.</summary>
    public EffectivePriceStatus Status { get; internal init; }

    /// <summary>Returns a readable description of the price.</summary>
    public override string ToString() =>
        Invariant($"{Customer} on {Plan.Name}, {Last}{(IsAtPace ? " at the present pace" : "")}")
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

/// <summary>The reason why a customer needs a review, in ascending order of urgency.</summary>
public enum EffectivePriceStatus
{
    /// <summary>No review is needed. The price does not rise beyond the limit of the options, and the last bill is not
    /// near a shock.</summary>
    Steady = 0,

    /// <summary>The effective price of the recent months is above that of the earlier months by at least the share
    /// <see cref="EffectivePriceOptions.MinPriceRise"/>.</summary>
    PriceRising = 1,

    /// <summary>The last bill is at least the share <see cref="EffectivePriceOptions.NearShockShare"/> of a shock, but
    /// not a shock.</summary>
    NearShock = 2,

    /// <summary>The last bill is a shock.</summary>
    Shock = 3,
}
