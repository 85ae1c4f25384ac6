#:property PublishAot=false
#:property SvgChart=true
#:project ../../src/RevenueModel/RevenueModel.csproj

// Draws the pictures of docs/forecast-distribution.md and docs/close-timing.md.
//
//   dotnet run docs/samples/forecast-pictures.cs                  writes into docs/images
//   dotnet run docs/samples/forecast-pictures.cs -- FOLDER        writes into another folder

using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

const double Width = 800;

string folder = Directory.CreateDirectory(args.Length > 0 ? args[0] : ImagesFolder()).FullName;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
DrawDistribution();
DrawCoverage();
DrawFreeze();

// One deal of 1,000 at 30% and nine deals of 10 at 50%.
void DrawDistribution()
{
    ForecastDistribution forecast = DistributionCalculator.Forecast(
        [UncertainDeal.Of(1_000m, 0.3), .. Enumerable.Repeat(UncertainDeal.Of(10m, 0.5), 9)]);
    var chart = new SvgChart(Width, height: 360);
    chart.Text(Width / 2, 22, "middle", 14, "One deal of 1,000 at 30% and nine deals of 10 at 50%");
    chart.Plot(left: 70, right: 780, top: 40, bottom: 300, mostX: 1_150, mostY: 0.2);
    for (int percent = 0; percent <= 20; percent += 5)
    {
        chart.GridLine(percent / 100.0, $"{percent}%");
    }

    for (int amount = 0; amount <= 1_100; amount += 100)
    {
        chart.Tick(amount, $"{amount:#,0}");
    }

    for (int cell = 0; cell < forecast.Probabilities.Count; cell++)
    {
        double amount = (double)(forecast.Lowest + (cell * forecast.Step));
        chart.Bar(amount, forecast.Probabilities[cell], 5, SvgChart.Blue);
    }

    chart.Axes("Bookings of the quarter");
    chart.VerticalLine(forecast.Mean, SvgChart.Orange, $"mean {forecast.Mean:0}: no outcome is near it");
    chart.VerticalLine((double)forecast.P50, SvgChart.Gray, $"median {forecast.P50:0}", down: 32);
    chart.Save(folder, "forecast-distribution.svg");
}

// The coverage that 25% of won deals need for 80% and for 95%, by the number of deals that the target takes.
void DrawCoverage()
{
    int[] deals = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 60, 80, 100];
    var chart = new SvgChart(Width, height: 400);
    chart.Text(Width / 2, 22, "middle", 14, "Coverage that reaches the target, at a win rate of 25%");
    chart.Plot(left: 70, right: 780, top: 40, bottom: 320, mostX: 100, mostY: 12);
    for (int coverage = 0; coverage <= 12; coverage += 2)
    {
        chart.GridLine(coverage, $"{coverage}x");
    }

    for (int count = 0; count <= 100; count += 10)
    {
        chart.Tick(count, $"{count}");
    }

    chart.Axes("Average deals that the target takes");
    (double Confidence, string Color, string Dashes)[] curves =
        [(0.95, SvgChart.Orange, "none"), (0.8, SvgChart.Blue, "none"), (0.5, SvgChart.Gray, "6 4")];
    double at = 110;
    foreach ((double confidence, string color, string dashes) in curves)
    {
        chart.Curve(deals.Select(count => ((double)count, Coverage(count, confidence))), color, 2.5, dashes);
        chart.Line(at, 380, at + 32, 380, color, 2.5, dashes);
        chart.Text(at + 40, 384, "start", 12, $"reached with {confidence:0%}");
        at += 220;
    }

    chart.Save(folder, "coverage-confidence.svg");

    static double Coverage(int count, double confidence) => (double)CoverageRiskCalculator.RequiredPipeline(
        target: count, dealAmount: 1m, winRate: 25.Percent, confidence)!.Coverage!.Value;
}

// The probability that a deal is won by each day, with and without a plant turnaround.
void DrawFreeze()
{
    LocalDate start = new(2026, 1, 5);
    LocalDate today = new(2027, 3, 1);
    Opportunity[] deals =
    [
        .. Enumerable.Range(0, 200).Select(i => new Opportunity
        {
            Id = $"{i}",
            Stage = "Any",
            Timeline = i % 5 < 2
                ? DealTimeline.Won(start.PlusDays(i), start.PlusDays(i + 60 + (i * 37 % 120)))
                : DealTimeline.Lost(start.PlusDays(i), start.PlusDays(i + 20 + (i * 53 % 150))),
        }),
        new() { Id = "open", Stage = "Any", Timeline = DealTimeline.Open(today.PlusDays(-60)) },
    ];
    CloseTiming timing = CloseTimingCalculator.Measure(deals, today);
    var freeze = DateSpan.Between(today.PlusDays(31), today.PlusDays(61));
    var clock = new DealClock { Freezes = [new FreezeWindow { Days = freeze, Reason = "turnaround" }] };
    var chart = new SvgChart(Width, height: 380);
    chart.Text(Width / 2, 22, "middle", 14, "Probability that a deal of 60 days is won, by day");
    chart.Plot(left: 70, right: 780, top: 40, bottom: 300, mostX: 150, mostY: 0.6);
    chart.Area(31, 61, "rgb(238,238,238)");
    for (int percent = 0; percent <= 60; percent += 10)
    {
        chart.GridLine(percent / 100.0, $"{percent}%");
    }

    for (int day = 0; day <= 150; day += 30)
    {
        chart.Tick(day, $"{day}");
    }

    chart.Axes("Days from today");
    chart.Text(chart.X(46), 58, "middle", 12, "turnaround: no deal moves");
    chart.Curve(Won(null), SvgChart.Blue, 2.5);
    chart.Curve(Won(clock), SvgChart.Orange, 2.5, "6 4");
    chart.Line(230, 360, 262, 360, SvgChart.Blue, 2.5);
    chart.Text(270, 364, "start", 12, "without the window");
    chart.Line(450, 360, 482, 360, SvgChart.Orange, 2.5, "6 4");
    chart.Text(490, 364, "start", 12, "with the window");
    chart.Save(folder, "freeze-window.svg");

    IEnumerable<(double, double)> Won(DealClock? windows) => Enumerable.Range(0, 151).Select(day => day == 0
        ? (0, 0)
        : ((double)day, CloseScheduleCalculator.Schedule(
            timing,
            [deals[^1]],
            [DateSpan.Between(today.PlusDays(1), today.PlusDays(day + 1))],
            windows).Deals[0].Periods[0].Won));
}

static string ImagesFolder([CallerFilePath] string source = "") =>
    Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "..", "images"));
