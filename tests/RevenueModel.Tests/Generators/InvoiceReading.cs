using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>
/// A billing period and its usage: readings within the period and a last one after its end. A reading can be lower
/// than the previous one, if usage was corrected.
/// </summary>
/// <param name="Span">The whole period.</param>
/// <param name="Service">The days of it in the contract.</param>
/// <param name="Readings">The readings, by day.</param>
public sealed record InvoiceReading(DateSpan Span, DateSpan Service, ValueList<UsageReading> Readings)
{
    /// <summary>The usage of the whole period.</summary>
    public UsageReading Final => Readings[Readings.Count - 1];

    /// <summary>Returns the whole content, so that a failure can be reproduced.</summary>
    public override string ToString() => $"{Span}, served {Service}: {string.Join(" then ", Readings)}";
}
