using System.Text.Json.Serialization;
using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The distribution of the bookings of a period, in three parts: what is won, what open deals may bring, and
/// what deals that are not yet created may bring. Created by <see cref="BookingsForecastCalculator"/>.</summary>
/// <remarks>Immutable; equal by value.</remarks>
[JsonConverter(typeof(JsonCompanionRequired))]
public sealed record BookingsForecast
{
    /// <summary>Gets the day of the forecast. Nothing that happened after it has an effect.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Gets the period.</summary>
    public required DateSpan Period { get; init; }

    /// <summary>Gets the amount that was won in the period up to <see cref="AsOf"/>.</summary>
    public required decimal Won { get; init; }

    /// <summary>Gets the distribution of what open deals bring in the rest of the period.</summary>
    public required ForecastDistribution Open { get; init; }

    /// <summary>Gets the distribution of what deals bring that are not yet created.</summary>
    public required ForecastDistribution NotYetCreated { get; init; }

    /// <summary>Gets the distribution of all three parts: won, open and not yet created.</summary>
    public required ForecastDistribution Total { get; init; }

    /// <summary>Gets the flow of deals that are not yet created.</summary>
    public required NewDealFlow NewDeals { get; init; }

    /// <summary>Gets the number of deals that the time to close was measured from, and of those that are
    /// excluded.</summary>
    public required CloseTimingCounts Deals { get; init; }

    /// <summary>Gets the number of open deals without an amount. Each has the amounts of won deals of its
    /// product, and of its segment if segments are measured apart.</summary>
    public required int OpenWithoutAmount { get; init; }

    /// <summary>Gets the number of won deals of the period without an amount, which count as zero.</summary>
    public required int WonWithoutAmount { get; init; }

    /// <summary>Gets the number of open deals whose age at the end of the period no deal of the history has reached.
    /// For the days beyond it no win is counted.</summary>
    public required int OpenBeyondHistory { get; init; }

    /// <summary>Returns the period, the quantiles and the parts.</summary>
    public override string ToString() => Invariant($"{Period}: {Total}; won {Won:#,0.##}, ")
        + Invariant($"open {Open.Mean:#,0.##}, not yet created {NotYetCreated.Mean:#,0.##}");
}
