using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Days without a subscription between two terms of an account.</summary>
/// <remarks>Immutable; equal by value. A bridge reads a gap as churn and a return.</remarks>
public sealed record SubscriptionGap
{
    internal SubscriptionGap(string account, DateSpan days)
    {
        Account = account;
        Days = days;
    }

    /// <summary>Gets the account.</summary>
    public string Account { get; }

    /// <summary>Gets the days.</summary>
    public DateSpan Days { get; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => Invariant($"{Account}: no subscription in {Days}");
}
