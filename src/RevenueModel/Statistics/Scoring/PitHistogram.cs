using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>
/// The share of observations by their place in the forecast distribution, in equal bins from 0 to 1. If the forecasts
/// are calibrated, the shares are about equal. Created by <see cref="PitCalculator"/>.
/// </summary>
/// <remarks>Immutable; equal by value. High ends mean that forecasts are too sure, a high middle that they are too
/// unsure, a slope that they are too high or too low.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record PitHistogram
{
    internal PitHistogram(int count, ValueList<double> shares)
    {
        Count = count;
        Shares = shares;
    }

    /// <summary>Gets the number of observations.</summary>
    public int Count { get; }

    /// <summary>Gets the share of each bin, in ascending order; they sum to one.</summary>
    public ValueList<double> Shares { get; }

    /// <summary>Returns the shares in percent and the number of observations.</summary>
    public override string ToString() => Plural.Of(Count, "observation") + ": "
        + string.Join(", ", Shares.Select(static share => Invariant($"{share * 100:0.#}%")));
}
