using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Compensation;

/// <summary>A SPIFF: a short-term incentive that pays a rate or an amount for each credit of a measure, until the
/// budget is spent.</summary>
/// <remarks>
/// Immutable; equal by value. The budget is per person and shared by all plans with a SPIFF of the same id. It is
/// spent in date order. The credit that exhausts it gets the remainder, and reversed credits free it again. The pay is
/// payable when it is earned and does not vest.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record Spiff
{
    private readonly NameAndKey _name;

    /// <summary>Gets the name of the incentive, which statements print.</summary>
    public required string Name
    {
        get => _name.Name;
        init => _name = _name.WithName(Guard.Against.Blank(value, nameof(Name)));
    }

    /// <summary>Gets the id by which the lines of statements are matched. Default: the name.</summary>
    public string Id { get => _name.Key; init => _name = _name.WithKey(Guard.Against.Blank(value, nameof(Id))); }

    /// <summary>Gets whether the id is set, even if it is the name.</summary>
    internal bool HasId => _name.HasKey;

    /// <summary>Gets the measure whose credits are paid.</summary>
    public required CompMeasure Measure { get; init => field = Guard.Against.Null(value, nameof(Measure)); }

    /// <summary>Gets the days on which credits count.</summary>
    public required DateSpan Window { get; init; }

    /// <summary>Gets the share of the credited amount that is paid, between 0 and 1. Default: 0.</summary>
    public decimal Rate { get; init => field = Guard.Against.NotFraction(value, nameof(Rate)); }

    /// <summary>Gets the amount that is paid per deal, times the credited share; zero or more. Default: 0.</summary>
    public decimal AmountPerDeal { get; init => field = Guard.Against.BelowZero(value, nameof(AmountPerDeal)); }

    /// <summary>Gets the maximum total pay; zero or more. Default: <see langword="null"/>, no budget.</summary>
    public decimal? Budget
    {
        get;
        init => field = value is { } budget ? Guard.Against.BelowZero(budget, nameof(Budget)) : null;
    }

    /// <summary>Gets whether the budget is shared by a team. <see cref="SpiffBudgetCalculator"/> then distributes it
    /// among the ledgers. Default: false; each person has the whole budget.</summary>
    public bool IsTeamBudget { get; init; }

    /// <summary>Returns a readable description.</summary>
    public override string ToString() => Invariant(
        $"{Name}: {Rate * 100m:0.##}% of {Measure.Name} and {AmountPerDeal:#,0.##} a deal in {Window}")
        + (Budget is { } budget ? Invariant($", at most {budget:#,0.##}") : "");
}
