#:property PublishAot=false
#:property SampleOutput=true
#:property ImportArguments=true
#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel.Import/RevenueModel.Import.csproj

// Forecasts the bookings of the coming quarters as distributions: P10, P50 and P90, the probability of the target, the
// pipeline that is needed, the effect of a freeze window, and how such forecasts did in the past.
//
//   dotnet run docs/samples/forecast.cs                              reads a small fictional export
//   dotnet run docs/samples/forecast.cs -- FILE --target 5000000     reads your CRM export
//   dotnet run docs/samples/forecast.cs -- --help                    lists the options

using System.CommandLine;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Forecasting;
using RevenueModel.Import;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;
using Spectre.Console;
using static SampleOutput;
using static System.FormattableString;

const int HorizonDays = 91;
const int FewestPastCloses = 60;

var file = new Argument<FileInfo?>("FILE")
{
    Description = "A CRM export: CSV, plain or gzipped. Default: a fictional export",
    Arity = ArgumentArity.ZeroOrOne,
};
var target = new Option<decimal?>("--target") { Description = "The target of each quarter" };
var asOf = new Option<string?>("--as-of")
{
    Description = "The day of the forecast, such as 2026-10-30. Default: the latest date in the file",
};
var quarters = new Option<int>("--quarters")
{
    Description = "The number of quarters, 1 to 4, from that of the next day on",
    DefaultValueFactory = _ => 2,
};
var freeze = new Option<string?>("--freeze")
{
    Description = "FIRST:LAST, days on which no deal moves, such as 2026-12-14:2027-01-08",
};
var confidence = new Option<double>("--confidence")
{
    Description = "How sure the target should be, for the pipeline that is needed",
    DefaultValueFactory = _ => 0.8,
};
var together = new Option<bool>("--together") { Description = "Measures all deals together and not by segment" };
var closesFrom = new Option<string?>("--closes-from")
{
    Description = "The first day on which the source recorded closes. Default: the first close in the file",
};
var timingDays = new Option<int?>("--timing-days")
{
    Description = "Measures the time to close in this many past days only. Default: all days",
};
var arrivalDays = new Option<int?>("--arrival-days")
{
    Description = "Counts new deals in this many past days only. Default: all days",
};
var command = new RootCommand("Forecasts the bookings of the coming quarters of a CRM export as distributions.")
{
    file, target, asOf, quarters, freeze, confidence, together, closesFrom, timingDays, arrivalDays,
};
var import = new ImportArguments();
import.AddCrmOptions(command);
command.SetAction(arguments =>
{
    bool isSample = arguments.GetValue(file) is null;
    try
    {
        FixWidthIfRedirected();

        int count = Between(arguments.GetValue(quarters), 1, 4, "--quarters");
        DateSpan? window = Window(arguments.GetValue(freeze) ?? (isSample ? "2026-12-14:2027-01-08" : null));
        double share = arguments.GetValue(confidence) is > 0 and < 1 and var known
            ? known
            : throw new FormatException("--confidence was outside 0 to 1; a share such as 0.8 is expected.");
        LocalDate? stated = (arguments.GetValue(asOf) ?? (isSample ? "2026-10-30" : null)) is { } text
            ? Day(text, "--as-of")
            : null;
        string path = arguments.GetValue(file)?.FullName ?? SamplePath("industrial-iot-pipeline.csv");
        CrmImport deals = ImportedFiles.ReadDeals(path, import.Crm(arguments, latest: stated));
        LocalDate day = stated ?? LatestEvent(deals) ?? throw new FormatException(
            $"{Path.GetFileName(path)} has no dates; days of creation and of close are expected.");
        Heading($"{Path.GetFileName(path)} as of {day:R}");
        SayImport(deals);
        LocalDate? first = arguments.GetValue(closesFrom) is { } from
            ? Day(from, "--closes-from")
            : deals.Opportunities.Where(deal => !deal.IsOpen && deal.Closed <= day).Min(deal => deal.Closed);
        var settings = new Settings(
            day,
            arguments.GetValue(target) ?? (isSample ? 3_000_000m : null),
            CloseScheduleCalculator.Quarters(day, count),
            window,
            share,
            new BookingsForecastOptions
            {
                BySegment = !arguments.GetValue(together)
                    && deals.Opportunities.Select(deal => deal.Segment).Distinct().Count() > 1,
                ClosesRecordedFrom = first,
                TimingDays = arguments.GetValue(timingDays),
                ArrivalDays = arguments.GetValue(arrivalDays),
            });
        Report(deals.Opportunities, settings);
        return deals.IsComplete ? 0 : 1;
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

static void Report(ValueList<Opportunity> deals, Settings settings)
{
    BookingsForecast[] forecasts =
    [
        .. settings.Quarters.Select(quarter =>
            BookingsForecastCalculator.Forecast(deals.AsEnumerable(), settings.AsOf, quarter, settings.Options)),
    ];
    SayDeals(forecasts[0], settings);
    Heading("Bookings by quarter");
    ByQuarter(forecasts, settings);
    Heading("All quarters together");
    Together(deals, settings);
    Heading("Pipeline needed");
    Needed(deals, forecasts, settings);
    Heading("Effect of the freeze window");
    Frozen(deals, forecasts, settings);
    Heading("Such forecasts in the past");
    Past(deals, settings);
}

static void SayImport(CrmImport import)
{
    Say($"{CountOf(import.RowCount, "row")}: {Count(import.Opportunities.Count)} read, "
        + $"{Count(import.Refused.Count)} refused.");
    foreach (RefusalCount refused in import.RefusalCounts)
    {
        Say($"Refused for {Words(refused.Reason)}: {CountOf(refused.Count, "row")}. Row {Count(refused.FirstRow)}: "
            + ImportArguments.Describe(refused.Example));
    }

    if (!import.IsComplete)
    {
        Say("Rows of the file are unknown, because a quotation mark is not closed or closed too late.", "bold");
    }
}

static void SayDeals(BookingsForecast forecast, Settings settings)
{
    CloseTimingCounts counts = forecast.Deals;
    Say($"Deals: {Count(counts.Won)} won, {Count(counts.Lost)} lost, {Count(counts.Open)} open.");
    SayAny(counts.WithoutCreated, "without a day of creation, which {0} not used");
    SayAny(counts.CreatedLater, "created after the day of the forecast, which {0} not used");
    SayAny(counts.ClosedWithoutDate, "closed without a day, which {0} not used");
    SayAny(forecast.OpenWithoutAmount, "open without an amount, which {0} taken from similar won deals");
    SayAny(forecast.WonWithoutAmount, "won in the quarter without an amount, which {0} counted as zero");
    if (settings.Options.ClosesRecordedFrom is { } first)
    {
        Say($"Closes are recorded from {first:R} on (--closes-from). "
            + "Earlier days do not count as days without a close.");
    }

    Say(settings.Options.BySegment
        ? "Each segment has its own time to close, rate of new deals and amounts (--together: all deals as one)."
        : "All deals have one time to close, one rate of new deals and one set of amounts.");

    static void SayAny(int count, string text)
    {
        if (count > 0)
        {
            string verb = count == 1 ? "is" : "are";
            Say($"{CountOf(count, "deal")} {string.Format(CultureInfo.InvariantCulture, text, verb)}.");
        }
    }
}

static void ByQuarter(BookingsForecast[] forecasts, Settings settings)
{
    Print(
        ["Quarter", "Won", "Open", "New", "Mean", "P10", "P50", "P90", "Reaches target"],
        forecasts.Select(forecast => (string[])
        [
            Name(forecast.Period),
            Money(forecast.Won),
            Money(forecast.Open.Mean),
            Money(forecast.NotYetCreated.Mean),
            Money(forecast.Total.Mean),
            Money(forecast.Total.P10),
            Money(forecast.Total.P50),
            Money(forecast.Total.P90),
            settings.Target is { } goal ? Percent(forecast.Total.ProbabilityAtLeast(goal)) : "-",
        ]));
    Say("Won: so far. Open: expected from open deals. New: expected from deals that are not yet created.");
    Say("P10 is exceeded in nine of ten cases, P90 in one of ten.");
    Say(settings.Target is { } amount
        ? $"Target: {Money(amount)} in each quarter."
        : "No target is given (--target).");
    foreach (BookingsForecast forecast in forecasts.Where(forecast => forecast.OpenBeyondHistory > 0))
    {
        Say($"{Name(forecast.Period)}: {CountOf(forecast.OpenBeyondHistory, "open deal")} will be older than any "
            + "deal of the history. No win is expected beyond it.");
    }
}

static void Together(ValueList<Opportunity> deals, Settings settings)
{
    if (settings.Quarters.Count == 1)
    {
        Say("One quarter is forecast (--quarters).");
        return;
    }

    JointBookings joint = JointBookingsCalculator.Forecast(
        deals.AsEnumerable(),
        settings.AsOf,
        settings.Quarters.Select(quarter => new BookingsTarget(quarter, settings.Target ?? 0m)),
        settings.Options);
    Say($"Sum: P10 {Money(joint.Sum.P10)}, P50 {Money(joint.Sum.P50)}, P90 {Money(joint.Sum.P90)}, mean "
        + $"{Money(joint.Sum.Mean)}.");
    if (settings.Target is not null)
    {
        Say($"All quarters reach the target: {Percent(joint.ProbabilityOfAll)}. At least one does: "
            + $"{Percent(joint.ProbabilityOfAny)}.", "bold");
        Say($"If quarters were independent, all would reach it with {Percent(joint.ProbabilityOfAllIfIndependent)}: a "
            + "deal that closes in one quarter is missing in the next.");
    }
}

static void Needed(ValueList<Opportunity> deals, BookingsForecast[] forecasts, Settings settings)
{
    if (settings.Target is not { } goal)
    {
        Say("No target is given (--target).");
        return;
    }

    decimal[] won =
    [
        .. deals.Where(deal => deal.Outcome == DealOutcome.Won && deal.Closed <= settings.AsOf && deal.Amount > 0m)
            .Select(deal => deal.Amount!.Value).Order(),
    ];
    if (won.Length == 0)
    {
        Say("No won deal has an amount.");
        return;
    }

    // A new deal is of the mean amount, and is won in time as often as its age allows.
    decimal amount = decimal.Round(won.Average(), 0);
    CloseTiming timing = CloseTimingCalculator.Measure(
        deals.AsEnumerable(), settings.AsOf, observedFrom: settings.Options.ClosesRecordedFrom);
    foreach (BookingsForecast forecast in forecasts)
    {
        double probability = forecast.Total.ProbabilityAtLeast(goal);
        LocalDate last = forecast.Period.End!.Value.PlusDays(-1);
        double inTime = timing.NewDealProbability(Period.DaysBetween(settings.AsOf, last)).Won;
        Say($"{Name(forecast.Period)}: the target is reached with {Percent(probability)}. "
            + $"A deal created today is won by {last:R} with {Percent(inTime)}.");
        if (probability >= settings.Confidence)
        {
            Say($"  That is enough for {Percent(settings.Confidence)}.");
        }
        else if (inTime <= 0.001)
        {
            Say("  New deals do not close in time. The target depends on the deals that are open.");
        }
        else
        {
            PipelineRequirement required = CoverageRiskCalculator.RequiredAddition(
                forecast.Total, goal, amount, decimal.Round((decimal)inTime, 6), settings.Confidence)!;
            Say($"  For {Percent(settings.Confidence)} it takes {CountOf(required.Deals, "deal")} more of "
                + $"{Money(amount)} today, {Money(required.Pipeline)} of pipeline.", "bold");
        }
    }
}

static void Frozen(ValueList<Opportunity> deals, BookingsForecast[] forecasts, Settings settings)
{
    if (settings.Freeze is not { } window)
    {
        Say("No window is given (--freeze FIRST:LAST).");
        return;
    }

    var clock = new DealClock { Freezes = [new FreezeWindow { Days = window }] };
    var rows = new List<string[]>();
    foreach (BookingsForecast without in forecasts)
    {
        BookingsForecast with = BookingsForecastCalculator.Forecast(
            deals.AsEnumerable(), settings.AsOf, without.Period, settings.Options, clock);
        rows.Add(Row(Name(without.Period), without.Total, settings));
        rows.Add(Row("  with the window", with.Total, settings));
    }

    Say($"No deal moves from {window.Start:R} to {window.End!.Value.PlusDays(-1):R}.");
    Print(["Quarter", "Mean", "P10", "P50", "P90", "Reaches target"], rows);

    static string[] Row(string name, ForecastDistribution total, Settings settings) =>
    [
        name,
        Money(total.Mean),
        Money(total.P10),
        Money(total.P50),
        Money(total.P90),
        settings.Target is { } goal ? Percent(total.ProbabilityAtLeast(goal)) : "-",
    ];
}

static void Past(ValueList<Opportunity> deals, Settings settings)
{
    // The first forecast needs some closes to learn from.
    LocalDate[] closes =
    [
        .. deals.Where(deal => !deal.IsOpen && deal.Closed <= settings.AsOf)
            .Select(deal => deal.Closed!.Value).Order(),
    ];
    if (closes.Length <= FewestPastCloses
        || closes[FewestPastCloses].PlusDays(HorizonDays) > settings.AsOf)
    {
        Say($"The file has fewer than {FewestPastCloses} closes before the last {HorizonDays} days: too few to "
            + "learn from.");
        return;
    }

    Backtest backtest = BacktestCalculator.Run(
        deals.AsEnumerable(),
        new BacktestOptions
        {
            From = closes[FewestPastCloses],
            ObservedThrough = settings.AsOf,
            HorizonDays = HorizonDays,
        },
        settings.Options);
    Say($"{CountOf(backtest.Cases.Count, "forecast")}, one each week from {backtest.Options.From:R} on, of the next "
        + $"{HorizonDays} days, with what was known on the day.");
    Say("Amounts of open deals count as unknown, since an export has only their last value.");
    string share = Percent(backtest.Coverage?.Coverage);
    Say($"P10 to P90 contained the bookings in {share} of the forecasts; 80% is expected.", "bold");
    string side = backtest.Bias >= 0 ? "higher" : "lower";
    Say($"Forecasts were {side} than bookings by {Money(Math.Abs(backtest.Bias ?? 0))} on average. "
        + $"The mean missed by {Percent(backtest.Wape)} of the bookings (WAPE).");
    Say($"CRPS: {Money(backtest.Crps)}, the mean absolute error of forecasts that are distributions.");
    SaySkill("what was won in the 91 days before", backtest.SkillOverPeriodBefore);
    SaySkill("the win rate times the open amount", backtest.SkillOverWinRate);

    static void SaySkill(string baseline, SkillComparison? skill)
    {
        if (skill is null)
        {
            return;
        }

        string chance = skill.SkillInterval is { } i && i.Lower <= 0 && i.Upper >= 0 ? ", which may be chance" : "";
        Say($"Against {baseline}: skill {Percent(skill.Skill)}"
            + (skill.SkillInterval is { } interval
                ? $" ({Percent(interval.Lower)} to {Percent(interval.Upper)} at 95%){chance}."
                : "."));
    }
}

static LocalDate? LatestEvent(CrmImport import) => import.Opportunities
    .SelectMany(deal => new[] { deal.Created, deal.StageEntered, deal.Closed })
    .Max();

static LocalDate Day(string text, string option) => LocalDatePattern.Iso.Parse(text) is { Success: true } day
    ? day.Value
    : throw new FormatException($"{option} was \"{text}\"; a day such as 2026-10-30 is expected.");

static DateSpan? Window(string? text)
{
    if (text is null)
    {
        return null;
    }

    return text.Split(':') is [var first, var last] && Day(first, "--freeze") <= Day(last, "--freeze")
        ? DateSpan.Between(Day(first, "--freeze"), Day(last, "--freeze").PlusDays(1))
        : throw new FormatException(
            $"--freeze was \"{text}\"; FIRST:LAST is expected, such as 2026-12-14:2027-01-08.");
}

static int Between(int value, int least, int most, string option) => value >= least && value <= most
    ? value
    : throw new FormatException(Invariant($"{option} was {value}; {least} to {most} is expected."));

static string Name(DateSpan quarter) => YearQuarter.Containing(quarter.Start).ToString();

static string Count(int value) => Invariant($"{value:#,0}");

static string CountOf(int value, string one) => Invariant($"{value:#,0} {one}{(value == 1 ? "" : "s")}");

static string Money<T>(T value) => Invariant($"{value:#,0}");

static string Percent(double? value) => value is { } known ? Invariant($"{known:0.0%}") : "-";

// Writes a name such as UnknownStage as "unknown stage".
static string Words(RefusalReason reason) =>
    string.Concat(reason.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $" {c}" : $"{c}")).ToLowerInvariant();

/// <summary>The questions of a run.</summary>
internal sealed record Settings(
    LocalDate AsOf,
    decimal? Target,
    ValueList<DateSpan> Quarters,
    DateSpan? Freeze,
    double Confidence,
    BookingsForecastOptions Options);
