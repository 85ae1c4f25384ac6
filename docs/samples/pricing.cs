#:property PublishAot=false
#:property SampleOutput=true
#:property ImportArguments=true
#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel.Import/RevenueModel.Import.csproj

// Bills a usage export at a price per unit, finds bill shocks, designs a ladder of predictable tiers, and compares it
// with today's price.
//
//   dotnet run docs/samples/pricing.cs                                reads a small fictional usage export
//   dotnet run docs/samples/pricing.cs -- FILE --unit-price 0.04      reads your usage export
//   dotnet run docs/samples/pricing.cs -- --help                      lists the options
//
// A usage export is a CSV file, plain or gzipped, with a row for each customer and period, or a column for each month.

using System.CommandLine;
using NodaTime;
using RevenueModel.Architectures;
using RevenueModel.Billing;
using RevenueModel.Import;
using RevenueModel.Packaging;
using RevenueModel.Pricing;
using RevenueModel.Primitives;
using Spectre.Console;
using static SampleOutput;
using static System.FormattableString;

const int MinTiers = 3;

// Columns that are taken for the meter of a file without a column of quantities.
string[] meterNames = ["operations", "tasks", "cpu_hours", "hours", "calls", "messages", "requests"];

var file = new Argument<FileInfo?>("file")
{
    Description = "A CSV file, plain or gzipped, with a row for each customer and month. Default: a fictional export",
    Arity = ArgumentArity.ZeroOrOne,
};
var unitPrice = new Option<decimal>("--unit-price")
{
    Description = "The price per unit today",
    DefaultValueFactory = _ => 0.004m,
};
var unitCost = new Option<decimal?>("--unit-cost")
{
    Description = "The cost to serve a unit. Default: a fifth of the price per unit",
};
var tiers = new Option<int>("--tiers")
{
    Description = "The maximum number of tiers of the ladder",
    DefaultValueFactory = _ => 12,
};
var growth = new Option<decimal>("--bill-growth")
{
    Description = "The maximum growth of a bill, as a multiple, if usage grows by the same multiple",
    DefaultValueFactory = _ => 2.5m,
};
var minIncrease = new Option<decimal>("--min-increase")
{
    Description = "The minimum increase of a bill, as an amount, that counts as a shock",
    DefaultValueFactory = _ => 0m,
};
var maxLoss = new Option<decimal>("--max-loss")
{
    Description = "The maximum share of revenue lost if each customer takes its cheapest tier; 1 means no limit",
    DefaultValueFactory = _ => 1m,
};
var command = new RootCommand("Finds bill shocks in a usage export and designs a ladder of predictable tiers.")
{
    file, unitPrice, unitCost, tiers, growth, minIncrease, maxLoss,
};
var import = new ImportArguments();
import.AddUsageOptions(command);
command.SetAction(arguments =>
{
    try
    {
        string path = arguments.GetValue(file)?.FullName ?? SamplePath("ipaas-usage.csv");
        Usage usage = Read(path, import.Usage(arguments));
        decimal price = arguments.GetValue(unitPrice);
        decimal? givenCost = arguments.GetValue(unitCost);
        int mostTiers = arguments.GetValue(tiers);
        decimal billGrowth = arguments.GetValue(growth);
        decimal increase = arguments.GetValue(minIncrease);
        decimal loss = arguments.GetValue(maxLoss);
        Require(price > 0m, "--unit-price", price, "more than zero");
        Require(givenCost is not < 0m, "--unit-cost", givenCost, "zero or more");
        Require(mostTiers >= MinTiers, "--tiers", mostTiers, $"{MinTiers} or more");
        Require(billGrowth > 1m, "--bill-growth", billGrowth, "more than 1");
        Require(increase >= 0m, "--min-increase", increase, "zero or more");
        Require(loss is >= 0m and <= 1m, "--max-loss", loss, "a fraction between 0 and 1");
        decimal cost = givenCost ?? (price / 5m);
        var goal = new LadderConstraints
        {
            Tiers = Band.Between(MinTiers, mostTiers),
            UsageGrowth = billGrowth,
            MaxBillGrowth = billGrowth,
            MaxCheapestTierLoss = loss,
            Floors = new LadderFloors { Cost = CostOf(usage.Meter, cost) },
        };
        BillShockRule rule = default(BillShockRule) with { MinIncrease = increase };
        Report(usage, Path.GetFileName(path), price, cost, goal, rule);
        return 0;
    }
    catch (ImportException error)
    {
        Console.Error.WriteLine(ImportArguments.Describe(error));
        return 1;
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException
        or FormatException or NodaTime.Text.UnparsableValueException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

void Report(Usage usage, string name, decimal price, decimal cost, LadderConstraints goal, BillShockRule rule)
{
    FixWidthIfRedirected();

    UsageHistory[] histories = usage.Histories;
    var today = new PricePlan
    {
        Name = "pure usage",
        Charges = [new Charge { Name = usage.Meter, Price = PriceModel.PerUnit(price) }],
    };

    Heading($"{name}: {usage.Meter} of {histories.Length} customers in {usage.Months} months");
    Skipped(usage);
    decimal[] totals = [.. histories.Select(history => history.Series[0].Quantities.Sum()).OrderDescending()];
    decimal all = totals.Sum();
    int tenth = Math.Max(histories.Length / 10, 1);
    decimal topShare = totals.Take(tenth).Sum() / all;
    Say($"Usage: {all:#,0} {usage.Meter}.");
    Say($"The {tenth} largest of {histories.Length} customers have {topShare:0%} of it.");
    Say($"Rows: {usage.Rows:#,0}. A month without a row, between two months with rows, has zero usage.");

    Heading($"Bills and bill shocks today, at {price} per unit");
    BillShocks shocks = BillShockCalculator.Find(today, histories, rule);
    Say($"{shocks}.");
    Say($"A bill is a shock if it reaches {rule}.");
    if (rule.MinIncrease == 0m)
    {
        Say($"--min-increase excludes small increases.");
    }

    Say($"The largest increases:");
    foreach (BillShock shock in shocks.Shocks.OrderByDescending(shock => shock.Bill - shock.Reference).Take(10))
    {
        Say($"{shock}");
    }

    NotCompared(today, histories, rule);
    Heading($"Effective price of {usage.Meter} by customer, as the weekly review of iPaaS 2027, section 5.3");
    Review(EffectivePriceCalculator.Review(
        today, usage.Meter, histories, new EffectivePriceOptions { ShockRule = rule }));

    Heading($"A ladder of predictable tiers");
    LadderEvaluation? fit = Design(histories, today, goal);
    PricePlan[] ladder = fit is null ? [today] : [.. LadderCalculator.Plans(fit.Ladder, histories)];
    BillComparison comparison = BillComparisonCalculator.Compare([today], ladder, histories, rule);
    if (fit is null)
    {
        Say($"No ladder meets the request. The rest of the report uses today's price only.");
    }
    else
    {
        Ladder(fit, usage.Meter);
        Warn(fit, goal.WarningLimits);
        Heading($"Today compared with the ladder");
        Compare(comparison);
        Heading($"Customers who pay less and more");
        Moves(comparison);
        Heading($"Bills of a customer whose usage triples within three years (24, 48 and 72 integrations)");
        Growth(fit.Ladder, today, histories);
    }

    Heading($"Renewals at the published retention (iPaaS 2027, sections 2.3 and 7.1)");
    Renewals(comparison, usage.Months, hasLadder: fit is not null);
    Heading($"Margins at a cost of {cost:0.######} per unit, with a floor of 60%");
    Margins(histories, ladder, usage.Meter, cost);
    Heading($"The largest shock as an invoice{(fit is null ? "" : ", today and under the ladder")}");
    Invoices(shocks, comparison, usage);
}

static LadderEvaluation? Design(UsageHistory[] histories, PricePlan today, LadderConstraints goal)
{
    // The search starts with the strictest limits, and relaxes them until a ladder is found.
    (decimal Tolerance, decimal Tripled)[] limits = [(0.5m, 0.1m), (0.5m, 0.3m), (0.5m, 0.6m), (1m, 1m)];
    foreach ((decimal tolerance, decimal tripled) in limits)
    {
        goal = goal with { TierRevenueTolerance = tolerance, MaxTripledShare = tripled };
        LadderDesign design = LadderCalculator.Design(goal, today, histories);
        Say($"Request: {goal}.");
        Say($"Result: {design}.");
        if (design.Best is not null)
        {
            return design.Best;
        }
    }

    return null;
}

static void Ladder(LadderEvaluation fit, string meter)
{
    Table table = Grid(
        "Tier", $"{meter} included", "Monthly fee", "Customers", "Billed today", "Billed then", "Change", "Margin");
    for (int i = 0; i < fit.Tiers.Count; i++)
    {
        TierEvaluation tier = fit.Tiers[i];
        table.AddRow(
            Invariant($"{i + 1}"),
            tier.Tier.Included is { } included ? Invariant($"{included:#,0.####}") : "unlimited",
            Money(tier.Tier.Fee),
            Invariant($"{tier.CustomerCount:#,0}"),
            Money(tier.RevenueToday),
            Money(tier.Revenue),
            tier.RevenueChange is { } change ? Invariant($"{change:+0%;-0%;0%}") : "",
            Percent(tier.Margin));
    }

    AnsiConsole.Write(table);
    Say($"A month above the included {meter} is billed at most the fee of the next tier.");
}

static void Warn(LadderEvaluation fit, LadderWarningLimits limits)
{
    Say($"Revenue today: {Money(fit.RevenueToday)}.");
    Say($"Revenue under the assigned tiers: {Money(fit.Revenue)}.");
    Say($"Revenue if each customer takes its cheapest tier: {Money(fit.CheapestTierRevenue)}.");
    if (fit.CheapestTierLoss > 0m)
    {
        Say($"The difference is {Money(fit.CheapestTierLoss)}, {Percent(fit.CheapestTierLossShare)} of revenue.");
        int cheaper = fit.CheaperTierCustomerCount;
        Say($"Customers with a cheaper tier than the assigned tier: {cheaper:#,0} of {fit.CustomerCount:#,0}.");
        Say($"Contracts must commit them to the assigned tier.");
    }

    Say($"Customers who commit to no fee: {fit.ZeroCommitCustomerCount:#,0} of {fit.CustomerCount:#,0}.");
    ValueList<LadderWarning> warnings = fit.Warnings(limits);
    Say($"Limits of warnings: {limits}.");
    Say($"Warnings: {warnings.Count:#,0}.");
    foreach (LadderWarning warning in warnings)
    {
        Say($"  {warning}");
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
        Say($"The other {first.Count - 5:#,0} are not listed.");
    }
    else if (first.IsEmpty)
    {
        Say($"Nearest to a shock: {review.Customers[0]}");
    }
}

// Lists the customers and rows that the report excludes.
static void Skipped(Usage usage)
{
    if (usage.Skipped.Length == 0)
    {
        Say($"All customers are included.");
        return;
    }

    int total = usage.Histories.Length + usage.Skipped.Length;
    Say($"{usage.Skipped.Length:#,0} of {total:#,0} customers and rows are excluded:");
    foreach (IGrouping<string, SkippedCustomer> reason in usage.Skipped.GroupBy(one => one.Reason))
    {
        Say($"{reason.Key}: {reason.Count():#,0} ({string.Join(", ", reason.Select(one => one.Customer))})");
    }
}

// Lists the customers without an earlier bill above zero. Their bills have no reference, so none can be a shock.
static void NotCompared(PricePlan today, UsageHistory[] histories, BillShockRule rule)
{
    UsageHistory[] without =
        [.. histories.Where(history => BillShockCalculator.Find(today, history, rule).EvaluatedCount == 0)];
    if (without.Length > 0)
    {
        string names = string.Join(", ", without.Select(history => history.Customer));
        Say($"Customers without an earlier bill: {without.Length:#,0} of {histories.Length:#,0} ({names}).");
    }
}

static CostToServe CostOf(string meter, decimal cost) =>
    new() { Meters = [new MeterCost { Meter = meter, Cost = PriceModel.PerUnit(cost) }] };

static void Compare(BillComparison comparison)
{
    Table table = Grid("", "Today", "Ladder");
    table.AddRow("Billed", Money(comparison.Current.Total), Money(comparison.Proposed.Total));
    table.AddRow(
        "Mean change from month to month, as a share of the mean bill",
        Percent(comparison.Current.Variation.Ratio),
        Percent(comparison.Proposed.Variation.Ratio));
    table.AddRow("Bill shocks", Shocks(comparison.Current.Shocks), Shocks(comparison.Proposed.Shocks));
    AnsiConsole.Write(table);
    int migration = comparison.MigrationShocks.Shocks.Count;
    Say($"Bills that the migration raises to three times the bill of the same month or more: {migration:#,0}.");
    if (migration > 0)
    {
        Say($"Inform these customers before the migration.");
    }
}

static void Moves(BillComparison comparison)
{
    Say($"Customers who pay less: {comparison.WinnerCount:#,0}.");
    Say($"Customers who pay more: {comparison.LoserCount:#,0}.");
    Say($"Customers without a change: {comparison.UnchangedCount:#,0}.");
    Table table = Grid("Customer", "Today", "Ladder", "Change", "Variation", "Then", "Tier");
    foreach (CustomerBillComparison customer in comparison.Winners().Take(3).Concat(comparison.Losers().Take(3)))
    {
        table.AddRow(
            customer.Customer,
            Money(customer.Current.Total),
            Money(customer.Proposed.Total),
            Invariant($"{customer.Change.Amount:+#,0.00;-#,0.00} ({customer.Change.Ratio:+0%;-0%})"),
            Percent(customer.Current.Variation.Ratio),
            Percent(customer.Proposed.Variation.Ratio),
            customer.ProposedPlan.Name);
    }

    AnsiConsole.Write(table);
    Say($"Variation: the mean change of the bill from month to month, as a share of the mean bill.");
    Say($"Then: the variation on the ladder.");
}

// Applies the published retention to the amount that the file's months bill on average in a year.
static void Renewals(BillComparison comparison, int months, bool hasLadder)
{
    PricingFigures published = PublishedArchitectures.Ipaas2027.Pricing!;
    decimal proposed = comparison.Proposed.Total * 12m / months;
    Say($"{RenewalOutlookCalculator.Outlook(published.PureUsage, comparison.Current.Total * 12m / months)}.");
    if (hasLadder)
    {
        Say($"{RenewalOutlookCalculator.Outlook(published.PredictableTiers, proposed)}.");
    }
}

static void Growth(TierLadder ladder, PricePlan today, UsageHistory[] histories)
{
    decimal[] levels = [.. histories.Select(history => history.Series[0].Quantities.Sum() / history.Months).Order()];
    decimal each = levels[levels.Length / 2] / 24m; // usage per integration: the median customer has 24 integrations
    PricePlan contracted = ladder.ToPlan(ladder.IndexOf(24m * each));
    Say($"The customer has the median usage: {each:#,0.##} {ladder.Meter} a month per integration.");
    Say($"Tier kept: the tier of year 1 stays. Tier renewed: the tier is chosen again each year.");
    Table table = Grid("", "Usage a month", "Pure usage", "Tier kept", "Tier renewed");
    ValueList<PricePlanProjection> projections = PricePlanProjectionCalculator.ProjectYears(
        [today, contracted], ladder.Meter, [24m, 48m, 72m], each);
    for (int year = 0; year < 3; year++)
    {
        ProjectedBill pure = projections[0].Bills[year];
        ProjectedBill kept = projections[1].Bills[year];
        decimal usage = pure.Quantity / 12m;
        decimal renewed = ladder.Tiers[ladder.IndexOf(usage)].Fee;
        decimal first = ladder.Tiers[ladder.IndexOf(24m * each)].Fee;
        table.AddRow(
            pure.Point.Label,
            Invariant($"{usage:#,0}"),
            Step(pure.MonthlyBill, pure.Growth, pure.IsShock),
            Step(kept.MonthlyBill, kept.Growth, kept.IsShock),
            Step(renewed, renewed / first, renewed >= 3m * first));
    }

    AnsiConsole.Write(table);
    Say($"Multiples compare with year 1. A multiple of 3 or more is a shock.");
}

static void Margins(UsageHistory[] histories, PricePlan[] ladder, string meter, decimal cost)
{
    MarginReport report = MarginCalculator.Measure(ladder, CostOf(meter, cost), histories, floor: 0.6m);
    Say($"{report}.");
    ValueList<CustomerMargin> below = report.BelowFloor();
    Say($"Customers below the floor: {below.Count:#,0} of {report.Customers.Count:#,0}{(below.IsEmpty ? "." : ":")}");
    foreach (CustomerMargin one in below.Take(5))
    {
        Say($"{one}");
    }

    if (below.Count > 5)
    {
        Say($"The other {below.Count - 5:#,0} are not listed.");
    }

    ValueList<CustomerMargin> without = report.WithoutRevenue();
    if (!without.IsEmpty)
    {
        string names = string.Join(", ", without.Select(one => one.Customer));
        Say($"Customers with a cost but without a bill: {without.Count:#,0} ({names}).");
    }
}

static void Invoices(BillShocks shocks, BillComparison comparison, Usage usage)
{
    if (shocks.Shocks.IsEmpty)
    {
        Say($"No bill is a shock.");
        return;
    }

    BillShock shock = shocks.Shocks.MaxBy(shock => shock.Bill)!;
    CustomerBillComparison customer = comparison.Customers.First(one => one.Customer == shock.Customer);
    UsageHistory history = usage.Histories.First(one => one.Customer == shock.Customer);
    decimal used = history.Series[0].Quantities[MonthsIn(history.Start, shock.Month) - 1];
    foreach (PricePlan plan in new[] { customer.CurrentPlan, customer.ProposedPlan }.Distinct())
    {
        var account = new BillingAccount
        {
            Customer = shock.Customer,
            Plan = plan,
            Currency = Currency.Usd,
            ContractStart = shock.Month.OnDayOfMonth(1),
        };
        Invoice invoice = InvoiceCalculator.Next(account, account.NextPeriod(), [MeterUsage.Of(usage.Meter, used)]);
        Say($"{invoice}");
        foreach (InvoiceLine line in invoice.Lines)
        {
            Say($"  {line}");
        }
    }
}

Usage Read(string path, UsageImportOptions options)
{
    using FileStream stream = File.OpenRead(path);
    using ImportFile opened = ImportFile.Open(stream);
    UsageImport read = UsageImporter.Read(opened, WithMeter(opened, options));

    // A customer with a refused row is excluded, because a history without that month would be billed wrongly.
    var refused = read.Refused.Where(row => row.Key is not null).Select(row => row.Key!).ToHashSet();
    SkippedCustomer[] skipped =
    [
        .. read.Refused.DistinctBy(row => row.Key ?? Invariant($"row {row.Row}")).Select(row => new SkippedCustomer(
            Invariant($"{row.Key ?? "no customer"}, row {row.Row}: {ImportArguments.Describe(row.Faults[0])}"),
            "Customer with a refused row")),
        .. read.Histories.Where(history => !refused.Contains(history.Customer) && UsageOf(history) == 0m)
            .Select(history => new SkippedCustomer(history.Customer, "Customer without usage")),
    ];
    UsageHistory[] kept =
        [.. read.Histories.Where(history => !refused.Contains(history.Customer) && UsageOf(history) > 0m)];
    if (kept.Length == 0)
    {
        string reason = read.Refused.IsEmpty
            ? ""
            : $" First refused row: {ImportArguments.Describe(read.Refused[0].Faults[0])}";
        throw new FormatException($"{path} has no customer with usage above zero.{reason}");
    }

    foreach (ImportNote note in read.Notes.Where(note => note.Kind != ImportNoteKind.MissingMonth))
    {
        Say($"Note: {note.Message}");
    }

    return new Usage(
        kept[0].Series[0].Meter,
        kept,
        read.RowCount,
        MonthsIn(
            kept.Min(history => history.Start),
            kept.Max(history => history.Start.PlusMonths(history.Months - 1))),
        skipped);
}

// A file with a column such as "operations" and none of quantities has the usage of that meter.
UsageImportOptions WithMeter(ImportFile file, UsageImportOptions options)
{
    if (!options.MeterColumns.IsEmpty)
    {
        return options;
    }

    UsageSurvey survey = UsageImporter.Survey(file, options);
    string? meter = survey.Problems.Any(problem => problem.Option == ImportOption.MeterColumns)
        ? meterNames.FirstOrDefault(name => survey.Layout.Columns.Any(
            column => column.Field is null && column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        : null;
    return meter is null ? options : options with { MeterColumns = [meter] };
}

static decimal UsageOf(UsageHistory history) => history.Series[0].Quantities.Sum();

static int MonthsIn(YearMonth first, YearMonth last) => ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;

static void Require(bool holds, string option, decimal? value, string allowed)
{
    if (!holds)
    {
        throw new FormatException(Invariant($"{option} was {value}; {allowed} is expected."));
    }
}

static Table Grid(params string[] columns)
{
    Table table = new Table().Border(TableBorder.Simple).AddColumns(columns);
    foreach (TableColumn column in table.Columns.Skip(1))
    {
        column.RightAligned();
    }

    return table;
}

static string Step(decimal bill, decimal? growth, bool isShock) =>
    Invariant($"{bill:#,0} ({growth:0.0}x{(isShock ? ", shock" : "")})");

static string Shocks(BillShocks shocks) =>
    Invariant($"{shocks.Shocks.Count:#,0} of {shocks.EvaluatedCount:#,0}");

static string Percent(decimal? ratio) => ratio is { } share ? Invariant($"{share:0.0%}") : "n/a";

static string Money(decimal amount) => Invariant($"{amount:#,0.00}");

internal sealed record Usage(string Meter, UsageHistory[] Histories, int Rows, int Months, SkippedCustomer[] Skipped);

internal sealed record SkippedCustomer(string Customer, string Reason);
