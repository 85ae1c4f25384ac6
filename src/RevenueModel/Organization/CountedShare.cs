using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Organization;

/// <summary>A share of deals or accounts, by number and by amount, with its interval. Created by the calculators of
/// partners and buyers.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record CountedShare
{
    /// <summary>Gets those that are counted.</summary>
    public required CountedAmount Part { get; init; }

    /// <summary>Gets all of them.</summary>
    public required CountedAmount Whole { get; init; }

    /// <summary>Gets Wilson's interval of <see cref="ByCount"/>, or <see langword="null"/> if there are
    /// none.</summary>
    public ConfidenceInterval? Interval { get; init; }

    /// <summary>Gets the share by number, or <see langword="null"/> if there are none.</summary>
    public decimal? ByCount => Whole.Count == 0 ? null : (decimal)Part.Count / Whole.Count;

    /// <summary>Gets the share by amount, or <see langword="null"/> without an amount.</summary>
    public decimal? ByAmount => Whole.Amount == 0m || Part.Amount > Whole.Amount ? null : Part.Amount / Whole.Amount;

    /// <summary>Returns the numbers, the share and its interval.</summary>
    public override string ToString() => Invariant($"{Part.Count:#,0} of {Whole.Count:#,0}")
        + (ByCount is { } share ? Invariant($", {share:0.0%}") : "")
        + (Interval is { } interval ? Invariant($" ({interval})") : "")
        + (ByAmount is { } byAmount ? Invariant($", {byAmount:0.0%} by amount") : "");

    /// <summary>Creates a share; the part is a part of the whole.</summary>
    internal static CountedShare Of(CountedAmount part, CountedAmount whole, double confidence) => new()
    {
        Part = part,
        Whole = whole,
        Interval = ProportionCalculator.Wilson(part.Count, whole.Count, confidence),
    };
}
