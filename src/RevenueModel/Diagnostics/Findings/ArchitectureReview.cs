using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>The review of a revenue architecture and its data: findings, their total cost, and the rules that lacked
/// data. Created by <see cref="ArchitectureReviewCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record ArchitectureReview
{
    /// <summary>Gets the name of the architecture.</summary>
    public required string Name { get; init => field = Guard.Against.Blank(value, nameof(Name)); }

    /// <summary>Gets the day of the review.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the findings, zero or more, the severe ones first, in the order of the rules.</summary>
    public required ValueList<ReviewFinding> Findings
    {
        get;
        init
        {
            foreach (ReviewFinding finding in value)
            {
                Guard.Against.Null(finding, nameof(Findings));
            }

            try
            {
                Sum(CostTotals.Pools(value), static pool => pool.Sum);
            }
            catch (OverflowException overflow)
            {
                throw DomainGuards.Overflow("The sum of the costs", nameof(Findings), overflow);
            }

            field = value;
        }
    }

    /// <summary>Gets the ids of the rules that were evaluated, in their order.</summary>
    public ValueList<string> EvaluatedRules { get; init; }

    /// <summary>Gets the rules that were not evaluated, each with the reason.</summary>
    public ValueList<SkippedRule> SkippedRules { get; init; }

    /// <summary>Gets the deals of the review, and how many of them the rules could not count.</summary>
    public DealCoverage Deals { get; init; } = new();

    /// <summary>Gets the pools from which several findings take their cost, and what counts of each.</summary>
    public ValueList<CostOverlap> Overlaps => CostTotals.Pools(Findings).Where(pool => pool.IsShared).ToValueList();

    /// <summary>Gets the cost per year of all findings together, without counting money twice:
    /// <c>Σ over pools of the largest cost</c>. <see langword="null"/> if no finding has a cost.</summary>
    public Band<decimal>? TotalCostPerYear => Sum(CostTotals.Pools(Findings), static pool => pool.Counted);

    /// <summary>Gets the sum of the costs of the findings, in which shared money counts several times, or
    /// <see langword="null"/> if no finding has a cost.</summary>
    public Band<decimal>? SumOfCostsPerYear => Sum(CostTotals.Pools(Findings), static pool => pool.Sum);

    /// <summary>Returns the findings of a rule.</summary>
    /// <param name="rule">The id of the rule, compared by ordinal.</param>
    /// <returns>The findings in their order; empty if the rule has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public ValueList<ReviewFinding> FindingsOf(string rule)
    {
        Guard.Against.Null(rule);
        return Findings.Where(finding => string.Equals(finding.Rule, rule, StringComparison.Ordinal)).ToValueList();
    }

    /// <summary>Returns the review as text.</summary>
    /// <returns>The findings with evidence, costs and remedies; the total; the overlaps; the rules without
    /// data.</returns>
    public string ToText() => ReviewText.Of(this);

    /// <summary>Returns the review as Markdown. Characters with a meaning in Markdown or HTML are escaped.</summary>
    /// <returns>A heading, a table of findings, each finding, the overlaps, and the rules without data.</returns>
    public string ToMarkdown() => ReviewMarkdown.Of(this);

    /// <summary>Returns the number of findings and the total cost.</summary>
    public override string ToString() => Invariant($"{Name} on {AsOf:R}: {Plural.Of(Findings.Count, "finding")}")
        + (TotalCostPerYear is { } cost ? $", {FigureText.Of(cost, FigureUnit.Money)} a year" : "");

    private static Band<decimal>? Sum(ValueList<CostOverlap> pools, Func<CostOverlap, Band<decimal>> of)
    {
        if (pools.IsEmpty)
        {
            return null;
        }

        decimal low = 0m;
        decimal high = 0m;
        foreach (CostOverlap pool in pools)
        {
            Band<decimal> cost = of(pool);
            low += cost.Min;
            high += cost.Max ?? cost.Min;
        }

        return Band.Between(low, high);
    }
}
