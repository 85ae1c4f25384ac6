using System.Text.Json.Serialization;
using Ardalis.GuardClauses;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>The deals that were expected, at the start of a quarter, to close in it.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Won">The number of these deals that were won in the quarter.</param>
/// <param name="Lost">The number of these deals that were lost in the quarter.</param>
/// <param name="Slipped">The number of these deals that were still open at the end of the quarter.</param>
/// <param name="Interval">Wilson's interval of the share that slipped, or <see langword="null"/> without
/// deals.</param>
/// <remarks>Immutable; equal by value. Negative counts are refused. The default value has no deals.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public readonly record struct QuarterSlippage(
    YearQuarter Quarter, int Won, int Lost, int Slipped, ConfidenceInterval? Interval)
{
    /// <summary>Gets the number of these deals that were won in the quarter, zero or more.</summary>
    public int Won { get; init => field = Guard.Against.BelowZero(value, nameof(Won)); } =
        Guard.Against.BelowZero(Won);

    /// <summary>Gets the number of these deals that were lost in the quarter, zero or more.</summary>
    public int Lost { get; init => field = Guard.Against.BelowZero(value, nameof(Lost)); } =
        Guard.Against.BelowZero(Lost);

    /// <summary>Gets the number of these deals that were still open at the end of the quarter, zero or more.</summary>
    public int Slipped { get; init => field = Guard.Against.BelowZero(value, nameof(Slipped)); } =
        Guard.Against.BelowZero(Slipped);

    /// <summary>Gets the number of deals expected to close in the quarter.</summary>
    public int Expected => Won + Lost + Slipped;

    /// <summary>Gets the share of the expected deals that slipped past the quarter, between 0 and 1, or
    /// <see langword="null"/> without deals.</summary>
    public decimal? SlippedShare => Expected == 0 ? null : (decimal)Slipped / Expected;

    /// <summary>Returns the quarter, the counts and the share that slipped.</summary>
    public override string ToString() =>
        Invariant($"{Quarter}: {Plural.Of(Expected, "deal")} expected, {Won:#,0} won, {Lost:#,0} lost, ")
        + Invariant($"{Slipped:#,0} slipped")
        + (SlippedShare is { } share ? Invariant($" ({share:0.0%})") : "");
}
