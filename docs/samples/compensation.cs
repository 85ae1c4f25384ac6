#:property PublishAot=false
#:package Spectre.Console
#:project ../../src/RevenueModel/RevenueModel.csproj

// What is an Enterprise AE paid for a year, and why? A plan from a published band, a year of credits, and statements
// that explain every line: ramp, draw, a gate that withholds and releases, accelerator, vesting, residual, a correction.
//
//   dotnet run docs/samples/compensation.cs

using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Compensation;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using Spectre.Console;
using static System.FormattableString;

if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 120;
}

// The published Enterprise plan in the middle of its bands (OTE, 45/55, quota, 55/30/15, draw), and what this company
// adds to it: an accelerator, a ramp, nine months of draw, the gate and the residual that are published for Mid-Market.
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
        Booked("D-103", "Delta Ports", new LocalDate(2027, 10, 28), 1_600_000m, BuyerEngagement.Both) with { Share = 0.6m },
        Booked("D-104", "Sahel Mining", new LocalDate(2027, 12, 15), 1_750_000m, BuyerEngagement.Both),
        Booked("D-105", "Norsk Papir", new LocalDate(2027, 11, 11), 260_000m, BuyerEngagement.Both) with { Measure = CompMeasure.ExpansionArr },
    ],
    [CompEvent.BuyersEngaged(new LocalDate(2027, 9, 3), "D-102", BuyerEngagement.OT)]);

Heading($"The plan");
Say($"{published.Role}, {published.Citation}: {published}");
Say($"Built from it: {plan}, {plan.QuotaToOteMultiple:0.0}x OTE; {plan.CommissionRateAtQuota:0.00%} of new ARR at quota.");
Say($"Base {plan.BaseSalary:#,0}, variable {plan.TargetVariable:#,0}; vests {plan.Vesting}; {plan.Draw}; {plan.Ramp.Months.Count} months of ramp, a quarter guaranteed.");
Say($"Pays {plan.Components[0].Curve}; {plan.Windfall}; residual {plan.Residual}; gate: {plan.Gates[0].Name}; clawback {plan.Clawback}.");

Heading($"{ledger.Person}, who started on {ledger.Hired:R}: 2027, month by month");
ValueList<CompStatement> year = StatementCalculator.Run(ledger, DateSpan.Months(new LocalDate(2027, 2, 1), 11));
var months = new Table().Border(TableBorder.Simple).AddColumns("Month", "Attainment", "Earned", "Payable now", "Payable later", "Draw balance");
foreach (TableColumn column in months.Columns.Skip(1))
{
    column.RightAligned();
}

foreach (CompStatement statement in year)
{
    decimal? attainment = statement.Attainments.IsEmpty ? null : statement.Attainments[0].Attainment;
    months.AddRow(
        Month(statement), attainment is { } attained ? Invariant($"{attained * 100m:0.0}%") : "",
        Money(statement.Earned), Money(statement.PayableNow), Money(statement.PayableLater), Money(statement.DrawBalance));
}

months.AddRow("2027", "", Money(year.Sum(s => s.Earned)), Money(year.Sum(s => s.PayableNow)), Money(year[^1].PayableLater), Money(year[^1].DrawBalance));
AnsiConsole.Write(months);
Say($"Earned {year.Sum(s => s.Earned):#,0.00} = paid {year.Sum(s => s.PayableNow):#,0.00} + payable later {year[^1].PayableLater:#,0.00} - draw balance {year[^1].DrawBalance:#,0.00}.");

Heading($"Every line, and why");
foreach (CompStatement statement in year)
{
    Lines(statement);
}

Heading($"What is still to come");
foreach (DeferredPay part in year[^1].Schedule)
{
    Say($"{part}");
}

// In January Alpina's contract turns out to have been signed for less. What was issued stands; January adjusts.
Heading($"A correction");
Say($"D-102 was 1,700,000 and not 1,900,000. The statements of 2027 stand, and January 2028 brings the difference:");
CompLedger corrected = ledger.With(credits: [Booked("D-102", "Alpina Chemie", new LocalDate(2027, 7, 9), -200_000m, BuyerEngagement.IT)]);
CompStatement january = StatementCalculator.Next(corrected, DateSpan.Of(new YearMonth(2028, 1)), [.. year]);
Lines(january);
Say($"{january}");
decimal asOneRun = StatementCalculator.Run(corrected, DateSpan.Months(new LocalDate(2027, 2, 1), 12)).Sum(s => s.Earned);
Say($"All statements now say {year.Sum(s => s.Earned) + january.Earned:#,0.00} earned; a fresh run of the corrected ledger says {asOneRun:#,0.00}.");

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

static void Heading(FormattableString title)
{
    AnsiConsole.WriteLine();
    AnsiConsole.Write(new Rule(Markup.Escape(Invariant(title))).LeftJustified());
}

static void Say(FormattableString text) => AnsiConsole.Write(new Padder(new Text(Invariant(text)), new Padding(2, 0, 0, 0)));

static void Lines(CompStatement statement)
{
    if (statement.Lines.IsEmpty)
    {
        return;
    }

    AnsiConsole.Write(new Padder(new Text(Month(statement), new Style(decoration: Decoration.Bold)), new Padding(2, 0, 0, 0)));
    var lines = new Table().Border(TableBorder.None).HideHeaders().AddColumns("", "", "", "", "");
    lines.Columns[3].RightAligned();
    foreach (StatementLine line in statement.Lines)
    {
        lines.AddRow(
            new Text(Invariant($"{line.Date:R}")),
            new Text($"{line.Kind}"),
            new Text((line.Deal ?? line.Item.ToString()) + (line.IsWindfall ? " (windfall)" : "")),
            new Text(Money(line.PayableNow)),
            new Text(line.Explanation + string.Concat(line.PayableLater.Select(part => Invariant($"; {part.Amount:#,0.00} {(part.On is { } day ? Invariant($"on {day:R}") : "later")}")))));
    }

    AnsiConsole.Write(new Padder(lines, new Padding(4, 0, 0, 0)));
}

static string Month(CompStatement statement) => Invariant($"{statement.Period.Start:uuuu-MM}");

static string Money(decimal amount) => Invariant($"{amount:#,0.00}");
