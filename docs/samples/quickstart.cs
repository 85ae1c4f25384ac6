#:property PublishAot=false
#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel.Import/RevenueModel.Import.csproj

// How much pipeline is there, does it cover the target, and what can be expected of it?
//
//   dotnet run docs/samples/quickstart.cs                              a small fictional export
//   dotnet run docs/samples/quickstart.cs -- FILE --target 5000000     a CRM export of your own
//   dotnet run docs/samples/quickstart.cs -- --help                    the options

using System.CommandLine;
using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Architectures;
using RevenueModel.Forecasting;
using RevenueModel.Import;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Segments;
using RevenueModel.Statistics;
using Spectre.Console;
using static System.FormattableString;

var file = new Argument<FileInfo?>("FILE") { Description = "A CRM export: CSV, also gzipped", Arity = ArgumentArity.ZeroOrOne };
var map = new Option<string[]>("--map") { Description = "FIELD=COLUMN, such as stage=deal_stage; repeatable" };
var prices = new Option<FileInfo?>("--prices") { Description = "A price list (CSV) for the amounts of deals that carry none" };
var stages = new Option<string[]>("--stage") { Description = "NAME=PERCENT of each open stage, in order, such as Proposal=60; repeatable" };
var won = new Option<string[]>("--won") { Description = "A stage that means won, such as \"Closed - Signed\"; repeatable" };
var lost = new Option<string[]>("--lost") { Description = "A stage that means lost, such as Disqualified; repeatable" };
var target = new Option<decimal?>("--target") { Description = "What the quarter is to close" };
var asOf = new Option<string?>("--as-of") { Description = "The day to report as of, such as 2026-10-30; the latest day in the file unless given" };
var dates = new Option<string?>("--dates") { Description = "The format of the dates, such as d/M/uuuu; detected unless given" };
var published = new Option<string?>("--compare") { Description = "Compare segments with a published architecture" };
published.AcceptOnlyFromAmong("iiot", "ipaas");
var command = new RootCommand("Reads a CRM export and answers the pipeline question.") { file, map, prices, stages, won, lost, target, asOf, dates, published };
command.SetAction(arguments =>
{
    bool isSample = arguments.GetValue(file) is null;
    try
    {
        LocalDate? day = (arguments.GetValue(asOf) ?? (isSample ? "2026-10-30" : null)) is { } text
            ? LocalDatePattern.Iso.Parse(text).GetValueOrThrow()
            : null;
        var options = new CrmImportOptions
        {
            Columns = [.. (arguments.GetValue(map) ?? []).Select(Mapping)],
            DateFormat = arguments.GetValue(dates) is { } pattern ? DateFormat.Of(pattern) : null,
            PriceList = arguments.GetValue(prices) is { } list ? Open(list.FullName, stream => PriceList.Read(stream)) : null,
            Stages = [.. (arguments.GetValue(won) ?? []).Select(StageMapping.ToWon), .. (arguments.GetValue(lost) ?? []).Select(StageMapping.ToLost)],
            LatestDate = day ?? SystemClock.Instance.GetCurrentInstant().InUtc().Date, // nothing has happened after today
        };
        string path = arguments.GetValue(file)?.FullName ?? SamplePath("industrial-iot-pipeline.csv");
        (SalesProcess process, string weights) = ProcessOf(path, options, arguments.GetValue(stages) ?? []);
        CrmImport import = Open(path, stream => CrmImporter.Read(stream, options with { Process = process }));
        Report(
            new Review(Path.GetFileName(path), import, process, weights, day ?? LatestEvent(import)),
            arguments.GetValue(target) ?? (isSample ? 3_000_000m : null),
            (arguments.GetValue(published) ?? (isSample ? "iiot" : null)) switch
            {
                "iiot" => PublishedArchitectures.IndustrialIot2027.Segmentation,
                "ipaas" => PublishedArchitectures.Ipaas2027.Segmentation,
                _ => null,
            });
        return import.Opportunities.IsEmpty || !import.IsComplete ? 1 : 0;
    }
    catch (Exception error) when (error is ImportException or IOException or UnauthorizedAccessException or ArgumentException or FormatException or UnparsableValueException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

// Weights of the open stages: as stated; else a vendor's defaults where most open deals are in its stages; else the
// share of the file's own closed deals that were won.
static (SalesProcess Process, string Weights) ProcessOf(string path, CrmImportOptions options, string[] stated)
{
    if (stated.Length > 0)
    {
        return (SalesProcess.Of([.. stated.Select(Stage)]), "as stated");
    }

    foreach ((SalesProcess standard, string vendor) in new[] { (StandardProcesses.Salesforce, "Salesforce"), (StandardProcesses.HubSpot, "HubSpot") })
    {
        CrmSurvey survey = Open(path, stream => CrmImporter.Survey(stream, options with { Process = standard }));
        if (survey.Stages.Where(stage => stage.ProcessStage is not null).Sum(stage => stage.Count) > survey.Stages.Where(stage => stage.IsUnknown).Sum(stage => stage.Count))
        {
            return (standard, $"{vendor}'s defaults, since none were stated (--stage NAME=PERCENT)");
        }
    }

    string[] names = [.. Open(path, stream => CrmImporter.Survey(stream, options)).Stages
        .Where(stage => stage.IsUnknown && stage.Field == CrmField.Stage && stage.Value.Length > 0 && !SaysClosed(stage.Value)).Select(stage => stage.Value).DefaultIfEmpty("Open")];
    SalesProcess unweighted = Weighted(0m);
    CrmImport import = Open(path, stream => CrmImporter.Read(stream, options with { Process = unweighted }));
    return (Weighted(decimal.Round(WinRateCalculator.Measure(import.Opportunities.AsSpan()).ByCount ?? 0m, 4)),
        "the win rate of the file's closed deals for every stage, since none were stated (--stage NAME=PERCENT)");

    // A name such as "Closed Lost - Price" is no open stage; without --won or --lost its rows are refused.
    static bool SaysClosed(string name) => new[] { "closed", "won", "lost", "lose", "disqualif", "cancel", "dead" }.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    SalesProcess Weighted(decimal winRate) => SalesProcess.Of([.. names.Select(name => new PipelineStage { Name = name, WinProbability = winRate })]);
}

static void Report(Review review, decimal? target, Segmentation? published)
{
    if (Console.IsOutputRedirected)
    {
        AnsiConsole.Profile.Width = 120;
    }

    Heading(Invariant($"{review.File} as of {(review.AsOf is { } day ? Invariant($"{day:R}") : "an unknown day: the file has no dates")}"));
    Imported(review.Import);
    Heading("Pipeline and coverage");
    Coverage(review, target);
    Heading("Open deals by stage");
    Stages(review);
    Heading("Forecast by quarter and category");
    Forecast(review);
    Heading("Segments");
    Segments(review, published);
    Heading("Win rates of closed deals, with 95% intervals");
    WinRates(review);
    Heading("Sales cycles of won deals in days, and velocity");
    Cycles(review);
    Heading("Deals to look at");
    Attention(review);
}

static void Imported(CrmImport import)
{
    Say($"{CountOf(import.RowCount, "row")}: {Count(import.Opportunities.Count)} read, {Count(import.Refused.Count)} refused.");
    Say(string.Join(", ", import.Opportunities.CountBy(deal => deal.IsOpen ? deal.Stage : deal.Outcome.ToString())
        .OrderByDescending(stage => stage.Value).Select(stage => $"{Count(stage.Value)} {stage.Key}")) + ".");
    Say($"{Count(import.Opportunities.Count(deal => deal.Account is null))} without an account, {Count(import.Opportunities.Count(deal => deal.Amount is null))} without an amount, {Count(import.PriceListAmountCount)} amounts filled from the price list.");
    if (!import.IsComplete)
    {
        Say("The file was not read to its end: a quotation mark is never closed.", "bold");
    }

    foreach (var reason in import.Refused.SelectMany(row => row.Faults.Select(fault => (row.Row, fault))).GroupBy(fault => fault.fault.Reason))
    {
        Say($"Refused, {reason.Key}: {CountOf(import.CountOf(reason.Key), "row")}, such as row {Count(reason.First().Row)}: {reason.First().fault.Message}");
    }

    foreach (ImportNote note in import.Notes)
    {
        Say($"Note: {note}");
    }

    Say(Invariant($"Dates {import.Layout.DateFormat?.ToString() ?? "none"}, numbers {import.Layout.NumberFormat?.ToString() ?? "the same in every format"}. Columns: {string.Join(", ", import.Layout.Columns)}."));
}

static void Coverage(Review review, decimal? target)
{
    ForecastAmounts open = review.Open.Total;
    WinRate winRate = WinRateCalculator.Measure(review.Deals);
    bool mostHaveValue = (winRate.WonWithoutValueCount + winRate.LostWithoutValueCount) * 5 <= winRate.ClosedCount;
    (decimal? rate, string kind) = winRate.ByValue is { } byValue && mostHaveValue ? (byValue, "by value") : (winRate.ByCount, "by count");
    if (open.Count == 0)
    {
        Say("No deals are open, so there is no pipeline to compare with a target.", "bold");
        return;
    }

    if (open.WithoutAmountCount == open.Count)
    {
        Say($"{Count(open.Count)} open deals, none of which carries an amount: neither coverage nor what to expect can be told (--prices FILE).", "bold");
        return;
    }

    if (open.WithoutAmountCount > 0)
    {
        Say($"{Count(open.WithoutAmountCount)} of {Count(open.Count)} open deals carry no amount and are not in the figures below.");
    }

    Say($"{Count(open.Count)} open deals, {Money(open.Amount)}. Expected: {Money(open.Weighted)} by stage weights, {Money(open.Amount * rate)} at the win rate of closed deals ({Percent(rate)} {kind}).", "bold");
    if (target is not { } goal || review.AsOf is not { } day)
    {
        Say(target is null
            ? $"No target to compare with (--target AMOUNT). At that win rate the pipeline covers a target of {Money(open.Amount * rate)}."
            : "The file has no dates, so nothing can be said of what the quarter has closed and will close.");
        return;
    }

    YearQuarter quarter = YearQuarter.Containing(day);
    WeightedForecast now = review.Forecast.Where(key => key.Month is { } month && default(FiscalCalendar).QuarterOf(month) == quarter);
    decimal won = now.Rollup().Closed.Amount;
    decimal remaining = goal - won;
    bool hasDates = review.Open.ByMonth().Any(line => line.Key is not null);
    ForecastAmounts due = hasDates ? now.Where(key => key.Stage is not null).Total : open;
    Say($"Target for {quarter}: {Money(goal)}. Won so far: {Money(won)}. Remaining: {Money(remaining)}.");
    if (remaining <= 0m)
    {
        Say("The target is reached.", "bold");
        return;
    }

    Say($"{(hasDates ? $"Open deals expected to close in {quarter}" : "Open deals, none of which says when it is expected to close")}: {Money(due.Amount)}, a coverage of {Times(CoverageCalculator.Coverage(due.Amount, remaining))} (all open deals: {Times(CoverageCalculator.Coverage(open.Amount, remaining))}).");
    Say($"Expected of them: {Money(due.Weighted)} by stage weights, {Percent(due.Weighted / remaining)} of what remains; {Money(due.Amount * rate)} at the win rate, {Percent(due.Amount * rate / remaining)}.");
    if (rate is { } closeRate && CoverageCalculator.RequiredPipelineAtWinRate(remaining, closeRate) is { } required)
    {
        Say($"At the win rate it takes {Times(CoverageCalculator.CoverageTarget(closeRate))}, {Money(required)}: {(due.Amount >= required ? "covered" : $"not covered, {Money(required - due.Amount)} short")}.", "bold");
    }
}

static void Stages(Review review)
{
    Print(["Stage", "Deals", "Without amount", "Amount", "Weight", "Weighted"], StageCalculator.ByStage(review.Process, review.Deals)
        .Where(line => line.Count > 0)
        .Select(line => (string[])[
            line.Stage.Name, Count(line.Count), Count(line.WithoutAmountCount), Money(line.Amount), Percent(line.Stage.WinProbability), Money(line.Weighted)]),
        "No deals are open.");
    Say($"Weights: {review.Weights}.");
}

static void Forecast(Review review)
{
    if (review.AsOf is not { } day || review.Forecast.ByQuarter().All(line => line.Key is null))
    {
        Say("The file has no close dates, so nothing can be said by quarter.");
        return;
    }

    YearQuarter first = YearQuarter.Containing(day).PlusQuarters(-2);
    var quarters = review.Forecast.RollupBy(key => key.Month is not { } month ? (YearQuarter?)null
        : default(FiscalCalendar).QuarterOf(month) is var quarter && quarter < first ? first.PlusQuarters(-1) : quarter);
    Print(["Quarter", "Closed", "Commit", "Best case", "Pipeline", "Weighted"], quarters
        .Where(line => line.Value.PipelineForecast.Count > 0)
        .Select(line => (string[])[
            line.Key is not { } quarter ? "no date" : quarter < first ? $"before {first}" : quarter.ToString(),
            Money(line.Value.Closed.Amount), Money(line.Value.Commit.Amount), Money(line.Value.BestCase.Amount), Money(line.Value.Pipeline.Amount),
            Money(line.Value.PipelineForecast.Weighted)]));
    Say("Weighted counts won deals in full and open ones at their stage's weight.");
    CategoryRollup now = quarters.FirstOrDefault(line => line.Key == YearQuarter.Containing(day)).Value ?? new CategoryRollup();
    Say($"{YearQuarter.Containing(day)} rolls up to: commit {Money(now.CommitForecast.Amount)} (closed + commit), best case {Money(now.BestCaseForecast.Amount)} (+ best case), pipeline {Money(now.PipelineForecast.Amount)} (+ the rest). Lost and omitted: {Money(now.Omitted.Amount)}.");
}

static void Segments(Review review, Segmentation? published)
{
    var bySegment = review.Open.BySegment();
    if (bySegment.All(line => line.Key is null))
    {
        Say("No open deal says its segment (--map segment=COLUMN).");
        return;
    }

    Print(["Segment", "Open", "Amount", "Weighted", "Win rate*", "Coverage*"], bySegment
        .Select(line => (line.Key, line.Value, Published: line.Key is null ? null : published?.Find(line.Key)))
        .Select(line => (string[])[
            line.Key ?? "not recorded", Count(line.Value.Count), Money(line.Value.Amount), Money(line.Value.Weighted),
            line.Published?.WinRate.ToString("0%", null) ?? "-", Times(line.Published?.CoverageTarget)]));
    Say(published is null ? "* as published: --compare iiot or ipaas." : "* as published for the segment, to compare with.");
    foreach (Opportunity deal in review.Import.Opportunities.Where(deal => published is not null && deal is { Amount: not null, Segment: not null }))
    {
        SegmentMatch match = SegmentCalculator.ByAcv(published!, deal.Amount!.Value);
        if (match.Segment?.Name != deal.Segment)
        {
            Say($"{deal.Id} is recorded as {deal.Segment}, but its amount of {match}.");
        }
    }
}

static void WinRates(Review review)
{
    WinRate all = WinRateCalculator.Measure(review.Deals);
    Print(["Deals", "Won", "Lost", "By count", "By value"], [
        Row("All", all),
        .. WinRateCalculator.BySegment(review.Deals).Where(line => line.Key is not null).Select(line => Row(line.Key!, line.Value)),
        .. WinRateCalculator.ByCompetitive(review.Deals).Where(line => line.Key is not null).Select(line => Row(line.Key == true ? "Competitive" : "Not competitive", line.Value)),
        .. WinRateCalculator.ByBuyerEngagement(review.Deals).Where(line => line.Key is not null).Select(line => Row($"Buyers engaged: {(line.Key is BuyerEngagement.Both ? "IT and OT" : line.Key.ToString()!.ToUpperInvariant())}", line.Value))]);
    if (all.ClosedCount > 0 && all.ByValue is null)
    {
        Say("By value nothing can be said: the deals of one side carry no amount.");
    }

    static string[] Row(string name, WinRate rate) => [
        name, Count(rate.WonCount), Count(rate.LostCount), Rate(rate.ByCount, rate.CountInterval), Rate(rate.ByValue, rate.ValueInterval)];
}

static void Cycles(Review review)
{
    Print(["Deals", "Won", "25%", "Median", "75%", "90%", "Mean"], [
        Row("All", CycleCalculator.Measure(review.Deals)),
        .. CycleCalculator.BySegment(review.Deals).Where(line => line.Key is not null).Select(line => Row(line.Key!, line.Value))]);
    SalesVelocity velocity = VelocityCalculator.Measure(review.Deals);
    Say($"Velocity of the pipeline: {Money(velocity.PipelinePerDay)} a day (open deals x mean won amount x win rate / mean cycle).");
    Say($"Velocity of what was won: {Money(velocity.WonValuePerCycleDay)} a day (won amount / mean cycle).");

    static string[] Row(string name, CycleLengths cycle) => [
        name, Count(cycle.Count), Days(cycle.LowerQuartile), Days(cycle.Median), Days(cycle.UpperQuartile), Days(cycle.NinetiethPercentile), Days(cycle.Mean)];
}

static void Attention(Review review)
{
    if (review.AsOf is not { } day)
    {
        Say("The file has no dates, so neither the age of open deals nor a passed close can be told.");
        return;
    }

    StaleDeals stale = AgingCalculator.OlderThanAnyClosed(review.Deals, day);
    ForecastAmounts staleForecast = WeightedForecastCalculator.Forecast(review.Process, stale.Deals.AsSpan()).Total;
    Say($"{Count(stale.Deals.Count)} open deals are older than any deal that closed ({Count(stale.LongestClosedCycleDays)} days): {Money(staleForecast.Amount)}, of which {Money(staleForecast.Weighted)} stands in the weighted figures.", "bold");
    Say($"{Count(stale.WithoutAgeCount)} open deals have no creation date to tell their age by.");
    ValueList<Opportunity> late = AgingCalculator.PastExpectedClose(review.Deals, day);
    Say($"{Count(late.Count)} open deals are past their expected close: {Money(late.Sum(deal => deal.Amount ?? 0m))}.");
    RegulatoryPipeline regulatory = RegulatoryDeadlineCalculator.Measure(review.Deals);
    if (regulatory.DrivenCount > 0)
    {
        Say($"Regulation drives {Count(regulatory.DrivenCount)} open deals, {Percent(regulatory.ShareByAmount)} of the amount; deadlines: {string.Join("; ", regulatory.Quarters)}.");
    }
}

static LocalDate? LatestEvent(CrmImport import) => import.Opportunities
    .SelectMany(deal => new[] { deal.Created, deal.StageEntered, deal.Closed }).Where(date => date is not null).DefaultIfEmpty(null).Max();

static ColumnMapping Mapping(string text) => text.Split('=', 2) is [var field, var column] && Enum.TryParse(field, ignoreCase: true, out CrmField known)
    ? ColumnMapping.Of(known, column)
    : throw new FormatException($"--map was \"{text}\"; FIELD=COLUMN is expected, with a field of {string.Join(", ", Enum.GetNames<CrmField>())}.");

static PipelineStage Stage(string text) => text.LastIndexOf('=') is > 0 and var at
    && decimal.TryParse(text[(at + 1)..].TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out decimal percent)
    ? new PipelineStage { Name = text[..at], WinProbability = percent.Percent }
    : throw new FormatException($"--stage was \"{text}\"; NAME=PERCENT is expected, such as Proposal=60.");

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

static void Say(string text, string style = "default") => AnsiConsole.Write(new Padder(new Markup($"[{style}]{text.EscapeMarkup()}[/]"), new Padding(2, 0, 0, 0)));

static void Print(string[] headings, IEnumerable<string[]> rows, string? otherwise = null)
{
    var table = new Table().SimpleBorder();
    for (int i = 0; i < headings.Length; i++)
    {
        table.AddColumn(i == 0 ? new TableColumn(headings[i]) : new TableColumn(headings[i]).RightAligned().NoWrap());
    }

    foreach (string[] row in rows)
    {
        table.AddRow([.. row.Select(cell => cell.EscapeMarkup())]);
    }

    if (table.Rows.Count > 0)
    {
        AnsiConsole.Write(table);
    }
    else if (otherwise is not null)
    {
        Say(otherwise);
    }
}

static string Count(int? value) => Invariant($"{value:#,0}");

static string CountOf(int value, string one) => Invariant($"{value:#,0} {one}{(value == 1 ? "" : "s")}");
static string Money(decimal? value) => value is null ? "-" : Invariant($"{value:#,0}");
static string Percent(decimal? value) => value is null ? "-" : Invariant($"{value * 100m:0.0}%");
static string Days(decimal? value) => value is null ? "-" : Invariant($"{value:0.#}");
static string Times(decimal? value) => value is null ? "-" : Invariant($"{value:0.0}x");
static string Rate(decimal? rate, ConfidenceInterval? interval) => interval is { } i ? Invariant($"{rate * 100m:0.0}% ({i.Lower * 100:0.0}-{i.Upper * 100:0.0})") : "-";

/// <summary>What the sections report on.</summary>
internal sealed record Review(string File, CrmImport Import, SalesProcess Process, string Weights, LocalDate? AsOf)
{
    public ReadOnlySpan<Opportunity> Deals => Import.Opportunities.AsSpan();

    public WeightedForecast Forecast { get; } = WeightedForecastCalculator.Forecast(Process, Import.Opportunities.AsSpan());

    public WeightedForecast Open => Forecast.Where(key => key.Stage is not null);
}
