using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Organization;

/// <summary>A number of deals, accounts or heads and their amount.</summary>
/// <remarks>Immutable; equal by value. The default value is nothing.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct CountedAmount
{
    /// <summary>Creates a number with its amount.</summary>
    /// <param name="count">The number of deals, accounts or heads, zero or more.</param>
    /// <param name="amount">Their amount in one currency, zero or more.</param>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public CountedAmount(int count, decimal amount)
    {
        Count = Guard.Against.BelowZero(count);
        Amount = Guard.Against.BelowZero(amount);
    }

    /// <summary>Gets the number of deals, accounts or heads.</summary>
    public int Count { get; }

    /// <summary>Gets their amount in one currency. A deal without an amount counts as zero.</summary>
    public decimal Amount { get; }

    /// <summary>Returns the number and the amount.</summary>
    public override string ToString() => Invariant($"{Count:#,0} with {Amount:#,0.##}");

    /// <summary>Returns this with one more.</summary>
    internal CountedAmount Plus(decimal? amount, string name) =>
        new(Count + 1, DomainGuards.Total(Amount, amount ?? 0m, name));

    // Quarters keep the sum of large amounts within the range of a decimal.
    internal static decimal? Share(CountedAmount one, CountedAmount other, CountedAmount third)
    {
        decimal whole = (one.Amount / 4m) + (other.Amount / 4m) + (third.Amount / 4m);
        return whole == 0m ? null : one.Amount / 4m / whole;
    }
}
