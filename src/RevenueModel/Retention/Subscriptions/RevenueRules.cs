using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The rules by which subscriptions become recurring revenue by month.</summary>
/// <remarks>Immutable; equal by value. Each property has a default, which its comment states.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RevenueRules
{
    /// <summary>Gets the rules with all defaults.</summary>
    public static RevenueRules Default { get; } = new();

    /// <summary>Gets whether amounts are ARR or MRR. Default: ARR.</summary>
    public RecurringMeasure Measure { get; init => field = Guard.Against.Undefined(value, nameof(Measure)); }

    /// <summary>Gets the rounding of a quotient that does not end, such as a third of 1,000: once for each
    /// subscription. A quotient that ends is kept in full. Default: cents.</summary>
    public RoundingPolicy Rounding { get; init; } = RoundingPolicy.Cents;

    /// <summary>Gets which discounts are deducted. Default: all of them, while they apply.</summary>
    public DiscountTreatment Discounts { get; init => field = Guard.Against.Undefined(value, nameof(Discounts)); }

    /// <summary>Gets how free periods count. Default: with the contracted amount.</summary>
    public FreePeriodTreatment FreePeriods
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(FreePeriods));
    }

    /// <summary>Gets how paused subscriptions count. Default: they stay in MRR.</summary>
    public PauseTreatment Pauses { get; init => field = Guard.Against.Undefined(value, nameof(Pauses)); }

    /// <summary>Gets the day on which a subscription that ends stops counting. Default: the end of its term.</summary>
    public ChurnDate ChurnDate { get; init => field = Guard.Against.Undefined(value, nameof(ChurnDate)); }

    /// <summary>Gets the segment of an account whose records state different ones. Default: it is refused.</summary>
    public SegmentConflict SegmentConflict
    {
        get;
        init => field = Guard.Against.Undefined(value, nameof(SegmentConflict));
    }

    /// <summary>Gets the mergers of accounts, which restate the whole history: a merged account and its successor are
    /// one account in every month. Default: none, so that a merger counts as churn of one account and expansion of the
    /// other, as it was reported. No account is merged twice, and no chain of mergers returns to its start.</summary>
    public ValueList<AccountMerger> Mergers
    {
        get;
        init => field = AccountMerger.RequireChains(value, nameof(Mergers));
    }

    /// <summary>Returns the rules that differ from their defaults.</summary>
    public override string ToString()
    {
        string text = Invariant($"{(Measure == RecurringMeasure.Arr ? "ARR" : "MRR")}, discounts {Discounts}, ")
            + Invariant($"free periods {FreePeriods}, pauses {Pauses}, churn at {ChurnDate}");
        return Mergers.IsEmpty ? text : text + ", " + Plural.Of(Mergers.Count, "merger");
    }
}

/// <summary>The measure of recurring revenue: per year or per month.</summary>
public enum RecurringMeasure
{
    /// <summary>Annual recurring revenue. The default.</summary>
    Arr = 0,

    /// <summary>Monthly recurring revenue: a twelfth of ARR.</summary>
    Mrr = 1,
}

/// <summary>The discounts that are deducted from recurring revenue.</summary>
public enum DiscountTreatment
{
    /// <summary>Each discount is deducted on the days on which it applies. The end of a discount is an expansion.
    /// Stripe and ChartMogul deduct recurring discounts in this way. The default.</summary>
    WhileApplied = 0,

    /// <summary>Only discounts that cover the whole term are deducted, so that the end of a temporary discount is not
    /// a movement.</summary>
    PermanentOnly = 1,

    /// <summary>No discount is deducted: recurring revenue at list price.</summary>
    Ignored = 2,
}

/// <summary>The treatment of free periods within a term.</summary>
public enum FreePeriodTreatment
{
    /// <summary>A free period counts with the contracted amount: contracted ARR (CARR). The default.</summary>
    Contracted = 0,

    /// <summary>Free days at the start of a term count as zero, so that an account is new when it starts to pay. Later
    /// free days count with the contracted amount, so that they do not look like churn.</summary>
    FromFirstPaidDay = 1,

    /// <summary>The amount is spread over the whole term: <c>amount × paid days / days of the term</c>. It needs a
    /// term with an end.</summary>
    Spread = 2,
}

/// <summary>The treatment of paused subscriptions.</summary>
public enum PauseTreatment
{
    /// <summary>A paused subscription stays in recurring revenue and is not churn. The default.</summary>
    Kept = 0,

    /// <summary>A paused subscription counts as zero: contraction, or churn if the account has no other.</summary>
    Removed = 1,
}

/// <summary>The day on which a subscription that ends stops counting.</summary>
public enum ChurnDate
{
    /// <summary>The end of the term. The default.</summary>
    TermEnd = 0,

    /// <summary>The day on which notice was given, if it is before the end of the term.</summary>
    NoticeGiven = 1,
}

/// <summary>The segment of an account whose records state different segments.</summary>
public enum SegmentConflict
{
    /// <summary>The records are refused; the message names the account and both segments. The default.</summary>
    Refused = 0,

    /// <summary>The segment of the record with the latest start applies to the whole history.</summary>
    Latest = 1,

    /// <summary>The segment of the record with the earliest start applies to the whole history.</summary>
    Earliest = 2,
}
