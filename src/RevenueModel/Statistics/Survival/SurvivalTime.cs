using System.Text.Json.Serialization;
using RevenueModel.Primitives;

namespace RevenueModel.Statistics;

/// <summary>The time by which a share of subjects has had an event, such as the median, with its interval.</summary>
/// <param name="Probability">The share, between 0 and 1: 0.5 for the median.</param>
/// <param name="Time">The time in the unit of the table, or <see langword="null"/> if the curve does not fall so
/// far.</param>
/// <param name="Lower">The lower end of the interval in the same unit, or <see langword="null"/> if the lower limit of
/// the curve does not fall so far.</param>
/// <param name="Upper">The upper end in the same unit, or <see langword="null"/> if the upper limit
/// of the curve does not fall so far.</param>
/// <param name="Confidence">The confidence of the interval, between 0 and 1.</param>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct SurvivalTime(
    decimal Probability, decimal? Time, decimal? Lower, decimal? Upper, double Confidence)
{
    /// <summary>Returns the share, the time and the interval.</summary>
    public override string ToString() => Invariant(
        $"{Probability:0.##%} by {Text(Time)} ({Text(Lower)}-{Text(Upper)} at {Confidence * 100:0.##}%)");

    private static string Text(decimal? time) => time is { } known ? Invariant($"{known:0.####}") : "unknown";
}
