using RevenueModel.Billing;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A period, and its usage as it was read while it lasted and, last, when it was over: each reading of all that was
/// used so far, which may fall where usage is corrected.</summary>
public sealed record InvoiceReading(BillingPeriod Period, ValueList<ValueList<MeterUsage>> Readings)
{
    /// <summary>The usage of the whole period.</summary>
    public ValueList<MeterUsage> Final => Readings[Readings.Count - 1];

    /// <summary>All of it, so that a failure can be repeated.</summary>
    public override string ToString() => Period + ": "
        + string.Join(" then ", Readings.Select(reading => "(" + string.Join(", ", reading.Select(Text)) + ")"));

    private static string Text(MeterUsage usage) => FormattableString.Invariant($"{usage.Meter} {usage.Quantity}")
        + (usage.Transactions.IsEmpty ? "" : " = " + string.Join("+", usage.Transactions.Select(Digits)));

    private static string Digits(decimal amount) => FormattableString.Invariant($"{amount}");
}
