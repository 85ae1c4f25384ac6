#:property PublishAot=false
#:property SampleOutput=true
#:property ImportArguments=true
#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel.Import/RevenueModel.Import.csproj

// Measures the retention of an export of subscriptions: the bridge by quarter, NRR by every method on the same data,
// published figures beside the measured ones, cohorts, the drivers of change, and the accounts that stalled.
//
//   dotnet run docs/samples/retention.cs                          reads a small fictional export
//   dotnet run docs/samples/retention.cs -- FILE --as-of 2027-06  reads your export
//   dotnet run docs/samples/retention.cs -- --help                lists the options
//
// An export is a CSV file, plain or gzipped: subscriptions with terms and amounts, lines of invoices, or recurring
// revenue by account and month, in rows or in columns.

using System.CommandLine;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Import;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using Spectre.Console;
using static SampleOutput;
using static System.FormattableString;

const int MaxAges = 10;

var file = new Argument<FileInfo?>("file")
{
    Description = "A CSV file of subscriptions, plain or gzipped. Default: a fictional export",
    Arity = ArgumentArity.ZeroOrOne,
};
var asOf = new Option<string?>("--as-of")
{
    Description = "The last month of the report, such as 2027-06. Default: the month of the last start in the file",
};
var measure = new Option<RecurringMeasure>("--measure") { Description = "Arr or Mrr. Default: Arr" };
var interval = new Option<ReportInterval>("--interval")
{
    Description = "The periods of the bridge: Month, Quarter or FiscalYear",
    DefaultValueFactory = _ => ReportInterval.Quarter,
};
var grace = new Option<int>("--grace")
{
    Description = "The months within which a renewal is late, and not a reactivation",
    DefaultValueFactory = _ => 3,
};
var command = new RootCommand("Measures the retention of an export of subscriptions.")
{
    file, asOf, measure, interval, grace,
};
var import = new ImportArguments();
import.AddSubscriptionOptions(command);
command.SetAction(arguments =>
{
    try
    {
        string path = arguments.GetValue(file)?.FullName ?? SamplePath("ipaas-subscriptions.csv");
        YearMonth? last = arguments.GetValue(asOf) is { } text ? YearMonthPattern.Iso.Parse(text).Value : null;
        last ??= arguments.GetValue(file) is null ? new YearMonth(2027, 6) : null;
        RetentionOptions options = new()
        {
            Interval = arguments.GetValue(interval),
            GraceMonths = arguments.GetValue(grace),
        };
        FixWidthIfRedirected();

        using FileStream stream = File.OpenRead(path);
        SubscriptionImport rows = SubscriptionImporter.Read(stream, import.Subscriptions(arguments));
        Read(rows, Path.GetFileName(path));
        if (last is null && rows.AccountMonths.IsEmpty)
        {
            Say($"The report ends with the month of the last start. State another one with --as-of.");
        }

        RevenueHistory? history = History(rows, last, new RevenueRules { Measure = arguments.GetValue(measure) });
        if (history is null)
        {
            Console.Error.WriteLine("No row was read.");
            return 1;
        }

        Report(history, options);
        return 0;
    }
    catch (ImportException error)
    {
        Console.Error.WriteLine(ImportArguments.Describe(error));
        return 1;
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException
        or FormatException or UnparsableValueException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

static void Read(SubscriptionImport rows, string name)
{
    Heading($"{name}");
    Say($"{rows}.");
    foreach (ImportNote note in rows.Notes)
    {
        Say($"{note}");
    }

    foreach (SubscriptionGap gap in rows.Gaps.Take(10))
    {
        Say($"{gap}");
    }

    foreach (RefusedRow row in rows.Refused.Take(10))
    {
        foreach (RowFault fault in row.Faults)
        {
            Say($"Row {row.Row} was refused: {ImportArguments.Describe(fault)}");
        }
    }
}

static RevenueHistory? History(SubscriptionImport rows, YearMonth? asOf, RevenueRules rules)
{
    if (!rows.AccountMonths.IsEmpty)
    {
        return RevenueHistory.Of(rows.AccountMonths, asOf);
    }

    if (rows.Subscriptions.IsEmpty)
    {
        return null;
    }

    // Without a clock, the last start is the last month that the file certainly covers.
    return RevenueHistory.Of(
        rows.Subscriptions,
        asOf ?? rows.Subscriptions.Max(subscription => subscription.Term.Start).ToYearMonth(),
        rules);
}

static void Report(RevenueHistory history, RetentionOptions options)
{
    bool hasSegments = BySegment(history, options).Any(totals => totals.Group is not null);
    ValueList<ArrBridge> bridge = BridgeCalculator.Bridge(history, options);
    decimal unit = bridge.Max(line => line.Closing) >= 1_000_000m ? 1_000m : 1m;
    Heading($"Bridge through {history.LastMonth}{(unit == 1m ? "" : ", in thousands")}");
    Bridge(bridge, unit);

    Heading($"NRR and GRR of the last {options.WindowMonths} months by every method");
    if (history.MonthCount <= options.WindowMonths)
    {
        Say($"The file covers {history.MonthCount} months, and {options.WindowMonths + 1} are needed.");
    }
    else
    {
        Methods(RetentionCalculator.Compare(history, options));
        if (hasSegments)
        {
            Heading($"Published figures beside the measured ones");
            foreach (RetentionTargetComparison line in RetentionTargetCalculator.Compare(
                PublishedRetentionTargets.Ipaas2027, BySegment(history, options)))
            {
                Say($"{line}");
            }
        }

        Heading($"Drivers of change, in points of NRR");
        Drivers(history, options, hasSegments);
        Heading($"Accounts that did not grow in {options.WindowMonths} months, the largest first");
        ValueList<RetentionContribution> stalled = ContributionCalculator.Stalled(history, options);
        foreach (RetentionContribution account in stalled.Take(10))
        {
            Say($"{account}");
        }

        if (stalled.IsEmpty)
        {
            Say($"None.");
        }
    }

    CohortTriangle triangle = CohortCalculator.Triangle(history, options)[0];
    Heading($"Recurring revenue of cohorts by age in periods, as a share of the first period");
    Cohorts(triangle, (cohort, age) => Invariant($"{cohort.AmountRetention(age) * 100m:0}%"));
    Heading($"Accounts of cohorts by age in periods");
    Cohorts(triangle, (cohort, age) => Invariant($"{cohort.Logos[age]}"));
}

static ValueList<RetentionTotals> BySegment(RevenueHistory history, RetentionOptions options) =>
    history.MonthCount <= options.WindowMonths
        ? []
        : RetentionCalculator.ClosedCohort(history, options with { GroupBy = RevenueDimension.Segment });

static void Bridge(ValueList<ArrBridge> lines, decimal unit)
{
    Table table = Columns(
        "Period", "Opening", "New", "Expansion", "Contraction", "Churn", "Returned", "Late", "Closing", "Accounts");
    foreach (ArrBridge line in lines)
    {
        table.AddRow(
        [
            line.Period.Name,
            Money(line.Opening / unit),
            Money(line.New / unit),
            Money(line.Expansion / unit),
            Money(line.Contraction / unit),
            Money(line.Churn / unit),
            Money(line.Reactivation / unit),
            Money(line.LateRenewal / unit),
            Money(line.Closing / unit),
            Invariant($"{line.ClosingCount}"),
        ]);
    }

    AnsiConsole.Write(table);
    Say($"Late: renewed within the grace after the end of the term. Returned: came back later.");
}

static void Methods(ValueList<RetentionFigure> figures)
{
    Table table = Columns("Method", "NRR", "GRR");
    foreach (RetentionFigure figure in figures)
    {
        table.AddRow(figure.Method.ToString(), Percent(figure.Nrr), Percent(figure.Grr));
    }

    AnsiConsole.Write(table);
    Say($"Most vendors disclose the closed cohort. The GRR of a bridge counts a late renewal as churn.");
}

static void Drivers(RevenueHistory history, RetentionOptions options, bool hasSegments)
{
    if (hasSegments)
    {
        foreach (RetentionContribution part in ContributionCalculator.ByGroup(
            history, options with { GroupBy = RevenueDimension.Segment }))
        {
            Say($"{part}");
        }
    }

    foreach (RetentionContribution account in ContributionCalculator.LargestChanges(history, 5, options))
    {
        Say($"{account}");
    }
}

static void Cohorts(CohortTriangle triangle, Func<Cohort, int, string> cell)
{
    int ages = Math.Min(MaxAges, triangle.Cohorts.Max(cohort => cohort.AgeCount));
    Table table = Columns(["Start", .. Enumerable.Range(0, ages).Select(age => Invariant($"{age}"))]);
    foreach (Cohort cohort in triangle.Cohorts.Where(cohort => cohort.StartedCount > 0))
    {
        table.AddRow(
        [
            cohort.Start.Name,
            .. Enumerable.Range(0, Math.Min(ages, cohort.AgeCount)).Select(age => cell(cohort, age)),
        ]);
    }

    AnsiConsole.Write(table);
}

static string Money(decimal amount) => amount == 0m ? "" : Invariant($"{amount:#,0}");

static string Percent(decimal? ratio) => ratio is { } value ? Invariant($"{value * 100m:0.0}%") : "";
