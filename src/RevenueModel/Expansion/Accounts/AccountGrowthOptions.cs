using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;

namespace RevenueModel.Expansion;

/// <summary>The rule by which an account counts as growing or stalled.</summary>
/// <remarks>Immutable; equal by value. No source publishes a threshold of growth; both defaults are conventions of the
/// library.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record AccountGrowthOptions
{
    /// <summary>Gets the months over which growth is measured, between 1 and 1,200. Default: 6.</summary>
    public int WindowMonths { get; init => field = Guard.Against.NotMonths(value, nameof(WindowMonths)); } = 6;

    /// <summary>Gets the growth over the window, as a fraction of zero or more, up to which an account is stalled.
    /// Default: 0, that is, no growth.</summary>
    public decimal StalledUpTo
    {
        get;
        init => field = Guard.Against.BelowZero(value, nameof(StalledUpTo));
    }

    /// <summary>Gets the curve that accounts are expected to follow, scaled to the first volume of each, or
    /// <see langword="null"/> if there is none. Default: none.</summary>
    public ExpansionCurve? ExpectedCurve { get; init; }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString()
    {
        string curve = ExpectedCurve is null ? "" : "; expected: " + ExpectedCurve;
        return Invariant($"stalled up to {StalledUpTo * 100m:0.##}% in {Plural.Of(WindowMonths, "month")}{curve}");
    }
}
