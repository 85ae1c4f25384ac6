using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A short-term incentive beside the plan: for a time, each credit of a measure pays a rate or an amount, until
/// the budget is spent.</summary>
/// <remarks>
/// Immutable; equal by value. The budget is this person's, under whatever plan the incentive of that name stands; it is
/// spent in the order of the days, the credit that exhausts it gets what is left, and what is taken back frees it. It is payable when earned and does not vest.
/// </remarks>
public sealed record Spiff
{
    /// <summary>The name of the incentive.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>The measure whose credits it pays.</summary>
    public required CompMeasure Measure { get; init => field = Guard.Against.Null(value, nameof(Measure)); }

    /// <summary>The days on which credits count.</summary>
    public required DateSpan Window { get; init; }

    /// <summary>The share of the credited amount that is paid, a fraction.</summary>
    public decimal Rate { get; init => field = Guard.Against.NotFraction(value, nameof(Rate)); }

    /// <summary>The amount that is paid for each deal, by the credited share, zero or more.</summary>
    public decimal AmountPerDeal { get; init => field = Guard.Against.BelowZero(value, nameof(AmountPerDeal)); }

    /// <summary>The most that is paid in all, zero or more, or <see langword="null"/> where there is no budget.</summary>
    public decimal? Budget
    {
        get;
        init => field = value is { } budget ? Guard.Against.BelowZero(budget, nameof(Budget)) : null;
    }

    /// <summary>The incentive in words.</summary>
    public override string ToString() => Invariant(
        $"{Name}: {Rate * 100m:0.##}% of {Measure.Name} and {AmountPerDeal:#,0.##} a deal in {Window}{(Budget is { } budget ? Invariant($", at most {budget:#,0.##}") : "")}");
}
