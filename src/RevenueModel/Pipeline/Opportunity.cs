using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>A deal: what may be, or was, sold to an account, how far it has come and who takes part.</summary>
/// <remarks>
/// Immutable; equal by value. What the source does not record is <see langword="null"/>, never a default that would
/// read as a fact.
/// </remarks>
public sealed record Opportunity
{
    /// <summary>The id of the deal, unique in its source.</summary>
    public required string Id { get; init => field = Guard.Against.Blank(value, nameof(Id)); }

    /// <summary>The stage the deal is in: a stage of a <see cref="SalesProcess"/> while it is open; what the source
    /// calls its end once it is closed.</summary>
    public required string Stage { get; init => field = Guard.Against.Blank(value, nameof(Stage)); }

    /// <summary>The outcome and the dates.</summary>
    public required DealTimeline Timeline { get; init; }

    /// <summary>The annual contract value in the currency of the calculation, zero or more, or <see langword="null"/>
    /// where none is recorded.</summary>
    public decimal? Amount
    {
        get;
        init => field = value is { } amount ? Guard.Against.BelowZero(amount, nameof(Amount)) : null;
    }

    /// <summary>Where the amount comes from.</summary>
    public AmountSource AmountSource { get; init => field = Guard.Against.Undefined(value, nameof(AmountSource)); }

    /// <summary>The account that buys.</summary>
    public string? Account { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Account)); }

    /// <summary>The name of the segment that the account belongs to.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>What is sold.</summary>
    public string? Product { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Product)); }

    /// <summary>New logo, expansion or renewal; <see langword="null"/> where it is not recorded.</summary>
    public DealMotion? Motion
    {
        get;
        init => field = value is { } motion ? Guard.Against.Undefined(motion, nameof(Motion)) : null;
    }

    /// <summary>The category that the seller forecasts the deal in; <see langword="null"/> leaves it to the
    /// stage.</summary>
    public ForecastCategory? ForecastCategory
    {
        get;
        init => field = value is { } category ? Guard.Against.Undefined(category, nameof(ForecastCategory)) : null;
    }

    /// <summary>Which of the IT and OT buyers are engaged; <see langword="null"/> where it is not recorded.</summary>
    public BuyerEngagement? BuyerEngagement
    {
        get;
        init => field = value is { } engaged
            ? EngagementGuards.RequireKnown(engaged, nameof(BuyerEngagement))
            : null;
    }

    /// <summary>The partners that take part: system integrators, resellers, technology partners.</summary>
    public ValueList<string> Partners { get; init; }

    /// <summary>Whether a rival competes for the deal; <see langword="null"/> where it is not recorded.</summary>
    public bool? IsCompetitive { get; init; }

    /// <summary>The regulation that drives the deal, if one does.</summary>
    public RegulatoryTrigger? RegulatoryTrigger { get; init; }

    /// <summary>Whether the deal is open, won or lost.</summary>
    public DealOutcome Outcome => Timeline.Outcome;

    /// <summary>Whether the deal is open.</summary>
    public bool IsOpen => Outcome == DealOutcome.Open;

    /// <summary>The day the deal was created.</summary>
    public LocalDate? Created => Timeline.Created;

    /// <summary>The day the deal entered its stage.</summary>
    public LocalDate? StageEntered => Timeline.StageEntered;

    /// <summary>The day the deal is, or was, expected to close.</summary>
    public LocalDate? ExpectedClose => Timeline.ExpectedClose;

    /// <summary>The day the deal was won or lost.</summary>
    public LocalDate? Closed => Timeline.Closed;

    /// <summary>The deal in words.</summary>
    public override string ToString() =>
        Invariant($"{Id}: {Account ?? "no account"}, {Stage}, {(Amount is { } amount ? Invariant($"{amount:#,0.##}") : "no amount")}, {Timeline}");
}

/// <summary>Where the amount of a deal comes from.</summary>
public enum AmountSource
{
    /// <summary>Recorded on the deal itself.</summary>
    Recorded = 0,

    /// <summary>Filled in from a price list, since the deal carried none.</summary>
    PriceList = 1,
}
