using System.Text.Json.Serialization;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Kpis;

/// <summary>The range that covers the true value of an indicator with a confidence.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record KpiInterval
{
    private const int Digits = 10;

    /// <summary>Gets the lower end, in the unit of the indicator.</summary>
    public required decimal Lower { get; init; }

    /// <summary>Gets the upper end, or <see langword="null"/> if it is open: the lifetime value of accounts that may
    /// never leave.</summary>
    public decimal? Upper { get; init; }

    /// <summary>Gets the confidence, between 0 and 1.</summary>
    public required double Confidence
    {
        get;
        init => field = Statistics.Confidence.Require(value, nameof(Confidence));
    }

    /// <summary>Returns the interval, or null for ends of 1e18 or more.</summary>
    internal static KpiInterval? Of(ConfidenceInterval? interval, decimal scale = 1m)
    {
        const double most = 1e18;
        return interval is { } given && Math.Abs(given.Lower) < most && Math.Abs(given.Upper) < most
            ? new KpiInterval
            {
                Lower = Round((decimal)given.Lower * scale),
                Upper = Round((decimal)given.Upper * scale),
                Confidence = given.Confidence,
            }
            : null;
    }

    /// <summary>Rounds an end, whose further digits mean nothing.</summary>
    internal static decimal Round(decimal value) => decimal.Round(value, Digits, MidpointRounding.AwayFromZero) / 1.0m;

    /// <summary>Returns both ends and the confidence.</summary>
    public override string ToString() => Invariant($"{Lower:#,0.####} to ")
        + (Upper is { } upper ? Invariant($"{upper:#,0.####}") : "open")
        + Invariant($" at {Confidence * 100:0.##}%");
}
