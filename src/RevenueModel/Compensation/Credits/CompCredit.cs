using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A credit of a person on a day: a share of a deal, an activation, or a reading of a retention
/// rate.</summary>
/// <remarks>
/// Immutable; equal by value. The credited amount is <c>amount × share</c>. A correction is a further credit with a
/// negative amount, or a corrected credit with the same id, which replaces the wrong one.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompCredit
{
    /// <summary>Gets the id, unique in the ledger, or <see langword="null"/>. A credit with the id of an earlier one
    /// replaces it (<see cref="CompLedger.With(ReadOnlySpan{CompCredit}, ReadOnlySpan{CompEvent}, LocalDate?)"/>).
    /// Credits that are equal in all other properties need an id.</summary>
    public string? Id { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Id)); }

    /// <summary>Gets the day of the booking, or of the credited event. A correction has the day of the credit that it
    /// corrects, so that it counts in the same measurement period.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Gets the measure that is credited.</summary>
    public required CompMeasure Measure { get; init => field = Guard.Against.Null(value, nameof(Measure)); }

    /// <summary>Gets the amount before it is split, in the unit of the measure; negative for a reversal. For a level,
    /// the reading; zero or more.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Gets the id of the deal, or <see langword="null"/> if the credit has no deal, such as a retention
    /// rate.</summary>
    public string? Deal { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Deal)); }

    /// <summary>Gets the account, or <see langword="null"/> if it is not known.</summary>
    public string? Account { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Account)); }

    /// <summary>Gets the name of the segment of the account, by which gates apply, or <see langword="null"/> if it is
    /// not known.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the share that the person is credited with, between 0 and 1. Default: one.</summary>
    /// <remarks>The shares of the sellers of a deal sum to one. Overlays (<see cref="IsOverlay"/>) are credited in
    /// addition. <see cref="CreditSplitCalculator"/> splits deals and checks the shares.</remarks>
    public decimal Share { get; init => field = Guard.Against.NotFraction(value, nameof(Share)); } = 1m;

    /// <summary>Gets whether the share is an overlay, which is credited in addition to the shares of the sellers.
    /// Default: false.</summary>
    public bool IsOverlay { get; init; }

    /// <summary>Gets the kind of expansion, by which triggers of a plan apply, or <see langword="null"/>.</summary>
    public ExpansionTriggerKind? Trigger
    {
        get;
        init => field = value is { } trigger ? Guard.Against.Undefined(trigger, nameof(Trigger)) : null;
    }

    /// <summary>Gets the buyers that are engaged on the day of the credit. Events can add other buyers
    /// later.</summary>
    public BuyerEngagement BuyerEngagement
    {
        get;
        init => field = EngagementGuards.RequireKnown(value, nameof(BuyerEngagement));
    }

    /// <summary>Gets the product, by which a <see cref="RateFactor"/> applies, or <see langword="null"/> if it is not
    /// known.</summary>
    public string? Product { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Product)); }

    /// <summary>Gets the term of the contract in months, one or more, or <see langword="null"/> if it is not
    /// known.</summary>
    public int? TermMonths { get; init => field = Guard.Against.BelowOne(value, nameof(TermMonths)); }

    /// <summary>Gets the total amount that the customer is invoiced for this credit, if pay follows invoices or cash
    /// and the total differs from <see cref="Amount"/>. Zero if another credit of the deal has the value. For a
    /// negative credit, the reversed part of the contract value; zero or less. Default: the amount; for a negative
    /// credit, in proportion to the contract value of the earlier credits of the deal.</summary>
    public decimal? ContractValue { get; init; }

    /// <summary>Gets the credited part of the amount, rounded to the minor unit, if it is not exactly <c>amount ×
    /// share</c>, such as a third of a deal. Default: <c>amount × share</c>.</summary>
    /// <remarks><see cref="CreditSplitCalculator.SplitEqually(CompCredit, RoundingPolicy, ReadOnlySpan{string})"/>
    /// sets it.</remarks>
    public decimal? CreditedPart { get; init; }

    /// <summary>Gets the credited amount: <see cref="CreditedPart"/> if given, otherwise <c>amount × share</c>. For a
    /// level, the reading.</summary>
    public decimal Credited => Measure.Kind == MeasureKind.Level
        ? Amount
        : CreditedPart ?? DivisionNoise.Remove(Amount * Share, Math.Abs(Amount));

    /// <summary>Gets the account that residuals and churn refer to: <see cref="Account"/> if given, otherwise the
    /// deal.</summary>
    internal string? AccountKey => Account ?? Deal;

    /// <summary>Creates the credit of a deal, by default in new ARR.</summary>
    /// <param name="deal">The id of the deal; not blank.</param>
    /// <param name="date">The day of the booking.</param>
    /// <param name="amount">The amount, in the unit of the measure; negative for a reversal.</param>
    /// <param name="measure">The measure. Default: new ARR.</param>
    /// <returns>The credit, with a share of one.</returns>
    /// <exception cref="ArgumentException">The deal is blank.</exception>
    public static CompCredit Of(string deal, LocalDate date, decimal amount, CompMeasure? measure = null) => new()
    {
        Deal = Guard.Against.Blank(deal),
        Date = date,
        Amount = amount,
        Measure = measure ?? CompMeasure.NewArr,
    };

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string share = Share < 1m ? Invariant($" at {Share * 100m:0.##}%") : "";
        string subject = Deal ?? Account ?? "no deal";
        return Invariant($"{Date:R} {subject}: {Measure.Name} {Measure.Format(Amount)}{share}")
            + (IsOverlay ? " as overlay" : "");
    }
}
