#:property PublishAot=false
#:property SampleOutput=true
#:property ImportArguments=true
#:package Spectre.Console
#:package System.CommandLine
#:project ../../src/RevenueModel.Import/RevenueModel.Import.csproj
#:project ../../src/RevenueModel.Json/RevenueModel.Json.csproj

// Reviews the revenue architecture of a company and its data: what is broken, what it costs a year, and what to do.
// It explains each figure, counts shared money once, and names the data that a rule lacked. At the end it sets the
// published architectures side by side.
//
//   dotnet run docs/samples/review.cs                      reviews a fictional vendor of an industrial IoT platform
//   dotnet run docs/samples/review.cs -- --opportunities FILE --as-of 2026-10-31
//                                                          reviews your files; each of them works alone
//   dotnet run docs/samples/review.cs -- --help            lists the options
//
// Opportunities and subscriptions are exports of any layout, plain or gzipped. The architecture and the other data are
// JSON, as docs/samples/data/review-architecture.json and review-company.json show.

using System.CommandLine;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Architectures;
using RevenueModel.Diagnostics;
using RevenueModel.Json;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using Spectre.Console;
using static SampleOutput;
using static System.FormattableString;

const string SubscriptionPrefix = "subscriptions-";

var architectureFile = FileOption("--architecture", "The revenue architecture as JSON");
var companyFile = FileOption("--company", "Plans, prices, teams, plays and other data of the company as JSON");
var opportunityFile = FileOption("--opportunities", "A CRM export with open and closed deals");
var subscriptionFile = FileOption("--subscriptions", "An export of subscriptions with terms and amounts");
Option<FileInfo?>[] files = [architectureFile, companyFile, opportunityFile, subscriptionFile];
var asOf = new Option<string?>("--as-of")
{
    Description = "The day of the review, such as 2026-10-31. Default: the day of the company file, or else the day "
        + "after the latest event of the deals, or else today",
};
var reference = new Option<string>("--reference")
{
    Description = "The published architecture whose effects apply where the own has none: iiot, ipaas or none. "
        + "Default: iiot without files, none with files",
};
reference.AcceptOnlyFromAmong("iiot", "ipaas", "none");
var disabled = new Option<string[]>("--disable") { Description = "The id of a rule to switch off; repeatable" };
var markdownFile = FileOption("--markdown", "A file to which the review is written as Markdown");
var jsonFile = FileOption("--json", "A file to which the review is written as JSON");
var command = new RootCommand(
    "Reviews the revenue architecture of a company and its data. Without files it reviews a fictional vendor. With "
        + "files it reads only those.")
{
    architectureFile, companyFile, opportunityFile, subscriptionFile, asOf, reference, disabled,
    markdownFile, jsonFile,
};
var crm = new ImportArguments();
crm.AddCrmOptions(command);
var terms = new ImportArguments(SubscriptionPrefix);
terms.AddSubscriptionOptions(command);
command.SetAction(arguments =>
{
    try
    {
        FixWidthIfRedirected();
        bool isSample = files.All(file => arguments.GetValue(file) is null);
        ReviewOptions options = new()
        {
            DisabledRules = [.. (arguments.GetValue(disabled) ?? []).Distinct(StringComparer.Ordinal)],
            Reference = (arguments.GetValue(reference) ?? (isSample ? "iiot" : "none")) switch
            {
                "iiot" => PublishedArchitectures.IndustrialIot2027,
                "ipaas" => PublishedArchitectures.Ipaas2027,
                _ => null,
            },
        };
        RequireKnown(options.DisabledRules);
        Heading("Files");
        RevenueArchitecture architecture = ReadJson<RevenueArchitecture>(
            PathOf(architectureFile, "review-architecture.json")) ?? new RevenueArchitecture { Name = "Your company" };
        ReviewData? company = ReadJson<ReviewData>(PathOf(companyFile, "review-company.json"));
        LocalDate? stated = arguments.GetValue(asOf) is { } text ? Day(text) : company?.AsOf;
        ValueList<Opportunity> deals = PathOf(opportunityFile, "industrial-iot-pipeline.csv") is { } export
            ? ImportedFiles.ReadOpportunities(export, crm.Crm(arguments, latest: stated))
            : company?.Opportunities ?? [];
        ReviewData data = (company ?? new ReviewData { AsOf = stated ?? DayAfterLatest(deals) ?? Today() }) with
        {
            Opportunities = deals,
        };
        data = stated is { } day ? data with { AsOf = day } : data;
        if (PathOf(subscriptionFile, "review-subscriptions.csv") is { } subscriptions)
        {
            data = data with
            {
                Subscriptions = ImportedFiles.ReadSubscriptions(
                    subscriptions, terms.Subscriptions(arguments), SubscriptionPrefix),
            };
        }

        ArchitectureReview review = ArchitectureReviewCalculator.Review(architecture, data, options);
        Report(review, options);
        Heading("The published architectures, reviewed without data");
        SideBySide(data.AsOf);
        Save(arguments.GetValue(markdownFile), review.ToMarkdown());
        Save(arguments.GetValue(jsonFile), RevenueModelJson.Write(review, indented: true) + "\n");
        return 0;

        string? PathOf(Option<FileInfo?> file, string sample) =>
            isSample ? SamplePath(sample) : arguments.GetValue(file)?.FullName;
    }
    catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException
        or FormatException or JsonException or UnparsableValueException)
    {
        Console.Error.WriteLine(MessageOf(error));
        return 1;
    }
});
return command.Parse(args).Invoke();

static Option<FileInfo?> FileOption(string name, string description) => new(name) { Description = description };

static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text) is { Success: true } day
    ? day.Value
    : throw new FormatException($"--as-of was \"{text}\"; a day such as 2026-10-31 is expected.");

static LocalDate Today() => SystemClock.Instance.GetCurrentInstant().InUtc().Date;

// A day in the future is an error of a source, or the expected close of a deal that is closed already.
static LocalDate? DayAfterLatest(ValueList<Opportunity> deals) => deals
    .SelectMany(deal => new[] { deal.Created, deal.StageEntered, deal.Closed })
    .Where(day => day <= Today())
    .Max()?.PlusDays(1);

static void RequireKnown(ValueList<string> rules)
{
    string[] known = [.. ReviewRules.All.Select(rule => rule.Id)];
    foreach (string rule in rules.Where(rule => !known.Contains(rule, StringComparer.Ordinal)))
    {
        throw new FormatException(
            $"--disable was \"{rule}\"; one of these is expected: {string.Join(", ", known)}.");
    }
}

static T? ReadJson<T>(string? path)
    where T : class
{
    if (path is null)
    {
        return null;
    }

    try
    {
        using FileStream stream = File.OpenRead(path);
        T read = stream.Length > 0
            ? RevenueModelJson.Read<T>(stream)
            : throw new JsonException("the file is empty; JSON is expected.");
        Say($"{Path.GetFileName(path)}: {read}.");
        return read;
    }
    catch (JsonException error)
    {
        throw new FormatException($"{Path.GetFileName(path)}: {error.Message}", error);
    }
}

static void Save(FileInfo? file, string text)
{
    if (file is not null)
    {
        File.WriteAllText(file.FullName, text);
        Say($"Written: {file.Name}.");
    }
}

static void Report(ArchitectureReview review, ReviewOptions options)
{
    Heading($"Findings of {review.Name} on {review.AsOf:R}");
    Summary(review);
    foreach (ReviewFinding finding in review.Findings)
    {
        Heading($"{finding.Title}: {finding.Subject}");
        Explain(finding);
    }

    Heading("Cost a year of all findings together");
    Total(review);
    Heading("Rules that were not evaluated, and what they need");
    foreach (SkippedRule rule in review.SkippedRules)
    {
        Say($"{rule}.");
    }

    if (review.SkippedRules.IsEmpty)
    {
        Say("All rules were evaluated.");
    }

    Say(options.Reference is { } used
        ? $"Effects that the architecture does not state are those of {used.Name} (--reference)."
        : "Figures of effects are those of the architecture alone (--reference iiot or ipaas adds published ones).");
    if (review.Deals.Count > 0)
    {
        Say($"{review.Deals}.");
    }
}

static void Summary(ArchitectureReview review)
{
    if (review.Findings.IsEmpty)
    {
        Say($"No rule has a finding. Rules that were evaluated: {review.EvaluatedRules.Count}.");
        return;
    }

    Table table = Columns("Finding and subject", "Severity", "Cost a year");
    table.Columns[1].Alignment(Justify.Left);
    foreach (ReviewFinding finding in review.Findings)
    {
        table.AddRow(
            Markup.Escape($"{finding.Title}: {finding.Subject}"),
            $"[{Style(finding.Severity)}]{finding.Severity}[/]",
            finding.CostPerYear is { } cost ? Money(cost) : "-");
    }

    AnsiConsole.Write(table);
}

static void Explain(ReviewFinding finding)
{
    Say($"{finding.Severity}, rule {finding.Rule}", Style(finding.Severity));
    foreach (ReviewFigure figure in finding.Evidence)
    {
        Say($"  {figure}");
    }

    foreach (CostClaim cost in finding.Costs)
    {
        Say($"Cost a year: {Rounded(cost.Base)} {cost.BaseName} × {Percent(cost.Share)} = {Money(cost.PerYear)}");
        if (cost.ShareName is { } share)
        {
            Say($"  Share: {share}");
        }
    }

    if (finding is { Costs.Count: > 1, CostPerYear: { } total })
    {
        Say($"Cost a year, in total: {Money(total)}", "bold");
    }

    if (finding.NoCostReason is { } reason)
    {
        Say($"Cost: not computed, since {reason}.");
    }

    Say($"Remedy: {finding.Remedy}");
    if (finding.Citation is { } source)
    {
        Say($"Source: {source}", "dim");
    }
}

static void Total(ArchitectureReview review)
{
    if (review.TotalCostPerYear is not { } total || review.SumOfCostsPerYear is not { } sum)
    {
        Say("No finding has a cost.");
        return;
    }

    Say($"Shared money counted once: {Money(total)}", "bold");
    Say($"Sum of the findings: {Money(sum)}");
    if (review.Overlaps.IsEmpty)
    {
        Say("No two findings take their cost from the same money.");
        return;
    }

    Say("Several findings claim the same money below. The largest cost counts.");
    Table table = Columns("Money and rules", "Sum", "Counts");
    foreach (CostOverlap overlap in review.Overlaps)
    {
        table.AddRow(
            Markup.Escape($"{overlap.Pool}: {string.Join(", ", overlap.Rules)}"),
            Money(overlap.Sum),
            Money(overlap.Counted));
    }

    AnsiConsole.Write(table);
}

static void SideBySide(LocalDate asOf)
{
    RevenueArchitecture[] published =
    [
        PublishedArchitectures.IndustrialIot2027, PublishedArchitectures.Ipaas2027,
        PublishedArchitectures.OtSecurity2027,
    ];
    ArchitectureReview[] reviews =
    [
        .. published.Select(one => ArchitectureReviewCalculator.Review(one, new ReviewData { AsOf = asOf })),
    ];
    Print(
        ["Rule", "Industrial IoT", "iPaaS", "OT security"],
        [
            .. ReviewRules.All.Select(rule => (string[])
            [
                rule.Id,
                .. reviews.Select(review => review.EvaluatedRules.Contains(rule.Id, StringComparer.Ordinal)
                    ? Invariant($"{review.FindingsOf(rule.Id).Count}")
                    : "no data"),
            ]),
            ["All findings", .. reviews.Select(review => Invariant($"{review.Findings.Count}"))],
        ]);
    Say("The published architectures have no deals, prices or heads, so that most rules lack data.");
}

static string Money(Band<decimal> cost)
{
    decimal high = cost.Max ?? cost.Min;
    string least = Rounded(cost.Min);
    return cost.Min == high || least == Rounded(high) ? least : $"{least} to {Rounded(high)}";
}

static string Percent(Band<decimal> share)
{
    string least = Invariant($"{share.Min * 100m:0.#}%");
    string most = Invariant($"{(share.Max ?? 1m) * 100m:0.#}%");
    return least == most ? least : $"{least} to {most}";
}

static string Rounded(decimal amount) => amount switch
{
    >= 1_000_000m => Invariant($"{amount / 1_000_000m:#,0.0}M"),
    >= 1_000m => Invariant($"{amount / 1_000m:#,0}K"),
    _ => Invariant($"{amount:0}"),
};

static string Style(ReviewSeverity severity) => severity switch
{
    ReviewSeverity.Serious => "bold red",
    ReviewSeverity.Warning => "yellow",
    _ => "dim",
};
