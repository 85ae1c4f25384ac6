using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Retention;

/// <summary>A closed cohort over a window: the accounts with revenue at the start, and what they pay at the
/// end.</summary>
/// <remarks>
/// Immutable; equal by value. Accounts that are new in the window are not part of the cohort. An account that left and
/// returned counts with its revenue at the end.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record RetentionTotals
{
    /// <summary>Gets the month at whose end the cohort is taken.</summary>
    public required YearMonth From { get; init; }

    /// <summary>Gets the month at whose end it is measured.</summary>
    public required YearMonth Through { get; init; }

    /// <summary>Gets the segment, product or site, or <see langword="null"/> for accounts without one, and for totals
    /// that are not grouped.</summary>
    public string? Group { get; init; }

    /// <summary>Gets the recurring revenue of the cohort at the start; zero or more.</summary>
    public required decimal Opening { get; init => field = Guard.Against.BelowZero(value, nameof(Opening)); }

    /// <summary>Gets the recurring revenue of the same accounts at the end; zero or more.</summary>
    public required decimal Ending { get; init => field = Guard.Against.BelowZero(value, nameof(Ending)); }

    /// <summary>Gets the sum over the accounts of the lower of both, <c>Σ min(start, end)</c>: the end without
    /// expansion; zero or more.</summary>
    public required decimal GrossEnding { get; init => field = Guard.Against.BelowZero(value, nameof(GrossEnding)); }

    /// <summary>Gets the number of accounts in the cohort; zero or more.</summary>
    public required long OpeningCount { get; init => field = Guard.Against.BelowZero(value, nameof(OpeningCount)); }

    /// <summary>Gets the number of its accounts with revenue at the end; zero or more.</summary>
    public required long RetainedCount
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(RetainedCount));
    }

    /// <summary>Gets the number of its accounts that pay more at the end; zero or more.</summary>
    public long ExpandedCount { get; init => field = Guard.Against.BelowZero(value, nameof(ExpandedCount)); }

    /// <summary>Gets the number of its accounts that stay and pay less at the end; zero or more.</summary>
    public long ContractedCount { get; init => field = Guard.Against.BelowZero(value, nameof(ContractedCount)); }

    /// <summary>Gets the number of its accounts without revenue at the end.</summary>
    public long ChurnedCount => OpeningCount - RetainedCount;

    /// <summary>Gets net revenue retention, <c>Ending / Opening</c>, or <see langword="null"/> for an empty
    /// cohort.</summary>
    public decimal? Nrr => RetentionRatio.Of(Ending, Opening);

    /// <summary>Gets gross revenue retention, <c>GrossEnding / Opening</c>, between 0 and 1, or
    /// <see langword="null"/> for an empty cohort.</summary>
    public decimal? Grr => RetentionRatio.Of(GrossEnding, Opening);

    /// <summary>Gets the share of accounts with revenue at the end, between 0 and 1, or <see langword="null"/> for an
    /// empty cohort.</summary>
    public decimal? LogoRetention => RetentionRatio.Of(RetainedCount, OpeningCount);

    /// <summary>Returns the sum of two totals of the same window whose accounts are different.</summary>
    /// <param name="other">The other totals.</param>
    /// <returns>The sum; it has the group of both, or none if they differ.</returns>
    /// <exception cref="ArgumentException">The windows differ, or a sum exceeds the range of a decimal.</exception>
    public RetentionTotals Add(RetentionTotals other)
    {
        Guard.Against.Null(other);
        if (other.From != From || other.Through != Through)
        {
            throw new ArgumentException(
                Invariant($"other was from {other.From} through {other.Through}; ")
                    + Invariant($"from {From} through {Through} is expected."),
                nameof(other));
        }

        try
        {
            return new RetentionTotals
            {
                From = From,
                Through = Through,
                Group = Group == other.Group ? Group : null,
                Opening = ShortestDecimal.Sum(Opening, other.Opening),
                Ending = ShortestDecimal.Sum(Ending, other.Ending),
                GrossEnding = ShortestDecimal.Sum(GrossEnding, other.GrossEnding),
                OpeningCount = OpeningCount + other.OpeningCount,
                RetainedCount = RetainedCount + other.RetainedCount,
                ExpandedCount = ExpandedCount + other.ExpandedCount,
                ContractedCount = ContractedCount + other.ContractedCount,
            };
        }
        catch (OverflowException overflow)
        {
            throw DomainGuards.Overflow(Invariant($"The sum of {this} and {other}"), nameof(other), overflow);
        }
    }

    /// <summary>Returns the rates and the number of accounts.</summary>
    public override string ToString() => (Group is null ? "" : Group + ", ")
        + Invariant($"{From} to {Through}: ")
        + (OpeningCount == 0
            ? "no accounts"
            : Invariant($"NRR {Nrr:0.0%}, GRR {Grr:0.0%}, logos {LogoRetention:0.0%} ")
                + Invariant($"of {Plural.Of(OpeningCount, "account")}"));
}
