#:property PublishAot=false
#:property SampleOutput=true
#:package Spectre.Console
#:project ../../src/RevenueModel/RevenueModel.csproj

// Computes the year of an Enterprise AE: a plan from published bands, a year of credits, and statements that explain
// every line. It shows ramp, draw, a gate that withholds and releases credit, accelerator, vesting, residual and
// windfall, and a correction whose negative pay is carried forward.
//
//   dotnet run docs/samples/compensation.cs

using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using Spectre.Console;
using static SampleOutput;
using static System.FormattableString;

FixWidthIfRedirected();

// The plan is the published Enterprise plan in the middle of its bands (OTE, pay mix 45/55, quota, vesting 55/30/15,
// draw). This company adds an accelerator, a ramp, a draw for nine months, and a clawback and a windfall rule. It also
// adds the gate and the residual that are published for Mid-Market.
PublishedCompPlan published = PublishedArchitectures.IndustrialIot2027.FindCompPlan("Enterprise AE")!;
CompPlan asPublished = published.PlanAt(0.5m);
CompPlan plan = asPublished with
{
    Components =
    [
        asPublished.Components[0] with
        {
            Curve = PayoutCurve.Of(Tier.Between(0m, 1m, rate: 1m), Tier.AtLeast(1m, rate: 1.5m)).WithCap(2.5m),
        },
    ],
    Ramp = Ramp.Straight(months: 6, guaranteedShare: 0.25m),
    Draw = Draw.Recoverable(asPublished.Draw!.AnnualAmount, months: 9),
    Residual = new Residual { Rate = 0.11m, Months = 18 },
    Gates = [new CreditGate { Name = "Two buyers", RequiredEngagement = BuyerEngagement.Both }],
    Clawback = new Clawback { WindowMonths = 12 },
    Windfall = new WindfallRule { Limit = 0.25m },
    Effective = DateSpan.From(new LocalDate(2027, 1, 1)),
};

CompLedger ledger = CompLedger.Of(
    "Ada Byron",
    [CompAssignment.Of(plan, DateSpan.From(new LocalDate(2027, 2, 15)))],
    [
        Booked("D-101", "Norsk Papir", new LocalDate(2027, 5, 20), 1_150_000m, BuyerEngagement.Both),
        Booked("D-102", "Alpina Chemie", new LocalDate(2027, 7, 9), 1_900_000m, BuyerEngagement.IT),
        Booked("D-103", "Delta Ports", new LocalDate(2027, 10, 28), 1_600_000m, BuyerEngagement.Both) with
        {
            Share = 0.6m,
        },
        Booked("D-104", "Sahel Mining", new LocalDate(2027, 12, 15), 1_750_000m, BuyerEngagement.Both),
        Booked("D-105", "Norsk Papir", new LocalDate(2027, 11, 11), 260_000m, BuyerEngagement.Both) with
        {
            Measure = CompMeasure.ExpansionArr,
        },
    ],
    [CompEvent.BuyersEngaged(new LocalDate(2027, 9, 3), "D-102", BuyerEngagement.OT)]);

Heading($"The plan");
Say($"Published ({published.Citation}): {published}.");
Say($"Plan: {plan}. The quota is {plan.QuotaToOteMultiple:0.0}x OTE.");
Say($"Commission rate at quota: {plan.CommissionRateAtQuota:0.00%} of new ARR.");
Say($"Base salary: {plan.BaseSalary:#,0}. Target variable pay: {plan.TargetVariable:#,0}.");
Say($"Payout curve: {plan.Components[0].Curve}.");
Say($"Vesting: {plan.Vesting}.");
Say($"Draw: {plan.Draw}.");
Say($"Ramp: {plan.Ramp.Months.Count} months, with a guarantee of 25% of target variable pay.");
Say($"Residual: {plan.Residual}.");
Say($"Gate: {plan.Gates[0].Name}.");
Say($"Windfall rule: {plan.Windfall}.");
Say($"Clawback: {plan.Clawback}.");

Heading($"{ledger.Person}, hired on {ledger.Hired:R}: the statements of 2027");
ValueList<CompStatement> year = StatementCalculator.Run(ledger, DateSpan.Months(new LocalDate(2027, 2, 1), 11));
var months = new Table().Border(TableBorder.Simple).AddColumns(
    "Month", "Attainment", "Earned", "Payable now", "Payable later", "Draw balance", "Carried balance");
foreach (TableColumn column in months.Columns.Skip(1))
{
    column.RightAligned();
}

foreach (CompStatement statement in year)
{
    decimal? attainment = statement.Attainments.IsEmpty ? null : statement.Attainments[0].Attainment;
    months.AddRow(
        Month(statement),
        attainment is { } attained ? Invariant($"{attained * 100m:0.0}%") : "",
        Money(statement.Earned),
        Money(statement.PayableNow),
        Money(statement.PayableLater),
        Money(statement.DrawBalance),
        Money(statement.CarriedBalance));
}

CompStatement december = year[^1];
decimal earned = year.Sum(s => s.Earned);
decimal paid = year.Sum(s => s.PayableNow);
decimal later = december.PayableLater;
decimal draw = december.DrawBalance;
decimal carried = december.CarriedBalance;
months.AddRow("2027", "", Money(earned), Money(paid), Money(later), Money(draw), Money(carried));
AnsiConsole.Write(months);
Say($"Earned = paid + payable later - draw balance - carried balance:");
Say($"{earned:#,0.00} = {paid:#,0.00} + {later:#,0.00} - {draw:#,0.00} - {carried:#,0.00}");
Say($"Draw balance: advances that are not recovered yet. Carried balance: negative pay that is not recovered yet.");

Heading($"The lines of each statement, with their explanations");
foreach (CompStatement statement in year)
{
    Lines(statement);
}

Heading($"Earned pay that is payable after 2027");
foreach (DeferredPay part in december.Schedule)
{
    Say($"{part}");
}

// In January 2028, the contract of D-102 turns out to be smaller. Issued statements do not change; January adjusts.
// January has no other pay, so the statement carries negative pay forward.
Heading($"A correction in January 2028");
Say($"The amount of D-102 is 1,700,000 instead of 1,900,000. The statements of 2027 do not change.");
Say($"The statement of January 2028 adjusts the difference:");
CompLedger corrected = ledger.With(
    credits: [Booked("D-102", "Alpina Chemie", new LocalDate(2027, 7, 9), -200_000m, BuyerEngagement.IT)]);
CompStatement january = StatementCalculator.Next(corrected, DateSpan.Of(new YearMonth(2028, 1)), [.. year]);
Lines(january);
Say($"{january}");
ValueList<CompStatement> again = StatementCalculator.Run(corrected, DateSpan.Months(new LocalDate(2027, 2, 1), 12));
Say($"Earned by all statements: {earned + january.Earned:#,0.00}.");
Say($"Earned by a run of the corrected ledger from the start: {again.Sum(s => s.Earned):#,0.00}.");

static CompCredit Booked(string deal, string account, LocalDate date, decimal amount, BuyerEngagement buyers) => new()
{
    Deal = deal,
    Account = account,
    Date = date,
    Measure = CompMeasure.NewArr,
    Amount = amount,
    BuyerEngagement = buyers,
    Segment = "Enterprise Asset-Intensive",
};

static void Lines(CompStatement statement)
{
    if (statement.Lines.IsEmpty)
    {
        return;
    }

    var month = new Text(Month(statement), new Style(decoration: Decoration.Bold));
    AnsiConsole.Write(new Padder(month, new Padding(2, 0, 0, 0)));
    var lines = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "", "", "", "");
    lines.Columns[3].RightAligned();
    foreach (StatementLine line in statement.Lines)
    {
        lines.AddRow(
            new Text(Invariant($"{line.Date:R}")),
            new Text($"{line.Kind}"),
            new Text((line.Deal ?? line.Item.ToString()) + (line.IsWindfall ? " (windfall)" : "")),
            new Text(Money(line.PayableNow)),
            new Text(line.Explanation + string.Concat(line.PayableLater.Select(Later))));
    }

    AnsiConsole.Write(new Padder(lines, new Padding(4, 0, 0, 0)));
    if (statement.CarriedBalance != 0m)
    {
        Say($"  Carried balance: {statement.CarriedBalance:#,0.00}. Later statements recover it.");
    }
}

static string Later(DeferredPay part) =>
    Invariant($"; {part.Amount:#,0.00} payable {(part.On is { } day ? Invariant($"on {day:R}") : "later")}");

static string Month(CompStatement statement) => Invariant($"{statement.Period.Start:uuuu-MM}");

static string Money(decimal amount) => Invariant($"{amount:#,0.00}");
