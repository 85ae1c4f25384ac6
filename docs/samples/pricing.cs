#:property PublishAot=false
#:package CsvHelper
#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel/RevenueModel.csproj

// Whose bill is a shock, what would another plan bill, and which ladder of tiers would be predictable?
//
//   dotnet run docs/samples/pricing.cs                                a small fictional usage export
//   dotnet run docs/samples/pricing.cs -- FILE --unit-price 0.04      a usage export of your own: customer, month, quantity
//   dotnet run docs/samples/pricing.cs -- --help                      the options

using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Architectures;
using RevenueModel.Billing;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using Spectre.Console;
using static System.FormattableString;

const int LeastTiers = 3;
string[] customerNames = ["customer", "account", "tenant", "organization", "user"];
string[] monthNames = ["month", "period", "date"];
string[] quantityNames = ["quantity", "usage", "units", "operations", "tasks", "cpu_hours", "hours", "calls"];

var file = new Argument<FileInfo?>("file") { Description = "A CSV file with a row for each customer and month; a small fictional one unless given", Arity = ArgumentArity.ZeroOrOne };
var customer = new Option<string?>("--customer") { Description = "The column of the customer; found by its name unless given" };
var month = new Option<string?>("--month") { Description = "The column of the month (2027-01); found by its name unless given" };
var quantity = new Option<string?>("--quantity") { Description = "The column of the usage; found by its name unless given" };
var unitPrice = new Option<decimal>("--unit-price") { Description = "What a unit costs today, all alike", DefaultValueFactory = _ => 0.004m };
var unitCost = new Option<decimal?>("--unit-cost") { Description = "What a unit costs to serve; a fifth of its price unless given" };
var tiers = new Option<int>("--tiers") { Description = "The most tiers of the ladder", DefaultValueFactory = _ => 12 };
var growth = new Option<decimal>("--bill-growth") { Description = "The factor by which a bill may grow at most", DefaultValueFactory = _ => 2.5m };
var command = new RootCommand("Finds bill shocks in a usage export and designs a ladder of tiers without them.") { file, customer, month, quantity, unitPrice, unitCost, tiers, growth };
command.SetAction(arguments =>
{
    try
    {
        string path = arguments.GetValue(file)?.FullName ?? SamplePath("ipaas-usage.csv");
        Usage usage = Read(path, arguments.GetValue(customer), arguments.GetValue(month), arguments.GetValue(quantity));
        decimal price = arguments.GetValue(unitPrice);
        Require(price > 0m, "--unit-price", price, "more than zero");
        Require(arguments.GetValue(unitCost) is not < 0m, "--unit-cost", arguments.GetValue(unitCost), "zero or more");
        Require(arguments.GetValue(tiers) >= LeastTiers, "--tiers", arguments.GetValue(tiers), $"{LeastTiers} or more");
        Require(arguments.GetValue(growth) > 1m, "--bill-growth", arguments.GetValue(growth), "more than 1");
        Report(usage, Path.GetFileName(path), price, arguments.GetValue(unitCost) ?? (price / 5m), arguments.GetValue(tiers), arguments.GetValue(growth));
        return 0;
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or FormatException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

void Report(Usage usage, string name, decimal price, decimal cost, int mostTiers, decimal mostGrowth)
{
    if (Console.IsOutputRedirected)
    {
        AnsiConsole.Profile.Width = 120;
    }

    UsageHistory[] histories = usage.Histories;
    var today = new PricePlan { Name = "pure usage", Charges = [new Charge { Name = usage.Meter, Price = PriceModel.PerUnit(price) }] };

    Heading($"{name}: {usage.Meter} of {histories.Length} customers over {usage.Months} months");
    decimal[] totals = [.. histories.Select(history => history.Series[0].Quantities.Sum()).OrderDescending()];
    decimal all = totals.Sum();
    int tenth = Math.Max(histories.Length / 10, 1);
    Say($"{all:#,0} {usage.Meter} in all. The top {tenth} of {histories.Length} customers use {totals.Take(tenth).Sum() / all:0%} of it.");
    Say($"{usage.Rows:#,0} rows; a month between a customer's first and last one without a row is zero.");

    Heading($"Today: {price} for each, and what it does to bills");
    BillShocks shocks = BillShockCalculator.Find(today, histories);
    Say($"{shocks}. A shock is at or above 3x the mean of up to twelve bills before. The largest jumps:");
    foreach (BillShock shock in shocks.Shocks.OrderByDescending(shock => shock.Bill - shock.Reference).Take(10))
    {
        Say($"{shock}");
    }

    Heading($"A ladder of predictable tiers");
    LadderEvaluation? fit = Design(histories, today, mostTiers, mostGrowth);
    PricePlan[] ladder = fit is null ? [today] : [.. LadderCalculator.Plans(fit.Ladder, histories)];
    BillComparison comparison = BillComparisonCalculator.Compare([today], ladder, histories);
    if (fit is null)
    {
        Say($"What follows is about today's price alone.");
    }
    else
    {
        Ladder(fit, usage.Meter);
        Heading($"Today against the ladder");
        Compare(comparison);
        Heading($"Customers who win and lose");
        Moves(comparison);
        Heading($"If usage triples in three years (24, 48 and 72 integrations)");
        Growth(fit.Ladder, today, histories);
    }

    Heading($"Renewals, by published retention (iPaaS 2027, sections 2.3 and 7.1)");
    Renewals(comparison, usage.Months, hasLadder: fit is not null);
    Heading($"Margins at a cost of {cost:0.######} for each, with a floor of 60%");
    Margins(histories, ladder, usage.Meter, cost);
    Heading($"The largest shock, as an invoice{(fit is null ? "" : " of each")}");
    Invoices(shocks, comparison, usage);
}

static LadderEvaluation? Design(UsageHistory[] histories, PricePlan today, int mostTiers, decimal mostGrowth)
{
    // What is asked for first, and then less of it: each step says so.
    var goal = new LadderConstraints { Tiers = Band.Between(LeastTiers, mostTiers), UsageGrowth = mostGrowth, MaxBillGrowth = mostGrowth };
    foreach ((decimal tolerance, decimal tripled) in new[] { (0.5m, 0.1m), (0.5m, 0.3m), (0.5m, 0.6m), (1m, 1m) })
    {
        goal = goal with { TierRevenueTolerance = tolerance, MaxTripledShare = tripled };
        LadderDesign design = LadderCalculator.Design(goal, today, histories);
        Say($"Asked for: {goal}.");
        Say($"{design}.");
        if (design.Best is not null)
        {
            return design.Best;
        }
    }

    return null;
}

static void Ladder(LadderEvaluation fit, string meter)
{
    Table table = Grid("Tier", Invariant($"{meter} included"), "Fee a month", "Customers", "Pay today", "Pay then", "Change");
    for (int i = 0; i < fit.Tiers.Count; i++)
    {
        TierEvaluation tier = fit.Tiers[i];
        table.AddRow(
            Invariant($"{i + 1}"), tier.Tier.Included is { } included ? Invariant($"{included:#,0.####}") : "all", Money(tier.Tier.Fee),
            Invariant($"{tier.CustomerCount:#,0}"), Money(tier.RevenueToday), Money(tier.Revenue), tier.RevenueChange is { } change ? Invariant($"{change:+0%;-0%;0%}") : "");
    }

    AnsiConsole.Write(table);
    Say($"A month above the included {meter} is billed the next tier's fee, and never more.");
}

static void Compare(BillComparison comparison)
{
    Table table = Grid("", "Today", "Ladder");
    table.AddRow("Billed", Money(comparison.Current.Total), Money(comparison.Proposed.Total));
    table.AddRow("Month-to-month change, of the mean bill", Percent(comparison.Current.Variation.Ratio), Percent(comparison.Proposed.Variation.Ratio));
    table.AddRow("Bill shocks (3x the bills before)", Shocks(comparison.Current.Shocks), Shocks(comparison.Proposed.Shocks));
    AnsiConsole.Write(table);
    Say($"{comparison.MigrationShocks.Shocks.Count:#,0} bills would be three times what the same month costs today: tell the customers before the migration.");
}

static void Moves(BillComparison comparison)
{
    Say($"{comparison.WinnerCount:#,0} pay less, {comparison.LoserCount:#,0} more, {comparison.UnchangedCount:#,0} the same.");
    foreach (CustomerBillComparison customer in comparison.Winners().Take(3).Concat(comparison.Losers().Take(3)))
    {
        Say($"{customer.Customer}: {customer.Change}; month to month {Percent(customer.Current.Variation.Ratio)} to {Percent(customer.Proposed.Variation.Ratio)}; {customer.ProposedPlan.Name}");
    }
}

// Of what a year of the file's months is billed on average.
static void Renewals(BillComparison comparison, int months, bool hasLadder)
{
    PricingFigures published = PublishedArchitectures.Ipaas2027.Pricing!;
    Say($"{RenewalOutlookCalculator.Outlook(published.PureUsage, comparison.Current.Total * 12m / months)}");
    if (hasLadder)
    {
        Say($"{RenewalOutlookCalculator.Outlook(published.PredictableTiers, comparison.Proposed.Total * 12m / months)}");
    }
}

static void Growth(TierLadder ladder, PricePlan today, UsageHistory[] histories)
{
    decimal[] levels = [.. histories.Select(history => history.Series[0].Quantities.Sum() / history.Months).Order()];
    decimal each = levels[levels.Length / 2] / 24m; // a customer in the middle has 24
    PricePlan contracted = ladder.ToPlan(ladder.IndexOf(24m * each));
    Say($"A customer in the middle: {each:#,0.##} {ladder.Meter} a month for each integration. Both tier columns: the contract of year 1 kept, and renewed each year.");
    Table table = Grid("", "Usage a month", "Pure usage", "Tier kept", "Tier renewed");
    ValueList<PricePlanProjection> projections = PricePlanProjectionCalculator.ProjectYears([today, contracted], ladder.Meter, [24m, 48m, 72m], each);
    for (int year = 0; year < 3; year++)
    {
        ProjectedBill pure = projections[0].Bills[year];
        ProjectedBill kept = projections[1].Bills[year];
        decimal usage = pure.Quantity / 12m;
        decimal renewed = ladder.Tiers[ladder.IndexOf(usage)].Fee;
        decimal first = ladder.Tiers[ladder.IndexOf(24m * each)].Fee;
        table.AddRow(
            pure.Point.Label, Invariant($"{usage:#,0}"), Step(pure.MonthlyBill, pure.Growth, pure.IsShock),
            Step(kept.MonthlyBill, kept.Growth, kept.IsShock), Step(renewed, renewed / first, renewed >= 3m * first));
    }

    AnsiConsole.Write(table);
}

static void Margins(UsageHistory[] histories, PricePlan[] ladder, string meter, decimal cost)
{
    var service = new CostToServe { Meters = [new MeterCost { Meter = meter, Cost = PriceModel.PerUnit(cost) }] };
    MarginReport report = MarginCalculator.Measure(ladder, service, histories, floor: 0.6m);
    Say($"{report}");
    ValueList<CustomerMargin> below = report.BelowFloor();
    Say(below.IsEmpty
        ? $"No customer is below the floor."
        : (FormattableString)$"Below the floor, the lowest first: {below.Count:#,0} of {report.Customers.Count:#,0} customers");
    foreach (CustomerMargin one in below.Take(5))
    {
        Say($"{one}");
    }

    ValueList<CustomerMargin> without = report.WithoutRevenue();
    if (!without.IsEmpty)
    {
        Say($"{without.Count:#,0} more cost something and are billed nothing, such as {without[0].Customer}.");
    }
}

static void Invoices(BillShocks shocks, BillComparison comparison, Usage usage)
{
    if (shocks.Shocks.IsEmpty)
    {
        Say($"There is none.");
        return;
    }

    BillShock shock = shocks.Shocks.MaxBy(shock => shock.Bill)!;
    CustomerBillComparison customer = comparison.Customers.First(one => one.Customer == shock.Customer);
    UsageHistory history = usage.Histories.First(one => one.Customer == shock.Customer);
    decimal used = history.Series[0].Quantities[Period.Between(history.Start.OnDayOfMonth(1), shock.Month.OnDayOfMonth(1), PeriodUnits.Months).Months];
    foreach (PricePlan plan in new[] { customer.CurrentPlan, customer.ProposedPlan }.Distinct())
    {
        var account = new BillingAccount { Customer = shock.Customer, Plan = plan, Currency = Currency.Usd, ContractStart = history.Start.OnDayOfMonth(1) };
        Invoice invoice = InvoiceCalculator.Next(account, BillingPeriod.Of(DateSpan.Of(shock.Month)), [MeterUsage.Of(usage.Meter, used)]);
        Say($"{invoice}");
        foreach (InvoiceLine line in invoice.Lines)
        {
            Say($"  {line}");
        }
    }
}

Usage Read(string path, string? customerColumn, string? monthColumn, string? quantityColumn)
{
    using CsvReader csv = CsvReader.Create(File.OpenRead(path), new CsvReaderOptions { HasHeader = true });
    csv.ReadHeader();
    string[] header = [.. csv.Headers];
    string byCustomer = Column(header, customerColumn, customerNames, "--customer");
    string byMonth = Column(header, monthColumn, monthNames, "--month");
    string byQuantity = Column(header, quantityColumn, quantityNames, "--quantity");
    var months = new Dictionary<string, Dictionary<YearMonth, decimal>>(StringComparer.Ordinal);
    int rows = 0;
    while (csv.Read())
    {
        rows++;
        string name = csv.GetString(byCustomer);
        string text = csv.GetString(byMonth);
        if (!YearMonthPattern.Iso.Parse(text[..Math.Min(text.Length, 7)]).TryGetValue(default, out YearMonth at))
        {
            throw new FormatException(Invariant($"{byMonth} of row {rows} was \"{text}\"; a month such as 2027-01 is expected."));
        }

        string amount = csv.GetString(byQuantity);
        if (!decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal used) || used < 0m)
        {
            throw new FormatException(Invariant($"{byQuantity} of row {rows} was \"{amount}\"; a number, zero or more, is expected."));
        }

        Dictionary<YearMonth, decimal> own = months.TryGetValue(name, out var known) ? known : months[name] = [];
        own[at] = own.GetValueOrDefault(at) + used;
    }

    if (months.Values.Sum(own => own.Values.Sum()) == 0m)
    {
        throw new FormatException($"{path} has no usage above zero.");
    }

    UsageHistory[] histories = [.. months.Select(one => History(one.Key, one.Value, byQuantity))];
    IEnumerable<YearMonth> all = months.Values.SelectMany(own => own.Keys);
    return new Usage(byQuantity, histories, rows, MonthsIn(all.Min(), all.Max()));
}

static int MonthsIn(YearMonth first, YearMonth last) => ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;

static void Require(bool holds, string option, decimal? value, string allowed)
{
    if (!holds)
    {
        throw new FormatException(Invariant($"{option} was {value}; {allowed} is expected."));
    }
}

// From a customer's first row to its last one; a month in between without a row is a month of zero.
static UsageHistory History(string customer, Dictionary<YearMonth, decimal> months, string meter)
{
    YearMonth first = months.Keys.Min();
    return UsageHistory.Of(customer, first, meter, [.. Enumerable.Range(0, MonthsIn(first, months.Keys.Max())).Select(month => months.GetValueOrDefault(first.PlusMonths(month)))]);
}

static string Column(string[] header, string? stated, string[] names, string option) =>
    stated is not null
        ? header.Contains(stated, StringComparer.Ordinal) ? stated : throw new FormatException($"{option} was {stated}; one of {string.Join(", ", header)} is expected.")
        : names.Select(name => header.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(column => column is not null)
            ?? throw new FormatException($"None of the columns {string.Join(", ", header)} is known; say which one it is by {option}.");

static Table Grid(params string[] columns)
{
    Table table = new Table().Border(TableBorder.Simple).AddColumns(columns);
    foreach (TableColumn column in table.Columns.Skip(1))
    {
        column.RightAligned();
    }

    return table;
}

static void Heading(FormattableString title)
{
    AnsiConsole.WriteLine();
    AnsiConsole.Write(new Rule(Markup.Escape(Invariant(title))).LeftJustified());
}

static void Say(FormattableString text) => AnsiConsole.Write(new Padder(new Text(Invariant(text)), new Padding(2, 0, 0, 0)));

static string Step(decimal bill, decimal? growth, bool isShock) => Invariant($"{bill:#,0} ({growth:0.0}x{(isShock ? ", a shock" : "")})");

static string Shocks(BillShocks shocks) => Invariant($"{shocks.Shocks.Count:#,0} of {shocks.EvaluatedCount:#,0}");

static string Percent(decimal? ratio) => ratio is { } share ? Invariant($"{share:0.0%}") : "n/a";

static string Money(decimal amount) => Invariant($"{amount:#,0.00}");

static string SamplePath(string name, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "data", name);

internal sealed record Usage(string Meter, UsageHistory[] Histories, int Rows, int Months);
