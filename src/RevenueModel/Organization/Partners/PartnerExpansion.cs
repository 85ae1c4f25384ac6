using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>The expansion of the accounts with one coverage by partners. Created by
/// <see cref="PartnerExpansionCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PartnerExpansion
{
    /// <summary>Gets the kinds of partners that serve the accounts.</summary>
    public required PartnerCoverage Coverage { get; init => field = Guard.Against.Undefined(value, nameof(Coverage)); }

    /// <summary>Gets the number of accounts with ARR at the start, zero or more.</summary>
    public required int AccountCount { get; init => field = Guard.Against.BelowZero(value, nameof(AccountCount)); }

    /// <summary>Gets their ARR at the start, zero or more.</summary>
    public required decimal OpeningArr { get; init => field = Guard.Against.BelowZero(value, nameof(OpeningArr)); }

    /// <summary>Gets the ARR that they added, zero or more: <c>Σ max(closing - opening, 0)</c>.</summary>
    public required decimal ExpansionArr
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(ExpansionArr));
    }

    /// <summary>Gets the ARR that they gave up, zero or more: <c>Σ max(opening - closing, 0)</c>.</summary>
    public required decimal LostArr { get; init => field = Guard.Against.BelowZero(value, nameof(LostArr)); }

    /// <summary>Gets NRR as a ratio with its interval, or <see langword="null"/> without ARR at the start.</summary>
    public RatioEstimate? Nrr { get; init; }

    /// <summary>Gets GRR, between 0 and 1, or <see langword="null"/> without ARR at the start.</summary>
    public decimal? Grr => OpeningArr == 0m || LostArr > OpeningArr ? null : 1m - (LostArr / OpeningArr);

    /// <summary>Gets the added ARR as a share of the ARR at the start: <c>NRR - GRR</c>, or <see langword="null"/>
    /// without any.</summary>
    public decimal? ExpansionRate => Nrr?.Value - Grr;

    /// <summary>Returns the coverage, the number of accounts and NRR.</summary>
    public override string ToString() => Invariant($"{Coverage}: {Plural.Of(AccountCount, "account")}")
        + (Nrr is null ? "" : Invariant($", NRR {Nrr}"));
}
