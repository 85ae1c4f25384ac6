using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>The deals, or the accounts, that have all required champions, with their amounts. Created by
/// <see cref="BuyingGroupCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BuyingCoverage
{
    /// <summary>Gets those that have each required champion: zero or more, with their amounts.</summary>
    public required CountedAmount Covered { get; init; }

    /// <summary>Gets those that have some required champions and lack others.</summary>
    public required CountedAmount Partial { get; init; }

    /// <summary>Gets those that have a map and no required champion.</summary>
    public required CountedAmount Uncovered { get; init; }

    /// <summary>Gets those without a stakeholder map. They are excluded from <see cref="Share"/>.</summary>
    public required CountedAmount Unmapped { get; init; }

    /// <summary>Gets Wilson's interval of <see cref="Share"/>, or <see langword="null"/> without a map.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>Gets the number of those with a map.</summary>
    public long MappedCount => (long)Covered.Count + Partial.Count + Uncovered.Count;

    /// <summary>Gets the share that has each required champion of those with a map, between 0 and 1, or
    /// <see langword="null"/> without a map.</summary>
    public decimal? Share => MappedCount == 0 ? null : (decimal)Covered.Count / MappedCount;

    /// <summary>Gets the same share by amount, or <see langword="null"/> without an amount.</summary>
    public decimal? ShareByAmount => CountedAmount.Share(Covered, Partial, Uncovered);

    /// <summary>Gets the share of those with a map, between 0 and 1, or <see langword="null"/> if there are
    /// none.</summary>
    public decimal? MappedShare =>
        MappedCount + Unmapped.Count == 0 ? null : (decimal)MappedCount / (MappedCount + Unmapped.Count);

    /// <summary>Returns the counts, the share and its interval.</summary>
    public override string ToString() => Invariant($"{Covered.Count:#,0} of {MappedCount:#,0} with all champions")
        + (Share is { } share ? Invariant($", {share:0.0%}") : "")
        + (Interval is { } interval ? Invariant($" ({interval})") : "")
        + (Unmapped.Count == 0 ? "" : Invariant($", {Unmapped.Count:#,0} not mapped"));
}
