using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The content of an export of subscriptions before it is read: its columns, its gaps, the rows that would be
/// refused, and the problems that prevent reading it.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record SubscriptionSurvey : ImportSurvey<SubscriptionField>
{
    internal SubscriptionSurvey(ImportLayout<SubscriptionField> layout)
        : base(layout)
    {
    }

    /// <summary>Gets the refused rows by reason and column, the most frequent first.</summary>
    public ValueList<RefusalCount> RefusalCounts { get; internal init; }

    /// <summary>Gets the days without a subscription between two terms of an account.</summary>
    public ValueList<SubscriptionGap> Gaps { get; internal init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() => base.ToString() + Invariant($"; {Plural.Of(Gaps.Count, "gap")}");
}
