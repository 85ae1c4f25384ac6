using NodaTime;
using RevenueModel.Kpis;
using RevenueModel.Tests.Helpers;

namespace RevenueModel.Tests.Kpis.Pocs;

public class PocHealthCalculatorTests
{
    private static readonly LocalDate Day = new(2027, 3, 10);

    private static readonly PocReading[] Readings =
    [
        new() { Poc = "B", Day = Day, Alerts = 10, FalseAlerts = 9, AssetsFound = 80, AssetsTotal = 100 },
        new()
        {
            Poc = "A", Day = Day, Alerts = 40, FalseAlerts = 4, AssetsFound = 60, AssetsTotal = 100, ProcessEvents = 1,
        },
        new() { Poc = "A", Day = Day.PlusDays(-1), Alerts = 60, FalseAlerts = 6, AssetsFound = 50, AssetsTotal = 100 },
        new() { Poc = "A", Day = Day.PlusDays(1), Alerts = 1000, FalseAlerts = 1000, ProcessEvents = 5 },
    ];

    [Fact]
    public void AlertsAreSummedAndAssetsAreOfTheLastDay()
    {
        Assert.Equal(
            [
                "A through 2027-03-10: 10.0% false alerts, 60.0% of assets, 1 process event",
                "B through 2027-03-10: 90.0% false alerts, 80.0% of assets, 0 process events",
            ],
            PocHealthCalculator.Measure(Readings, Day).Select(pilot => pilot.ToString()));
        Assert.Equal(
            PocHealthCalculator.Measure(Readings, Day), PocHealthCalculator.Measure(Readings.Reverse(), Day));
    }

    [Fact]
    public void AnEventThatTouchedTheProcessIsEscalatedOnItsDay()
    {
        Assert.Equal("A", Assert.Single(PocHealthCalculator.Escalations(Readings, Day)).Poc);
        Assert.Empty(PocHealthCalculator.Escalations(Readings, Day.PlusDays(-1)));
    }

    [Fact]
    public void ReadingsThatContradictThemselvesAreRefused()
    {
        Refusal.With(
            "readings had POC \"B\" twice on 2027-03-10; one reading is expected.",
            () => PocHealthCalculator.Measure([Readings[0], Readings[0]], Day));
        Refusal.With(
            "readings had POC \"B\" on 2027-03-10 with FalseAlerts 11; 0 to 10, the alerts, is expected.",
            () => PocHealthCalculator.Measure([Readings[0] with { FalseAlerts = 11 }], Day));
        Refusal.With(
            "readings had POC \"B\" on 2027-03-10 with AssetsFound 101; 0 to 100, the assets, is expected.",
            () => PocHealthCalculator.Measure([Readings[0] with { AssetsFound = 101 }], Day));
    }
}
