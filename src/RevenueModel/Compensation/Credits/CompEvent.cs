using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>Something that happened to a deal or an account and bears on what is paid, and when.</summary>
/// <remarks>Immutable; equal by value. Made by one static method for each kind. The account of a deal without one is the
/// deal itself.</remarks>
public sealed record CompEvent
{
    private CompEvent(CompEventKind kind, LocalDate date, string subject)
    {
        Kind = kind;
        Date = date;
        Subject = subject;
    }

    /// <summary>What happened.</summary>
    public CompEventKind Kind { get; }

    /// <summary>The day it happened.</summary>
    public LocalDate Date { get; }

    /// <summary>The id of the deal, or the account for what befalls an account: going live and churning.</summary>
    public string Subject { get; }

    /// <summary>The amount invoiced or received, above zero; zero for other kinds.</summary>
    public decimal Amount { get; private init; }

    /// <summary>The buyers engaged; none for other kinds.</summary>
    public BuyerEngagement Engagement { get; private init; }

    /// <summary>The milestone reached; <see langword="null"/> for other kinds.</summary>
    public string? Milestone { get; private init; }

    /// <summary>A buying organization of a deal was engaged.</summary>
    /// <exception cref="ArgumentException">The deal is empty, or no buyer is named.</exception>
    public static CompEvent BuyersEngaged(LocalDate date, string deal, BuyerEngagement engagement) =>
        new(CompEventKind.BuyersEngaged, date, Guard.Against.Blank(deal))
        {
            Engagement = engagement is > BuyerEngagement.None and <= BuyerEngagement.Both
                ? engagement
                : throw DomainGuards.OutOfRange(nameof(engagement), engagement, "IT, OT or Both"),
        };

    /// <summary>A deal reached a milestone that a gate asks for.</summary>
    /// <exception cref="ArgumentException">The deal or the milestone is empty.</exception>
    public static CompEvent MilestoneReached(LocalDate date, string deal, string milestone) =>
        new(CompEventKind.MilestoneReached, date, Guard.Against.Blank(deal))
        {
            Milestone = Guard.Against.Blank(milestone),
        };

    /// <summary>An account went live.</summary>
    /// <exception cref="ArgumentException">The account is empty.</exception>
    public static CompEvent WentLive(LocalDate date, string account) =>
        new(CompEventKind.WentLive, date, Guard.Against.Blank(account));

    /// <summary>A deal was invoiced, in part or in full.</summary>
    /// <exception cref="ArgumentException">The deal is empty, or the amount is not above zero.</exception>
    public static CompEvent Invoiced(LocalDate date, string deal, decimal amount) =>
        new(CompEventKind.Invoiced, date, Guard.Against.Blank(deal)) { Amount = Guard.Against.NotPositive(amount) };

    /// <summary>Cash for a deal was received, in part or in full.</summary>
    /// <exception cref="ArgumentException">The deal is empty, or the amount is not above zero.</exception>
    public static CompEvent CashReceived(LocalDate date, string deal, decimal amount) =>
        new(CompEventKind.CashReceived, date, Guard.Against.Blank(deal)) { Amount = Guard.Against.NotPositive(amount) };

    /// <summary>An account churned.</summary>
    /// <exception cref="ArgumentException">The account is empty.</exception>
    public static CompEvent Churned(LocalDate date, string account) =>
        new(CompEventKind.Churned, date, Guard.Against.Blank(account));

    /// <summary>The customer of a deal did not pay, and is not expected to.</summary>
    /// <exception cref="ArgumentException">The deal is empty.</exception>
    public static CompEvent NotPaid(LocalDate date, string deal) =>
        new(CompEventKind.NotPaid, date, Guard.Against.Blank(deal));

    /// <summary>The event in words.</summary>
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
            _ => "not paid",
        };
        return Invariant($"{Date:R} {Subject}: {what}");
    }
}
