using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Earned pay that is not payable yet.</summary>
/// <param name="On">The day on which it becomes payable, or <see langword="null"/> if it depends on an invoice or on
/// cash.</param>
/// <param name="Amount">The amount, in the currency of the plan.</param>
/// <param name="Deal">The deal for which it was earned, or <see langword="null"/> if there is none.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct DeferredPay(LocalDate? On, decimal Amount, string? Deal)
{
    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Invariant($"{Amount:#,0.00} ")
            + (On is { } day ? Invariant($"on {day:R}") : "once the customer is invoiced or pays")
            + (Deal is null ? "" : " for " + Deal);
}
