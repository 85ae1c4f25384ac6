using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A clawback rule: pay for a deal is recovered after an event, such as churn, within a window. A share of
/// paid amounts is recovered, and amounts that are not yet payable are void.</summary>
/// <remarks>Immutable; equal by value. Recovery is at most the amount paid. The credit still counts toward attainment.
/// A negative credit reverses the attainment, and does not recover the same pay twice. Pay that becomes payable on the
/// day of the event is void.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Clawback
{
    /// <summary>Gets the number of months, from the day on which the pay was earned, within which it can be recovered;
    /// one or more.</summary>
    public required int WindowMonths
    {
        get;
        init => field = Guard.Against.NotMonths(value, nameof(WindowMonths));
    }

    /// <summary>Gets the share of paid amounts that is recovered, between 0 and 1. Default: one.</summary>
    public decimal Share { get; init => field = Guard.Against.NotFraction(value, nameof(Share)); } = 1m;

    /// <summary>Gets whether the share declines with each full month since the pay was earned, to zero at the end of
    /// the window. Pay of 1,500 with a window of six months has 1,500, 1,250, 1,000, 750, 500, 250 and 0 recovered.
    /// Default: false.</summary>
    public bool DeclinesMonthly { get; init; }

    /// <summary>Gets the events that cause recovery. Default: churn and non-payment.</summary>
    public ClawbackCauses Causes
    {
        get;
        init => field = (value & ~(ClawbackCauses.Churn | ClawbackCauses.NonPayment | ClawbackCauses.Leaving))
            == ClawbackCauses.None
            ? value
            : throw DomainGuards.OutOfRange(nameof(Causes), value, "a combination of Churn, NonPayment and Leaving");
    } = ClawbackCauses.Churn | ClawbackCauses.NonPayment;

    /// <summary>Returns a readable description.</summary>
    public override string ToString() =>
        Invariant($"{Share * 100m:0.##}% of what was paid{(DeclinesMonthly ? ", declining by month" : "")}, within ")
            + Invariant($"{Plural.Of(WindowMonths, "month")}, on {Causes}");
}

/// <summary>The events that cause a <see cref="Clawback"/>.</summary>
/// <remarks>Values can be combined.</remarks>
[Flags]
public enum ClawbackCauses
{
    /// <summary>No event.</summary>
    None = 0,

    /// <summary>The customer churns.</summary>
    Churn = 1,

    /// <summary>The customer does not pay.</summary>
    NonPayment = 2,

    /// <summary>The person leaves.</summary>
    Leaving = 4,
}
