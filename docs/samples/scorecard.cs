#:property PublishAot=false
#:property SampleOutput=true
#:property ImportArguments=true
#:package CsvHelper
#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel.Import/RevenueModel.Import.csproj

// Measures the scorecard of a vendor of industrial (OT) security: each indicator by segment with its interval, the
// published benchmark, its status and the change in a year. It explains the alarms, and reports pilots, rivals and the
// completeness of the CRM.
//
//   dotnet run docs/samples/scorecard.cs                         reads the files of a fictional vendor
//   dotnet run docs/samples/scorecard.cs -- --opportunities FILE --as-of 2027-06-30
//                                                                reads your files; the others are not measured
//   dotnet run docs/samples/scorecard.cs -- --help               lists the options
//
// Opportunities and subscriptions are exports of any layout, plain or gzipped. The other files are CSV files with the
// columns of docs/samples/data/ot-*.csv. ACV and lifetime value have published benchmarks for the segments of these
// names: mid-market; enterprise and multi-site.

using System.CommandLine;
using System.Globalization;
using CsvHelper;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Import;
using RevenueModel.Kpis;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;
using RevenueModel.Statistics;
using Spectre.Console;
using static SampleOutput;
using static System.FormattableString;

const string SubscriptionPrefix = "subscriptions-";

var opportunityFile = FileOption("--opportunities", "A CRM export with open and closed deals");
var subscriptionFile = FileOption("--subscriptions", "An export of subscriptions with terms and amounts");
var pocFile = FileOption("--pocs", "Pilots with start, end, outcome, cause of a stop and expected ARR");
var readingFile = FileOption("--poc-readings", "Alerts, assets and process events by pilot and day");
var siteFile = FileOption("--sites", "All sites of the accounts, with the day on which each went live");
var revenueFile = FileOption("--revenue", "Recurring revenue and services by account and month");
Option<FileInfo?>[] files = [opportunityFile, subscriptionFile, pocFile, readingFile, siteFile, revenueFile];
var asOf = new Option<string?>("--as-of")
{
    Description = "The last day of the scorecard, such as 2027-06-30. Required with files",
};
var grossMargin = new Option<decimal?>("--gross-margin")
{
    Description = "The gross margin of recurring revenue, such as 0.65, for the lifetime value",
};
var command = new RootCommand(
    "Measures the scorecard of a vendor of industrial (OT) security. Without files it reads those of a fictional "
        + "vendor. With files it reads only those.")
{
    opportunityFile, subscriptionFile, pocFile, readingFile, siteFile, revenueFile, asOf, grossMargin,
};
var crm = new ImportArguments();
crm.AddCrmOptions(command);
var terms = new ImportArguments(SubscriptionPrefix);
terms.AddSubscriptionOptions(command);
command.SetAction(arguments =>
{
    try
    {
        bool isSample = files.All(file => arguments.GetValue(file) is null);
        string text = arguments.GetValue(asOf) ?? (isSample ? "2027-06-30" : throw new FormatException(
            "--as-of is missing; the last day of the scorecard is expected, such as --as-of 2027-06-30."));
        LocalDate day = LocalDatePattern.Iso.Parse(text) is { Success: true } parsed
            ? parsed.Value
            : throw new FormatException($"--as-of was \"{text}\"; a day such as 2027-06-30 is expected.");
        FixWidthIfRedirected();

        ScorecardOptions options = new()
        {
            AsOf = day,
            GrossMargin = arguments.GetValue(grossMargin) ?? (isSample ? 0.65m : null),
        };
        Heading($"Files");
        ScorecardData data = new()
        {
            Opportunities = Read(
                opportunityFile,
                "ot-opportunities.csv",
                path => ImportedFiles.ReadOpportunities(path, crm.Crm(arguments, latest: day))),
            Subscriptions = Read(
                subscriptionFile,
                "ot-subscriptions.csv",
                path => ImportedFiles.ReadSubscriptions(path, terms.Subscriptions(arguments), SubscriptionPrefix)),
            Pocs = Read(pocFile, "ot-pocs.csv", path => ReadPocs(path, options)),
            Sites = Read(siteFile, "ot-sites.csv", ReadSites),
        };
        ValueList<PocReading> readings = Read(readingFile, "ot-poc-readings.csv", ReadReadings);
        ValueList<RevenueLine> revenue = Read(revenueFile, "ot-revenue.csv", ReadRevenue);
        Report(MeasureWithBaseline(data, revenue, options), data, readings);
        return 0;

        ValueList<T> Read<T>(Option<FileInfo?> file, string sample, Func<string, ValueList<T>> read) =>
            (isSample ? SamplePath(sample) : arguments.GetValue(file)?.FullName) is { } path ? read(path) : [];
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException
        or FormatException or UnparsableValueException)
    {
        Console.Error.WriteLine(MessageOf(error));
        return 1;
    }
});
return command.Parse(args).Invoke();

static Option<FileInfo?> FileOption(string name, string description) => new(name) { Description = description };

static ValueList<Poc> ReadPocs(string path, ScorecardOptions options) => CsvTable.Read(
    path,
    ["POC", "Account", "Started", "Ended", "Outcome"],
    row => row.Once(row.Text("POC")),
    row =>
    {
        Poc poc = new()
        {
            Id = row.Text("POC"),
            Account = row.Text("Account"),
            Segment = row.TextOrNull("Segment"),
            Started = row.DayThrough("Started", options.AsOf),
            Ended = row.TextOrNull("Ended") is null ? null : row.DayThrough("Ended", options.AsOf),
            Outcome = row.Choice<PocOutcome>("Outcome"),
            StopCause = row.TextOrNull("Stop Cause") is null ? null : row.Choice<PocStopCause>("Stop Cause"),
            ProductionArr = row.TextOrNull("Production ARR") is null ? null : row.Amount("Production ARR"),
        };

        // Refuses a pilot whose end, outcome and cause contradict each other.
        _ = ScorecardSample.Of(new ScorecardData { Pocs = [poc] }, options);
        return poc;
    });

static ValueList<PocReading> ReadReadings(string path) => CsvTable.Read(
    path,
    ["POC", "Day", "Alerts", "False Alerts", "Assets Found", "Assets Total", "Process Events"],
    row => row.Once(row.Text("POC"), row.Text("Day")),
    row =>
    {
        PocReading reading = new()
        {
            Poc = row.Text("POC"),
            Day = row.Day("Day"),
            Alerts = row.Number("Alerts"),
            FalseAlerts = row.Number("False Alerts"),
            AssetsFound = row.Number("Assets Found"),
            AssetsTotal = row.Number("Assets Total"),
            ProcessEvents = row.Number("Process Events"),
        };

        // Refuses more false alerts than alerts, and more assets found than there are.
        _ = PocHealthCalculator.Measure([reading], reading.Day);
        return reading;
    });

// The file has one row for each site, also for sites that are not live.
static ValueList<AccountSites> ReadSites(string path) =>
[
    .. CsvTable.Read(
        path,
        ["Account", "Site", "Live Date"],
        row => row.Once(row.Text("Account"), row.Text("Site")),
        row => (
            Account: row.Text("Account"),
            Segment: row.SameFor(row.Text("Account"), "Segment"),
            Live: row.TextOrNull("Live Date") is null ? (LocalDate?)null : row.Day("Live Date")))
        .GroupBy(site => site.Account, StringComparer.Ordinal)
        .Select(account => new AccountSites
        {
            Account = account.Key,
            Segment = account.First().Segment,
            TotalSites = account.Count(),
            LiveDates = [.. account.Select(site => site.Live).OfType<LocalDate>()],
        }),
];

static ValueList<RevenueLine> ReadRevenue(string path) => CsvTable.Read(
    path,
    ["Month", "Account", "Recurring", "Services"],
    row => row.Once(row.Text("Account"), row.Text("Month")),
    row => new RevenueLine(
        row.Month("Month"),
        row.Text("Account"),
        row.SameFor(row.Text("Account"), "Segment"),
        row.Amount("Recurring"),
        row.Amount("Services")));

// The baseline is the scorecard of the year before, measured with the same records and conventions.
static Scorecard MeasureWithBaseline(ScorecardData data, ValueList<RevenueLine> revenue, ScorecardOptions options)
{
    Scorecard Measure(ScorecardOptions of) =>
        ScorecardCalculator.Measure(data with { Revenues = RevenueOfWindow(revenue, of) }, of);

    Scorecard baseline = Measure(options with { AsOf = options.From.PlusDays(-1) });
    return Measure(options with { Baseline = baseline });
}

static ValueList<AccountRevenue> RevenueOfWindow(ValueList<RevenueLine> lines, ScorecardOptions options)
{
    // The window ends with the last complete month.
    YearMonth next = options.AsOf.PlusDays(1).ToYearMonth();
    YearMonth first = next.PlusMonths(-options.WindowMonths);
    return
    [
        .. lines
            .Where(line => line.Month >= first && line.Month < next)
            .GroupBy(line => (line.Account, line.Segment))
            .Select(account => new AccountRevenue
            {
                Account = account.Key.Account,
                Segment = account.Key.Segment,
                Recurring = account.Sum(line => line.Recurring),
                Services = account.Sum(line => line.Services),
            }),
    ];
}

static void Report(Scorecard scorecard, ScorecardData data, ValueList<PocReading> readings)
{
    Heading($"Scorecard of the 12 months through {scorecard.AsOf:R}");
    Lines(scorecard);
    Heading($"Alarms");
    Alarms(scorecard, data);
    Heading($"Likely causes of indicators on watch");
    Watch(scorecard);
    Heading($"New ARR that the running pilots are expected to bring");
    PilotRevenue(scorecard, data);
    Heading($"Pilots day by day, and escalations of {scorecard.AsOf:R}");
    Pilots(scorecard.AsOf, data, readings);
    Heading($"Win rate by rival, of deals that closed in the 12 months");
    Rivals(scorecard.AsOf, data);
    Heading($"Completeness of the CRM fields that the indicators need");
    Completeness(data);
}

static void Lines(Scorecard scorecard)
{
    Table table = Columns("KPI and segment", "Value", "95% interval", "Cases", "Healthy", "Status", "Change");
    foreach (KpiAssessment line in scorecard.Lines)
    {
        KpiUnit unit = line.Definition.Unit;
        table.AddRow(
            Markup.Escape(line.Reading.Segment is { } segment ? "  " + segment : line.Reading.Kpi),
            Markup.Escape(line.Reading.Value is { } value ? Value(value, unit) : "-"),
            line.Reading.Interval is { } interval ? Range(interval, unit) : "-",
            Invariant($"{line.Reading.Count:#,0}"),
            line.Benchmark is { } benchmark ? Markup.Escape(Healthy(benchmark, unit)) : "-",
            $"[{Style(line.Status)}]{Words(line.Status)}[/]",
            line.Trend is { } change ? Change(change, unit) : "-");
    }

    AnsiConsole.Write(table);
    Say($"{scorecard}.");
    Say($"Healthy: a published band of OT security in 2027. Alarm: the whole interval is beyond the alarm.");
    if (scorecard.Lines.FirstOrDefault(line => line.Trend is not null)?.Trend is { } trend)
    {
        Say($"Change: since {trend.Since:R}, in percentage points (pp), months, sites or money.");
        Say($"A change is better or worse if the intervals of both days do not overlap. Otherwise it may be chance.");
    }
}

static void Alarms(Scorecard scorecard, ScorecardData data)
{
    if (scorecard.Alarms.IsEmpty)
    {
        Say($"No indicator has an alarm.");
    }

    foreach (KpiAssessment line in scorecard.Alarms)
    {
        KpiUnit unit = line.Definition.Unit;
        AnsiConsole.Write(new Padder(
            new Markup($"[bold red]{Markup.Escape(Name(line.Reading))}: alarm[/]"), new Padding(2, 0, 0, 0)));
        KpiReading reading = line.Reading;
        Say($"  {Value(reading.Value!.Value, unit)} ({Range(reading.Interval!, unit)}), {reading.Count} cases.");
        if (line.Trend is { } trend)
        {
            Say($"  Change since {trend.Since:R}: {Change(trend, unit)}, from {Value(trend.Baseline, unit)}.");
        }

        Say($"  Alarm beyond {Value(line.Benchmark!.Alarm!.Value, unit)}. Source: {line.Benchmark.Citation}.");
        KpiEvidence? likely = line.LikelyCause;
        foreach (KpiEvidence evidence in reading.Evidence.OrderByDescending(evidence => evidence == likely))
        {
            Say($"  {(evidence == likely ? "Likely cause" : "Also counted")}: {evidence}.");
        }

        if (line.Definition == StandardKpis.CycleLength)
        {
            ExplainCycles(line, scorecard.AsOf, data);
        }
    }
}

// Compares the cycles with and without a champion in operations, and names the open deals without one.
static void ExplainCycles(KpiAssessment line, LocalDate asOf, ScorecardData data)
{
    decimal alarm = line.Benchmark!.Alarm!.Value;
    Say($"  The causes are counted among the won deals with a cycle beyond {Value(alarm, KpiUnit.Months)}.");
    Opportunity[] deals =
    [
        .. data.Opportunities.Where(deal =>
            deal.BuyerEngagement is not null
            && (line.Reading.Segment is null || deal.Segment == line.Reading.Segment)),
    ];
    Opportunity[] won = [.. InWindow(deals, asOf).Where(deal => deal.Outcome == DealOutcome.Won)];
    CycleLengths with = CycleCalculator.Measure(won.Where(HasChampion));
    CycleLengths without = CycleCalculator.Measure(won.Where(deal => !HasChampion(deal)));
    if (with.Median is { } one && without.Median is { } other)
    {
        Say($"  Median cycle of {with.Count} won deals with a champion: {Months(one)}.");
        Say($"  Median cycle of {without.Count} won deals without one: {Months(other)}.");
    }

    Opportunity[] open = [.. deals.Where(deal => deal.IsOpen)];
    Opportunity[] atRisk = [.. open.Where(deal => !HasChampion(deal)).OrderByDescending(deal => deal.Amount)];
    if (atRisk.Length > 0)
    {
        decimal? amount = atRisk.Sum(deal => deal.Amount);
        Say($"  Open deals without a champion: {atRisk.Length} of {open.Length}, ACV {Money(amount)}. The largest:");
        foreach (Opportunity deal in atRisk.Take(3))
        {
            Say($"    {deal.Id}: {deal.Account ?? "no account"}, {deal.Stage}, {Money(deal.Amount)}");
        }
    }

    static bool HasChampion(Opportunity deal) => deal.BuyerEngagement!.Value.HasFlag(BuyerEngagement.OT);

    static string Months(decimal days) => Value(days * 12m / 365.25m, KpiUnit.Months);
}

static void Watch(Scorecard scorecard)
{
    KpiAssessment[] lines = [.. scorecard.With(KpiStatus.Watch).Where(line => line.LikelyCause is not null)];
    if (lines.Length == 0)
    {
        Say($"The data show none.");
    }

    foreach (KpiAssessment line in lines)
    {
        Say($"{Name(line.Reading)}: {line.LikelyCause}");
    }
}

static void PilotRevenue(Scorecard scorecard, ScorecardData data)
{
    KpiReading conversion = scorecard.Find(StandardKpis.PocConversion.Name)!.Reading;
    Poc[] running = [.. data.Pocs.Where(poc => poc.Outcome == PocOutcome.Running)];
    Poc[] known = [.. running.Where(poc => poc.ProductionArr is not null)];
    if (known.Length == 0 || conversion.Interval is null)
    {
        Say($"Running pilots with an ARR, and pilots that ended in the window, are needed.");
        return;
    }

    Table table = Columns("Month", "New ARR", "Low", "High");
    Band<int> lead = PublishedBenchmarks.OtSecurity2027
        .Single(benchmark => benchmark.Kpi == StandardKpis.PocConversion.Name).LeadMonths!.Value;
    ValueList<PocRevenueMonth> months = PocRevenueCalculator.ByMonth(conversion, lead, known);
    foreach (PocRevenueMonth month in months)
    {
        table.AddRow(Invariant($"{month.Month}"), Money(month.Arr), Money(month.Low), Money(month.High));
    }

    table.AddRow(
        "All", Money(months.Sum(month => month.Arr)), Money(months.Sum(month => month.Low)),
        Money(months.Sum(month => month.High)));
    AnsiConsole.Write(table);
    decimal? arr = known.Sum(poc => poc.ProductionArr);
    Say($"Running pilots: {known.Length}, with an ARR of {Money(arr)} if all of them convert.");
    string rate = Value(conversion.Value!.Value, KpiUnit.Ratio);
    Say($"Conversion rate: {rate} ({Range(conversion.Interval, KpiUnit.Ratio)}), of all segments.");
    Say($"The ARR starts {lead} months after the first day, in equal parts.");
    if (known.Length < running.Length)
    {
        Say($"{running.Length - known.Length} running pilots without an ARR are not in the figures.");
    }
}

static void Pilots(LocalDate asOf, ScorecardData data, ValueList<PocReading> readings)
{
    ValueList<PocHealth> pilots = PocHealthCalculator.Measure(readings, asOf);
    if (pilots.IsEmpty)
    {
        Say($"There are no readings through the day.");
        return;
    }

    var accounts = data.Pocs.ToDictionary(poc => poc.Id, poc => poc.Account, StringComparer.Ordinal);
    Table table = Columns(
        "Pilot", "Last day", "Alerts", "False alerts", "95% interval", "Assets found", "Process events");
    foreach (PocHealth pilot in pilots)
    {
        table.AddRow(
            Markup.Escape(Pilot(pilot.Poc)),
            Invariant($"{pilot.LastDay:R}"),
            Invariant($"{pilot.Alerts:#,0}"),
            pilot.FalsePositiveRate is { } rate ? Value(rate, KpiUnit.Ratio) : "-",
            Interval(pilot.FalsePositiveInterval),
            pilot.AssetCompleteness is { } share ? Value(share, KpiUnit.Ratio) : "-",
            Invariant($"{pilot.ProcessEvents:#,0}"));
    }

    AnsiConsole.Write(table);
    ValueList<PocReading> escalations = PocHealthCalculator.Escalations(readings, asOf);
    if (escalations.IsEmpty)
    {
        Say($"No pilot has to be escalated.");
    }

    foreach (PocReading reading in escalations)
    {
        string events = reading.ProcessEvents == 1 ? "event" : "events";
        AnsiConsole.Write(new Padder(
            new Markup(Markup.Escape(Invariant(
                $"Escalate today: {Pilot(reading.Poc)}, {reading.ProcessEvents} {events} that touched the process.")),
                new Style(Color.Red)),
            new Padding(2, 0, 0, 0)));
    }

    string Pilot(string id) => accounts.TryGetValue(id, out string? account) ? $"{id}, {account}" : id;
}

static void Rivals(LocalDate asOf, ScorecardData data)
{
    Opportunity[] deals = [.. InWindow(data.Opportunities, asOf)];
    ValueList<Keyed<string, WinRate>> rivals = RivalCalculator.ByRival(deals);
    if (rivals.IsEmpty)
    {
        Say($"No closed deal names its rivals.");
        return;
    }

    Table table = Columns("Rival", "Won", "Lost", "Win rate", "95% interval");
    foreach ((string rival, WinRate rate) in rivals)
    {
        table.AddRow(
            Markup.Escape(rival),
            Invariant($"{rate.WonCount:#,0}"),
            Invariant($"{rate.LostCount:#,0}"),
            rate.ByCount is { } byCount ? Value(byCount, KpiUnit.Ratio) : "-",
            Interval(rate.CountInterval));
    }

    AnsiConsole.Write(table);
    Say($"A deal with several rivals counts for each of them.");
    Say($"Rivals per deal that names them: {RivalCalculator.RivalsPerBakeOff(deals):0.0} on average.");
}

static void Completeness(ScorecardData data)
{
    if (data.Opportunities.IsEmpty)
    {
        Say($"No deals were read.");
        return;
    }

    Table table = Columns("Field", "Filled", "Of", "Share", "Needed by");
    table.Columns[^1].Alignment(Justify.Left);
    foreach (FieldCompleteness field in CrmCompletenessCalculator.Measure(data.Opportunities))
    {
        table.AddRow(
            Words(field.Field) is var name ? char.ToUpperInvariant(name[0]) + name[1..] : "",
            Invariant($"{field.Count:#,0}"),
            Invariant($"{field.Of:#,0}"),
            field.Share is { } share ? Value(share, KpiUnit.Ratio) : "-",
            Markup.Escape(string.Join(", ", field.Kpis)));
    }

    AnsiConsole.Write(table);
    Say($"A deal without a regulatory trigger can be a deal that no regulation drives.");
}

static IEnumerable<Opportunity> InWindow(IEnumerable<Opportunity> deals, LocalDate asOf) =>
    deals.Where(deal => deal.Closed >= asOf.PlusDays(1).PlusMonths(-12) && deal.Closed <= asOf);

static string Name(KpiReading reading) => reading.Kpi + (reading.Segment is { } segment ? ", " + segment : "");

static string Value(decimal value, KpiUnit unit) => unit == KpiUnit.Months
    ? Number(value, unit) + " months"
    : Number(value, unit);

static string Number(decimal value, KpiUnit unit) => unit switch
{
    KpiUnit.Ratio => Invariant($"{value * 100m:#,0.0}%"),
    KpiUnit.Money when Math.Abs(value) >= 1_000_000m => Invariant($"{value / 1_000_000m:#,0.0}M"),
    KpiUnit.Money => Invariant($"{value / 1_000m:#,0}K"),
    _ => Invariant($"{value:#,0.0}"),
};

static string Range(KpiInterval interval, KpiUnit unit) => Number(interval.Lower, unit) + " to "
    + (interval.Upper is { } upper ? Number(upper, unit) : "open");

static string Interval(ConfidenceInterval? interval) => interval is { } known
    ? Invariant($"{known.Lower * 100:0.0}% to {known.Upper * 100:0.0}%")
    : "-";

static string Healthy(KpiBenchmark benchmark, KpiUnit unit)
{
    return benchmark.AsPrinted ?? Short(benchmark.Healthy.Min)
        + (benchmark.Healthy.Max is { } max ? " to " + Short(max) : " or more");

    string Short(decimal value) => unit switch
    {
        KpiUnit.Ratio => Invariant($"{value * 100m:0.#}%"),
        KpiUnit.Money when value >= 1_000_000m => Invariant($"{value / 1_000_000m:0.#}M"),
        KpiUnit.Money => Invariant($"{value / 1_000m:0.#}K"),
        _ => Invariant($"{value:0.#}"),
    };
}

static string Change(KpiTrend trend, KpiUnit unit) => (trend.Change < 0m ? "" : "+")
    + (unit == KpiUnit.Ratio ? Invariant($"{trend.Change * 100m:0.0} pp") : Number(trend.Change, unit))
    + (trend.Direction == KpiTrendDirection.Unclear ? "" : ", " + Words(trend.Direction));

static string Money(decimal? amount) => amount is null ? "-" : Invariant($"{amount:#,0}");

// Writes a name such as NotMeasured as "not measured".
static string Words<TEnum>(TEnum value)
    where TEnum : struct, Enum =>
    string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}")).ToLowerInvariant();

static string Style(KpiStatus status) => status switch
{
    KpiStatus.Alarm => "bold red",
    KpiStatus.Watch => "yellow",
    KpiStatus.Healthy => "green",
    _ => "dim",
};

/// <summary>The revenue of an account in a month.</summary>
internal sealed record RevenueLine(
    YearMonth Month, string Account, string? Segment, decimal Recurring, decimal Services);

/// <summary>Reads a CSV file with a header. A fault is reported with file, row, column and value.</summary>
internal sealed class CsvTable
{
    private readonly string _file;
    private readonly CsvReader _csv;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);
    private int _row;

    private CsvTable(string file, CsvReader csv) => (_file, _csv) = (file, csv);

    /// <summary>Reads all rows of a file.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="columns">The columns that the file must have.</param>
    /// <param name="check">Checks a row before it is read.</param>
    /// <param name="read">Reads a row.</param>
    public static ValueList<T> Read<T>(string path, string[] columns, Action<CsvTable> check, Func<CsvTable, T> read)
    {
        using FileStream stream = File.OpenRead(path);
        using CsvReader csv = CsvReader.Create(
            stream, new CsvReaderOptions { HasHeader = false, SkipEmptyLines = false });
        var table = new CsvTable(Path.GetFileName(path), csv);
        var rows = new List<T>();
        try
        {
            table.ReadHeader(columns);
            while (table.Next())
            {
                check(table);
                rows.Add(read(table));
            }
        }
        catch (CsvFormatException error)
        {
            throw new FormatException($"{table._file}, row {table._row + 1}: {error.Message}", error);
        }
        catch (ArgumentException error)
        {
            throw new FormatException($"{table._file}, row {table._row}: {MessageOf(error)}", error);
        }

        Say($"{table._file}: {rows.Count:#,0} rows read.");
        return [.. rows];
    }

    /// <summary>Refuses a row whose key an earlier row has.</summary>
    public void Once(params string[] key)
    {
        string name = string.Join(", ", key);
        if (!_keys.TryAdd(name, _row))
        {
            throw new FormatException(
                $"{_file}, row {_row}: \"{name}\" is repeated; it is in row {_keys[name]} already.");
        }
    }

    /// <summary>Reads a value that is the same in all rows of an account.</summary>
    public string? SameFor(string account, string column)
    {
        string? value = TextOrNull(column);
        _values.TryAdd(account, value);
        return _values[account] == value
            ? value
            : throw Fault(column, $"\"{_values[account]}\", as in an earlier row of \"{account}\",");
    }

    /// <summary>Reads a text, or null if it is blank or the file has no such column.</summary>
    public string? TextOrNull(string column) =>
        _columns.TryGetValue(column, out int at)
        && at < _csv.FieldCount
        && _csv.GetString(at).Trim() is { Length: > 0 } text
            ? text
            : null;

    /// <summary>Reads a text.</summary>
    public string Text(string column) => TextOrNull(column) ?? throw Fault(column, "a value");

    /// <summary>Reads a day.</summary>
    public LocalDate Day(string column) => LocalDatePattern.Iso.Parse(Text(column)) is { Success: true } day
        ? day.Value
        : throw Fault(column, "a day such as 2027-06-30");

    /// <summary>Reads a day that is not after another one.</summary>
    public LocalDate DayThrough(string column, LocalDate last) => Day(column) is var day && day <= last
        ? day
        : throw Fault(column, Invariant($"a day through {last:R}, the day of the scorecard,"));

    /// <summary>Reads a month.</summary>
    public YearMonth Month(string column) => YearMonthPattern.Iso.Parse(Text(column)) is { Success: true } month
        ? month.Value
        : throw Fault(column, "a month such as 2027-06");

    /// <summary>Reads a whole number.</summary>
    public long Number(string column) =>
        long.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw Fault(column, "a whole number, zero or more,");

    /// <summary>Reads an amount.</summary>
    public decimal Amount(string column) =>
        decimal.TryParse(
            Text(column), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount)
            ? amount
            : throw Fault(column, "an amount such as 1234.56, zero or more,");

    /// <summary>Reads a name of an enumeration.</summary>
    public TEnum Choice<TEnum>(string column)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().Contains(Text(column), StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<TEnum>(Text(column), ignoreCase: true)
            : throw Fault(column, $"one of {string.Join(", ", Enum.GetNames<TEnum>())}");

    private void ReadHeader(string[] columns)
    {
        if (Next())
        {
            for (int i = 0; i < _csv.FieldCount; i++)
            {
                _columns.TryAdd(_csv.GetString(i).Trim(), i);
            }
        }

        if (_columns.Count == 0)
        {
            throw new FormatException($"{_file} is empty; a header and rows are expected.");
        }

        foreach (string column in columns)
        {
            if (!_columns.ContainsKey(column))
            {
                throw new FormatException(
                    $"{_file} has no column \"{column}\"; its columns are {string.Join(", ", _columns.Keys)}.");
            }
        }
    }

    // Moves to the next row that is not blank. Rows are counted as a spreadsheet does.
    private bool Next()
    {
        while (_csv.Read())
        {
            _row++;
            if (Enumerable.Range(0, _csv.FieldCount).Any(i => !string.IsNullOrWhiteSpace(_csv.GetString(i))))
            {
                return true;
            }
        }

        return false;
    }

    private FormatException Fault(string column, string expected) => new(
        $"{_file}, row {_row}, column {column}: the value is \"{TextOrNull(column)}\"; {expected} is expected.");
}
