using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>The recurring revenue of an account at the end of a month, in total or of one product or site.</summary>
/// <remarks>Immutable; equal by value. All records of a history have the same measure: ARR or MRR.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AccountMonth
{
    /// <summary>Gets the id of the account, compared by ordinal.</summary>
    public required string Account { get; init => field = Guard.Against.Blank(value, nameof(Account)); }

    /// <summary>Gets the month.</summary>
    public required YearMonth Month { get; init => field = MonthIndex.RequireIso(value, nameof(Month)); }

    /// <summary>Gets the recurring revenue at the end of the month, zero or more. Amounts of the same account and
    /// month are added.</summary>
    public required decimal Amount { get; init => field = Guard.Against.BelowZero(value, nameof(Amount)); }

    /// <summary>Gets the product.</summary>
    public string? Product { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Product)); }

    /// <summary>Gets the site.</summary>
    public string? Site { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Site)); }

    /// <summary>Gets the segment of the account.</summary>
    public string? Segment { get; init => field = Guard.Against.BlankWhenGiven(value, nameof(Segment)); }

    /// <summary>Returns the account, the month and the amount.</summary>
    public override string ToString() => Invariant($"{Account} in {Month}: {Amount:#,0.##}")
        + (Product is null ? "" : ", " + Product)
        + (Site is null ? "" : ", site " + Site)
        + (Segment is null ? "" : ", " + Segment);
}
