using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>The result of reading usage: a history for each customer, the refused rows, and the months without
/// rows.</summary>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record UsageImport : ImportResult<UsageField>
{
    internal UsageImport(ImportLayout<UsageField> layout)
        : base(layout)
    {
    }

    /// <summary>Gets the histories in the order in which the customers first appear. Each runs from the customer's
    /// first month to its last, over all meters.</summary>
    public ValueList<UsageHistory> Histories { get; internal init; }

    /// <summary>Gets the months without a row, which are zero in the histories.</summary>
    public ValueList<UsageGap> Gaps { get; internal init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        base.ToString()
            + Invariant($"; {Plural.Of(Histories.Count, "customer")}, ")
            + Invariant($"{Plural.Of(LeftOutCount, "total row")} left out, ")
            + Invariant($"{Plural.Of(Gaps.Sum(gap => gap.Months.Count), "month")} without a row");
}
