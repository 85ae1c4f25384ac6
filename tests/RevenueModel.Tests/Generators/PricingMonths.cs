using System.Globalization;
using RevenueModel.Pricing;

namespace RevenueModel.Tests.Generators;

/// <summary>A plan and a history of its meters, among others, that lies within its tiers.</summary>
public sealed record PricingMonths(PricePlan Plan, UsageHistory History)
{
    /// <summary>Returns the plan and the history in full, so that a failure can be repeated.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Plan}\n{History}, contract from {History.ContractStart:uuuu-MM}\n")
        + string.Join('\n', History.Series.Select(one =>
            $"{one.Meter}: {string.Join(' ', one.Quantities.Select(Text))}"));

    private static string Text(decimal quantity) => quantity.ToString(CultureInfo.InvariantCulture);
}
