using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The state of an account and a regulation on the day of a review.</summary>
/// <param name="Account">The account, its controls and its deadline.</param>
/// <param name="OpenDeals">The number of open deals with the account that the regulation drives.</param>
/// <param name="Exposure">The amount of these deals, unweighted, zero or more; deals without an amount count as
/// zero.</param>
/// <param name="DaysLeft">The days from the review to the deadline, negative after it, or <see langword="null"/>
/// without a deadline.</param>
/// <remarks>Immutable; equal by value. A missing account, a negative count and a negative amount are
/// refused.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RegulatoryAccountReview(
    RegulatoryAccount Account, int OpenDeals, decimal Exposure, int? DaysLeft)
{
    /// <summary>Gets the account, its controls and its deadline.</summary>
    public RegulatoryAccount Account { get; init => field = Guard.Against.Null(value, nameof(Account)); } =
        Guard.Against.Null(Account);

    /// <summary>Gets the number of open deals with the account that the regulation drives, zero or more.</summary>
    public int OpenDeals { get; init => field = Guard.Against.BelowZero(value, nameof(OpenDeals)); } =
        Guard.Against.BelowZero(OpenDeals);

    /// <summary>Gets the amount of these deals, unweighted, zero or more.</summary>
    public decimal Exposure { get; init => field = Guard.Against.BelowZero(value, nameof(Exposure)); } =
        Guard.Against.BelowZero(Exposure);

    /// <summary>Gets whether the deadline has passed and controls are missing.</summary>
    public bool IsOverdue => DaysLeft < 0 && Account.ControlGap > 0;

    /// <summary>Gets whether controls are missing and no open deal would close the gap.</summary>
    public bool IsWithoutDeal => OpenDeals == 0 && Account.ControlGap > 0;

    /// <summary>Returns the account, its exposure and the days left.</summary>
    public override string ToString() =>
        Invariant($"{Account}; {Plural.Of(OpenDeals, "open deal")}, {Exposure:#,0.##}")
        + (IsOverdue ? ", overdue" : DaysLeft is { } days ? ", " + Deadline(days) : "");

    private static string Deadline(int days) => days >= 0
        ? Plural.Of(days, "day") + " left"
        : Invariant($"deadline passed {Plural.Of(-(long)days, "day")} ago");
}
