using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>The usage of one meter in each month of a history.</summary>
/// <remarks>Immutable; equal by value. Created by <see cref="Of(string, ReadOnlySpan{decimal})"/> and
/// <see cref="OfTransactions(string, ReadOnlySpan{IEnumerable{decimal}})"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record MeterSeries
{
    private MeterSeries(string meter, ValueList<decimal> quantities, ValueList<ValueList<decimal>> transactions)
    {
        Meter = meter;
        Quantities = quantities;
        Transactions = transactions;
    }

    /// <summary>Gets the name of the meter.</summary>
    public string Meter { get; }

    /// <summary>Gets the usage of each month, in order.</summary>
    public ValueList<decimal> Quantities { get; }

    /// <summary>Gets the amounts of single transactions in each month; empty if only quantities are known.</summary>
    public ValueList<ValueList<decimal>> Transactions { get; }

    /// <summary>Creates a series of quantities.</summary>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="quantities">The usage in each month, in order, zero or more.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentException">The name is empty, or a quantity is negative.</exception>
    public static MeterSeries Of(string meter, params ReadOnlySpan<decimal> quantities)
    {
        Guard.Against.Blank(meter);
        foreach (decimal quantity in quantities)
        {
            Guard.Against.BelowZero(quantity, nameof(quantities));
        }

        return new MeterSeries(meter, ValueList.Create(quantities), []);
    }

    /// <inheritdoc cref="Of(string, ReadOnlySpan{decimal})"/>
    public static MeterSeries Of(string meter, IEnumerable<decimal> quantities) => Of(meter, quantities.AsItems());

    /// <summary>Creates a series of single transactions, for prices that have terms for each of them.</summary>
    /// <param name="meter">The name of the meter.</param>
    /// <param name="months">The amounts of each month's transactions in order, zero or more; a month may have
    /// none.</param>
    /// <returns>The series; its quantities are the sums of the transactions.</returns>
    /// <exception cref="ArgumentException">The name is empty, an amount is negative, or the sum of a month does not
    /// fit a decimal.</exception>
    public static MeterSeries OfTransactions(string meter, params ReadOnlySpan<IEnumerable<decimal>> months)
    {
        Guard.Against.Blank(meter);
        var quantities = new decimal[months.Length];
        var transactions = new ValueList<decimal>[months.Length];
        int month = 0;
        try
        {
            for (; month < months.Length; month++)
            {
                MeterUsage usage = MeterUsage.OfTransactions(meter, Guard.Against.Null(months[month]));
                quantities[month] = usage.Quantity;
                transactions[month] = usage.Transactions;
            }
        }
        catch (ArgumentException refused)
        {
            throw DomainGuards.Within(Invariant($"month {month + 1} of \"{meter}\""), refused, nameof(months));
        }

        return new MeterSeries(meter, ValueList.Own(quantities), ValueList.Own(transactions));
    }

    /// <inheritdoc cref="OfTransactions(string, ReadOnlySpan{IEnumerable{decimal}})"/>
    /// <typeparam name="TMonth">The collection of a month's amounts: an array, a list, a value list.</typeparam>
    public static MeterSeries OfTransactions<TMonth>(string meter, IEnumerable<TMonth> months)
        where TMonth : IEnumerable<decimal>
    {
        Guard.Against.Null(months);
        return OfTransactions(meter, [.. months.Select(static month => (IEnumerable<decimal>)month)]);
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Meter}: {Plural.Of(Quantities.Count, "month")}");
}
