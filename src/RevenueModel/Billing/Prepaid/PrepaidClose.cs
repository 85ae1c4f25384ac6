using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>What became of credits at the end of a period.</summary>
/// <remarks>Immutable; equal by value. Balances before plus <see cref="ToppedUp"/> are balances after plus
/// <see cref="Expired"/>, <see cref="Forfeited"/> and <see cref="OverageCovered"/>.</remarks>
public sealed record PrepaidClose
{
    /// <summary>The credits that are carried on, in their own order; those that expired are gone.</summary>
    public required ValueList<PrepaidCredit> Credits { get; init; }

    /// <summary>What was left of credits that expired.</summary>
    public required decimal Expired { get; init; }

    /// <summary>What was left beyond the most that a rollover carries.</summary>
    public required decimal Forfeited { get; init; }

    /// <summary>What a rollover's minimum added.</summary>
    public required decimal ToppedUp { get; init; }

    /// <summary>What of the overage carried over was taken from the credits carried on.</summary>
    public required decimal OverageCovered { get; init; }

    /// <summary>What of the overage carried over they did not cover.</summary>
    public required decimal Overage { get; init; }

    /// <summary>The result in words.</summary>
    public override string ToString() =>
        Invariant($"{Credits.Sum(credit => credit.Balance):#,0.######} carried, {Expired:#,0.######} expired, ")
            + Invariant($"{Forfeited:#,0.######} forfeited, {ToppedUp:#,0.######} topped up")
        + (OverageCovered > 0m || Overage > 0m ? Invariant($", {OverageCovered:#,0.######} of overage taken, ")
            + Invariant($"{Overage:#,0.######} not") : "");
}
