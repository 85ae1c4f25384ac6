using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A credit that was paid for, or granted, ahead of use: an amount of money, or of units.</summary>
/// <remarks>Immutable; equal by value. <see cref="PrepaidCalculator"/> burns credits down.</remarks>
public sealed record PrepaidCredit
{
    /// <summary>What tells the credit from others.</summary>
    public required string Id { get; init => field = Guard.Against.Blank(value, nameof(Id)); }

    /// <summary>What is left of it, zero or more.</summary>
    public required decimal Balance { get; init => field = Guard.Against.BelowZero(value, nameof(Balance)); }

    /// <summary>Its place in the order: the lowest is used first; zero unless said.</summary>
    public int Priority { get; init; }

    /// <summary>The days on which it can be used: from its start, and no longer on its end; every day unless said.</summary>
    public DateSpan Usable { get; init; }

    /// <summary>The first day on which it is no longer usable, or <see langword="null"/> where it does not expire.</summary>
    public LocalDate? Expires => Usable.End;

    /// <summary>How much of the balance is carried at the end of a period, or <see langword="null"/> where all of it
    /// is.</summary>
    public Rollover? Rollover { get; init; }

    /// <summary>The credit in words.</summary>
    public override string ToString() =>
        Invariant($"{Id}: {Balance:#,0.######}") + (Usable == default && Priority == 0 && Rollover is null ? "" : $" ({Terms()})");

    private string Terms()
    {
        List<string> terms = [];
        if (Usable != default)
        {
            terms.Add("usable " + Usable);
        }

        if (Priority != 0)
        {
            terms.Add(Invariant($"priority {Priority}"));
        }

        if (Rollover is { } rollover)
        {
            terms.Add(rollover.ToString());
        }

        return string.Join("; ", terms);
    }
}
