using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>Computes the amount due for usage under a <see cref="PriceModel"/>, not rounded.</summary>
/// <remarks>
/// <see cref="BillCalculator"/> applies the other terms of a <see cref="Charge"/>: unit conversion, allowance,
/// discounts, minimum and maximum.
/// </remarks>
public static class RatingCalculator
{
    /// <summary>Returns the amount due for a quantity.</summary>
    /// <param name="price">The price.</param>
    /// <param name="quantity">The quantity, zero or more; it may be fractional.</param>
    /// <returns>The amount, not rounded.</returns>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above the last tier, or the
    /// amount does not fit a <see cref="decimal"/>.</exception>
    /// <example><code>
    /// PackagePrice price = PriceModel.Package(size: 100m, price: 5m);
    /// Console.WriteLine(RatingCalculator.Amount(price, 250m)); // 15
    /// </code></example>
    public static decimal Amount(QuantityPrice price, decimal quantity)
    {
        Guard.Against.Null(price);
        Guard.Against.BelowZero(quantity);
        return quantity <= price.SafeQuantity ? price.AmountAt(quantity) : AmountOrRefusal(price, quantity);
    }

    /// <summary>Computes the amounts due for many quantities, each independently.</summary>
    /// <param name="price">The price.</param>
    /// <param name="quantities">The quantities, zero or more each.</param>
    /// <param name="destination">Receives an amount for each quantity; of the same length.</param>
    /// <exception cref="ArgumentException">A quantity is negative or above the last tier, an amount does not fit a
    /// <see cref="decimal"/>, or the lengths differ.</exception>
    /// <remarks>Each amount is equal to <see cref="Amount(QuantityPrice, decimal)"/> to the last digit.</remarks>
    public static void Amounts(QuantityPrice price, ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        Guard.Against.Null(price);
        DomainGuards.RequireSameLength(quantities.Length, destination.Length);
        int rated;
        try
        {
            rated = price.AmountsAt(quantities, destination);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"An amount under {price}", nameof(quantities), overflow);
        }

        if (rated < quantities.Length)
        {
            RequireWithin(price, quantities[rated], nameof(quantities));
        }
    }

    /// <summary>Returns the amount due for a further quantity on top of earlier ones: <c>F(prior + added) -
    /// F(prior)</c>.</summary>
    /// <param name="price">The price.</param>
    /// <param name="prior">The cumulative quantity so far, zero or more.</param>
    /// <param name="added">The further quantity. A negative one takes back at most <paramref name="prior"/>.</param>
    /// <returns>The difference. The sum of the differences does not depend on the order or size of the steps. It is
    /// negative (a credit) if usage is taken back, or if a lower price begins to apply to all units.</returns>
    /// <exception cref="ArgumentException">The cumulative quantity before or after is negative or above the last tier,
    /// or an amount does not fit a <see cref="decimal"/>.</exception>
    public static decimal AmountOfNext(QuantityPrice price, decimal prior, decimal added)
    {
        Guard.Against.Null(price);
        Guard.Against.BelowZero(prior);
        if (added < -prior)
        {
            throw DomainGuards.OutOfRange(
                nameof(added), added, Invariant($"at least {-prior}, which takes back all so far,"));
        }

        RequireWithin(price, prior, nameof(prior));
        try
        {
            decimal total = prior + added;
            RequireWithin(price, total, nameof(added));
            return price.AmountAt(total) - price.AmountAt(prior);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                Invariant($"The amount of {prior} + {added} under {price}"), nameof(added), overflow);
        }
    }

    /// <summary>Returns the contribution of each tier to the amount due for a quantity.</summary>
    /// <param name="price">The price.</param>
    /// <param name="quantity">The quantity, zero or more.</param>
    /// <returns>The tiers that contribute, in order. Their amounts sum to the amount due.</returns>
    /// <exception cref="ArgumentException"><paramref name="quantity"/> is negative or above the last tier, or the
    /// amount does not fit a <see cref="decimal"/>.</exception>
    public static ValueList<PricedPart> Breakdown(QuantityPrice price, decimal quantity)
    {
        Guard.Against.Null(price);
        Guard.Against.BelowZero(quantity);
        try
        {
            return price.PartsAt(quantity);
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(price, quantity, nameof(quantity), overflow);
        }
    }

    /// <summary>Returns the amount due for a quantity at the prices of the tier in which another quantity lies. For a
    /// volume price, it prices usage of a part of a period at the tier of the whole.</summary>
    /// <param name="price">A volume price.</param>
    /// <param name="quantity">The quantity to price, zero or more.</param>
    /// <param name="tierQuantity">The quantity that determines the tier, zero or more.</param>
    /// <exception cref="ArgumentException">A quantity is negative or above the last tier, or the price is not a volume
    /// price, or buys up.</exception>
    internal static decimal AmountAtTierOf(TieredPrice price, decimal quantity, decimal tierQuantity)
    {
        Guard.Against.Null(price);
        Guard.Against.BelowZero(quantity);
        return price is { Kind: TieredPriceKind.Volume, BuysUp: false }
            ? price.AmountAtTierOf(quantity, Guard.Against.BelowZero(tierQuantity))
            : throw DomainGuards.OutOfRange(
                nameof(price), price, "a volume price that does not buy up, whose tier prices all units,");
    }

    /// <summary>Returns the amount due for transactions.</summary>
    /// <param name="price">The price.</param>
    /// <param name="transactions">The amounts of the transactions in order, zero or more each.</param>
    /// <returns>The amount, not rounded.</returns>
    /// <exception cref="ArgumentException">An amount is negative, or the sum does not fit a
    /// <see cref="decimal"/>.</exception>
    public static decimal Amount(PercentagePrice price, params ReadOnlySpan<decimal> transactions)
    {
        Guard.Against.Null(price);
        try
        {
            return price.AmountOf(transactions);
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(
                $"The amount of {Plural.Of(transactions.Length, "transaction")} under {price}",
                nameof(transactions),
                overflow);
        }
    }

    /// <inheritdoc cref="Amount(PercentagePrice, ReadOnlySpan{decimal})"/>
    public static decimal Amount(PercentagePrice price, IEnumerable<decimal> transactions) =>
        Amount(price, transactions.AsItems());

    /// <summary>Returns the fee due for capacity.</summary>
    /// <param name="price">The price.</param>
    /// <param name="quantities">The quantity of each of the meters, in their order, zero or more.</param>
    /// <returns>The fee of the tier.</returns>
    /// <exception cref="ArgumentException">A quantity is negative or above the limit of the last tier, or the number
    /// of quantities is not that of the meters.</exception>
    public static decimal Amount(CapacityPrice price, params ReadOnlySpan<decimal> quantities) =>
        Guard.Against.Null(price).Tiers[price.IndexOf(quantities)].Fee;

    /// <inheritdoc cref="Amount(CapacityPrice, ReadOnlySpan{decimal})"/>
    public static decimal Amount(CapacityPrice price, IEnumerable<decimal> quantities) =>
        Amount(price, quantities.AsItems());

    private static void RequireWithin(QuantityPrice price, decimal quantity, string name)
    {
        if (quantity > price.UpTo)
        {
            throw DomainGuards.OutOfRange(
                name, quantity, Invariant($"a quantity up to {price.UpTo}, where the last tier ends,"));
        }
    }

    private static ArgumentException TooLarge(
        QuantityPrice price, decimal quantity, string name, OverflowException overflow) =>
        DomainGuards.Overflow(Invariant($"The amount of {quantity} under {price}"), name, overflow);

    private static decimal AmountOrRefusal(QuantityPrice price, decimal quantity)
    {
        try
        {
            return price.AmountAt(quantity);
        }
        catch (OverflowException overflow)
        {
            throw TooLarge(price, quantity, nameof(quantity), overflow);
        }
    }
}
