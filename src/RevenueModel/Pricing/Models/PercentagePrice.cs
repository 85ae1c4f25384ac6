using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>A share of the amounts of transactions, with free amounts and a minimum and maximum for each
/// transaction.</summary>
/// <remarks>
/// <para>Immutable; equal by value. Each transaction costs <c>fixed fee + (amount - free amount) × rate</c>, limited
/// to <see cref="TransactionLimits"/>, which include the fixed fee. A transaction that is completely free costs
/// nothing, not even the fixed fee or the minimum.</para>
/// <para>Transactions use up the free amount in their order. If both a number of events and an amount are free, only
/// the first events are free, and only they use up the amount (as in Lago). Once the amount is used up, no transaction
/// is free, not even one of zero.</para>
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PercentagePrice : PriceModel
{
    /// <summary>Gets the share of the amount, between 0 and 1.</summary>
    public required decimal Rate { get; init => field = Guard.Against.NotFraction(value, nameof(Rate)); }

    /// <summary>Gets the fee for each transaction that is not completely free, zero or more.</summary>
    public decimal FixedFee { get; init => field = Guard.Against.BelowZero(value, nameof(FixedFee)); }

    /// <summary>Gets the number of free transactions, zero or more, or <see langword="null"/> if free transactions are
    /// not limited by number.</summary>
    public int? FreeEvents
    {
        get;
        init => field = value is { } count ? (int)Guard.Against.BelowZero((long)count, nameof(FreeEvents)) : null;
    }

    /// <summary>Gets the free amount, zero or more, or <see langword="null"/> if free transactions are not limited by
    /// amount.</summary>
    public decimal? FreeAmount
    {
        get;
        init => field = value is { } amount ? Guard.Against.BelowZero(amount, nameof(FreeAmount)) : null;
    }

    /// <summary>Gets the minimum and maximum cost of a transaction, or <see langword="null"/> for no limits.</summary>
    public Band<decimal>? TransactionLimits
    {
        get;
        init => field = value is { } band ? Guard.Against.BelowZero(band, nameof(TransactionLimits)) : null;
    }

    /// <summary>Gets whether the price depends on single transactions and not only on their sum.</summary>
    public bool NeedsTransactions => FixedFee > 0m || FreeEvents is not null || TransactionLimits is not null;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string text = Invariant($"{Rate * 100m:0.######}%");
        text += FixedFee > 0m ? Invariant($" + {FixedFee:0.######} each") : "";
        text += TransactionLimits is { } limits ? Invariant($", {limits} each") : "";
        text += FreeEvents is { } events ? Invariant($", first {events:#,0} free") : "";
        return text + (FreeAmount is { } free ? Invariant($", {free:#,0.######} of the amount free") : "");
    }

    /// <summary>Returns the cost of the transactions, in their order.</summary>
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

    /// <summary>Returns the cost of an amount whose single transactions do not matter.</summary>
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
