using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Primitives;

namespace RevenueModel.Tests.Conventions;

/// <summary>The records of forecasts of bookings and their backtests.</summary>
public partial class PrintingTests
{
    private static IEnumerable<object> BacktestRecords()
    {
        BookingsForecastOptions options = new()
        {
            TimingDays = 1_234, ClosesRecordedFrom = new LocalDate(2026, 1, 31), Rho = 0.125,
        };
        Backtest backtest = BacktestCalculator.Run(
            Deals,
            new BacktestOptions { From = new(2026, 1, 31), ObservedThrough = Today, HorizonDays = 12 },
            options);
        JointBookings joint = JointBookingsCalculator.Forecast(
            Deals, Today, [new(DateSpan.Year(Today.Year + 1), 1_234.5m), new(DateSpan.Year(Today.Year + 2), 0.5m)]);
        return
        [
            options, BookingsForecastCalculator.Forecast(Deals, Today, DateSpan.Year(Today.Year + 1)),
            joint, .. joint.Targets,
            backtest, backtest.Options, .. backtest.Cases,
        ];
    }
}
