#:property PublishAot=false
#:package CsvHelper
#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel/RevenueModel.csproj

// Whose bill is a shock, what would another plan bill, and which ladder of tiers would be predictable?
//
//   dotnet run docs/samples/pricing.cs                                a small fictional usage export
//   dotnet run docs/samples/pricing.cs -- FILE --unit-price 0.04      a usage export of your own: customer, month, quantity;
//                                                                     plain or packed by gzip
//   dotnet run docs/samples/pricing.cs -- --help                      the options

using System.CommandLine;
using System.Globalization;
using System.IO.Compression;
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

var file = new Argument<FileInfo?>("file") { Description = "A CSV file with a row for each customer and month, plain or packed by gzip; a small fictional one unless given", Arity = ArgumentArity.ZeroOrOne };
var customer = new Option<string?>("--customer") { Description = "The column of the customer; found by its name unless given" };
var month = new Option<string?>("--month") { Description = "The column of the month (2027-01); found by its name unless given" };
var quantity = new Option<string?>("--quantity") { Description = "The column of the usage; found by its name unless given" };
var unitPrice = new Option<decimal>("--unit-price") { Description = "What a unit costs today, all alike", DefaultValueFactory = _ => 0.004m };
var unitCost = new Option<decimal?>("--unit-cost") { Description = "What a unit costs to serve; a fifth of its price unless given" };
var tiers = new Option<int>("--tiers") { Description = "The most tiers of the ladder", DefaultValueFactory = _ => 12 };
var growth = new Option<decimal>("--bill-growth") { Description = "The factor by which a bill may grow at most", DefaultValueFactory = _ => 2.5m };
var minIncrease = new Option<decimal>("--min-increase") { Description = "The smallest increase of a bill that is a shock, in money", DefaultValueFactory = _ => 0m };
var maxLoss = new Option<decimal>("--max-loss") { Description = "The largest share of revenue that may be lost if each customer takes its cheapest tier; 1 for no limit", DefaultValueFactory = _ => 1m };
var command = new RootCommand("Finds bill shocks in a usage export and designs a ladder of tiers without them.") { file, customer, month, quantity, unitPrice, unitCost, tiers, growth, minIncrease, maxLoss };
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
        Require(arguments.GetValue(minIncrease) >= 0m, "--min-increase", arguments.GetValue(minIncrease), "zero or more");
        Require(arguments.GetValue(maxLoss) is >= 0m and <= 1m, "--max-loss", arguments.GetValue(maxLoss), "a fraction from 0 to 1");
        decimal cost = arguments.GetValue(unitCost) ?? (price / 5m);
        var goal = new LadderConstraints
        {
            Tiers = Band.Between(LeastTiers, arguments.GetValue(tiers)),
            UsageGrowth = arguments.GetValue(growth),
            MaxBillGrowth = arguments.GetValue(growth),
            MaxCheapestTierLoss = arguments.GetValue(maxLoss),
            Floors = new LadderFloors { Cost = CostOf(usage.Meter, cost) },
        };
        Report(usage, Path.GetFileName(path), price, cost, goal, default(BillShockRule) with { MinIncrease = arguments.GetValue(minIncrease) });
        return 0;
    }
    catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException or FormatException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

void Report(Usage usage, string name, decimal price, decimal cost, LadderConstraints goal, BillShockRule rule)
{
    if (Console.IsOutputRedirected)
    {
        AnsiConsole.Profile.Width = 120;
    }

    UsageHistory[] histories = usage.Histories;
    var today = new PricePlan { Name = "pure usage", Charges = [new Charge { Name = usage.Meter, Price = PriceModel.PerUnit(price) }] };

    Heading($"{name}: {usage.Meter} of {histories.Length} customers over {usage.Months} months");
    Skipped(usage);
    decimal[] totals = [.. histories.Select(history => history.Series[0].Quantities.Sum()).OrderDescending()];
    decimal all = totals.Sum();
    int tenth = Math.Max(histories.Length / 10, 1);
    Say($"{all:#,0} {usage.Meter} in all. The top {tenth} of {histories.Length} customers use {totals.Take(tenth).Sum() / all:0%} of it.");
    Say($"{usage.Rows:#,0} rows; a month between a customer's first and last one without a row is zero.");

    Heading($"Today: {price} for each, and what it does to bills");
    BillShocks shocks = BillShockCalculator.Find(today, histories, rule);
    Say($"{shocks}. A shock is at or above {rule}.{(rule.MinIncrease == 0m ? " --min-increase leaves small amounts out." : "")} The largest jumps:");
    foreach (BillShock shock in shocks.Shocks.OrderByDescending(shock => shock.Bill - shock.Reference).Take(10))
    {
        Say($"{shock}");
    }

    NotCompared(today, histories, rule);
    Heading($"Effective price of {usage.Meter} by customer, for the weekly review of tiers (iPaaS 2027, section 5.3)");
    Review(EffectivePriceCalculator.Review(today, usage.Meter, histories, new EffectivePriceOptions { ShockRule = rule }));

    Heading($"A ladder of predictable tiers");
    LadderEvaluation? fit = Design(histories, today, goal);
    PricePlan[] ladder = fit is null ? [today] : [.. LadderCalculator.Plans(fit.Ladder, histories)];
    BillComparison comparison = BillComparisonCalculator.Compare([today], ladder, histories, rule);
    if (fit is null)
    {
        Say($"What follows is about today's price alone.");
    }
    else
    {
        Ladder(fit, usage.Meter);
        Warn(fit, goal.WarningLimits);
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

static LadderEvaluation? Design(UsageHistory[] histories, PricePlan today, LadderConstraints goal)
{
    // What is asked for first, and then less of it: each step says so.
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
    Table table = Grid("Tier", Invariant($"{meter} included"), "Fee a month", "Customers", "Pay today", "Pay then", "Change", "Margin");
    for (int i = 0; i < fit.Tiers.Count; i++)
    {
        TierEvaluation tier = fit.Tiers[i];
        table.AddRow(
            Invariant($"{i + 1}"), tier.Tier.Included is { } included ? Invariant($"{included:#,0.####}") : "all", Money(tier.Tier.Fee),
            Invariant($"{tier.CustomerCount:#,0}"), Money(tier.RevenueToday), Money(tier.Revenue), tier.RevenueChange is { } change ? Invariant($"{change:+0%;-0%;0%}") : "", Percent(tier.Margin));
    }

    AnsiConsole.Write(table);
    Say($"A month above the included {meter} is billed the next tier's fee, and never more.");
}

static void Warn(LadderEvaluation fit, LadderWarningLimits limits)
{
    Say($"Revenue today {Money(fit.RevenueToday)}; under the assigned tiers {Money(fit.Revenue)}; if each customer takes its cheapest tier {Money(fit.CheapestTierRevenue)}.");
    if (fit.CheapestTierLoss > 0m)
    {
        Say($"That loses {Money(fit.CheapestTierLoss)}, {Percent(fit.CheapestTierLossShare)}: {fit.CheaperTierCustomerCount:#,0} of {fit.CustomerCount:#,0} customers have a cheaper tier than the one of their usage. Contracts have to hold them to it.");
    }

    Say($"{fit.ZeroCommitCustomerCount:#,0} of {fit.CustomerCount:#,0} customers commit to nothing.");
    ValueList<LadderWarning> warnings = fit.Warnings(limits);
    Say(warnings.IsEmpty
        ? $"No warnings."
        : (FormattableString)$"Warnings: {warnings.Count:#,0}. The limits are {limits}.");
    foreach (LadderWarning warning in warnings)
    {
        Say($"! {warning}");
    }
}

static void Review(EffectivePriceReview review)
{
    Say($"{review}.");
    ValueList<CustomerEffectivePrice> first = review.ToReview();
    foreach (CustomerEffectivePrice customer in first.Take(5))
    {
        Say($"{customer}");
    }

    if (first.Count > 5)
    {
        Say($"and {first.Count - 5:#,0} more.");
    }
    else if (first.IsEmpty)
    {
        Say($"The nearest to a shock: {review.Customers[0]}");
    }
}

// What the file has and the report leaves out.
static void Skipped(Usage usage)
{
    if (usage.Skipped.Length == 0)
    {
        Say($"No customer is skipped.");
        return;
    }

    Say($"{usage.Skipped.Length:#,0} of {usage.Histories.Length + usage.Skipped.Length:#,0} customers and rows are skipped:");
    foreach (IGrouping<string, SkippedCustomer> reason in usage.Skipped.GroupBy(one => one.Reason))
    {
        Say($"{reason.Count():#,0}: {reason.Key}: {string.Join(", ", reason.Select(one => one.Customer))}");
    }
}

// A bill has to have one before it that is above zero to be a shock or none.
static void NotCompared(PricePlan today, UsageHistory[] histories, BillShockRule rule)
{
    UsageHistory[] without = [.. histories.Where(history => BillShockCalculator.Find(today, history, rule).EvaluatedCount == 0)];
    if (without.Length > 0)
    {
        Say($"{without.Length:#,0} of {histories.Length:#,0} customers have no bill that could be a shock, for want of a bill above zero before it: {string.Join(", ", without.Select(history => history.Customer))}");
    }
}

static CostToServe CostOf(string meter, decimal cost) => new() { Meters = [new MeterCost { Meter = meter, Cost = PriceModel.PerUnit(cost) }] };

static void Compare(BillComparison comparison)
{
    Table table = Grid("", "Today", "Ladder");
    table.AddRow("Billed", Money(comparison.Current.Total), Money(comparison.Proposed.Total));
    table.AddRow("Month-to-month change, of the mean bill", Percent(comparison.Current.Variation.Ratio), Percent(comparison.Proposed.Variation.Ratio));
    table.AddRow("Bill shocks", Shocks(comparison.Current.Shocks), Shocks(comparison.Proposed.Shocks));
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
    MarginReport report = MarginCalculator.Measure(ladder, CostOf(meter, cost), histories, floor: 0.6m);
    Say($"{report}");
    ValueList<CustomerMargin> below = report.BelowFloor();
    Say(below.IsEmpty
        ? $"No customer is below the floor."
        : (FormattableString)$"Below the floor, the lowest first: {below.Count:#,0} of {report.Customers.Count:#,0} customers");
    foreach (CustomerMargin one in below.Take(5))
    {
        Say($"{one}");
    }

    if (below.Count > 5)
    {
        Say($"and {below.Count - 5:#,0} more.");
    }

    ValueList<CustomerMargin> without = report.WithoutRevenue();
    if (!without.IsEmpty)
    {
        Say($"{without.Count:#,0} more cost something and are billed nothing: {string.Join(", ", without.Select(one => one.Customer))}.");
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
        var account = new BillingAccount { Customer = shock.Customer, Plan = plan, Currency = Currency.Usd, ContractStart = shock.Month.OnDayOfMonth(1) };
        Invoice invoice = InvoiceCalculator.Next(account, account.NextPeriod(), [MeterUsage.Of(usage.Meter, used)]);
        Say($"{invoice}");
        foreach (InvoiceLine line in invoice.Lines)
        {
            Say($"  {line}");
        }
    }
}

Usage Read(string path, string? customerColumn, string? monthColumn, string? quantityColumn)
{
    using Stream content = Open(path);
    using CsvReader csv = CsvReader.Create(content, new CsvReaderOptions { HasHeader = true });
    csv.ReadHeader();
    string[] header = [.. csv.Headers];
    string byCustomer = Column(header, customerColumn, customerNames, "--customer");
    string byMonth = Column(header, monthColumn, monthNames, "--month");
    string byQuantity = Column(header, quantityColumn, quantityNames, "--quantity");
    var months = new Dictionary<string, Dictionary<YearMonth, decimal>>(StringComparer.Ordinal);
    var unreadable = new Dictionary<string, string>(StringComparer.Ordinal); // a history with a hole would be billed wrongly
    List<int> nameless = [];
    int rows = 0;
    while (csv.Read())
    {
        rows++;
        string name = csv.GetString(byCustomer).Trim();
        if (name.Length == 0)
        {
            nameless.Add(rows);
            continue;
        }

        Dictionary<YearMonth, decimal> own = months.TryGetValue(name, out var known) ? known : months[name] = [];
        string text = csv.GetString(byMonth);
        string amount = csv.GetString(byQuantity);
        if (!YearMonthPattern.Iso.Parse(text[..Math.Min(text.Length, 7)]).TryGetValue(default, out YearMonth at))
        {
            unreadable.TryAdd(name, Invariant($"row {rows}: {byMonth} was \"{text}\"; a month such as 2027-01 is expected"));
        }
        else if (!decimal.TryParse(amount, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal used) || used < 0m)
        {
            unreadable.TryAdd(name, Invariant($"row {rows}: {byQuantity} was \"{amount}\"; a number, zero or more, is expected"));
        }
        else
        {
            own[at] = own.GetValueOrDefault(at) + used;
        }
    }

    SkippedCustomer[] skipped =
    [
        .. nameless.Select(row => new SkippedCustomer(Invariant($"row {row}"), "without a name")),
        .. unreadable.Select(one => new SkippedCustomer($"{one.Key} ({one.Value})", "with a row that cannot be read")),
        .. months.Where(one => !unreadable.ContainsKey(one.Key) && one.Value.Values.Sum() == 0m)
            .Select(one => new SkippedCustomer(one.Key, "without usage above zero in any month")),
    ];
    KeyValuePair<string, Dictionary<YearMonth, decimal>>[] kept =
        [.. months.Where(one => !unreadable.ContainsKey(one.Key) && one.Value.Values.Sum() > 0m)];
    if (kept.Length == 0)
    {
        throw new FormatException($"{path} has no customer with usage above zero" + (unreadable.Count > 0 ? "; " + unreadable.Values.First() : "") + ".");
    }

    UsageHistory[] histories = [.. kept.Select(one => History(one.Key, one.Value, byQuantity))];
    IEnumerable<YearMonth> all = kept.SelectMany(one => one.Value.Keys);
    return new Usage(byQuantity, histories, rows, MonthsIn(all.Min(), all.Max()), skipped);
}

// Packed or plain by the first two bytes: a name can lie.
static Stream Open(string path)
{
    FileStream file = File.OpenRead(path);
    bool isGzip = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
    file.Position = 0;
    return isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
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

internal sealed record Usage(string Meter, UsageHistory[] Histories, int Rows, int Months, SkippedCustomer[] Skipped);

internal sealed record SkippedCustomer(string Customer, string Reason);
