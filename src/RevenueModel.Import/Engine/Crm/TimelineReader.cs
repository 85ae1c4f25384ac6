using System.Globalization;
using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Reads the dates of a row and checks them against each other, the outcome and the latest day.</summary>
internal sealed class TimelineReader
{
    private readonly Table<CrmField> _table;
    private readonly LocalDate? _latest;
    private readonly LocalDate[] _placeholders;
    private readonly FieldColumn _created;
    private readonly FieldColumn _stageEntered;
    private readonly FieldColumn _expected;
    private readonly FieldColumn _closed;
    private readonly FieldColumn _closeDate;
    private readonly FieldColumn _wonDate;
    private readonly FieldColumn _lostDate;
    private readonly FieldColumn _cycleDays;
    private readonly List<(string Column, LocalDate Date)> _placeholdersOfRow = [];

    public TimelineReader(Table<CrmField> table, CrmImportOptions options)
    {
        _table = table;
        _latest = options.LatestDate;
        _placeholders = [.. options.PlaceholderDates];
        _created = table[CrmField.Created];
        _stageEntered = table[CrmField.StageEntered];
        _expected = table[CrmField.ExpectedClose];
        _closed = table[CrmField.Closed];
        _closeDate = table[CrmField.CloseDate];
        _wonDate = table[CrmField.WonDate];
        _lostDate = table[CrmField.LostDate];
        _cycleDays = table[CrmField.CycleDays];
        Deadline = table[CrmField.RegulatoryDeadline];
    }

    /// <summary>Gets the column of regulatory deadlines.</summary>
    public FieldColumn Deadline { get; }

    /// <summary>Adds the dates of a row to the samples of the file.</summary>
    public void AddSamples(FormatSamples samples)
    {
        samples.AddDate(_created);
        samples.AddDate(_stageEntered);
        samples.AddDate(_expected);
        samples.AddDate(_closed);
        samples.AddDate(_closeDate);
        samples.AddDate(_wonDate);
        samples.AddDate(_lostDate);
        samples.AddDate(Deadline);
    }

    /// <summary>Reads the timeline. It is used only if the row has no faults.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="outcome">The outcome, or null if the row is already refused for it.</param>
    public DealTimeline Read(RowCells cells, DealOutcome? outcome)
    {
        _placeholdersOfRow.Clear();
        LocalDate? created = Date(cells, _created, happened: true);
        LocalDate? stageEntered = Date(cells, _stageEntered, happened: true);
        LocalDate? expected = Date(cells, _expected, happened: false);
        FieldColumn closeColumn = CloseColumn(cells, outcome);
        LocalDate? closed = Date(cells, closeColumn, happened: true);
        bool closedDeal = outcome is DealOutcome.Won or DealOutcome.Lost;
        LocalDate? closeDate = Date(cells, _closeDate, happened: closedDeal && closed is null);
        int? cycleDays = CycleDays(cells);

        if (outcome == DealOutcome.Open)
        {
            if (closed is not null)
            {
                cells.Refuse(
                    closeColumn,
                    RefusalReason.Contradiction,
                    "the deal is open, so that no closing day is expected.");
            }

            expected ??= closeDate;
        }
        else if (closedDeal && closed is null)
        {
            closed = closeDate;
            closeColumn = _closeDate;
        }

        CheckOrder(cells, created, stageEntered, closed, closeColumn);
        if (cells.HasFaults)
        {
            return default;
        }

        return outcome switch
        {
            DealOutcome.Won => DealTimeline.Won(created, closed, expected, cycleDays),
            DealOutcome.Lost => DealTimeline.Lost(created, closed, expected, cycleDays),
            _ => DealTimeline.Open(created, stageEntered, expected),
        };
    }

    /// <summary>Reads the date of a column.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="happened">Whether the day has to be on or before the latest day.</param>
    public LocalDate? Date(RowCells cells, FieldColumn column, bool happened)
    {
        LocalDate? date = CellValues.Date(cells, column, _table.Dates, latest: null);
        if (date is not { } known)
        {
            return null;
        }

        if (_placeholders.AsSpan().Contains(known))
        {
            _placeholdersOfRow.Add((column.Name, known));
            return null;
        }

        // A placeholder such as 9999-12-31 is not a date in the future, so the latest date is checked after it.
        return happened && known > _latest ? CellValues.Date(cells, column, _table.Dates, _latest) : known;
    }

    /// <summary>Notes the dates of a row that was read and that stand for no date.</summary>
    public void NotePlaceholders()
    {
        foreach ((string column, LocalDate date) in _placeholdersOfRow)
        {
            _table.Notes.Add(ImportNoteKind.PlaceholderDate, column, InvariantText.Of(date));
        }
    }

    /// <summary>Returns the column with the closing day of a deal. That of its outcome takes precedence.</summary>
    private FieldColumn CloseColumn(RowCells cells, DealOutcome? outcome)
    {
        if (outcome != DealOutcome.Lost && cells.Has(_wonDate))
        {
            return _wonDate;
        }

        return outcome != DealOutcome.Won && cells.Has(_lostDate) ? _lostDate : _closed;
    }

    private void CheckOrder(
        RowCells cells, LocalDate? created, LocalDate? stageEntered, LocalDate? closed, FieldColumn closeColumn)
    {
        if (closed < created)
        {
            cells.Refuse(
                closeColumn,
                RefusalReason.ImpossibleDates,
                Invariant($"a day on or after {_created.Name} {created:R} is expected."));
        }

        if (stageEntered < created)
        {
            cells.Refuse(
                _stageEntered,
                RefusalReason.ImpossibleDates,
                Invariant($"a day on or after {_created.Name} {created:R} is expected."));
        }
    }

    private int? CycleDays(RowCells cells)
    {
        ReadOnlySpan<char> text = cells.Chars(_cycleDays);
        if (text.IsEmpty)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int days))
        {
            cells.Refuse(_cycleDays, RefusalReason.InvalidNumber, "a whole number of days is expected.");
            return null;
        }

        if (days < 0)
        {
            cells.Refuse(_cycleDays, RefusalReason.NegativeNumber, "zero or more days are expected.");
            return null;
        }

        return days;
    }
}
