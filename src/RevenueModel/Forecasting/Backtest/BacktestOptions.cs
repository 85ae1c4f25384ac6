using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>On which days a backtest forecasts, how far, and what was known on them.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BacktestOptions
{
    private const int MostDays = 3_660;

    /// <summary>Gets the first day on which a forecast is made.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Gets the last day that the data cover. A period counts only if it ends by then.</summary>
    public required LocalDate ObservedThrough { get; init; }

    /// <summary>Gets the length of the forecast period in days, 1 to 3,660. Default: 91, a quarter.</summary>
    public int HorizonDays { get; init => field = Days(value, nameof(HorizonDays)); } = 91;

    /// <summary>Gets the days between two forecasts, 1 to 3,660. Default: 7.</summary>
    public int StepDays { get; init => field = Days(value, nameof(StepDays)); } = 7;

    /// <summary>Gets when the amount of a deal was known. Default: at its close.</summary>
    public AmountKnown Amounts { get; init => field = Guard.Against.Undefined(value, nameof(Amounts)); }

    /// <summary>Gets the amount whose probability of being reached is scored, or <see langword="null"/> for the
    /// bookings of the period before each forecast. Default: <see langword="null"/>.</summary>
    public decimal? Target { get; init; }

    /// <summary>Gets the confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.</summary>
    public double Confidence { get; init => field = Statistics.Confidence.Require(value, nameof(Confidence)); } = 0.95;

    /// <summary>Gets the number of successive forecasts whose periods overlap.</summary>
    internal int Overlap => (HorizonDays + StepDays - 1) / StepDays;

    /// <summary>Returns the days and the horizon.</summary>
    public override string ToString() => Invariant($"{Plural.Of(HorizonDays, "day")} ahead, every ")
        + Invariant($"{Plural.Of(StepDays, "day")} from {From:R}, observed through {ObservedThrough:R}");

    private static int Days(int value, string name) => value is >= 1 and <= MostDays
        ? value
        : throw DomainGuards.OutOfRange(name, value, "1 to 3,660 days");
}

/// <summary>When the amount of a deal was known.</summary>
public enum AmountKnown
{
    /// <summary>When the deal closed. The amount of an open deal is unknown. Exports keep the last amount only, which
    /// was not known before. The default.</summary>
    AtClose = 0,

    /// <summary>When the deal was created, for sources that do not change it.</summary>
    AtCreation = 1,
}
