using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Architectures;
using RevenueModel.Primitives;

namespace RevenueModel.Diagnostics;

/// <summary>A pool of money from which findings take their costs, and how much of it counts in the total.</summary>
/// <remarks>
/// Immutable; equal by value. The findings of one pool claim the same money, so the largest cost counts:
/// <c>counted = max(cost of each finding)</c>, at the low and at the high end. It is at most the sum.
/// </remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CostOverlap
{
    /// <summary>Gets the pool.</summary>
    public required CostPool Pool { get; init => field = Guard.Against.Null(value, nameof(Pool)); }

    /// <summary>Gets the ids of the rules whose findings take from it, in the order of the findings.</summary>
    public required ValueList<string> Rules { get; init; }

    /// <summary>Gets the cost per year that counts in the total; zero or more.</summary>
    public required Band<decimal> Counted
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(Counted));
    }

    /// <summary>Gets the sum of the costs per year; zero or more.</summary>
    public required Band<decimal> Sum { get; init => field = Guard.Against.BelowZero(value, nameof(Sum)); }

    /// <summary>Gets whether several findings take from the pool.</summary>
    public bool IsShared => Rules.Count > 1;

    internal static CostOverlap Of(CostPool pool, string rule, Band<decimal> cost) =>
        new() { Pool = pool, Rules = [rule], Counted = cost, Sum = cost };

    internal CostOverlap With(string rule, Band<decimal> cost)
    {
        decimal high = cost.Max ?? cost.Min;
        return this with
        {
            Rules = [.. Rules, rule],
            Counted = Band.Between(Math.Max(Counted.Min, cost.Min), Math.Max(Counted.Max ?? Counted.Min, high)),
            Sum = Band.Between(Sum.Min + cost.Min, (Sum.Max ?? Sum.Min) + high),
        };
    }

    /// <summary>Returns the pool, the rules, and the cost that counts.</summary>
    public override string ToString() => $"{Pool}: {FigureText.Of(Counted, FigureUnit.Money)} a year counts"
        + (IsShared
            ? $" of {FigureText.Of(Sum, FigureUnit.Money)}, since {string.Join(", ", Rules)} claim the same money"
            : "");
}
