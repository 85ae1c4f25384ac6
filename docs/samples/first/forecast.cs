#:property PublishAot=false
#:project ../../../src/RevenueModel/RevenueModel.csproj
// Computes a weighted forecast by quarter, category and stage.
using NodaTime;
using RevenueModel.Forecasting;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

SalesProcess process = SalesProcess.Of(
    new PipelineStage { Name = "Discovery", WinProbability = 20.Percent },
    new PipelineStage { Name = "Proposal", WinProbability = 50.Percent, ForecastCategory = ForecastCategory.BestCase },
    new PipelineStage { Name = "Contract", WinProbability = 80.Percent, ForecastCategory = ForecastCategory.Commit });
List<Opportunity> deals =
[
    new() { Id = "A", Stage = "Won", Amount = 150_000m, Timeline = DealTimeline.Won(closed: new(2027, 1, 14)) },
    Open("B", "Contract", 200_000m, 3), Open("C", "Proposal", 400_000m, 3), Open("D", "Discovery", 700_000m, 6),
];
WeightedForecast forecast = WeightedForecastCalculator.Forecast(process, deals);
Console.WriteLine($"By quarter:\n  {string.Join("\n  ", forecast.ByQuarter())}");
Console.WriteLine($"By category:\n  {string.Join("\n  ", forecast.ByCategory())}");
Console.WriteLine($"By stage:\n  {string.Join("\n  ", forecast.ByStage())}");

static Opportunity Open(string id, string stage, decimal amount, int month) =>
    new() { Id = id, Stage = stage, Amount = amount, Timeline = DealTimeline.Open(null, null, new(2027, month, 20)) };
