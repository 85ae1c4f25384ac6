using NodaTime;
using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>Reads the rows of a stage log into the histories of deals.</summary>
internal sealed class StageLogReader : RowReader<StageLogField>
{
    /// <summary>The recognized column names of stage logs.</summary>
    public static readonly ColumnNames<StageLogField> Names = new ColumnNames<StageLogField>(
            [StageLogField.Deal],
            [StageLogField.Changed],
            [StageLogField.Stage, StageLogField.NewValue, StageLogField.CloseDate])
        .Add(
            StageLogField.Deal,
            "opportunityid dealid recordid parentid hsobjectid opportunitynumber",
            "deal opportunity objectid",
            "id")
        .Add(
            StageLogField.Changed,
            "changed changedate changedon changedat changetime stagechangedate datechanged editdate modifiedon",
            "createddate createdon createdat timestamp enteredon entered dateentered when date time lastmodifieddate "
                + "updatetime validfrom")
        .Add(StageLogField.Stage, "stage stagename tostage newstage dealstage currentstage stageto")
        .Add(StageLogField.FromStage, "fromstage oldstage previousstage priorstage stagefrom")
        .Add(StageLogField.CloseDate, "closedate expectedclosedate closingdate estclosedate estimatedclosedate")
        .Add(StageLogField.Field, "field fieldname fieldevent property propertyname attribute changedfield")
        .Add(StageLogField.OldValue, "oldvalue previousvalue fromvalue valuebefore", "from")
        .Add(StageLogField.NewValue, "newvalue tovalue currentvalue valueafter", "to value");

    private readonly StageLogImportOptions _options;
    private readonly HashSet<string> _stageFields;
    private readonly HashSet<string> _closeDateFields;
    private readonly FieldColumn _deal;
    private readonly FieldColumn _changed;
    private readonly FieldColumn _stage;
    private readonly FieldColumn _fromStage;
    private readonly FieldColumn _closeDate;
    private readonly FieldColumn _field;
    private readonly FieldColumn _oldValue;
    private readonly FieldColumn _newValue;
    private readonly Dictionary<string, DealLog> _deals = new(StringComparer.Ordinal);
    private readonly List<DealLog> _order = [];

    public StageLogReader(Table<StageLogField> table, StageLogImportOptions options)
        : base(table, StageLogField.Deal)
    {
        _options = options;
        Stages = new StageMap(options.Process, options.Stages, nameof(options), acceptsAny: true);
        _stageFields = [.. options.StageFieldNames.Select(NameNormalizer.OfColumn)];
        _closeDateFields = [.. options.CloseDateFieldNames.Select(NameNormalizer.OfColumn)];
        _deal = table[StageLogField.Deal];
        _changed = table[StageLogField.Changed];
        _stage = table[StageLogField.Stage];
        _fromStage = table[StageLogField.FromStage];
        _closeDate = table[StageLogField.CloseDate];
        _field = table[StageLogField.Field];
        _oldValue = table[StageLogField.OldValue];
        _newValue = table[StageLogField.NewValue];
        if (_newValue.IsPresent && !_stage.IsPresent && !_closeDate.IsPresent && !_field.IsPresent)
        {
            table.AddProblem(new ImportProblem(
                "No column for Field, which tells what the values are.", ImportOption.Columns));
        }

        table.LookAhead(samples =>
        {
            samples.AddDate(_changed);
            samples.AddDate(_closeDate);
            if (IsOneOf(_closeDateFields))
            {
                samples.AddDate(_oldValue);
                samples.AddDate(_newValue);
            }
        });
    }

    public StageMap Stages { get; }

    /// <summary>Gets the changes to each stage so far, by the text in the file.</summary>
    public Dictionary<string, int> StageCounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the changes of each field so far.</summary>
    public Dictionary<string, int> FieldCounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Returns the histories of all deals, and notes missing changes.</summary>
    public DealHistory[] ToHistories()
    {
        bool latestFirst = _order.Sum(log => log.StepsBack()) > 0;
        var missing = new List<(int Row, string Expected, string Found)>();
        DealHistory[] histories = [.. _order.Select(log => log.ToHistory(latestFirst, missing))];
        foreach ((int row, string expected, string found) in missing)
        {
            Table.Notes.Add(
                ImportNoteKind.MissingChange,
                _deal.Name,
                Invariant($"{row}"),
                Invariant($"starts from {MessageText.Quote(found)}, and the change before it ends with ")
                    + MessageText.Quote(expected));
        }

        return histories;
    }

    protected override void ReadRow(RowCells cells)
    {
        cells.CheckValues();
        string deal = cells.Text(_deal);
        if (deal.Length == 0)
        {
            cells.Refuse(_deal, RefusalReason.MissingValue, "the id of the deal is expected.");
        }

        LocalDate? changed = Date(cells, _changed, happened: true);
        if (changed is null && !cells.Has(_changed))
        {
            cells.Refuse(_changed, RefusalReason.MissingValue, "the day of the change is expected.");
        }

        LogEntry entry = new LogEntry
        {
            Row = cells.Row,
            Date = changed.GetValueOrDefault(),
            Time = TimeOfDay.NanosecondsOf(cells.Chars(_changed)),
        };
        bool isTracked = cells.Has(_field) ? TryReadField(cells, ref entry) : TryReadSnapshot(cells, ref entry);
        if (cells.HasFaults)
        {
            return;
        }

        if (!isTracked)
        {
            LeftOutCount++;
            Table.Notes.Add(ImportNoteKind.OtherField, _field.Name, cells.Text(_field));
            return;
        }

        ReadCount++;
        if (!_deals.TryGetValue(deal, out DealLog? log))
        {
            _deals[deal] = log = new DealLog(deal);
            _order.Add(log);
        }

        log.Add(entry);
    }

    private bool TryReadField(RowCells cells, ref LogEntry entry)
    {
        string field = cells.Text(_field);
        FieldCounts[field] = FieldCounts.GetValueOrDefault(field) + 1;
        if (IsOneOf(_stageFields))
        {
            entry = entry with
            {
                Stage = NewStage(cells, _newValue, isRequired: true),
                FromStage = Stage(cells, _oldValue),
            };
            return true;
        }

        if (IsOneOf(_closeDateFields))
        {
            entry = entry with
            {
                CloseDate = Date(cells, _newValue, happened: false),
                FromCloseDate = Date(cells, _oldValue, happened: false),
                TellsCloseDate = true,
                TellsFrom = _oldValue.IsPresent,
            };
            return true;
        }

        return false;
    }

    private bool TryReadSnapshot(RowCells cells, ref LogEntry entry)
    {
        entry = entry with
        {
            Stage = NewStage(cells, _stage, isRequired: _stage.IsPresent && !cells.Has(_closeDate)),
            FromStage = Stage(cells, _fromStage),
            CloseDate = Date(cells, _closeDate, happened: false),
            TellsCloseDate = cells.Has(_closeDate),
        };
        if (entry.Stage is null && !entry.TellsCloseDate && !cells.HasFaults)
        {
            cells.Refuse(
                _field.IsPresent ? _field : _stage,
                RefusalReason.MissingValue,
                "a stage, a close date or the name of a changed field is expected.");
        }

        return true;
    }

    private bool IsOneOf(HashSet<string> names) =>
        names.Contains(NameNormalizer.OfColumn(Table.Cells.Text(_field)));

    private StageReading? NewStage(RowCells cells, FieldColumn column, bool isRequired)
    {
        string text = cells.Text(column);
        if (text.Length > 0)
        {
            StageCounts[text] = StageCounts.GetValueOrDefault(text) + 1;
        }
        else if (isRequired)
        {
            cells.Refuse(column, RefusalReason.MissingValue, "the stage after the change is expected.");
        }

        return Stage(cells, column);
    }

    private StageReading? Stage(RowCells cells, FieldColumn column)
    {
        string text = cells.Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        StageReading? reading = Stages.ReadStage(text);
        if (reading is null)
        {
            cells.Refuse(
                column,
                RefusalReason.UnknownStage,
                Invariant($"one of {Stages.Known()} is expected."),
                ImportOption.Stages);
        }

        return reading;
    }

    private LocalDate? Date(RowCells cells, FieldColumn column, bool happened) =>
        CellValues.Date(cells, column, Table.Dates, happened ? _options.LatestDate : null);
}
