using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The accounts whose regulatory deadline is in one quarter.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RegulatoryReviewQuarter
{
    /// <summary>Gets the quarter of the deadlines, or <see langword="null"/> for accounts without a
    /// deadline.</summary>
    public YearQuarter? Quarter { get; init; }

    /// <summary>Gets the accounts, the earliest deadline first, then by name.</summary>
    public required ValueList<RegulatoryAccountReview> Accounts { get; init; }

    /// <summary>Gets the amount of the open deals that the regulations drive, unweighted, zero or more.</summary>
    public required decimal Exposure { get; init => field = Guard.Against.BelowZero(value, nameof(Exposure)); }

    /// <summary>Gets the missing controls of all accounts.</summary>
    public long ControlGap => Accounts.Sum(static line => (long)line.Account.ControlGap);

    /// <summary>Gets the number of accounts whose deadline has passed and whose controls are missing.</summary>
    public int OverdueCount => Accounts.Count(static line => line.IsOverdue);

    /// <summary>Gets the number of accounts with missing controls and without an open deal.</summary>
    public int WithoutDealCount => Accounts.Count(static line => line.IsWithoutDeal);

    /// <summary>Returns the quarter, the accounts, the exposure and the control gap.</summary>
    public override string ToString() =>
        Invariant($"{(Quarter is { } known ? known.ToString() : "no deadline")}: ")
        + Invariant($"{Plural.Of(Accounts.Count, "account")} due, {Exposure:#,0.##} open, ")
        + Invariant($"{Plural.Of(ControlGap, "control")} missing, {OverdueCount:#,0} overdue");
}
