// A weighted forecast from F#. Calculators accept F# lists. Percentages are written as Percent.Of.
//
//   dotnet fsi docs/samples/fsharp/forecast.fsx
//
// If the package is not on your feed, pack it with "dotnet pack src/RevenueModel -o artifacts/feed" and add this line
// above the next one: #i "nuget: <full path>/artifacts/feed"
#r "nuget: RevenueModel"

open System
open NodaTime
open RevenueModel.Forecasting
open RevenueModel.Pipeline
open RevenueModel.Primitives

let stage name percent category =
    PipelineStage(Name = name, WinProbability = Percent.Of percent, ForecastCategory = category)

let sales =
    SalesProcess.Of [ stage "Discovery" 20m ForecastCategory.Pipeline; stage "Proposal" 60m ForecastCategory.Commit ]

let openDeal id stage amount (close: LocalDate) =
    Opportunity(Id = id, Stage = stage, Amount = Nullable amount, Timeline = DealTimeline.Open(expectedClose = close))

let deals =
    [ openDeal "A" "Proposal" 250_000m (LocalDate(2027, 3, 9))
      openDeal "B" "Discovery" 900_000m (LocalDate(2027, 3, 30))
      openDeal "C" "Proposal" 400_000m (LocalDate(2027, 5, 14)) ]

let forecast = WeightedForecastCalculator.Forecast(sales, deals)

for line in forecast.ByQuarter() do
    printfn $"{line.Key}: {line.Value}"

for line in forecast.ByStage() do
    printfn $"{line.Key}: {line.Value}"

let proposals = deals |> Seq.filter (fun deal -> deal.Stage = "Proposal")
printfn $"proposals: {WeightedForecastCalculator.Forecast(sales, proposals).Total}"
