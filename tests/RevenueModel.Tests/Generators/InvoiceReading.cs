using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>A billing period and its usage: as it was read within the period and, last, when the period was over. A
/// reading may be lower than the one before it, if usage was corrected.</summary>
/// <param name="Span">The whole period.</param>
/// <param name="Service">The days of it in the contract.</param>
/// <param name="Readings">The readings, by day.</param>
public sealed record InvoiceReading(DateSpan Span, DateSpan Service, ValueList<UsageReading> Readings)
{
    /// <summary>The usage of the whole period.</summary>
    public UsageReading Final => Readings[Readings.Count - 1];

    /// <summary>All of it, so that a failure can be repeated.</summary>
    public override string ToString() => $"{Span}, served {Service}: {string.Join(" then ", Readings)}";
}
