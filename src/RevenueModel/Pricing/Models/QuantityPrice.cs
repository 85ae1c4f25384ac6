using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A price of one quantity. <see cref="RatingCalculator"/> evaluates it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public abstract record QuantityPrice : PriceModel
{
    private protected QuantityPrice()
    {
    }

    /// <summary>The quantity where the last tier ends, or <see langword="null"/> where it is open.</summary>
    public abstract decimal? UpTo { get; }

    /// <summary>The amount due, not rounded.</summary>
    /// <param name="quantity">Zero or more; refused above <see cref="UpTo"/>.</param>
    internal abstract decimal AmountAt(decimal quantity);

    /// <summary>The amounts due, each as <see cref="AmountAt"/> has it.</summary>
    /// <param name="quantities">As many as there are places.</param>
    /// <param name="destination">Receives the amounts.</param>
    internal virtual void AmountsAt(ReadOnlySpan<decimal> quantities, Span<decimal> destination)
    {
        for (int i = 0; i < quantities.Length; i++)
        {
            destination[i] = AmountAt(Guard.Against.BelowZero(quantities[i], nameof(quantities)));
        }
    }

    /// <summary>How the amount comes about; the parts sum to it.</summary>
    internal abstract Primitives.ValueList<PricedPart> PartsAt(decimal quantity);
}
