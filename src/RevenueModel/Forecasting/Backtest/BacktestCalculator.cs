using Ardalis.GuardClauses;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Backtests forecasts of bookings: on days of the past, with what was known on them, against what
/// happened.</summary>
/// <remarks>
/// <para>Each forecast sees <see cref="KnownDeals"/> only. A period counts only if the data cover all of it. A deal
/// that is still open at its end was not won in it.</para>
/// <para>Two baselines that need no model are scored beside it: what was won in the same number of days before, and
/// the win rate of all closed deals times the amount of all open ones. Both are single amounts, whose CRPS is the
/// absolute error.</para>
/// </remarks>
public static class BacktestCalculator
{
    /// <summary>Backtests <see cref="BookingsForecastCalculator"/>.</summary>
    /// <param name="opportunities">The deals as exported after the last period, with amounts in one currency.</param>
    /// <param name="options">The days, the horizon, and what was known.</param>
    /// <param name="forecast">The options of the forecast. Default: the whole history, independent deals.</param>
    /// <param name="clock">The freeze windows and deadlines that were known. Default: none.</param>
    /// <returns>The forecasts and their scores.</returns>
    /// <exception cref="ArgumentException">A deal is null, the first day is after the last observed one, or on one of
    /// the days deals were won but none of them has an amount.</exception>
    /// <example><code>
    /// Opportunity[] deals =
    /// [
    ///     new()
    ///     {
    ///         Id = "A", Stage = "Won", Amount = 100m, Timeline = DealTimeline.Won(new(2027, 1, 4), new(2027, 2, 10)),
    ///     },
    /// ];
    /// Backtest backtest = BacktestCalculator.Run(
    ///     deals,
    ///     new BacktestOptions { From = new(2027, 1, 31), ObservedThrough = new(2027, 3, 2), HorizonDays = 30 },
    ///     known =&gt; DistributionCalculator.Forecast([UncertainDeal.Of(80m, 1)]));
    /// Console.WriteLine($"{backtest.Cases.Count} forecast, CRPS {backtest.Crps:0}"); // 1 forecast, CRPS 20
    /// </code></example>
    public static Backtest Run(
        ReadOnlySpan<Opportunity> opportunities,
        BacktestOptions options,
        BookingsForecastOptions? forecast = null,
        DealClock? clock = null) =>
        Run(
            opportunities,
            options,
            known => BookingsForecastCalculator.Forecast(
                known.Opportunities.AsSpan(), known.AsOf, known.Period, forecast, clock).Total);

    /// <inheritdoc cref="Run(ReadOnlySpan{Opportunity}, BacktestOptions, BookingsForecastOptions, DealClock)"/>
    public static Backtest Run(
        IEnumerable<Opportunity> opportunities,
        BacktestOptions options,
        BookingsForecastOptions? forecast = null,
        DealClock? clock = null) =>
        Run(opportunities.AsItems(), options, forecast, clock);

    /// <summary>Backtests any forecast.</summary>
    /// <param name="opportunities">The deals as exported after the last period, with amounts in one currency.</param>
    /// <param name="options">The days, the horizon, and what was known.</param>
    /// <param name="forecast">Forecasts the period from what was known.</param>
    /// <returns>The forecasts and their scores.</returns>
    /// <exception cref="ArgumentException">A deal is null, the first day is after the last observed one, or
    /// <paramref name="forecast"/> returns null.</exception>
    public static Backtest Run(
        ReadOnlySpan<Opportunity> opportunities,
        BacktestOptions options,
        Func<KnownDeals, ForecastDistribution> forecast)
    {
        Guard.Against.Null(options);
        Guard.Against.Null(forecast);
        if (options.From > options.ObservedThrough)
        {
            throw DomainGuards.OutOfRange(
                nameof(options), options, Invariant($"a first day up to {options.ObservedThrough:R}"));
        }

        int excluded = 0;
        for (int i = 0; i < opportunities.Length; i++)
        {
            Opportunity opportunity = OpportunityGuards.Item(opportunities, i);
            excluded += opportunity.Created is null || (!opportunity.IsOpen && opportunity.Closed is null) ? 1 : 0;
        }

        var cases = new List<BacktestCase>();
        var notObserved = new List<LocalDate>();
        for (LocalDate day = options.From; day <= options.ObservedThrough; day = day.PlusDays(options.StepDays))
        {
            if (day.PlusDays(options.HorizonDays) <= options.ObservedThrough)
            {
                cases.Add(BacktestRun.At(opportunities, day, options, forecast));
            }
            else
            {
                notObserved.Add(day);
            }
        }

        return BacktestScores.Of(options, cases, notObserved, excluded);
    }

    /// <inheritdoc cref="Run(ReadOnlySpan{Opportunity}, BacktestOptions, Func{KnownDeals, ForecastDistribution})"/>
    public static Backtest Run(
        IEnumerable<Opportunity> opportunities,
        BacktestOptions options,
        Func<KnownDeals, ForecastDistribution> forecast) =>
        Run(opportunities.AsItems(), options, forecast);
}
