using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Import;

/// <summary>Puts the changes of one deal in order and turns them into its history.</summary>
internal sealed class DealLog(string deal)
{
    private readonly List<LogEntry> _entries = [];
    private readonly List<StageEntry> _stages = [];
    private readonly List<CloseDateChange> _closeDates = [];
    private string? _stage;
    private LocalDate? _entered;
    private DealOutcome _outcome = DealOutcome.Open;
    private LocalDate? _closed;
    private LocalDate? _closeDate;
    private bool _knowsCloseDate;

    /// <summary>Adds a change.</summary>
    public void Add(LogEntry entry) => _entries.Add(entry);

    /// <summary>Returns the number of steps to an earlier time less those to a later one, in the order of the file. It
    /// is positive if the file has the latest change first.</summary>
    public int StepsBack()
    {
        int steps = 0;
        for (int i = 1; i < _entries.Count; i++)
        {
            steps -= (_entries[i].Date, _entries[i].Time).CompareTo((_entries[i - 1].Date, _entries[i - 1].Time));
        }

        return steps;
    }

    /// <summary>Returns the history.</summary>
    /// <param name="latestFirst">Whether the file has the latest change first, which decides the order of changes at
    /// the same time.</param>
    /// <param name="missing">Receives the rows that start from another stage than the one before them ends
    /// with.</param>
    public DealHistory ToHistory(bool latestFirst, List<(int Row, string Expected, string Found)> missing)
    {
        IEnumerable<LogEntry> inFileOrder = latestFirst ? Enumerable.Reverse(_entries) : _entries;
        foreach (LogEntry entry in inFileOrder.OrderBy(entry => entry.Date).ThenBy(entry => entry.Time))
        {
            TakeCloseDate(entry);
            TakeStage(entry, missing);
        }

        if (_stage is not null)
        {
            _stages.Add(new StageEntry { Stage = _stage, Entered = _entered });
        }

        return new DealHistory
        {
            Deal = deal,
            Entries = [.. _stages],
            Outcome = _outcome,
            Closed = _closed,
            CloseDateChanges = [.. _closeDates],
        };
    }

    private void TakeCloseDate(LogEntry entry)
    {
        if (!entry.TellsCloseDate)
        {
            return;
        }

        LocalDate? from = entry.TellsFrom ? entry.FromCloseDate : _closeDate;
        if ((_knowsCloseDate || entry.TellsFrom) && from != entry.CloseDate)
        {
            _closeDates.Add(new CloseDateChange(entry.Date, from, entry.CloseDate));
        }

        _closeDate = entry.CloseDate;
        _knowsCloseDate = true;
    }

    private void TakeStage(LogEntry entry, List<(int Row, string Expected, string Found)> missing)
    {
        if (entry.Stage is not { } to)
        {
            return;
        }

        if (entry.FromStage is { } from)
        {
            string found = Name(from.Outcome, from.ProcessStage);
            bool isFirst = _stage is null && _outcome == DealOutcome.Open;
            if (isFirst && from.Outcome == DealOutcome.Open)
            {
                _stage = from.ProcessStage;
            }
            else if (!isFirst && !NameLookup.Same(Name(_outcome, _stage), found))
            {
                missing.Add((entry.Row, Name(_outcome, _stage), found));
            }
        }

        if (to.Outcome == DealOutcome.Open && NameLookup.Same(to.ProcessStage, _stage))
        {
            return;
        }

        if (_stage is not null)
        {
            _stages.Add(new StageEntry { Stage = _stage, Entered = _entered, Left = entry.Date });
        }

        bool closes = to.Outcome != DealOutcome.Open;
        _closed = !closes ? null : to.Outcome == _outcome ? _closed : entry.Date;
        _outcome = to.Outcome;
        _stage = closes ? null : to.ProcessStage;
        _entered = closes ? null : entry.Date;
    }

    private static string Name(DealOutcome outcome, string? stage) => stage ?? outcome.ToString();
}
