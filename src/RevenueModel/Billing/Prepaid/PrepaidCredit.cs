using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pricing;
using RevenueModel.Primitives;

namespace RevenueModel.Billing;

/// <summary>A credit that was paid or granted before use: an amount of money, or of units.</summary>
/// <remarks>Immutable; equal by value. <see cref="PrepaidCalculator"/> computes the use of credits.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PrepaidCredit
{
    /// <summary>Gets the id, unique among the credits of an account; not blank.</summary>
    public required string Id { get; init => field = Guard.Against.Blank(value, nameof(Id)); }

    /// <summary>Gets the remaining balance; zero or more.</summary>
    public required decimal Balance { get; init => field = Guard.Against.BelowZero(value, nameof(Balance)); }

    /// <summary>Gets the priority; credits with the lowest number are used first. Default: zero.</summary>
    public int Priority { get; init; }

    /// <summary>Gets the days on which the credit can be used; the end is the first day on which it cannot. Default:
    /// every day.</summary>
    public DateSpan Usable { get; init; }

    /// <summary>Gets the first day on which the credit is no longer usable, or <see langword="null"/> if it does not
    /// expire.</summary>
    public LocalDate? Expires => Usable.End;

    /// <summary>Gets the rule for the balance at the end of a period. Default: <see langword="null"/>, the whole
    /// balance is carried over.</summary>
    public Rollover? Rollover { get; init; }

    /// <summary>Gets the names of the charges that the credit is limited to, each once. Default: empty, the credit
    /// covers all spend.</summary>
    /// <remarks>Discounts and caps of the bill as a whole reduce the amount of a charge that the credit can cover, in
    /// proportion to the amounts of fees and charges.</remarks>
    public ValueList<string> Charges
    {
        get;
        init => field = DomainGuards.RequireDistinct(value, static charge => charge, nameof(Charges), "name");
    }

    /// <summary>Gets the use of the credit: before tax, as a reduction of the taxed amount (default), or after tax, as
    /// a payment.</summary>
    public PrepaidUse Use { get; init => field = Guard.Against.Undefined(value, nameof(Use)); }

    /// <summary>Returns a readable description.</summary>
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
            terms.Add("pays amounts with their tax");
        }

        return string.Join("; ", terms);
    }
}

/// <summary>The ways to use a <see cref="PrepaidCredit"/>.</summary>
public enum PrepaidUse
{
    /// <summary>Before tax: the credit reduces the taxed amount, as a discount does. The default.</summary>
    BeforeTax = 0,

    /// <summary>After tax: the credit pays an amount with its tax, as cash does.</summary>
    AfterTax = 1,
}
