using RevenueModel.Primitives;
using RevenueModel.Retention;

namespace RevenueModel.Import;

/// <summary>The result of reading subscriptions: subscriptions or recurring revenue by month, the gaps between terms,
/// and the refused rows.</summary>
/// <remarks>Immutable; equal by value. Both lists go into <c>RevenueHistory.Of</c>.</remarks>
public sealed record SubscriptionImport : ImportResult<SubscriptionField>
{
    internal SubscriptionImport(ImportLayout<SubscriptionField> layout)
        : base(layout)
    {
    }

    /// <summary>Gets the subscriptions in the order of the file; empty for a file of months.</summary>
    public ValueList<Subscription> Subscriptions { get; internal init; }

    /// <summary>Gets the recurring revenue by account and month in the order of the file; empty for a file of
    /// terms.</summary>
    public ValueList<AccountMonth> AccountMonths { get; internal init; }

    /// <summary>Gets the days without a subscription between two terms of an account, by account and day.</summary>
    public ValueList<SubscriptionGap> Gaps { get; internal init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => base.ToString() + (AccountMonths.IsEmpty
        ? Invariant($"; {Plural.Of(Subscriptions.Count, "subscription")}, {Plural.Of(Gaps.Count, "gap")}")
        : Invariant($"; {Plural.Of(AccountMonths.Count, "account month")}"));
}
