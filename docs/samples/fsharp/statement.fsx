// Commission statements from F#, for a plan with an accelerator above quota and a recoverable draw.
//
//   dotnet fsi docs/samples/fsharp/statement.fsx
//
// If the package is not on your feed, pack it with "dotnet pack src/RevenueModel -o artifacts/feed" and add this line
// above the next one: #i "nuget: <full path>/artifacts/feed"
#r "nuget: RevenueModel"

open NodaTime
open RevenueModel.Compensation
open RevenueModel.Primitives

let accelerator = PayoutCurve.Of [ Tier.Between(0m, 1m, rate = 1m); Tier.AtLeast(1m, rate = 1.5m) ]

let newBusiness =
    PayComponent(Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(1_000_000m), Curve = accelerator)

let plan =
    CompPlan(
        Role = "Account Executive",
        OnTargetEarnings = 200_000m,
        PayMix = PayMix.OfPercent(50, 50),
        Components = [ newBusiness ].ToValueList(),
        Draw = Draw.Recoverable(annualAmount = 60_000m, months = 6)
    )

let booked deal amount date =
    CompCredit(Measure = CompMeasure.NewArr, Deal = deal, Amount = amount, Date = date)

let credits =
    [ booked "D-1" 300_000m (LocalDate(2027, 2, 10)); booked "D-2" 900_000m (LocalDate(2027, 3, 22)) ]

let assignment = CompAssignment.Of(plan, DateSpan.Year 2027)
let ledger = CompLedger.Of("Ada Byron", [ assignment ], credits)

for statement in StatementCalculator.Run(ledger, DateSpan.Months(LocalDate(2027, 1, 1), 3)) do
    printfn $"{statement}"
    for line in statement.Lines do
        printfn $"  {line}"
