using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The changes and errors of expected close dates: pushes and pulls by deal, errors of won deals, and deals
/// that slipped past their quarter. Created by <see cref="SlippageCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Slippage
{
    /// <summary>Gets the day of the measurement. Nothing that happened after it has an effect.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the deals with a history, in the order in which they were given.</summary>
    public required ValueList<DealSlippage> Deals { get; init; }

    /// <summary>Gets the number of deals without a history, zero or more. Whether their dates moved is not known, so
    /// that no other figure counts them.</summary>
    public required int WithoutHistoryCount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(WithoutHistoryCount));
    }

    /// <summary>Gets the number of deals, zero or more, that are excluded since they have no creation date, were
    /// created later, or closed without a date.</summary>
    public required int ExcludedCount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(ExcludedCount));
    }

    /// <summary>Gets the number of deals, zero or more, that are excluded since their history contradicts them on the
    /// day of the measurement: one is open and the other closed, or one is won and the other lost.</summary>
    public int ContradictoryCount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(ContradictoryCount));
    }

    /// <summary>Gets the errors of the expected close of won deals: at creation, then at each number of days before
    /// the close.</summary>
    public required ValueList<CloseDateError> Errors { get; init; }

    /// <summary>Gets the quarters that ended by the day of the measurement and in which a deal was expected to close,
    /// in order.</summary>
    public required ValueList<QuarterSlippage> Quarters { get; init; }

    /// <summary>Gets the number of pushes of all deals.</summary>
    public int PushCount => Sum(static deal => deal.PushCount);

    /// <summary>Gets the number of pulls of all deals.</summary>
    public int PullCount => Sum(static deal => deal.PullCount);

    /// <summary>Gets the number of deals that were pushed at least once.</summary>
    public int PushedDealCount => Sum(static deal => deal.PushCount > 0 ? 1 : 0);

    /// <summary>Gets the share of the deals with a history that were pushed at least once, between 0 and 1, or
    /// <see langword="null"/> without deals.</summary>
    public decimal? PushedShare => Deals.IsEmpty ? null : (decimal)PushedDealCount / Deals.Count;

    /// <summary>Returns the number of deals, pushes and pulls.</summary>
    public override string ToString() =>
        Invariant($"as of {AsOf:R}: {Plural.Of(Deals.Count, "deal")}, {PushedDealCount:#,0} pushed, ")
        + Invariant($"{WithoutHistoryCount:#,0} without a history")
        + (ContradictoryCount == 0 ? "" : Invariant($", {ContradictoryCount:#,0} contradicted by their history"));

    private int Sum(Func<DealSlippage, int> figure)
    {
        int sum = 0;
        foreach (DealSlippage deal in Deals)
        {
            sum += figure(deal);
        }

        return sum;
    }
}
