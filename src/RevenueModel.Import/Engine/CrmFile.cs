using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>An opened file. Its columns are resolved and its formats are detected from the first rows, which are kept
/// until they are read; the rest is streamed.</summary>
internal sealed class CrmFile : IDisposable
{
    /// <summary>The number of rows from which formats are detected.</summary>
    public const int RowsLookedAhead = 1000;

    private readonly CsvSource _source;
    private readonly CrmImportOptions _options;
    private readonly CrmColumn[] _columns;
    private readonly Queue<RawRow> _ahead = new();
    private readonly FormatChoice<DateFormat, LocalDate> _dates;
    private readonly FormatChoice<NumberFormat, decimal> _numbers;
    private readonly List<string> _problems = [];
    private readonly NoteCollector _notes = new();
    private readonly AmountReader _amounts;
    private readonly RowReader _rows;

    public CrmFile(Stream stream, CrmImportOptions options)
    {
        _options = options;
        Stages = new StageMap(options);
        _source = new CsvSource(stream, options.Delimiter, options.Encoding, options.LineBreaksInFields);
        ColumnResolver resolver = ColumnResolver.Resolve(_source.Header, options);
        _columns = resolver.Columns;
        if (resolver.Problems.Count > 0)
        {
            _problems.Add(resolver.Explain());
        }

        Cells = new RowCells(_columns);
        _source.Select(Cells.Positions);
        _dates = new FormatChoice<DateFormat, LocalDate>(
            options.DateFormat,
            DateFormat.Recognized,
            static (DateFormat format, string text, out LocalDate value) => format.TryParse(text, out value));
        _numbers = MoneyFormats.Choose(options.NumberFormat);
        _amounts = new AmountReader(_numbers, options.PriceList, options.Currency, _notes);
        var timelines = new TimelineReader(_dates, options.LatestDate);
        _rows = new RowReader(
            Cells,
            _source.Header.Length,
            new OutcomeReader(Stages),
            timelines,
            _amounts,
            new DealAttributeReader(options, timelines, _notes));
        LookAhead();
    }

    /// <summary>Gets the values of the row that was read last.</summary>
    public RowCells Cells { get; }

    public StageMap Stages { get; }

    /// <summary>Gets the problems that prevent reading the file.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public int BlankLineCount => _source.BlankLineCount;

    public int PriceListAmountCount => _rows.PriceListAmountCount;

    /// <summary>Reads the next row as text. The first rows come from the look-ahead.</summary>
    public bool TryReadRaw(out RawRow row) => _ahead.TryDequeue(out row) || _source.TryRead(out row);

    /// <summary>Returns the next row as an opportunity or a refused row, or null at the end.</summary>
    public CrmRow? ReadRow() => TryReadRaw(out RawRow raw) ? _rows.Read(raw) : null;

    public ImportNote[] ToNotes() => _notes.ToNotes();

    /// <summary>Returns the layout, as far as the rows determine it.</summary>
    public CrmLayout ToLayout() => new()
    {
        Columns = [.. _columns],
        Delimiter = _source.Delimiter,
        IsDelimiterStated = _options.Delimiter is not null,
        IsCompressed = _source.IsCompressed,
        DateFormat = _dates.Format,
        DateFormatSource = _dates.Source,
        NumberFormat = _numbers.Format,
        NumberFormatSource = _numbers.Source,
        Currency = _amounts.Currency,
    };

    public void Dispose() => _source.Dispose();

    private void LookAhead()
    {
        var dates = new List<FormatSample>();
        var numbers = new List<FormatSample>();
        var currencies = new List<FormatSample>();
        while (_ahead.Count < RowsLookedAhead && _source.TryRead(out RawRow row))
        {
            _ahead.Enqueue(row);
            if (row.FieldCount != _source.Header.Length || row.Malformed is not null)
            {
                continue;
            }

            Cells.MoveTo(row);
            if (!Cells.IsHeader())
            {
                AddSamples(TimelineReader.DateFields, static text => text, dates);
                AddSamples(AmountReader.AmountFields, static text => MoneyText.Of(text).Number.ToString(), numbers);
                AddCurrency(currencies);
            }
        }

        AddProblem(_dates.Detect(dates, nameof(CrmImportOptions.DateFormat)));
        AddProblem(_numbers.Detect(numbers, nameof(CrmImportOptions.NumberFormat)));
        AddProblem(SettleCurrency(currencies));
    }

    private void AddSamples(IReadOnlyList<CrmField> fields, Func<string, string> textOf, List<FormatSample> samples)
    {
        foreach (CrmField field in fields)
        {
            if (Cells.Has(field))
            {
                samples.Add(new FormatSample(textOf(Cells[field]), Cells.ColumnOf(field), Cells.Row));
            }
        }
    }

    private void AddCurrency(List<FormatSample> currencies)
    {
        if (AmountReader.CurrencyOf(Cells, outcome: null) is { } currency
            && !currencies.Exists(seen => NameLookup.Same(seen.Text, currency)))
        {
            CrmField field = Cells.Has(CrmField.Currency) ? CrmField.Currency : CrmField.Amount;
            currencies.Add(new FormatSample(currency, Cells.ColumnOf(field), Cells.Row));
        }
    }

    private string? SettleCurrency(List<FormatSample> currencies)
    {
        if (_options.Currency is not null || currencies.Count == 0)
        {
            return null;
        }

        _amounts.Settle(currencies[0].Text);
        return currencies.Count == 1
            ? null
            : Invariant($"The amounts are in more than one currency, {string.Join(" and ", currencies)}, ")
                + "and are not converted: state Currency, and the rows in others are refused.";
    }

    private void AddProblem(string? problem)
    {
        if (problem is not null)
        {
            _problems.Add(problem);
        }
    }
}
