using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>What usage costs under a <see cref="PriceModel"/>; nothing is rounded.</summary>
/// <remarks>What stands around a price (conversion, allowance, discounts, minimum, maximum) is the
/// <see cref="Charge"/>'s.</remarks>
public static class RatingCalculator
{
    /// <summary>What a quantity costs.</summary>
    /// <param name="price">The price.</param>
    /// <param name="quantity">Zero or more, fractions included.</param>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above a last tier that
    /// ends.</exception>
    /// <exception cref="OverflowException">The amount does not fit a <see cref="decimal"/>.</exception>
    public static decimal Amount(QuantityPrice price, decimal quantity) =>
        Guard.Against.Null(price).AmountAt(Guard.Against.BelowZero(quantity));

    /// <summary>What many quantities cost, each on its own.</summary>
    /// <param name="price">The price.</param>
    /// <param name="quantities">Zero or more each.</param>
    /// <param name="destination">Receives an amount for each quantity; of the same length.</param>
    /// <exception cref="ArgumentException">A quantity is negative or above a last tier that ends, or the lengths
    /// differ.</exception>
    /// <remarks>Each is equal to <see cref="Amount(QuantityPrice, decimal)"/> to the last digit.</remarks>
    public static void Amounts(QuantityPrice price, ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        Guard.Against.Null(price);
        DomainGuards.RequireSameLength(quantities.Length, destination.Length);
        price.AmountsAt(quantities, destination);
    }

    /// <summary>What a further quantity costs on top of what came before: <c>F(previous + added) - F(previous)</c>.</summary>
    /// <param name="price">The price.</param>
    /// <param name="prior">The cumulative quantity so far, zero or more.</param>
    /// <param name="added">The further quantity; negative takes some back.</param>
    /// <returns>The difference. The sum over the steps is the amount of the whole less what zero costs, whatever their order
    /// and size. Negative, a credit, where usage is taken back and where a lower price comes to apply to all units.</returns>
    /// <exception cref="ArgumentException">The cumulative quantity before or after is negative or above a last tier that
    /// ends.</exception>
    public static decimal AmountOfNext(QuantityPrice price, decimal prior, decimal added) =>
        Amount(price, Guard.Against.BelowZero(prior + added, "previous + added")) - Amount(price, prior);

    /// <summary>How the amount for a quantity comes about.</summary>
    /// <param name="price">The price.</param>
    /// <param name="quantity">Zero or more.</param>
    /// <returns>The tiers that add to it, in order; their amounts sum to the amount.</returns>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above a last tier that
    /// ends.</exception>
    public static ValueList<PricedPart> Breakdown(QuantityPrice price, decimal quantity) =>
        Guard.Against.Null(price).PartsAt(Guard.Against.BelowZero(quantity));

    /// <summary>What a quantity costs at the prices of the tier that another one lies in: of a volume price, usage of a part
    /// of a period at the tier of the whole.</summary>
    /// <param name="price">A volume price.</param>
    /// <param name="quantity">The quantity to price, zero or more.</param>
    /// <param name="tierQuantity">The quantity that chooses the tier, zero or more.</param>
    /// <exception cref="ArgumentException">A quantity is negative or above a last tier that ends, or the price is no volume
    /// price, or buys up.</exception>
    internal static decimal AmountAtTierOf(TieredPrice price, decimal quantity, decimal tierQuantity)
    {
        Guard.Against.Null(price);
        Guard.Against.BelowZero(quantity);
        return price is { Kind: TieredPriceKind.Volume, BuysUp: false }
            ? price.AmountAtTierOf(quantity, Guard.Against.BelowZero(tierQuantity))
            : throw DomainGuards.OutOfRange(nameof(price), price, "a volume price that does not buy up, whose tier prices all units,");
    }

    /// <summary>What transactions cost.</summary>
    /// <param name="price">The price.</param>
    /// <param name="transactions">Their amounts in order, zero or more each.</param>
    /// <exception cref="ArgumentException">An amount is negative.</exception>
    public static decimal Amount(PercentagePrice price, params ReadOnlySpan<decimal> transactions) =>
        Guard.Against.Null(price).AmountOf(transactions);

    /// <summary>What capacity costs.</summary>
    /// <param name="price">The price.</param>
    /// <param name="quantities">A quantity for each of its meters, in their order, zero or more.</param>
    /// <exception cref="ArgumentException">A quantity is negative or beyond the limit of the last tier, or not every meter
    /// has one.</exception>
    public static decimal Amount(CapacityPrice price, params ReadOnlySpan<decimal> quantities) =>
        Guard.Against.Null(price).Tiers[price.IndexOf(quantities)].Fee;
}
