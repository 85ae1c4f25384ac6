using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>What one meter read in a billing period.</summary>
/// <remarks>Immutable; equal by value. Made by <see cref="Of"/> and <see cref="OfTransactions"/>.</remarks>
public sealed record MeterUsage
{
    private MeterUsage(string meter, decimal quantity, ValueList<decimal> transactions)
    {
        Meter = Guard.Against.Blank(meter);
        Quantity = quantity;
        Transactions = transactions;
    }

    /// <summary>The meter.</summary>
    public string Meter { get; }

    /// <summary>The cumulative quantity of the period, or the sum of its transactions.</summary>
    public decimal Quantity { get; }

    /// <summary>The amounts of single transactions in order, where they are known.</summary>
    public ValueList<decimal> Transactions { get; }

    /// <summary>A quantity.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="quantity">The cumulative quantity of the period, zero or more.</param>
    /// <exception cref="ArgumentException">The name is empty, or the quantity is negative.</exception>
    public static MeterUsage Of(string meter, decimal quantity) => new(meter, Guard.Against.BelowZero(quantity), []);

    /// <summary>Transactions.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="amounts">All of the period so far, in order, zero or more each.</param>
    /// <exception cref="ArgumentException">The name is empty, or an amount is negative.</exception>
    public static MeterUsage OfTransactions(string meter, params ReadOnlySpan<decimal> amounts)
    {
        decimal sum = 0m;
        foreach (decimal amount in amounts)
        {
            sum += Guard.Against.BelowZero(amount, nameof(amounts));
        }

        return new MeterUsage(meter, sum, ValueList.Create(amounts));
    }

    /// <summary>The usage in words.</summary>
    public override string ToString() =>
        Invariant($"{Quantity:#,0.######} {Meter}") + (Transactions.IsEmpty ? "" : Invariant($" in {Transactions.Count:#,0} transactions"));
}
