using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A share of the amounts of transactions, with what is free and what one transaction costs at the least and at the
/// most.</summary>
/// <remarks>
/// <para>Immutable; equal by value. Each transaction costs <c>fixed fee + (amount - what of it is free) × rate</c>, held to
/// the limits; the fixed fee is inside them. One that is free as a whole costs nothing, not even the fixed fee or the
/// minimum.</para>
/// <para>Transactions use up what is free in their order. Where both a number of events and an amount are free, an event has
/// to be among the first so many, and the amount is used up by them alone (as in Lago). Once the amount is used up, nothing is
/// free, not even a transaction of zero.</para>
/// </remarks>
public sealed record PercentagePrice : PriceModel
{
    /// <summary>The share of the amount, a fraction.</summary>
    public required decimal Rate { get; init => field = Guard.Against.NotFraction(value, nameof(Rate)); }

    /// <summary>The fee for each transaction that is not free as a whole, zero or more.</summary>
    public decimal FixedFee { get; init => field = Guard.Against.BelowZero(value, nameof(FixedFee)); }

    /// <summary>The number of transactions that are free, zero or more, or <see langword="null"/> where it is not
    /// limited by number.</summary>
    public int? FreeEvents
    {
        get;
        init => field = value is { } count ? (int)Guard.Against.BelowZero((long)count, nameof(FreeEvents)) : null;
    }

    /// <summary>The amount that is free, zero or more, or <see langword="null"/> where it is not limited by
    /// amount.</summary>
    public decimal? FreeAmount
    {
        get;
        init => field = value is { } amount ? Guard.Against.BelowZero(amount, nameof(FreeAmount)) : null;
    }

    /// <summary>What a transaction costs at the least and at the most, or <see langword="null"/> for no limits.</summary>
    public Band<decimal>? TransactionLimits
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(TransactionLimits)) : null;
    }

    /// <summary>Whether single transactions matter, so that their sum alone is not enough.</summary>
    public bool NeedsTransactions => FixedFee > 0m || FreeEvents is not null || TransactionLimits is not null;

    /// <summary>The price in words.</summary>
    public override string ToString()
    {
        string text = Invariant($"{Rate * 100m:0.######}%");
        text += FixedFee > 0m ? Invariant($" + {FixedFee:0.######} each") : "";
        text += TransactionLimits is { } limits ? Invariant($", {limits} each") : "";
        text += FreeEvents is { } events ? Invariant($", first {events:#,0} free") : "";
        return text + (FreeAmount is { } free ? Invariant($", {free:#,0.######} of the amount free") : "");
    }

    /// <summary>What the transactions cost, in their order.</summary>
    internal decimal AmountOf(ReadOnlySpan<decimal> transactions)
    {
        decimal amount = 0m;
        decimal freeAmount = FreeAmount ?? 0m;
        for (int i = 0; i < transactions.Length; i++)
        {
            decimal transaction = Guard.Against.BelowZero(transactions[i], nameof(transactions));
            decimal free = 0m;
            bool isAmongFree = FreeAmount is null ? i < FreeEvents : freeAmount > 0m && !(i >= FreeEvents);
            if (isAmongFree)
            {
                free = FreeAmount is null ? transaction : Math.Min(transaction, freeAmount);
                freeAmount -= FreeAmount is null ? 0m : free;
            }

            amount += isAmongFree && free == transaction ? 0m : CostOf(transaction - free);
        }

        return amount;
    }

    /// <summary>What an amount costs whose transactions do not matter.</summary>
    internal decimal AmountOf(decimal total)
    {
        Guard.Against.BelowZero(total);
        return NeedsTransactions
            ? throw new ArgumentException(
                $"total was given without its transactions; {this} has terms for each of them.", nameof(total))
            : Math.Max(total - (FreeAmount ?? 0m), 0m) * Rate;
    }

    private decimal CostOf(decimal chargeable)
    {
        decimal cost = FixedFee + (chargeable * Rate);
        return TransactionLimits is { } limits ? limits.Clamp(cost) : cost;
    }
}
