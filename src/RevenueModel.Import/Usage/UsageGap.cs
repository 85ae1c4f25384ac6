using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Months without a row between the first and the last month of a customer's meter. They are zero in the
/// history.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record UsageGap
{
    internal UsageGap(string customer, string meter, ValueList<YearMonth> months)
    {
        Customer = customer;
        Meter = meter;
        Months = months;
    }

    /// <summary>Gets the customer.</summary>
    public string Customer { get; }

    /// <summary>Gets the meter.</summary>
    public string Meter { get; }

    /// <summary>Gets the months, in order.</summary>
    public ValueList<YearMonth> Months { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant(
        $"{Customer}, {Meter}: no row for {string.Join(", ", Months.Select(month => Invariant($"{month:uuuu-MM}")))}");
}
