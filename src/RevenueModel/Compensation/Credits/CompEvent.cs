using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>An event of a deal or an account that affects the amount or the time of pay.</summary>
/// <remarks>Immutable; equal by value. Created by a static method for each kind. A deal without an account counts as
/// its own account.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CompEvent
{
    private CompEvent(CompEventKind kind, LocalDate date, string subject)
    {
        Kind = kind;
        Date = date;
        Subject = subject;
    }

    /// <summary>Gets the kind of event.</summary>
    public CompEventKind Kind { get; }

    /// <summary>Gets the day of the event.</summary>
    public LocalDate Date { get; }

    /// <summary>Gets the id of the deal, or of the account for account-level events, which are going live and
    /// churning.</summary>
    public string Subject { get; }

    /// <summary>Gets the amount that was invoiced, received or refunded, above zero; zero for other kinds.</summary>
    public decimal Amount { get; private init; }

    /// <summary>Gets the buyers that were engaged; none for other kinds.</summary>
    public BuyerEngagement Engagement { get; private init; }

    /// <summary>Gets the milestone that was reached; <see langword="null"/> for other kinds.</summary>
    public string? Milestone { get; private init; }

    /// <summary>Creates an event for the engagement of buyers of a deal.</summary>
    /// <param name="date">The day.</param>
    /// <param name="deal">The id of the deal; not blank.</param>
    /// <param name="engagement">The buyers that were engaged: IT, OT or both.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The deal is blank, or no buyer is named.</exception>
    public static CompEvent BuyersEngaged(LocalDate date, string deal, BuyerEngagement engagement) =>
        new(CompEventKind.BuyersEngaged, date, Guard.Against.Blank(deal))
        {
            Engagement = engagement is > BuyerEngagement.None and <= BuyerEngagement.Both
                ? engagement
                : throw DomainGuards.OutOfRange(nameof(engagement), engagement, "IT, OT or Both"),
        };

    /// <summary>Creates an event for a milestone that a deal reached, which a gate can require.</summary>
    /// <param name="date">The day.</param>
    /// <param name="deal">The id of the deal; not blank.</param>
    /// <param name="milestone">The name of the milestone; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The deal or the milestone is blank.</exception>
    public static CompEvent MilestoneReached(LocalDate date, string deal, string milestone) =>
        new(CompEventKind.MilestoneReached, date, Guard.Against.Blank(deal))
        {
            Milestone = Guard.Against.Blank(milestone),
        };

    /// <summary>Creates an event for an account that went live.</summary>
    /// <param name="date">The day.</param>
    /// <param name="account">The id of the account; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The account is blank.</exception>
    public static CompEvent WentLive(LocalDate date, string account) =>
        new(CompEventKind.WentLive, date, Guard.Against.Blank(account));

    /// <summary>Creates an event for an invoice for a deal, in part or in full.</summary>
    /// <param name="date">The day of the invoice.</param>
    /// <param name="deal">The id of the deal; not blank.</param>
    /// <param name="amount">The invoiced amount; above zero.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The deal is blank, or the amount is not above zero.</exception>
    public static CompEvent Invoiced(LocalDate date, string deal, decimal amount) =>
        new(CompEventKind.Invoiced, date, Guard.Against.Blank(deal)) { Amount = Guard.Against.NotPositive(amount) };

    /// <summary>Creates an event for cash received for a deal, in part or in full.</summary>
    /// <param name="date">The day of receipt.</param>
    /// <param name="deal">The id of the deal; not blank.</param>
    /// <param name="amount">The amount received; above zero.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The deal is blank, or the amount is not above zero.</exception>
    public static CompEvent CashReceived(LocalDate date, string deal, decimal amount) =>
        new(CompEventKind.CashReceived, date, Guard.Against.Blank(deal))
        {
            Amount = Guard.Against.NotPositive(amount),
        };

    /// <summary>Creates an event for cash returned to the customer, such as a refund, a chargeback or a failed
    /// payment.</summary>
    /// <param name="date">The day.</param>
    /// <param name="deal">The id of the deal; not blank.</param>
    /// <param name="amount">The amount returned; above zero.</param>
    /// <returns>The event, which reduces the cash received.</returns>
    /// <exception cref="ArgumentException">The deal is blank, or the amount is not above zero.</exception>
    public static CompEvent Refunded(LocalDate date, string deal, decimal amount) =>
        new(CompEventKind.Refunded, date, Guard.Against.Blank(deal)) { Amount = Guard.Against.NotPositive(amount) };

    /// <summary>Creates an event for an account that churned.</summary>
    /// <param name="date">The day.</param>
    /// <param name="account">The id of the account; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The account is blank.</exception>
    public static CompEvent Churned(LocalDate date, string account) =>
        new(CompEventKind.Churned, date, Guard.Against.Blank(account));

    /// <summary>Creates an event for a customer that did not pay for a deal and is not expected to pay.</summary>
    /// <param name="date">The day.</param>
    /// <param name="deal">The id of the deal; not blank.</param>
    /// <returns>The event.</returns>
    /// <exception cref="ArgumentException">The deal is blank.</exception>
    public static CompEvent NotPaid(LocalDate date, string deal) =>
        new(CompEventKind.NotPaid, date, Guard.Against.Blank(deal));

    /// <summary>Returns a readable description.</summary>
    public override string ToString()
    {
        string what = Kind switch
        {
            CompEventKind.BuyersEngaged => "engaged " + Engagement switch
            {
                BuyerEngagement.IT => "IT",
                BuyerEngagement.OT => "OT",
                _ => "IT and OT",
            },
            CompEventKind.MilestoneReached => "reached " + Milestone,
            CompEventKind.WentLive => "went live",
            CompEventKind.Invoiced => Invariant($"invoiced {Amount:#,0.##}"),
            CompEventKind.CashReceived => Invariant($"received {Amount:#,0.##}"),
            CompEventKind.Churned => "churned",
            CompEventKind.Refunded => Invariant($"refunded {Amount:#,0.##}"),
            _ => "not paid",
        };
        return Invariant($"{Date:R} {Subject}: {what}");
    }
}
