#:property PublishAot=false
#:project ../../../src/RevenueModel/RevenueModel.csproj
// Computes the monthly statements of an account executive with 1.5x pay above quota and a recoverable draw.
using NodaTime;
using RevenueModel.Compensation;
using RevenueModel.Primitives;

PayoutCurve curve = PayoutCurve.Of(Tier.Between(0m, 1m, rate: 1m), Tier.AtLeast(1m, rate: 1.5m));
CompPlan plan = new()
{
    Role = "Account Executive", OnTargetEarnings = 120_000m, PayMix = PayMix.OfPercent(50, 50),
    Components = [new() { Measure = CompMeasure.NewArr, Target = PayTarget.PerYear(600_000m), Curve = curve }],
    Draw = Draw.Recoverable(36_000m),
};
List<CompCredit> credits = [Credit("Acme", 1, 20_000m), Credit("Bolt", 2, 280_000m), Credit("Core", 3, 400_000m)];
CompLedger ledger = CompLedger.Of("Ada Lovelace", [CompAssignment.Of(plan, DateSpan.Year(2027))], credits);
foreach (CompStatement statement in StatementCalculator.Run(ledger, DateSpan.Of(YearQuarter.Of(2027, 1))))
{
    Console.Write($"{statement.Period.Start:MMMM uuuu}: earned {statement.Earned:#,0}, ");
    Console.WriteLine($"paid {statement.PayableNow:#,0}, draw balance {statement.DrawBalance:#,0}");
    foreach (StatementLine line in statement.Lines) Console.WriteLine($"  {line}");
}

static CompCredit Credit(string deal, int month, decimal amount) =>
    new() { Deal = deal, Date = new LocalDate(2027, month, 15), Measure = CompMeasure.NewArr, Amount = amount };
