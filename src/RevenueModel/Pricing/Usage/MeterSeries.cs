using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pricing;

/// <summary>What one meter read in each month of a history.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record MeterSeries
{
    /// <summary>Creates a series.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="quantities">What was used in each month, in order, zero or more.</param>
    /// <exception cref="ArgumentException">The name is empty, or a quantity is negative.</exception>
    public MeterSeries(string meter, ValueList<decimal> quantities)
    {
        Meter = Guard.Against.Blank(meter);
        foreach (decimal quantity in quantities)
        {
            Guard.Against.BelowZero(quantity, nameof(quantities));
        }

        Quantities = quantities;
    }

    private MeterSeries(string meter, ValueList<decimal> quantities, ValueList<ValueList<decimal>> transactions)
        : this(meter, quantities) => Transactions = transactions;

    /// <summary>The meter.</summary>
    public string Meter { get; }

    /// <summary>What was used in each month, in order.</summary>
    public ValueList<decimal> Quantities { get; }

    /// <summary>The amounts of single transactions in each month, where they are known; or nothing.</summary>
    public ValueList<ValueList<decimal>> Transactions { get; }

    /// <summary>A series of transactions, for prices that have terms for each of them.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="months">The amounts of each month's transactions in order, zero or more; a month may have none.</param>
    /// <exception cref="ArgumentException">The name is empty, or an amount is negative.</exception>
    public static MeterSeries OfTransactions(string meter, params ReadOnlySpan<ValueList<decimal>> months)
    {
        var quantities = new decimal[months.Length];
        Guard.Against.Blank(meter);
        for (int month = 0; month < quantities.Length; month++)
        {
            try
            {
                quantities[month] = MeterUsage.OfTransactions(meter, months[month].AsSpan()).Quantity;
            }
            catch (ArgumentException refused)
            {
                throw DomainGuards.Within(Invariant($"month {month + 1} of \"{meter}\""), refused);
            }
        }

        return new MeterSeries(meter, ValueList.Own(quantities), ValueList.Create(months));
    }

    /// <summary>The series in words.</summary>
    public override string ToString() => Invariant($"{Meter}: {Plural.Of(Quantities.Count, "month")}");
}
