#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel.Import/RevenueModel.Import.csproj

// How much pipeline is there, does it cover the target, and what can be expected of it?
//
//   dotnet run docs/samples/quickstart.cs                                 a fictional export
//   dotnet run docs/samples/quickstart.cs -- FILE --target 5000000        a CRM export of your own
//   dotnet run docs/samples/quickstart.cs -- --help                       the options

using System.CommandLine;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Architectures;
using RevenueModel.Forecasting;
using RevenueModel.Import;
using RevenueModel.Pipeline;
using RevenueModel.Pipeline.Conversion;
using RevenueModel.Pipeline.Timing;
using RevenueModel.Primitives;
using RevenueModel.Primitives.Statistics;
using RevenueModel.Segments;
using Spectre.Console;
using StageCount = RevenueModel.Pipeline.StageCount;
using static System.FormattableString;

var file = new Argument<FileInfo?>("FILE") { Description = "A CRM export: CSV, also gzipped", Arity = ArgumentArity.ZeroOrOne };
var map = new Option<string[]>("--map") { Description = "FIELD=COLUMN, such as stage=deal_stage; repeatable" };
var prices = new Option<FileInfo?>("--prices") { Description = "Price list that fills the amounts of deals without one" };
var stages = new Option<string[]>("--stage") { Description = "NAME=PERCENT of an open stage, in order, such as Proposal=60; repeatable" };
var target = new Option<decimal?>("--target") { Description = "What the quarter is to close" };
var asOf = new Option<string?>("--as-of") { Description = "Report as of this day (2026-10-30); the latest day in the file unless given" };
var dates = new Option<string?>("--dates") { Description = "Format of the dates, such as d/M/uuuu; detected unless given" };
var root = new RootCommand("Reads a CRM export and answers the pipeline question.") { file, map, prices, stages, target, asOf, dates };
root.SetAction(arguments =>
{
    try
    {
        bool isSample = arguments.GetValue(file) is null;
        LocalDate? day = (arguments.GetValue(asOf) ?? (isSample ? "2026-10-30" : null)) is { } text
            ? LocalDatePattern.Iso.Parse(text).GetValueOrThrow()
            : null;
        var options = new CrmImportOptions
        {
            Columns = [.. (arguments.GetValue(map) ?? []).Select(Mapping)],
            DateFormat = arguments.GetValue(dates) is { } pattern ? DateFormat.Of(pattern) : null,
            PriceList = arguments.GetValue(prices) is { } list ? Open(list.FullName, stream => PriceList.Read(stream)) : null,
            LatestDate = day ?? SystemClock.Instance.GetCurrentInstant().InUtc().Date,
        };
        string path = arguments.GetValue(file)?.FullName ?? SamplePath("industrial-iot-pipeline.csv");
        (SalesProcess process, string weights) = ProcessOf(path, options, arguments.GetValue(stages) ?? []);
        CrmImport import = Open(path, stream => CrmImporter.Read(stream, options with { Process = process }));
        Report(path, import, process, weights, day ?? LatestEvent(import), arguments.GetValue(target) ?? (isSample ? 3_000_000m : null), isSample);
        return import.Opportunities.IsEmpty ? 1 : 0;
    }
    catch (Exception error) when (error is ImportException or IOException or ArgumentException or UnparsableValueException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
return root.Parse(args).Invoke();

// The weights of the open stages: stated, or the vendor's where all stages are its, or else the file's own win rate.
static (SalesProcess Process, string Weights) ProcessOf(string path, CrmImportOptions options, string[] stated)
{
    if (stated.Length > 0)
    {
        return (SalesProcess.Of([.. stated.Select(stage => stage.Split('=')).Select(parts => new PipelineStage
        {
            Name = parts[0],
            WinProbability = decimal.Parse(parts[^1].TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture).Percent,
        })]), "as stated");
    }

    foreach ((SalesProcess standard, string name) in new[] { (StandardProcesses.Salesforce, "Salesforce"), (StandardProcesses.HubSpot, "HubSpot") })
    {
        CrmSurvey survey = Open(path, stream => CrmImporter.Survey(stream, options with { Process = standard }));
        if (survey.Stages.Any(stage => stage.ProcessStage is not null))
        {
            return (standard, $"{name}'s defaults");
        }
    }

    CrmSurvey unknown = Open(path, stream => CrmImporter.Survey(stream, options));
    int won = unknown.Stages.Where(stage => stage.Outcome == DealOutcome.Won).Sum(stage => stage.Count);
    int lost = unknown.Stages.Where(stage => stage.Outcome == DealOutcome.Lost).Sum(stage => stage.Count);
    decimal winRate = decimal.Round(WinRateCalculator.ByCount(won, lost) ?? 0m, 4);
    PipelineStage[] open = [.. unknown.Stages.Where(stage => stage.IsUnknown && stage.Value.Length > 0)
        .Select(stage => new PipelineStage { Name = stage.Value, WinProbability = winRate })];
    return (SalesProcess.Of(open.Length > 0 ? open : [new PipelineStage { Name = "Open", WinProbability = winRate }]),
        "the file's own win rate for every stage, since none were stated (--stage NAME=PERCENT)");
}

static void Report(string path, CrmImport import, SalesProcess process, string weights, LocalDate? asOf, decimal? target, bool isSample)
{
    ReadOnlySpan<Opportunity> deals = import.Opportunities.AsSpan();
    Segmentation? published = isSample ? PublishedArchitectures.IndustrialIot2027.Segmentation : null;
    WeightedForecast forecast = WeightedForecastCalculator.Forecast(deals, process);
    WinRate winRate = WinRateCalculator.Measure(deals);
    ValueList<StageCount> byStage = StageCalculator.ByStage(deals, process);

    Heading(Invariant($"{Path.GetFileName(path)} as of {(asOf is { } day ? Invariant($"{day:R}") : "an unknown day: the file has no dates")}"));
    ReadAndRefused(import);

    Heading("Pipeline and coverage");
    Coverage(forecast, winRate, byStage, asOf, target);

    Heading("Open deals by stage");
    Print(["Stage", "Deals", "Without amount", "Amount", "Weight", "Weighted"], byStage
        .Where(line => line.Count > 0)
        .Select(line => (string[])[line.Stage.Name, Number(line.Count), Number(line.WithoutAmount), Money(line.Amount), Percent(line.Stage.WinProbability), Money(line.Weighted)]));
    AnsiConsole.MarkupLine($"  Weights: {weights}.");

    Heading("Forecast by quarter");
    Print(["Quarter", "Closed", "Commit", "Best case", "Pipeline", "Closed + commit", "+ best case", "Weighted"], forecast.RollupByQuarter()
        .Where(line => line.Value.PipelineForecast.Count > 0)
        .TakeLast(7)
        .Select(line => (string[])[
            line.Key?.ToString() ?? "no date", Money(line.Value.Closed.Amount), Money(line.Value.Commit.Amount), Money(line.Value.BestCase.Amount),
            Money(line.Value.Pipeline.Amount), Money(line.Value.CommitForecast.Amount), Money(line.Value.BestCaseForecast.Amount), Money(line.Value.PipelineForecast.Weighted)]));
    if (forecast.ByQuarter().All(line => line.Key is null))
    {
        AnsiConsole.MarkupLine("  The file has no close dates, so nothing can be said by quarter.");
    }

    Heading("Segments");
    Print(["Segment", "Open", "Pipeline", "Weighted", "Published win rate", "Published cycle", "Coverage target"], forecast
        .Where(key => key.Stage is not null).BySegment()
        .Select(line => (Line: line, Published: line.Key is null ? null : published?.Find(line.Key)))
        .Select(row => (string[])[
            row.Line.Key ?? "not recorded", Number(row.Line.Value.Count), Money(row.Line.Value.Amount), Money(row.Line.Value.Weighted),
            row.Published?.WinRate.ToString("0%", null) ?? "-", row.Published is { } p ? $"{p.CycleDays} days" : "-", row.Published is { } q ? Invariant($"{q.CoverageTarget:0.0}x") : "-"]));
    if (published is not null)
    {
        Misplaced(import, published);
    }

    Heading("Win rates of closed deals, with 95% intervals");
    Print(["", "Won", "Lost", "By count", "", "By value", ""], [
        WinRateRow("All", winRate),
        .. WinRateCalculator.BySegment(deals).Where(line => line.Key is not null).Select(line => WinRateRow(line.Key!, line.Value)),
        .. WinRateCalculator.ByCompetitive(deals).Where(line => line.Key is not null).Select(line => WinRateRow(line.Key == true ? "Competitive" : "Not competitive", line.Value)),
        .. WinRateCalculator.ByBuyerEngagement(deals).Where(line => line.Key is not null).Select(line => WinRateRow($"Buyers engaged: {line.Key}", line.Value))]);
    if (winRate.Closed > 0 && winRate.ByValue is null)
    {
        AnsiConsole.MarkupLine("  By value can't be said: on one side no deal carries an amount.");
    }

    Heading("Cycle of won deals in days, and velocity");
    Print(["", "Deals", "Quarter within", "Median", "Three quarters", "90% within", "Mean"], [
        CycleRow("All", CycleCalculator.Measure(deals)),
        .. CycleCalculator.BySegment(deals).Where(line => line.Key is not null).Select(line => CycleRow(line.Key!, line.Value))]);
    SalesVelocity velocity = VelocityCalculator.Measure(deals);
    AnsiConsole.MarkupLine($"  Velocity: {Money(velocity.PipelinePerDay)} a day (open deals x mean won amount x win rate / mean cycle); {Money(velocity.WonValuePerCycleDay)} a day (won amount / mean cycle).");

    Heading("Deals to look at");
    Attention(deals, asOf, process);
}

static void ReadAndRefused(CrmImport import)
{
    AnsiConsole.MarkupLine($"  {Number(import.RowCount)} rows: {Number(import.Opportunities.Count)} read, {Number(import.Refused.Count)} refused.");
    AnsiConsole.MarkupLine($"  {Number(Count(DealOutcome.Won))} won, {Number(Count(DealOutcome.Lost))} lost, {Number(Count(DealOutcome.Open))} open; {Number(import.Opportunities.Count(o => o.Account is null))} without an account, {Number(import.PriceListFills)} amounts from the price list.");
    AnsiConsole.WriteLine($"  Columns: {string.Join(", ", import.Layout.Columns.Where(column => column.Field is not null))}");
    AnsiConsole.WriteLine($"  Not read: {(import.Layout.IgnoredColumns.IsEmpty ? "none" : string.Join(", ", import.Layout.IgnoredColumns.Select(column => column.Name)))}");
    AnsiConsole.WriteLine(Invariant($"  Dates: {import.Layout.DateFormat?.ToString() ?? "none"} ({import.Layout.DateFormatSource}), numbers: {import.Layout.NumberFormat?.ToString() ?? "alike in every format"} ({import.Layout.NumberFormatSource})"));
    foreach (ImportNote note in import.Notes)
    {
        AnsiConsole.WriteLine($"  Note: {note}");
    }

    foreach (RefusedRow row in import.Refused.Take(8))
    {
        AnsiConsole.WriteLine($"  Refused: {row}");
    }

    if (import.Refused.Count > 8)
    {
        AnsiConsole.WriteLine($"  ... and {Number(import.Refused.Count - 8)} more: {string.Join(", ", import.Refused.SelectMany(row => row.Faults).GroupBy(fault => fault.Reason).Select(group => $"{Number(group.Count())} {group.Key}"))}");
    }

    int Count(DealOutcome outcome) => import.Opportunities.Count(opportunity => opportunity.Outcome == outcome);
}

static void Coverage(WeightedForecast forecast, WinRate winRate, ValueList<StageCount> byStage, LocalDate? asOf, decimal? target)
{
    decimal open = byStage.Sum(line => line.Amount);
    AnsiConsole.MarkupLine($"  [bold]{Number(byStage.Sum(line => line.Count))} open deals, {Money(open)}; {Money(byStage.Sum(line => line.Weighted))} expected by stage weights.[/]");
    decimal? rate = winRate.ByValue ?? winRate.ByCount;
    string kind = winRate.ByValue is null ? "by count" : "by value";
    if (target is null || asOf is null)
    {
        AnsiConsole.MarkupLine(rate is { } r
            ? $"  No target to compare with{(asOf is null ? ", and no day" : " (--target AMOUNT)")}. At a win rate of {Percent(r)} {kind} it covers a target of up to {Money(open * r)}."
            : "  No target to compare with, and no closed deal to tell a win rate from.");
        return;
    }

    YearQuarter quarter = YearQuarter.Containing(asOf.Value);
    CategoryRollup now = forecast.RollupByQuarter().FirstOrDefault(line => line.Key == quarter).Value ?? new CategoryRollup();
    decimal remaining = target.Value - now.Closed.Amount;
    decimal due = now.PipelineForecast.Amount - now.Closed.Amount;
    decimal expected = now.PipelineForecast.Weighted - now.Closed.Weighted;
    AnsiConsole.MarkupLine($"  Target for {quarter}: {Money(target)}, of which {Money(now.Closed.Amount)} is won and {Money(remaining)} remains.");
    AnsiConsole.MarkupLine($"  Open and expected to close in {quarter}: {Money(due)}, {Times(CoverageCalculator.Coverage(due, remaining))} the remainder; weighted {Money(expected)}.");
    if (rate is { } closeRate && CoverageCalculator.CoverageTarget(closeRate) is { } needed)
    {
        bool isCovered = remaining <= 0m || CoverageCalculator.Coverage(due, remaining) >= needed;
        AnsiConsole.MarkupLine($"  At a win rate of {Percent(closeRate)} {kind} it takes {Times(needed)}: [bold]{(isCovered ? "covered" : "not covered")}[/]{(isCovered ? "" : $", {Money(CoverageCalculator.RequiredPipelineAtWinRate(remaining, closeRate) - due)} short")}.");
    }
}

static void Misplaced(CrmImport import, Segmentation published)
{
    var classified = import.Opportunities
        .Where(opportunity => opportunity.Amount is not null && opportunity.Segment is not null)
        .Select(opportunity => (Opportunity: opportunity, Match: SegmentCalculator.ByAcv(published, opportunity.Amount!.Value)))
        .ToList();
    foreach (var (opportunity, match) in classified.Where(pair => pair.Match.Segment is { } segment && segment.Name != pair.Opportunity.Segment))
    {
        AnsiConsole.WriteLine($"  {opportunity.Id} is recorded as {opportunity.Segment}, but {match}.");
    }

    foreach (var (opportunity, match) in classified.Where(pair => pair.Match.Segment is null))
    {
        AnsiConsole.WriteLine($"  {opportunity.Id} is recorded as {opportunity.Segment}; {match}.");
    }
}

static void Attention(ReadOnlySpan<Opportunity> deals, LocalDate? asOf, SalesProcess process)
{
    if (asOf is not { } day)
    {
        AnsiConsole.MarkupLine("  The file has no dates, so neither the age of open deals nor a passed close can be told.");
        return;
    }

    StaleDeals stale = AgingCalculator.OlderThanAnyClosed(deals, day);
    ValueList<Opportunity> late = AgingCalculator.PastExpectedClose(deals, day);
    ForecastAmounts staleForecast = WeightedForecastCalculator.Forecast(stale.Deals.AsSpan(), process).Total;
    AnsiConsole.MarkupLine($"  [bold]{Number(stale.Deals.Count)}[/] open deals are older than any deal that closed ({Number(stale.LongestClosedCycleDays)} days): {Money(staleForecast.Amount)}, of which {Money(staleForecast.Weighted)} stands in the weighted figures above.");
    AnsiConsole.MarkupLine($"  [bold]{Number(late.Count)}[/] open deals are past their expected close: {Money(late.Sum(deal => deal.Amount ?? 0m))}.");
    AnsiConsole.MarkupLine($"  {Number(stale.WithoutAge)} open deals have no creation date to tell their age by.");
    RegulatoryPipeline regulatory = RegulatoryCalculator.ByDeadlineQuarter(deals);
    if (regulatory.DrivenCount > 0)
    {
        AnsiConsole.WriteLine($"  Regulation drives {Number(regulatory.DrivenCount)} open deals, {Percent(regulatory.ShareByAmount)} of the amount: {string.Join("; ", regulatory.Quarters)}.");
    }
}

static string[] WinRateRow(string name, WinRate rate) => [
    name, Number(rate.Won), Number(rate.Lost), Percent(rate.ByCount), Interval(rate.CountInterval), Percent(rate.ByValue), Interval(rate.ValueInterval)];

static string[] CycleRow(string name, CycleLengths cycle) => [
    name, Number(cycle.Count), Days(cycle.LowerQuartile), Days(cycle.Median), Days(cycle.UpperQuartile), Days(cycle.NinetiethPercentile), Days(cycle.Mean)];

static LocalDate? LatestEvent(CrmImport import)
{
    LocalDate[] events = [.. import.Opportunities.SelectMany(o => new[] { o.Created, o.StageEntered, o.Closed }).OfType<LocalDate>()];
    return events.Length == 0 ? null : events.Max();
}

static ColumnMapping Mapping(string text) => text.Split('=', 2) is [var field, var column] && Enum.TryParse(field, ignoreCase: true, out CrmField known)
    ? new ColumnMapping(known, column)
    : throw new ArgumentException($"--map was \"{text}\"; FIELD=COLUMN is expected, with a field of {string.Join(", ", Enum.GetNames<CrmField>())}.");

static T Open<T>(string path, Func<Stream, T> read)
{
    using FileStream stream = File.OpenRead(path);
    return read(stream);
}

static string SamplePath(string name, [CallerFilePath] string self = "") => Path.Combine(Path.GetDirectoryName(self)!, "data", name);

static void Heading(string text)
{
    AnsiConsole.WriteLine();
    AnsiConsole.Write(new Rule($"[bold]{text.EscapeMarkup()}[/]").LeftJustified());
}

static void Print(string[] headings, IEnumerable<string[]> rows)
{
    AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 130);
    var table = new Table().SimpleBorder();
    foreach (string heading in headings)
    {
        table.AddColumn(heading == headings[0] ? new TableColumn(heading) : new TableColumn(heading).RightAligned());
    }

    foreach (string[] row in rows)
    {
        table.AddRow([.. row.Select(cell => cell.EscapeMarkup())]);
    }

    AnsiConsole.Write(table);
}

static string Number(int? value) => Invariant($"{value:#,0}");
static string Money(decimal? value) => value is null ? "-" : Invariant($"{value:#,0}");
static string Percent(decimal? value) => value is null ? "-" : Invariant($"{value * 100m:0.0}%");
static string Days(decimal? value) => value is null ? "-" : Invariant($"{value:0.#}");
static string Times(decimal? value) => value is null ? "-" : Invariant($"{value:0.0}x");
static string Interval(ConfidenceInterval? interval) => interval is { } i ? Invariant($"{i.Lower * 100:0.0}-{i.Upper * 100:0.0}%") : "-";
