using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>A deal: a possible or completed sale to an account, with its stage, timeline and participants.</summary>
/// <remarks>Immutable; equal by value. A property that the source does not record is <see langword="null"/>.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Opportunity
{
    /// <summary>Gets the id of the deal, unique in its source.</summary>
    public required string Id { get; init => field = Guard.Against.Blank(value, nameof(Id)); }

    /// <summary>Gets the stage of the deal. For an open deal it is a stage of a <see cref="SalesProcess"/>; for a
    /// closed deal it is the name of the final stage in the source.</summary>
    public required string Stage { get; init => field = Guard.Against.Blank(value, nameof(Stage)); }

    /// <summary>Gets the outcome and the dates.</summary>
    public required DealTimeline Timeline { get; init; }

    /// <summary>Gets the annual contract value in the currency of the calculation, zero or more, or
    /// <see langword="null"/> if none is recorded.</summary>
    public decimal? Amount
    {
        get;
        init => field = value is { } amount ? Guard.Against.BelowZero(amount, nameof(Amount)) : null;
    }

    /// <summary>Gets the source of the amount.</summary>
    public AmountSource AmountSource { get; init => field = Guard.Against.Undefined(value, nameof(AmountSource)); }

    /// <summary>Gets the name of the account that buys.</summary>
    public string? Account { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Account)); }

    /// <summary>Gets the name of the segment that the account belongs to.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Gets the name of the product.</summary>
    public string? Product { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Product)); }

    /// <summary>Gets the sales motion, or <see langword="null"/> if it is not recorded.</summary>
    public DealMotion? Motion
    {
        get;
        init => field = value is { } motion ? Guard.Against.Undefined(motion, nameof(Motion)) : null;
    }

    /// <summary>Gets the category in which the seller forecasts the deal, or <see langword="null"/> if the category of
    /// the stage applies.</summary>
    public ForecastCategory? ForecastCategory
    {
        get;
        init => field = value is { } category ? Guard.Against.Undefined(category, nameof(ForecastCategory)) : null;
    }

    /// <summary>Gets the engaged buyers, IT and OT, or <see langword="null"/> if they are not recorded.</summary>
    public BuyerEngagement? BuyerEngagement
    {
        get;
        init => field = value is { } engaged
            ? EngagementGuards.RequireKnown(engaged, nameof(BuyerEngagement))
            : null;
    }

    /// <summary>Gets the partners that take part: system integrators, resellers, technology partners.</summary>
    public ValueList<string> Partners { get; init; }

    /// <summary>Gets whether a competitor takes part, or <see langword="null"/> if it is not recorded.</summary>
    public bool? IsCompetitive { get; init; }

    /// <summary>Gets the names of the competitors that take part. Empty if there are none, or if they are not
    /// recorded.</summary>
    public ValueList<string> Rivals { get; init; }

    /// <summary>Gets the regulation that drives the deal, or <see langword="null"/> if there is none.</summary>
    public RegulatoryTrigger? RegulatoryTrigger { get; init; }

    /// <summary>Gets the outcome.</summary>
    public DealOutcome Outcome => Timeline.Outcome;

    /// <summary>Gets whether the deal is open.</summary>
    public bool IsOpen => Outcome == DealOutcome.Open;

    /// <summary>Gets the day on which the deal was created.</summary>
    public LocalDate? Created => Timeline.Created;

    /// <summary>Gets the day on which the deal entered its stage.</summary>
    public LocalDate? StageEntered => Timeline.StageEntered;

    /// <summary>Gets the day on which the deal is, or was, expected to close.</summary>
    public LocalDate? ExpectedClose => Timeline.ExpectedClose;

    /// <summary>Gets the day on which the deal was won or lost.</summary>
    public LocalDate? Closed => Timeline.Closed;

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"{Id}: {Account ?? "no account"}, {Stage}, {AmountText}, {Timeline}");

    private string AmountText => Amount is { } amount ? Invariant($"{amount:#,0.##}") : "no amount";
}

/// <summary>The source of the amount of a deal.</summary>
public enum AmountSource
{
    /// <summary>Recorded on the deal itself.</summary>
    Recorded = 0,

    /// <summary>Taken from a price list, since the deal had no amount.</summary>
    PriceList = 1,
}
