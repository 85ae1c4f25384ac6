using NodaTime;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>Reads the path of a deal through stages from its history, as it was known on a day.</summary>
/// <remarks>
/// The path is the stage at the end of each day. A stage that a deal enters and leaves on one day is not part of it:
/// the deal moved from the stage before it to the stage after it. Frozen days are not part of it either: what happens
/// on them happens at the end of the day before.
/// </remarks>
/// <param name="stages">The names of all stages.</param>
/// <param name="asOf">The day up to which the history counts.</param>
/// <param name="parameter">The parameter of the caller that holds the histories.</param>
internal sealed class StagePath(ValueList<string> stages, LocalDate asOf, string parameter)
{
    private readonly int _asOf = ClockLine.Number(asOf);
    private readonly List<StageVisit> _visits = [];

    /// <summary>Gets whether the deal that was read last was closed on an unknown day, so that it is not known how
    /// long its last visit was. It has no visits.</summary>
    public bool IsClosedWithoutDate { get; private set; }

    /// <summary>Returns the visits of a deal in order; the list is reused for the next deal.</summary>
    /// <param name="history">The history of the deal.</param>
    /// <param name="line">The clock of the deal, which stands still or counts calendar days.</param>
    public List<StageVisit> Read(DealHistory history, ClockLine line)
    {
        _visits.Clear();
        IsClosedWithoutDate = false;
        int? before = null;
        for (int i = 0; i < history.Entries.Count; i++)
        {
            StageEntry entry = history.Entries[i];
            int? entered = DayOf(entry.Entered) ?? before;
            int? end = EndOf(history, i);
            int? from = entered ?? FirstKnown(history, i, end);
            if (from > _asOf)
            {
                break;
            }

            int stage = PositionOf(entry.Stage, history);
            RequireOrder(history, i, before, from, end);
            before = end;
            if (end is null && i == history.Entries.Count - 1 && history.Outcome != DealOutcome.Open)
            {
                IsClosedWithoutDate = true;
                _visits.Clear();
                break;
            }

            if (from is not { } first)
            {
                continue;
            }

            bool isOpen = end is null || end > _asOf;
            int destination = isOpen ? StageVisit.Censored : DestinationOf(history, i, end!.Value);
            Append(new StageVisit(
                stage,
                line.WholeDaysUpTo(first),
                line.WholeDaysUpTo(isOpen ? _asOf : end!.Value),
                entered is not null,
                destination));
        }

        return _visits;
    }

    private static int? DayOf(LocalDate? day) => day is { } known ? ClockLine.Number(known) : null;

    // The deal was in its first stage when its log began. A change of the close date on an earlier day than the exit
    // shows that it was.
    private static int? FirstKnown(DealHistory history, int at, int? end)
    {
        if (at > 0)
        {
            return null;
        }

        int? first = null;
        foreach (CloseDateChange change in history.CloseDateChanges)
        {
            int day = ClockLine.Number(change.Changed);
            if (!(day >= first) && !(day > end))
            {
                first = day;
            }
        }

        return first;
    }

    private static int? EndOf(DealHistory history, int at) => history.Entries[at].Left is { } left
        ? ClockLine.Number(left)
        : at + 1 < history.Entries.Count ? DayOf(history.Entries[at + 1].Entered)
        : history.Outcome == DealOutcome.Open ? null
        : DayOf(history.Closed);

    private int DestinationOf(DealHistory history, int at, int end)
    {
        if (at + 1 < history.Entries.Count)
        {
            StageEntry next = history.Entries[at + 1];
            return (DayOf(next.Entered) ?? end) == end ? PositionOf(next.Stage, history) : StageVisit.Unknown;
        }

        return history.Outcome == DealOutcome.Open || (DayOf(history.Closed) ?? end) != end ? StageVisit.Unknown
            : history.Outcome == DealOutcome.Won ? StageVisit.Won
            : StageVisit.Lost;
    }

    private void Append(StageVisit visit)
    {
        bool passes = visit.Days == 0 && visit.Destination != StageVisit.Censored;
        if (_visits.Count == 0 || _visits[^1].To != visit.From || _visits[^1].Destination != visit.Stage)
        {
            if (!passes)
            {
                _visits.Add(visit);
            }

            return;
        }

        // After a stage that was left out, the previous visit leads to this one, or goes on if it is the same stage.
        StageVisit previous = _visits[^1];
        if (previous.Stage == visit.Stage)
        {
            _visits[^1] = previous with { To = visit.To, Destination = visit.Destination };
        }
        else if (passes)
        {
            _visits[^1] = previous with { Destination = visit.Destination };
        }
        else
        {
            _visits.Add(visit);
        }
    }

    private int PositionOf(string stage, DealHistory history)
    {
        int at = NameLookup.IndexOf(stages.AsSpan(), stage, static name => name);
        return at >= 0
            ? at
            : throw new ArgumentException(
                Invariant($"DealHistory {history.Deal} names stage \"{stage}\"; ")
                    + Invariant($"the stages are {string.Join(" > ", stages)}."),
                parameter);
    }

    private void RequireOrder(DealHistory history, int at, int? before, int? from, int? end)
    {
        if (from < before || end < from)
        {
            throw new ArgumentException(
                Invariant($"DealHistory {history.Deal} had the visit {history.Entries[at]} out of order; ")
                    + "days in ascending order are expected.",
                parameter);
        }
    }
}
