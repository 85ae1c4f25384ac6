#:property PublishAot=false
#:property SampleOutput=true
#:property ImportArguments=true
#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel.Import/RevenueModel.Import.csproj

// Reads a CRM export and reports pipeline, coverage of the target, forecast, win rates, sales cycles and stale deals.
//
//   dotnet run docs/samples/quickstart.cs                              reads a small fictional export
//   dotnet run docs/samples/quickstart.cs -- FILE --target 5000000     reads your CRM export
//   dotnet run docs/samples/quickstart.cs -- --help                    lists the options

using System.CommandLine;
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
using static SampleOutput;
using static System.FormattableString;

var file = new Argument<FileInfo?>("FILE")
{
    Description = "A CRM export: CSV, plain or gzipped. Default: a fictional export",
    Arity = ArgumentArity.ZeroOrOne,
};
var target = new Option<decimal?>("--target") { Description = "The target of the quarter" };
var asOf = new Option<string?>("--as-of")
{
    Description = "The date of the report, such as 2026-10-30. Default: the latest date in the file",
};
var published = new Option<string?>("--compare") { Description = "Compare segments with a published architecture" };
published.AcceptOnlyFromAmong("iiot", "ipaas");
var command = new RootCommand("Reads a CRM export and reports pipeline, coverage and forecast.")
{
    file, target, asOf, published,
};
var import = new ImportArguments();
import.AddCrmOptions(command);
command.SetAction(arguments =>
{
    bool isSample = arguments.GetValue(file) is null;
    try
    {
        LocalDate? day = (arguments.GetValue(asOf) ?? (isSample ? "2026-10-30" : null)) is { } text
            ? LocalDatePattern.Iso.Parse(text).GetValueOrThrow()
            : null;
        // Past events after the date of the report are refused.
        CrmImportOptions options = import.Crm(arguments, latest: day);
        string path = arguments.GetValue(file)?.FullName ?? SamplePath("industrial-iot-pipeline.csv");
        using FileStream stream = File.OpenRead(path);
        using ImportFile opened = ImportFile.Open(stream);
        (SalesProcess process, string weights) = ProcessOf(opened, options);
        CrmImport deals = CrmImporter.Read(opened, options with { Process = process });
        Report(
            new Review(Path.GetFileName(path), deals, process, weights, day ?? LatestEvent(deals)),
            arguments.GetValue(target) ?? (isSample ? 3_000_000m : null),
            (arguments.GetValue(published) ?? (isSample ? "iiot" : null)) switch
            {
                "iiot" => PublishedArchitectures.IndustrialIot2027.Segmentation,
                "ipaas" => PublishedArchitectures.Ipaas2027.Segmentation,
                _ => null,
            });
        return deals.Opportunities.IsEmpty || !deals.IsComplete ? 1 : 0;
    }
    catch (ImportException error)
    {
        Console.Error.WriteLine(ImportArguments.Describe(error));
        return 1;
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException
        or ArgumentException or FormatException or UnparsableValueException)
    {
        Console.Error.WriteLine(error.Message);
        return 1;
    }
});
return command.Parse(args).Invoke();

// Returns the open stages with their weights: from --stage if given; from a vendor's defaults if they know most of the
// file's open deals; otherwise the win rate of the file's closed deals for each stage.
static (SalesProcess Process, string Weights) ProcessOf(ImportFile file, CrmImportOptions options)
{
    if (options.Process is { } stated)
    {
        return (stated, "as given by --stage");
    }

    SurveyedStage[] open =
    [
        .. CrmImporter.Survey(file, options).Stages.Where(stage => stage is { IsUnknown: true, Field: CrmField.Stage }
            && stage.Value.Length > 0 && !SoundsClosed(stage.Value)),
    ];
    (SalesProcess Process, string Vendor)[] standards =
        [(StandardProcesses.Salesforce, "Salesforce"), (StandardProcesses.HubSpot, "HubSpot")];
    foreach ((SalesProcess standard, string vendor) in standards)
    {
        int known = open.Where(stage => Knows(standard, stage.Value)).Sum(stage => stage.Count);
        if (known * 2 > open.Sum(stage => stage.Count))
        {
            return (standard, $"the defaults of {vendor}. Use --stage NAME=PERCENT for your own");
        }
    }

    string[] names = [.. open.Select(stage => stage.Value).DefaultIfEmpty("Open")];
    CrmImport import = CrmImporter.Read(file, options with { Process = Weighted(0m) });
    return import.MeasureWinRate()?.ByCount is { } winRate
        ? (
            Weighted(decimal.Round(winRate, 4)),
            "the win rate of the file's closed deals, for each stage. Use --stage NAME=PERCENT for your own")
        : (
            Weighted(0m),
            "none, since the file has no win rate; weighted amounts are zero. Use --stage NAME=PERCENT");

    // A name such as "Closed Lost - Price" is not an open stage. Without --won or --lost, its rows are refused.
    static bool SoundsClosed(string name) =>
        new[] { "closed", "won", "lost", "lose", "disqualif", "cancel", "dead" }
            .Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    // HubSpot exports a stage under its internal name too: appointmentscheduled.
    static bool Knows(SalesProcess process, string name) =>
        process.Stages.Any(stage => Letters(stage.Name).Equals(Letters(name), StringComparison.OrdinalIgnoreCase));

    static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    SalesProcess Weighted(decimal winRate) =>
        SalesProcess.Of([.. names.Select(name => new PipelineStage { Name = name, WinProbability = winRate })]);
}

static void Report(Review review, decimal? target, Segmentation? published)
{
    FixWidthIfRedirected();

    Heading($"{review.File}{(review.AsOf is { } day ? Invariant($" as of {day:R}") : ", which has no dates")}");
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
    string read = Count(import.Opportunities.Count);
    Say($"{CountOf(import.RowCount, "row")}: {read} read, {Count(import.Refused.Count)} refused.");
    var byStage = import.Opportunities
        .CountBy(deal => deal.IsOpen ? deal.Stage : deal.Outcome.ToString().ToLowerInvariant())
        .OrderByDescending(stage => stage.Value)
        .Select(stage => $"{Count(stage.Value)} {stage.Key}");
    Say($"Deals: {string.Join(", ", byStage)}.");
    Say($"Deals without an account: {Count(import.Opportunities.Count(deal => deal.Account is null))}.");
    Say($"Deals without an amount: {Count(import.Opportunities.Count(deal => deal.Amount is null))}.");
    Say($"Amounts from the price list: {Count(import.PriceListAmountCount)}.");
    if (!import.IsComplete)
    {
        Say("Rows of the file are unknown, because a quotation mark is not closed or closed too late.", "bold");
    }

    foreach (RefusalCount refused in import.RefusalCounts)
    {
        string rows = CountOf(refused.Count, "row");
        Say($"Refused for {Words(refused.Reason)}: {rows}. Row {Count(refused.FirstRow)}: "
            + ImportArguments.Describe(refused.Example));
    }

    foreach (ImportNote note in import.Notes)
    {
        Say($"Note: {note}");
    }

    Say(import.Layout.DateFormat is { } dates ? $"Format of dates: {dates}." : "The file has no dates.");
    if (import.Layout.NumberFormat is { } numbers)
    {
        Say($"Format of numbers: {numbers}.");
    }

    Say($"Columns and the fields that they fill: {string.Join(", ", import.Layout.Columns)}.");
}

static void Coverage(Review review, decimal? target)
{
    ForecastAmounts open = review.Open.Total;
    WinRate winRate = review.Import.MeasureWinRate() ?? default;
    bool mostHaveValue = (winRate.WonWithoutValueCount + winRate.LostWithoutValueCount) * 5 <= winRate.ClosedCount;
    (decimal? rate, string kind) =
        winRate.ByValue is { } byValue && mostHaveValue ? (byValue, "by value") : (winRate.ByCount, "by count");
    if (open.Count == 0)
    {
        Say("No deals are open. There is no pipeline to compare with a target.", "bold");
        return;
    }

    if (open.WithoutAmountCount == open.Count)
    {
        Say($"None of the {Count(open.Count)} open deals has an amount (--prices FILE). Coverage is unknown.", "bold");
        return;
    }

    if (open.WithoutAmountCount > 0)
    {
        Say($"{Count(open.WithoutAmountCount)} of {Count(open.Count)} open deals have no amount. "
            + "They are not in the figures below.");
    }

    Say($"Open pipeline: {Count(open.Count)} deals, {Money(open.Amount)}.", "bold");
    Say($"Expected from it: {Money(open.Weighted)} by stage weights; {Money(open.Amount * rate)} by the win rate of "
        + $"closed deals ({Percent(rate)} {kind}).");
    if (target is not { } goal)
    {
        Say("No target is given (--target AMOUNT).");
        return;
    }

    if (review.AsOf is not { } day)
    {
        Say("The file has no dates. What the quarter has closed and will close is unknown.");
        return;
    }

    YearQuarter quarter = YearQuarter.Containing(day);
    WeightedForecast now = review.Forecast.Where(
        key => key.Month is { } month && default(FiscalCalendar).QuarterOf(month) == quarter);
    decimal closed = now.Rollup().Closed.Amount;
    decimal remaining = goal - closed;
    bool hasDates = review.Open.ByMonth().Any(line => line.Key is not null);
    ForecastAmounts due = hasDates ? now.Where(key => key.Stage is not null).Total : open;
    Say($"Target of {quarter}: {Money(goal)}. Won in {quarter}: {Money(closed)}. Remaining: {Money(remaining)}.");
    if (remaining <= 0m)
    {
        Say("The target is reached.", "bold");
        return;
    }

    Say(hasDates
        ? $"Open deals with an expected close in {quarter}: {Money(due.Amount)}."
        : $"Open deals, all without an expected close: {Money(due.Amount)}.");
    Say($"Coverage of the remaining target: {Times(CoverageCalculator.Coverage(due.Amount, remaining))}, or "
        + $"{Times(CoverageCalculator.Coverage(open.Amount, remaining))} with all open deals.");
    decimal? atWinRate = due.Amount * rate;
    Say($"Expected from these deals by stage weights: {Money(due.Weighted)}, "
        + $"{Percent(due.Weighted / remaining)} of the remaining target.");
    Say($"Expected from these deals by the win rate: {Money(atWinRate)}, "
        + $"{Percent(atWinRate / remaining)} of the remaining target.");
    if (rate is { } closeRate && CoverageCalculator.RequiredPipelineAtWinRate(remaining, closeRate) is { } required)
    {
        string gap = due.Amount >= required ? "It is met" : $"The gap is {Money(required - due.Amount)}";
        Say($"Coverage required at this win rate: {Times(CoverageCalculator.CoverageTarget(closeRate))}, "
            + $"which is {Money(required)}. {gap}.", "bold");
    }
}

static void Stages(Review review)
{
    Print(
        ["Stage", "Deals", "Without amount", "Amount", "Weight", "Weighted"],
        StageCalculator.ByStage(review.Process, review.Deals)
            .Where(line => line.Count > 0)
            .Select(line => (string[])
            [
                line.Stage.Name,
                Count(line.Count),
                Count(line.WithoutAmountCount),
                Money(line.Amount),
                Percent(line.Stage.WinProbability),
                Money(line.Weighted),
            ]),
        "No deals are open.");
    Say($"Weights: {review.Weights}.");
}

static void Forecast(Review review)
{
    if (review.AsOf is not { } day || review.Forecast.ByQuarter().All(line => line.Key is null))
    {
        Say("The file has no close dates. A forecast by quarter requires them.");
        return;
    }

    // Quarters before the last two are one row.
    YearQuarter current = YearQuarter.Containing(day);
    YearQuarter first = current.PlusQuarters(-2);
    var quarters = review.Forecast.RollupBy(key => QuarterOf(key.Month));
    Print(
        ["Quarter", "Closed", "Commit", "Best case", "Pipeline", "Weighted"],
        quarters
            .Where(line => line.Value.PipelineForecast.Count > 0)
            .Select(line => (string[])
            [
                line.Key is not { } quarter ? "no date" : quarter < first ? $"before {first}" : quarter.ToString(),
                Money(line.Value.Closed.Amount),
                Money(line.Value.Commit.Amount),
                Money(line.Value.BestCase.Amount),
                Money(line.Value.Pipeline.Amount),
                Money(line.Value.PipelineForecast.Weighted),
            ]));
    Say("Weighted: won deals count in full, open deals count at the weight of their stage.");
    CategoryRollup now = quarters.FirstOrDefault(line => line.Key == current).Value ?? new CategoryRollup();
    Say($"Forecast of {current}: commit {Money(now.CommitForecast.Amount)} (closed + commit), "
        + $"best case {Money(now.BestCaseForecast.Amount)} (closed + commit + best case), "
        + $"pipeline {Money(now.PipelineForecast.Amount)} (all categories).");
    Say($"Lost and omitted in {current}: {Money(now.Omitted.Amount)}.");

    YearQuarter? QuarterOf(YearMonth? month)
    {
        YearQuarter? quarter = month is { } known ? default(FiscalCalendar).QuarterOf(known) : null;
        return quarter < first ? first.PlusQuarters(-1) : quarter;
    }
}

static void Segments(Review review, Segmentation? published)
{
    var bySegment = review.Open.BySegment();
    if (bySegment.All(line => line.Key is null))
    {
        Say("No open deal has a segment (--map segment=COLUMN).");
        return;
    }

    Print(
        ["Segment", "Open", "Amount", "Weighted", "Win rate*", "Coverage*"],
        bySegment
            .Select(line => (line.Key, line.Value, Published: line.Key is null ? null : published?.Find(line.Key)))
            .Select(line => (string[])
            [
                line.Key ?? "not recorded",
                Count(line.Value.Count),
                Money(line.Value.Amount),
                Money(line.Value.Weighted),
                line.Published?.WinRate.ToString("0%", null) ?? "-",
                Times(line.Published?.CoverageTarget),
            ]));
    Say(published is null
        ? "* Published figures are shown with --compare iiot or --compare ipaas."
        : "* Published win rate and coverage target of the segment.");
    foreach (Opportunity deal in review.Import.Opportunities)
    {
        if (published is null || deal is not { Amount: { } amount, Segment: { } recorded })
        {
            continue;
        }

        SegmentMatch match = SegmentCalculator.ByAcv(published, amount);
        if (match.Segment?.Name != recorded)
        {
            Say($"{deal.Id} is recorded as {recorded}. By its amount: {match}.");
        }
    }
}

static void WinRates(Review review)
{
    if (review.Import.MeasureWinRate() is not { } all)
    {
        Say("The file marks no deal as lost. Its win rate is unknown.");
        return;
    }

    Print(
        ["Deals", "Won", "Lost", "By count", "By value"],
        [
            Row("All", all),
            .. WinRateCalculator.BySegment(review.Deals)
                .Where(line => line.Key is not null)
                .Select(line => Row(line.Key!, line.Value)),
            .. WinRateCalculator.ByCompetitive(review.Deals)
                .Where(line => line.Key is not null)
                .Select(line => Row(line.Key == true ? "Competitive" : "Not competitive", line.Value)),
            .. WinRateCalculator.ByBuyerEngagement(review.Deals)
                .Where(line => line.Key is not null)
                .Select(line => Row($"Buyers engaged: {Buyers(line.Key)}", line.Value)),
        ]);
    if (all.ClosedCount > 0 && all.ByValue is null)
    {
        Say("The win rate by value is unknown, because all won deals or all lost deals have no amount.");
    }

    static string Buyers(BuyerEngagement? buyers) => buyers switch
    {
        BuyerEngagement.Both => "IT and OT",
        BuyerEngagement.None => "none",
        _ => buyers.ToString()!,
    };

    static string[] Row(string name, WinRate rate) =>
    [
        name,
        Count(rate.WonCount),
        Count(rate.LostCount),
        Rate(rate.ByCount, rate.CountInterval),
        Rate(rate.ByValue, rate.ValueInterval),
    ];
}

static void Cycles(Review review)
{
    Print(
        ["Deals", "Won", "25%", "Median", "75%", "90%", "Mean"],
        [
            Row("All", CycleCalculator.Measure(review.Deals)),
            .. CycleCalculator.BySegment(review.Deals)
                .Where(line => line.Key is not null)
                .Select(line => Row(line.Key!, line.Value)),
        ]);
    SalesVelocity velocity = VelocityCalculator.Measure(review.Deals);
    Say($"Pipeline velocity per day: {Money(velocity.PipelinePerDay)} "
        + "(open deals x mean won amount x win rate / mean cycle).");
    Say($"Won amount per day of the mean cycle: {Money(velocity.WonValuePerCycleDay)} (won amount / mean cycle).");

    static string[] Row(string name, CycleLengths cycle) =>
    [
        name,
        Count(cycle.Count),
        Days(cycle.LowerQuartile),
        Days(cycle.Median),
        Days(cycle.UpperQuartile),
        Days(cycle.NinetiethPercentile),
        Days(cycle.Mean),
    ];
}

static void Attention(Review review)
{
    if (review.AsOf is not { } day)
    {
        Say("The file has no dates. The age and the lateness of open deals are unknown.");
        return;
    }

    StaleDeals stale = AgingCalculator.OlderThanAnyClosed(review.Deals, day);
    ForecastAmounts amounts = WeightedForecastCalculator.Forecast(review.Process, stale.Deals.AsSpan()).Total;
    if (stale.LongestClosedCycleDays is { } longest)
    {
        Say($"Open deals older than any closed deal (longest: {Count(longest)} days): "
            + $"{Count(stale.Deals.Count)}, {Money(amounts.Amount)}.", "bold");
        Say($"Their part of the weighted forecast: {Money(amounts.Weighted)}.");
    }
    else
    {
        Say("No closed deal has a known cycle to compare with the age of open deals.");
    }

    Say($"Open deals without a creation date, whose age is unknown: {Count(stale.WithoutAgeCount)}.");
    ValueList<Opportunity> late = AgingCalculator.PastExpectedClose(review.Deals, day);
    Say($"Open deals past their expected close: {Count(late.Count)}, {Money(late.Sum(deal => deal.Amount ?? 0m))}.");
    RegulatoryPipeline regulatory = RegulatoryDeadlineCalculator.Measure(review.Deals);
    if (regulatory.DrivenCount > 0)
    {
        Say($"Open deals driven by regulation: {Count(regulatory.DrivenCount)}, "
            + $"{Percent(regulatory.ShareByAmount)} of the open amount. By the quarter of their deadline:");
        foreach (RegulatoryQuarter quarter in regulatory.Quarters)
        {
            Say($"  {quarter}");
        }
    }
}

static LocalDate? LatestEvent(CrmImport import) => import.Opportunities
    .SelectMany(deal => new[] { deal.Created, deal.StageEntered, deal.Closed })
    .Where(date => date is not null)
    .DefaultIfEmpty(null)
    .Max();

static string Count(int? value) => Invariant($"{value:#,0}");

static string CountOf(int value, string one) => Invariant($"{value:#,0} {one}{(value == 1 ? "" : "s")}");

static string Money(decimal? value) => value is null ? "-" : Invariant($"{value:#,0}");

static string Percent(decimal? value) => value is null ? "-" : Invariant($"{value * 100m:0.0}%");

static string Days(decimal? value) => value is null ? "-" : Invariant($"{value:0.#}");

static string Times(decimal? value) => value is null ? "-" : Invariant($"{value:0.0}x");

static string Rate(decimal? rate, ConfidenceInterval? interval) =>
    interval is { } i ? Invariant($"{rate * 100m:0.0}% ({i.Lower * 100:0.0}-{i.Upper * 100:0.0})") : "-";

// Writes a name such as UnknownStage as "unknown stage".
static string Words(RefusalReason reason) =>
    string.Concat(reason.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}")).ToLowerInvariant();

/// <summary>The import, its forecast, and the date of the report.</summary>
internal sealed record Review(string File, CrmImport Import, SalesProcess Process, string Weights, LocalDate? AsOf)
{
    public ReadOnlySpan<Opportunity> Deals => Import.Opportunities.AsSpan();

    public WeightedForecast Forecast { get; } =
        WeightedForecastCalculator.Forecast(Process, Import.Opportunities.AsSpan());

    public WeightedForecast Open => Forecast.Where(key => key.Stage is not null);
}
