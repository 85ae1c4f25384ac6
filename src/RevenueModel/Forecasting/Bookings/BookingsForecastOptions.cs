using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The history that a forecast of bookings is measured from, and the accuracy of its distribution.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BookingsForecastOptions
{
    /// <summary>The default options.</summary>
    internal static readonly BookingsForecastOptions Default = new();

    private const int MostDays = 36_600;

    /// <summary>Gets the number of days up to the day of the forecast in which the time to close is measured, 1 to
    /// 36,600, or <see langword="null"/> for the whole history. Default: <see langword="null"/>. A shorter window
    /// follows changes sooner and has fewer deals.</summary>
    public int? TimingDays { get; init => field = Days(value, nameof(TimingDays)); }

    /// <summary>Gets the number of days up to the day of the forecast in which created deals are counted, 1 to 36,600,
    /// or <see langword="null"/> for the whole history. Default: <see langword="null"/>.</summary>
    public int? ArrivalDays { get; init => field = Days(value, nameof(ArrivalDays)); }

    /// <summary>Gets the first day on which the source recorded closes, or <see langword="null"/> if it recorded all.
    /// Deals that closed before are missing from such a source, so that earlier days say nothing about the time to
    /// close.</summary>
    public LocalDate? ClosesRecordedFrom { get; init; }

    /// <summary>Gets whether each segment has its own time to close, rate of new deals and amounts. Default:
    /// <see langword="false"/>, all deals together.</summary>
    public bool BySegment { get; init; }

    /// <summary>Gets the share of the variance of an open deal that a factor common to all open deals explains, zero
    /// or more and below 1. Default: zero, independent deals.</summary>
    public double Rho
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw DomainGuards.OutOfRange(nameof(Rho), value, "a number of zero or more and below 1");
    }

    /// <summary>Gets the accuracy of the distributions. Default: absolute accuracy, up to 4,096 cells.</summary>
    public DistributionOptions Distribution { get; init; } = new() { MaxCells = 4_096 };

    /// <summary>Returns the first day on which deals are observed, or null for all days.</summary>
    internal LocalDate? ObservedFrom(LocalDate asOf)
    {
        LocalDate? window = TimingDays is { } days ? asOf.PlusDays(1 - days) : null;
        return window is null || ClosesRecordedFrom > window ? ClosesRecordedFrom : window;
    }

    /// <summary>Returns a readable description, the same in every culture.</summary>
    public override string ToString() =>
        Invariant($"timing of {Window(TimingDays)}, new deals of {Window(ArrivalDays)}")
            + (ClosesRecordedFrom is { } first ? Invariant($", closes recorded from {first:R}") : "")
            + (BySegment ? ", by segment" : "")
            + (Rho > 0 ? Invariant($", rho {Rho:0.###}") : "");

    private static string Window(int? days) => days is { } known ? Plural.Of(known, "day") : "all days";

    private static int? Days(int? value, string name) => value is null or (>= 1 and <= MostDays)
        ? value
        : throw DomainGuards.OutOfRange(name, value, "1 to 36,600 days");
}
