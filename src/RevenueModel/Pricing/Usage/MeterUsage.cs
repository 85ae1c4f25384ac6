using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The usage of one meter in a billing period.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of(string, decimal)"/> and
/// <see cref="OfTransactions(string, ReadOnlySpan{decimal})"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record MeterUsage
{
    private MeterUsage(string meter, decimal quantity, ValueList<decimal> transactions, DateSpan? days)
    {
        Meter = meter;
        Quantity = quantity;
        Transactions = transactions;
        Days = days;
    }

    /// <summary>Gets the name of the meter.</summary>
    public string Meter { get; }

    /// <summary>Gets the cumulative quantity of the period, or the sum of its transactions.</summary>
    public decimal Quantity { get; }

    /// <summary>Gets the amounts of single transactions in order; empty if only the quantity is known.</summary>
    public ValueList<decimal> Transactions { get; }

    /// <summary>Gets the days of the usage, or <see langword="null"/> if it is the usage of the period so
    /// far.</summary>
    public DateSpan? Days { get; }

    /// <summary>Creates the usage of a meter.</summary>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="quantity">The cumulative quantity of the period, zero or more.</param>
    /// <returns>The usage.</returns>
    /// <exception cref="ArgumentException">The name is empty, or the quantity is negative.</exception>
    public static MeterUsage Of(string meter, decimal quantity) =>
        new(Guard.Against.Blank(meter), Guard.Against.BelowZero(quantity), [], days: null);

    /// <summary>Creates the usage of a meter on some days of a billing period.</summary>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="quantity">The quantity used on those days, zero or more.</param>
    /// <param name="days">The days; the span ends.</param>
    /// <returns>The usage.</returns>
    /// <exception cref="ArgumentException">The name is empty, the quantity is negative, or the span is
    /// open.</exception>
    public static MeterUsage Of(string meter, decimal quantity, DateSpan days) =>
        new(Guard.Against.Blank(meter), Guard.Against.BelowZero(quantity), [], RequireEnd(days));

    /// <summary>Returns the same usage on some days of a billing period.</summary>
    /// <param name="days">The days; the span ends.</param>
    /// <returns>The usage.</returns>
    /// <exception cref="ArgumentException">The span is open.</exception>
    public MeterUsage On(DateSpan days) => new(Meter, Quantity, Transactions, RequireEnd(days));

    /// <summary>Creates the usage of a meter from single transactions.</summary>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="amounts">All amounts of the period so far, in order, zero or more each.</param>
    /// <returns>The usage; its quantity is the sum of the amounts.</returns>
    /// <exception cref="ArgumentException">The name is empty, an amount is negative, or the sum does not fit a
    /// decimal.</exception>
    public static MeterUsage OfTransactions(string meter, params ReadOnlySpan<decimal> amounts)
    {
        Guard.Against.Blank(meter);
        decimal sum = 0m;
        try
        {
            foreach (decimal amount in amounts)
            {
                sum += Guard.Against.BelowZero(amount, nameof(amounts));
            }
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow($"The sum of the transactions of \"{meter}\"", nameof(amounts), overflow);
        }

        return new MeterUsage(meter, sum, ValueList.Create(amounts), days: null);
    }

    /// <inheritdoc cref="OfTransactions(string, ReadOnlySpan{decimal})"/>
    public static MeterUsage OfTransactions(string meter, IEnumerable<decimal> amounts) =>
        OfTransactions(meter, amounts.AsItems());

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Quantity:#,0.######} {Meter}")
            + (Transactions.IsEmpty ? "" : " in " + Plural.Of(Transactions.Count, "transaction"))
            + (Days is { } days ? " in " + days : "");

    private static DateSpan RequireEnd(DateSpan days) => days.End is not null
        ? days
        : throw DomainGuards.OutOfRange(nameof(days), days, "a span with an end");
}
