using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Pipeline;

/// <summary>The state of an account and a regulation on the day of a review.</summary>
/// <param name="Account">The account, its controls and its deadline.</param>
/// <param name="OpenDeals">The number of open deals with the account that the regulation drives.</param>
/// <param name="Exposure">The amount of these deals, unweighted, zero or more; deals without an amount count as
/// zero.</param>
/// <param name="DaysLeft">The days from the review to the deadline, negative after it, or <see langword="null"/>
/// without a deadline.</param>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RegulatoryAccountReview(
    RegulatoryAccount Account, int OpenDeals, decimal Exposure, int? DaysLeft)
{
    /// <summary>Gets whether the deadline has passed and controls are missing.</summary>
    public bool IsOverdue => DaysLeft < 0 && Account.ControlGap > 0;

    /// <summary>Gets whether controls are missing and no open deal would close the gap.</summary>
    public bool IsWithoutDeal => OpenDeals == 0 && Account.ControlGap > 0;

    /// <summary>Returns the account, its exposure and the days left.</summary>
    public override string ToString() =>
        Invariant($"{Account}; {Plural.Of(OpenDeals, "open deal")}, {Exposure:#,0.##}")
        + (IsOverdue ? ", overdue" : DaysLeft is { } days ? Invariant($", {days:#,0} days left") : "");
}
