using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A price of one quantity. <see cref="RatingCalculator"/> evaluates it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public abstract record QuantityPrice : PriceModel
{
    private protected QuantityPrice()
    {
    }

    /// <summary>Gets the quantity at which the last tier ends, or <see langword="null"/> if it is open.</summary>
    public abstract decimal? UpTo { get; }

    /// <summary>Gets a quantity up to which no amount can exceed the range of a decimal; zero if none is
    /// known.</summary>
    /// <remarks>Up to this quantity, an overflow need not be handled.</remarks>
    internal decimal SafeQuantity { get; private protected init; }

    /// <summary>Returns the amount due, not rounded.</summary>
    /// <param name="quantity">The quantity, zero or more, at most <see cref="UpTo"/>.</param>
    internal abstract decimal AmountAt(decimal quantity);

    /// <summary>Computes the amounts due, each equal to <see cref="AmountAt"/>.</summary>
    /// <param name="quantities">The quantities; as many as the destination has places. A negative one is
    /// refused.</param>
    /// <param name="destination">Receives the amounts.</param>
    /// <returns>The number of amounts: all, or those before the first quantity above <see cref="UpTo"/>.</returns>
    internal virtual int AmountsAt(ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        decimal? end = UpTo;
        for (int i = 0; i < quantities.Length; i++)
        {
            if (quantities[i] > end)
            {
                return i;
            }

            destination[i] = AmountAt(Guard.Against.BelowZero(quantities[i], nameof(quantities)));
        }

        return quantities.Length;
    }

    /// <summary>Returns the parts of the amount due; they sum to it.</summary>
    internal abstract Primitives.ValueList<PricedPart> PartsAt(decimal quantity);
}
