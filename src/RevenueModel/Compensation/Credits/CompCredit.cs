using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What a person is credited with on a day: a share of a deal, an activation, a reading of a retention
/// rate.</summary>
/// <remarks>
/// Immutable; equal by value. What is credited is <c>amount × share</c>. A correction is a further credit with a negative
/// amount, or the record as it should have been in place of the one that was wrong.
/// </remarks>
public sealed record CompCredit
{
    /// <summary>The day of the booking, or of whatever is credited. A correction bears the day of what it corrects, so that it
    /// counts in the same measurement period.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What is credited.</summary>
    public required CompMeasure Measure { get; init => field = Guard.Against.Null(value, nameof(Measure)); }

    /// <summary>How much, before it is shared, in the unit of the measure; negative takes back. A level is a reading,
    /// zero or more.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The id of the deal; <see langword="null"/> where the credit is for none, as for a retention rate.</summary>
    public string? Deal { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Deal)); }

    /// <summary>The account; <see langword="null"/> where it is not known.</summary>
    public string? Account { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Account)); }

    /// <summary>The name of the segment of the account, which gates ask for.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>The share that this person is credited with, a fraction; all of it unless said.</summary>
    /// <remarks>The shares of those who sell a deal sum to one; those of overlays (<see cref="IsOverlay"/>) come on top.
    /// <see cref="CreditSplitCalculator"/> checks and makes them.</remarks>
    public decimal Share { get; init => field = Guard.Against.NotFraction(value, nameof(Share)); } = 1m;

    /// <summary>Whether the share is an overlay's, which is credited beside the sellers' shares.</summary>
    public bool IsOverlay { get; init; }

    /// <summary>The kind of expansion that it is, where it is one that a plan pays for.</summary>
    public ExpansionTriggerKind? Trigger
    {
        get;
        init => field = value is { } trigger ? Guard.Against.Undefined(trigger, nameof(Trigger)) : null;
    }

    /// <summary>The buyers engaged on the day of the credit; events add others later.</summary>
    public BuyerEngagement BuyerEngagement
    {
        get;
        init => field = EngagementGuards.RequireKnown(value, nameof(BuyerEngagement));
    }

    /// <summary>What the customer is invoiced in all for this credit, where pay follows invoices or cash and it is not
    /// <see cref="Amount"/>; above zero.</summary>
    public decimal? ContractValue
    {
        get;
        init => field = Guard.Against.NotPositive(value, nameof(ContractValue));
    }

    /// <summary>What is credited: <c>amount × share</c>; of a level the reading itself.</summary>
    public decimal Credited => Measure.Kind == MeasureKind.Level ? Amount : Amount * Share;

    /// <summary>The account that residuals and churn go by: <see cref="Account"/>, else the deal.</summary>
    internal string? AccountKey => Account ?? Deal;

    /// <summary>The credit in words.</summary>
    public override string ToString()
    {
        string share = Share < 1m ? Invariant($" at {Share * 100m:0.##}%") : "";
        string subject = Deal ?? Account ?? "no deal";
        return Invariant($"{Date:R} {subject}: {Measure.Name} {Measure.Format(Amount)}{share}{(IsOverlay ? " as overlay" : "")}");
    }
}
