using NodaTime;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>An opened file: its columns are resolved and its formats are detected from the first rows. The rows are
/// then read one after another.</summary>
/// <typeparam name="TField">The fields of the reader.</typeparam>
internal sealed class Table<TField> : IDisposable
    where TField : struct, Enum
{
    /// <summary>The number of rows from which formats are detected.</summary>
    private const int RowsLookedAhead = 1000;

    /// <summary>The number of rows whose values tell apart what a column with an ambiguous name holds.</summary>
    private const int RowsOfFirstValues = 200;

    private const int RowsPerReport = 4096;

    private readonly ImportOptions<TField> _options;
    private readonly SourceText _source;
    private readonly TextFormat _format;
    private readonly Header _header;
    private readonly ImportColumn<TField>[] _columns;
    private readonly FieldColumn[] _byField;
    private readonly string _encoding;
    private readonly List<ImportProblem> _problems = [];
    private readonly ReadControl _control;
    private RecordReader? _reader;
    private bool _ended;

    public Table(
        SourceText source,
        ImportOptions<TField> options,
        ColumnNames<TField> names,
        ReadControl control)
    {
        _source = source;
        _control = control;
        _options = options;
        byte[] head = source.Head();
        FileKind.RequireText(head);
        _format = TextFormat.Detect(head, options.Delimiter, options.Encoding, options.LineBreaksInFields);
        _encoding = FileKind.NameOfEncoding(head, _format.Encoding);
        _header = FindHeader(names);
        string[][] values = FirstValues();
        ColumnResolver<TField> resolver =
            ColumnResolver<TField>.Resolve(_header.Names, names, options, column => values[column]);
        _columns = resolver.Columns;
        foreach (ImportProblem problem in resolver.Problems)
        {
            AddProblem(_header.Row == 1 && _header.Names.Length > 1
                ? problem
                : new ImportProblem(
                    problem.Message + Invariant($" Row {_header.Row} was taken for the header."), problem.Option));
        }

        _byField = [.. Enum.GetValues<TField>().Select(ColumnOf)];
        Cells = new RowCells(_byField);
        Dates = FormatChoices.OfDates(options.StatedDateFormat, options.ReadsMonths);
        Numbers = FormatChoices.OfNumbers(options.NumberFormat);
        if (_header.TitleLines.Length > 0)
        {
            Notes.Add(
                ImportNoteKind.TitleLines,
                "",
                "",
                Plural.Of(_header.TitleLines.Length, "line") + " above the header: "
                    + MessageText.List(_header.TitleLines));
        }
    }

    /// <summary>Gets the values and faults of the current row.</summary>
    public RowCells Cells { get; }

    public FormatChoice<DateFormat, LocalDate> Dates { get; }

    public FormatChoice<NumberFormat, decimal> Numbers { get; }

    public NoteCollector Notes { get; } = new();

    /// <summary>Gets the problems that prevent reading the file.</summary>
    public IReadOnlyList<ImportProblem> Problems => _problems;

    /// <summary>Gets the names of the columns.</summary>
    public string[] HeaderNames => _header.Names;

    /// <summary>Gets the row of the header.</summary>
    public int HeaderRow => _header.Row;

    /// <summary>Gets the number of rows so far.</summary>
    public int RowCount { get; private set; }

    public int BlankLineCount => _reader?.BlankLineCount ?? 0;

    /// <summary>Gets the currency that the layout reports.</summary>
    public string? Currency { get; set; }

    /// <summary>Gets an estimate of the number of rows, or 0 if the length of the stream is unknown.</summary>
    public int EstimatedRows { get; private set; }

    /// <summary>Returns the column of a field.</summary>
    public FieldColumn this[TField field] => _byField[Array.IndexOf(Enum.GetValues<TField>(), field)];

    /// <summary>Gets the columns that no field is read from, by position from 0.</summary>
    public IEnumerable<int> FreeColumns => _columns.Index().Where(c => c.Item.Field is null).Select(c => c.Index);

    /// <summary>Reads a field from a further column.</summary>
    /// <param name="position">The position, from 0.</param>
    /// <param name="field">The field.</param>
    /// <param name="isStated">Whether the caller stated the column.</param>
    public FieldColumn Take(int position, TField field, bool isStated)
    {
        string name = _header.Names[position];
        _columns[position] = new ImportColumn<TField>(position + 1, name, field, isStated);
        return new FieldColumn(name, [position], [name]);
    }

    /// <summary>Adds a problem, if there is one.</summary>
    public void AddProblem(ImportProblem? problem)
    {
        if (problem is not null && !_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Throws if the file cannot be read.</summary>
    /// <param name="start">The start of each message. Default: none.</param>
    public void RequireReadable(string start = "")
    {
        if (_problems.Count > 0)
        {
            throw new ImportException(
                [.. _problems.Select(problem => new ImportProblem(start + problem.Message, problem.Option))]);
        }
    }

    /// <summary>Looks at the first rows, without consuming them, and detects the formats from the samples in
    /// them.</summary>
    /// <param name="look">Adds the samples of the current row.</param>
    public void LookAhead(Action<FormatSamples> look)
    {
        var samples = new FormatSamples(Cells);
        using (RecordReader reader = OpenAfterHeader())
        {
            int rows = 0;
            long bytes = 0;
            while (rows < RowsLookedAhead && reader.Read())
            {
                rows++;
                bytes += reader.ByteLength;
                Cells.MoveTo(reader);
                Cells.CheckRecord();
                if (!Cells.HasFaults)
                {
                    look(samples);
                }
            }

            EstimatedRows = _source.TotalBytes is { } total && !_source.IsCompressed && bytes > 0
                ? (int)Math.Min(total / Math.Max(1L, bytes / rows), 1 << 26)
                : 0;
        }

        AddProblem(Dates.Detect(samples.Dates, ImportOption.DateFormat));
        AddProblem(Numbers.Detect(samples.Numbers, ImportOption.NumberFormat));
    }

    /// <summary>Moves to the next row. A row that cannot be divided into the columns has a fault.</summary>
    public bool Read()
    {
        _reader ??= OpenRows();
        if (RowCount % RowsPerReport == 0)
        {
            _control.Cancellation.ThrowIfCancellationRequested();
            if (RowCount > 0)
            {
                Report();
            }
        }

        if (!_reader.Read())
        {
            if (!_ended)
            {
                _ended = true;
                Report();
            }

            return false;
        }

        RowCount++;
        Cells.MoveTo(_reader);
        Cells.CheckRecord();
        return true;
    }

    /// <summary>Gets the line of the text at which the current row starts.</summary>
    public long Line => _reader!.Line;

    /// <summary>Returns the layout, as far as the rows determine it.</summary>
    public ImportLayout<TField> ToLayout() => new()
    {
        Columns = [.. _columns],
        HeaderRow = _header.Row,
        TitleLines = [.. _header.TitleLines],
        Delimiter = _format.Delimiter,
        IsDelimiterStated = _options.Delimiter is not null,
        IsCompressed = _source.IsCompressed,
        Encoding = _encoding,
        DateFormat = Dates.Format,
        DateFormatSource = Dates.Source,
        NumberFormat = Numbers.Format,
        NumberFormatSource = Numbers.Source,
        Currency = Currency,
    };

    public void Dispose() => _reader?.Dispose();

    private void Report() =>
        _control.Progress?.Report(new ImportProgress(RowCount, _source.BytesRead, _source.TotalBytes));

    private Header FindHeader(ColumnNames<TField> names)
    {
        using var reader = new RecordReader(_source.Open(), _format);
        return Header.Find(
            reader,
            row => row.Length > 1 && Resolve(row).Problems.Count == 0,
            row => Resolve(row).FoundCount);

        ColumnResolver<TField> Resolve(string[] row) =>
            ColumnResolver<TField>.Resolve(row, names, _options, static _ => []);
    }

    /// <summary>Returns the first values of each column that are not blank.</summary>
    private string[][] FirstValues()
    {
        var rows = new List<string[]>();
        using (RecordReader reader = OpenAfterHeader())
        {
            while (rows.Count < RowsOfFirstValues && reader.Read())
            {
                if (reader.Fault is null && reader.FieldCount == _header.Names.Length)
                {
                    rows.Add(reader.Texts());
                }
            }
        }

        return
        [
            .. Enumerable.Range(0, _header.Names.Length).Select(column =>
                rows.Select(row => row[column]).Where(value => value.Length > 0).ToArray()),
        ];
    }

    private RecordReader OpenRows()
    {
        if (!_control.KeepText)
        {
            _source.StopKeeping();
        }

        return OpenAfterHeader();
    }

    private RecordReader OpenAfterHeader()
    {
        var reader = new RecordReader(_source.Open(), _format);
        while (reader.Read() && reader.Row < _header.Row)
        {
        }

        reader.StartRows(_header.Names.Length);
        return reader;
    }

    private FieldColumn ColumnOf(TField field)
    {
        ImportColumn<TField>[] found =
            [.. _columns.Where(column => EqualityComparer<TField?>.Default.Equals(column.Field, field))];
        return found.Length == 0
            ? new FieldColumn(field.ToString(), [], [])
            : new FieldColumn(
                found[0].Name,
                [.. found.Select(column => column.Position - 1)],
                [.. found.Select(column => column.Name)]);
    }
}
