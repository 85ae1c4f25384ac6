using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Generators;

/// <summary>The usage of a billing period as it is known on a day.</summary>
/// <param name="Through">The first day whose usage is not known.</param>
/// <param name="Usage">The usage since the start of the period, of each meter of the plan.</param>
public sealed record UsageReading(LocalDate Through, ValueList<MeterUsage> Usage)
{
    /// <summary>Returns the whole content, so that a failure can be reproduced.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"through {Through:R} ({string.Join(", ", Usage.Select(Text))})");

    private static string Text(MeterUsage usage) => FormattableString.Invariant($"{usage.Meter} {usage.Quantity}")
        + (usage.Transactions.IsEmpty ? "" : " = " + string.Join("+", usage.Transactions.Select(Digits)))
        + (usage.Days is { } days ? " in " + days : "");

    private static string Digits(decimal amount) => FormattableString.Invariant($"{amount}");
}
