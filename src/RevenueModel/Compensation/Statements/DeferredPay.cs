using NodaTime;

namespace RevenueModel.Compensation;

/// <summary>Earned pay that is not payable yet.</summary>
/// <param name="On">The day it becomes payable, or <see langword="null"/> where it waits for an invoice or for cash.</param>
/// <param name="Amount">How much.</param>
/// <param name="Deal">The deal it was earned with, where it was with one.</param>
public readonly record struct DeferredPay(LocalDate? On, decimal Amount, string? Deal)
{
    /// <summary>The pay in words.</summary>
    public override string ToString() =>
        Invariant($"{Amount:#,0.00} {(On is { } day ? Invariant($"on {day:R}") : "once the customer is invoiced or pays")}{(Deal is null ? "" : " for " + Deal)}");
}
