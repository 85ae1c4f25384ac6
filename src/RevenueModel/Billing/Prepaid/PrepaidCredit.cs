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

    /// <summary>The days on which it can be used: from its start, and no longer on its end; every day unless
    /// said.</summary>
    public DateSpan Usable { get; init; }

    /// <summary>The first day on which it is no longer usable, or <see langword="null"/> where it does not
    /// expire.</summary>
    public LocalDate? Expires => Usable.End;

    /// <summary>How much of the balance is carried at the end of a period, or <see langword="null"/> where all of it
    /// is.</summary>
    public Rollover? Rollover { get; init; }

    /// <summary>Gets the names of the charges that the credit is limited to; empty (the default) if it covers all
    /// spend.</summary>
    /// <remarks>Discounts and caps of the bill as a whole reduce what it can cover of a charge, in proportion to the
    /// amounts of fees and charges.</remarks>
    public ValueList<string> Charges
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static charge => charge, nameof(Charges), "name");
    }

    /// <summary>Gets how the credit is used: it reduces what is taxed (default), or pays an amount with its
    /// tax.</summary>
    public PrepaidUse Use { get; init => field = Guard.Against.Undefined(value, nameof(Use)); }

    /// <summary>The credit in words.</summary>
    public override string ToString() =>
        Invariant($"{Id}: {Balance:#,0.######}") + (Terms() is { Length: > 0 } terms ? $" ({terms})" : "");

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

        if (!Charges.IsEmpty)
        {
            terms.Add("for " + string.Join(", ", Charges));
        }

        if (Use == PrepaidUse.AfterTax)
        {
            terms.Add("after tax");
        }

        return string.Join("; ", terms);
    }
}

/// <summary>How a <see cref="PrepaidCredit"/> is used.</summary>
public enum PrepaidUse
{
    /// <summary>It reduces the amount that is taxed, as a discount does. The default.</summary>
    BeforeTax = 0,

    /// <summary>It pays an amount with its tax, as cash does.</summary>
    AfterTax = 1,
}
