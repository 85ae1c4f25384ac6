using System.CommandLine;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using RevenueModel.Import;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Retention;

/// <summary>The command-line options by which the samples read files. Each message of the importer names the option of
/// the command line that resolves it.</summary>
/// <param name="prefix">The start of the names of the options, such as subscriptions- for a second file. Default:
/// none.</param>
internal sealed class ImportArguments(string prefix = "")
{
    private readonly Option<string[]> _map = new($"--{prefix}map")
    {
        Description = "FIELD=COLUMN, such as Stage=deal_stage, or FIELD=#7 for the seventh column; repeatable",
    };

    private readonly Option<string[]> _ignore = new($"--{prefix}ignore")
    {
        Description = "A column that is not read, by name or as #7; repeatable",
    };

    private readonly Option<string?> _dates = new($"--{prefix}dates")
    {
        Description = "The format of dates, such as d/M/uuuu. Default: detected",
    };

    private readonly Option<string?> _numbers = new($"--{prefix}numbers")
    {
        Description = "The number 1234.5 as the file writes it, such as 1.234,5. Default: detected",
    };

    private readonly Option<string?> _delimiter = new($"--{prefix}delimiter")
    {
        Description = "The character between fields, or tab. Default: detected",
    };

    private readonly Option<string?> _encoding = new($"--{prefix}encoding")
    {
        Description = "The encoding, such as latin1 or utf-16. Default: detected",
    };

    private readonly Option<bool> _oneLine = new($"--{prefix}one-line-rows")
    {
        Description = "Each row ends at its line, also within quotation marks",
    };

    private readonly Option<string?> _latest = new($"--{prefix}latest-date")
    {
        Description = "The last day that the file can contain, such as 2026-10-30; later rows are refused",
    };

    private readonly Option<string[]> _stages = new($"--{prefix}stage")
    {
        Description = "NAME=PERCENT of an open stage and its win probability, in the order of the process, "
            + "such as Proposal=60; repeatable",
    };

    private readonly Option<string[]> _won = new($"--{prefix}won")
    {
        Description = "A stage that means won, such as \"Closed - Signed\"; repeatable",
    };

    private readonly Option<string[]> _lost = new($"--{prefix}lost")
    {
        Description = "A stage that means lost, such as Disqualified; repeatable",
    };

    private readonly Option<string[]> _alias = new($"--{prefix}stage-alias")
    {
        Description = "VALUE=STAGE, a stage or status of the file that means an open stage; repeatable",
    };

    private readonly Option<FileInfo?> _prices = new($"--{prefix}prices")
    {
        Description = "A price list (CSV) that supplies the amounts of deals without an amount",
    };

    private readonly Option<string?> _currency = new($"--{prefix}currency")
    {
        Description = "The currency to read; rows in others are refused",
    };

    private readonly Option<bool> _numberRows = new($"--{prefix}number-rows")
    {
        Description = "Rows without an id get the number of the row",
    };

    private readonly Option<string[]> _meters = new($"--{prefix}meter")
    {
        Description = "A column with the quantities of a meter; repeatable. Default: found by name",
    };

    private readonly Option<bool> _perTerm = new($"--{prefix}amounts-per-term")
    {
        Description = "The amounts are of whole terms, as on lines of invoices",
    };

    private readonly Option<int?> _intervalMonths = new($"--{prefix}interval-months")
    {
        Description = "The number of months that an amount is for. Default: as the file tells",
    };

    private readonly Option<SubscriptionQuantities> _units = new($"--{prefix}quantities")
    {
        Description = "AmountIsTotal or AmountIsPerUnit: whether an amount is of all units or of one",
    };

    private readonly Option<bool> _endIncluded = new($"--{prefix}end-included")
    {
        Description = "The end is the last day of a term, and not the first day after it",
    };

    private readonly Option<OverlappingTerms> _overlaps = new($"--{prefix}overlaps")
    {
        Description = "What to do with overlapping terms of a subscription: Refuse, Add or EndEarlier",
    };

    private readonly Option<bool> _endAtCancellation = new($"--{prefix}end-at-cancellation")
    {
        Description = "A canceled subscription without an end ends on the day of its cancellation",
    };

    private readonly Option<UsageQuantities> _quantities = new($"--{prefix}quantities")
    {
        Description = "Increments, Readings of counters, or ReadingsWithRestarts",
    };

    private readonly Option<RepeatedUsage> _repeats = new($"--{prefix}repeats")
    {
        Description = "What to do with repeated rows of a period: Refuse, Add or KeepLast",
    };

    /// <summary>Adds the options of CRM exports to a command.</summary>
    public void AddCrmOptions(Command command) => Add(
        command,
        [.. FileOptions, _stages, _won, _lost, _alias, _prices, _currency, _numberRows]);

    /// <summary>Adds the options of usage exports to a command.</summary>
    public void AddUsageOptions(Command command) => Add(command, [.. FileOptions, _meters, _quantities, _repeats]);

    /// <summary>Adds the options of exports of subscriptions to a command.</summary>
    public void AddSubscriptionOptions(Command command) => Add(
        command,
        [
            .. FileOptions, _currency, _perTerm, _intervalMonths, _units, _endIncluded, _overlaps, _endAtCancellation,
        ]);

    /// <summary>Returns the options for reading a CRM export.</summary>
    public CrmImportOptions Crm(ParseResult arguments, LocalDate? latest) => new()
    {
        Columns = Mappings<CrmField>(arguments),
        IgnoredColumns = Ignored(arguments),
        DateFormat = Dates(arguments),
        NumberFormat = Numbers(arguments),
        Delimiter = Delimiter(arguments),
        Encoding = TextEncoding(arguments),
        LineBreaksInFields = !arguments.GetValue(_oneLine),
        LatestDate = Latest(arguments) ?? latest,
        Process = arguments.GetValue(_stages) is { Length: > 0 } stages
            ? SalesProcess.Of([.. stages.Select(Stage)])
            : null,
        Stages =
        [
            .. (arguments.GetValue(_won) ?? []).Select(StageMapping.ToWon),
            .. (arguments.GetValue(_lost) ?? []).Select(StageMapping.ToLost),
            .. (arguments.GetValue(_alias) ?? []).Select(Alias),
        ],
        PriceList = arguments.GetValue(_prices) is { } file ? ReadPrices(file) : null,
        Currency = arguments.GetValue(_currency),
        MissingIds = arguments.GetValue(_numberRows) ? MissingIds.UseRowNumber : MissingIds.Refuse,
    };

    /// <summary>Returns the options for reading a usage export.</summary>
    public UsageImportOptions Usage(ParseResult arguments) => new()
    {
        Columns = Mappings<UsageField>(arguments),
        IgnoredColumns = Ignored(arguments),
        DateFormat = Dates(arguments),
        NumberFormat = Numbers(arguments),
        Delimiter = Delimiter(arguments),
        Encoding = TextEncoding(arguments),
        LineBreaksInFields = !arguments.GetValue(_oneLine),
        LatestDate = Latest(arguments),
        MeterColumns = [.. (arguments.GetValue(_meters) ?? []).Select(ColumnReference.Parse)],
        Quantities = arguments.GetValue(_quantities),
        Repeats = arguments.GetValue(_repeats),
    };

    /// <summary>Returns the options for reading an export of subscriptions.</summary>
    public SubscriptionImportOptions Subscriptions(ParseResult arguments) => new()
    {
        Columns = Mappings<SubscriptionField>(arguments),
        IgnoredColumns = Ignored(arguments),
        DateFormat = Dates(arguments),
        NumberFormat = Numbers(arguments),
        Delimiter = Delimiter(arguments),
        Encoding = TextEncoding(arguments),
        LineBreaksInFields = !arguments.GetValue(_oneLine),
        LatestDate = Latest(arguments),
        Currency = arguments.GetValue(_currency),
        Amounts = arguments.GetValue(_perTerm) ? SubscriptionAmounts.PerTerm : SubscriptionAmounts.PerInterval,
        Interval = arguments.GetValue(_intervalMonths) is { } months ? RecurringInterval.Months(months) : null,
        Quantities = arguments.GetValue(_units),
        EndIsIncluded = arguments.GetValue(_endIncluded),
        Overlaps = arguments.GetValue(_overlaps),
        Canceled = arguments.GetValue(_endAtCancellation)
            ? CanceledWithoutEnd.EndAtCancellation
            : CanceledWithoutEnd.Refuse,
    };

    /// <summary>Returns the problems of a file, each with the option of the command line.</summary>
    public static string Describe(ImportException error, string prefix = "") => string.Join(
        Environment.NewLine, error.Problems.Select(problem => problem.Message + Hint(problem.Option, prefix)));

    /// <summary>Returns a fault of a row with the option of the command line.</summary>
    public static string Describe(RowFault fault, string prefix = "") => fault.Message + Hint(fault.Option, prefix);

    private Option[] FileOptions => [_map, _ignore, _dates, _numbers, _delimiter, _encoding, _oneLine, _latest];

    private static void Add(Command command, Option[] options)
    {
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }
    }

    private static string Hint(ImportOption? option, string prefix) =>
        Hint(option).Replace("--", "--" + prefix, StringComparison.Ordinal);

    private static string Hint(ImportOption? option) => option switch
    {
        null => "",
        ImportOption.Columns => " Use --map FIELD=COLUMN.",
        ImportOption.IgnoredColumns => " Use --ignore COLUMN.",
        ImportOption.DateFormat => " Use --dates FORMAT.",
        ImportOption.NumberFormat => " Use --numbers EXAMPLE.",
        ImportOption.Delimiter => " Use --delimiter.",
        ImportOption.Encoding => " Use --encoding.",
        ImportOption.LineBreaksInFields => " Use --one-line-rows.",
        ImportOption.LatestDate => " Use --latest-date DATE.",
        ImportOption.Process => " Use --stage NAME=PERCENT.",
        ImportOption.Stages => " Use --stage NAME=PERCENT, --stage-alias VALUE=STAGE, --won STAGE or --lost STAGE.",
        ImportOption.Currency => " Use --currency CODE.",
        ImportOption.MissingIds => " Use --number-rows.",
        ImportOption.MeterColumns => " Use --meter COLUMN.",
        ImportOption.Quantities => " Use --quantities.",
        ImportOption.Repeats => " Use --repeats.",
        ImportOption.Interval => " Use --interval-months.",
        ImportOption.Amounts => " Use --amounts-per-term.",
        ImportOption.Overlaps => " Use --overlaps Add or --overlaps EndEarlier.",
        ImportOption.Canceled => " Use --end-at-cancellation.",
        _ => "",
    };

    private ValueList<ColumnMapping<TField>> Mappings<TField>(ParseResult arguments)
        where TField : struct, Enum =>
        [.. (arguments.GetValue(_map) ?? []).Select(Mapping<TField>)];

    private ColumnMapping<TField> Mapping<TField>(string text)
        where TField : struct, Enum =>
        text.Split('=', 2) is [var field, var column] && Enum.TryParse(field, ignoreCase: true, out TField known)
            ? ColumnMapping.Of(known, ColumnReference.Parse(column))
            : throw new FormatException(
                $"--{prefix}map was \"{text}\"; FIELD=COLUMN is expected. "
                + $"Fields: {string.Join(", ", Enum.GetNames<TField>())}.");

    private ValueList<ColumnReference> Ignored(ParseResult arguments) =>
        [.. (arguments.GetValue(_ignore) ?? []).Select(ColumnReference.Parse)];

    private DateFormat? Dates(ParseResult arguments) =>
        arguments.GetValue(_dates) is { } pattern ? DateFormat.Of(pattern) : null;

    // The format is told by an example: the number 1234.5 as the file writes it.
    private NumberFormat? Numbers(ParseResult arguments) => arguments.GetValue(_numbers) is not { } example
        ? null
        : example.Length == 7 && example.StartsWith('1') && example[2..5] == "234" && example.EndsWith('5')
            ? NumberFormat.Of(decimalSeparator: example[5], groupSeparator: example[1])
            : throw new FormatException(
                $"--{prefix}numbers was \"{example}\"; 1234.5 with both separators is expected.");

    private char? Delimiter(ParseResult arguments) => arguments.GetValue(_delimiter) switch
    {
        null => null,
        "tab" => '\t',
        { Length: 1 } text => text[0],
        string text => throw new FormatException(
            $"--{prefix}delimiter was \"{text}\"; one character or tab is expected."),
    };

    private Encoding? TextEncoding(ParseResult arguments) =>
        arguments.GetValue(_encoding) is { } name ? Encoding.GetEncoding(name) : null;

    private LocalDate? Latest(ParseResult arguments) =>
        arguments.GetValue(_latest) is { } text ? LocalDatePattern.Iso.Parse(text).GetValueOrThrow() : null;

    private static StageMapping Alias(string text) => text.LastIndexOf('=') is > 0 and var at
        ? StageMapping.ToStage(text[..at], text[(at + 1)..])
        : throw new FormatException($"--stage-alias was \"{text}\"; VALUE=STAGE is expected.");

    private static PipelineStage Stage(string text)
    {
        int at = text.LastIndexOf('=');
        string weight = text[(at + 1)..].TrimEnd('%');
        return at > 0
            && decimal.TryParse(weight, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal percent)
                ? new PipelineStage { Name = text[..at], WinProbability = percent / 100m }
                : throw new FormatException(
                    $"--stage was \"{text}\"; NAME=PERCENT is expected, such as Proposal=60.");
    }

    private static PriceList ReadPrices(FileInfo file)
    {
        using FileStream stream = file.OpenRead();
        return PriceList.Read(stream);
    }
}
