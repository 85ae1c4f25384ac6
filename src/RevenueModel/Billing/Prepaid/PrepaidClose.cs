using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>The result of closing a period for prepaid credits.</summary>
/// <remarks>Immutable; equal by value. Balances before plus <see cref="ToppedUp"/> are balances after plus
/// <see cref="Expired"/>, <see cref="Forfeited"/> and <see cref="OverageCovered"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PrepaidClose
{
    /// <summary>Gets the credits that are carried over, in the order given, without expired credits.</summary>
    public required ValueList<PrepaidCredit> Credits { get; init; }

    /// <summary>Gets the remaining balance of expired credits.</summary>
    public required decimal Expired { get; init; }

    /// <summary>Gets the remaining balance above the maximum that a rollover carries.</summary>
    public required decimal Forfeited { get; init; }

    /// <summary>Gets the amount that the minimum of a rollover added.</summary>
    public required decimal ToppedUp { get; init; }

    /// <summary>Gets the carried overage that was deducted from the carried credits.</summary>
    public required decimal OverageCovered { get; init; }

    /// <summary>Gets the carried overage that the carried credits did not cover.</summary>
    public required decimal Overage { get; init; }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Invariant($"{Credits.Sum(credit => credit.Balance):#,0.######} carried, {Expired:#,0.######} expired, ")
            + Invariant($"{Forfeited:#,0.######} forfeited, {ToppedUp:#,0.######} topped up")
        + (OverageCovered > 0m || Overage > 0m ? Invariant($", {OverageCovered:#,0.######} of overage taken, ")
            + Invariant($"{Overage:#,0.######} not") : "");
}
