using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>What is taken back of the pay for a deal that goes wrong within a window: of what was paid a share, of what
/// was not yet payable everything.</summary>
/// <remarks>Immutable; equal by value. Never more than was paid is recovered; what is void was never paid. The credit
/// keeps counting toward attainment; a negative credit takes that back too, where a plan says so, and does not take again
/// what was taken. What falls due on the day of the event is void, not paid.</remarks>
public sealed record Clawback
{
    /// <summary>The months from the day the pay was earned within which it can be taken back, one or more.</summary>
    public required int WindowMonths
    {
        get;
        init => field = Guard.Against.BelowOne(value, nameof(WindowMonths));
    }

    /// <summary>The share of what was paid that is recovered, a fraction; all of it unless said.</summary>
    public decimal Share { get; init => field = Guard.Against.NotFraction(value, nameof(Share)); } = 1m;

    /// <summary>What makes it happen; churn and non-payment unless said.</summary>
    public ClawbackCauses Causes
    {
        get;
        init => field = (value & ~(ClawbackCauses.Churn | ClawbackCauses.NonPayment | ClawbackCauses.Leaving)) == ClawbackCauses.None
            ? value
            : throw DomainGuards.OutOfRange(nameof(Causes), value, "a combination of Churn, NonPayment and Leaving");
    } = ClawbackCauses.Churn | ClawbackCauses.NonPayment;

    /// <summary>The rule in words.</summary>
    public override string ToString() =>
        Invariant($"{Share * 100m:0.##}% of what was paid, within {Plural.Of(WindowMonths, "month")}, on {Causes}");
}

/// <summary>What makes a <see cref="Clawback"/> take back what was paid.</summary>
/// <remarks>A combination.</remarks>
[Flags]
public enum ClawbackCauses
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The customer churns.</summary>
    Churn = 1,

    /// <summary>The customer does not pay.</summary>
    NonPayment = 2,

    /// <summary>The person leaves.</summary>
    Leaving = 4,
}
