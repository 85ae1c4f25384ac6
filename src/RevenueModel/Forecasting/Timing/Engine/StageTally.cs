using System.Runtime.InteropServices;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;
using RevenueModel.Statistics;

namespace RevenueModel.Forecasting;

/// <summary>Counts the visits, days and exits of one stage, in total and by days in the stage.</summary>
/// <param name="stages">The names of all stages.</param>
/// <param name="stage">The position of the stage.</param>
internal sealed class StageTally(ValueList<string> stages, int stage)
{
    private const int WonColumn = 0;
    private const int LostColumn = 1;
    private const int FirstMove = 2;

    private readonly int[] _exits = new int[stages.Count + FirstMove];

    // Visits by length, and exits by length and destination. Only visits with a known entry.
    private readonly List<int> _visitsByDays = [];
    private readonly Dictionary<int, int[]> _exitsByDays = [];
    private int _visits;
    private int _late;
    private long _days;

    /// <summary>Adds a visit.</summary>
    public void Add(StageVisit visit)
    {
        _visits++;
        _late += visit.IsEntryKnown ? 0 : 1;
        _days += visit.Days;
        bool hasExit = visit.HasExit && visit.Days > 0;
        int column = ColumnOf(visit.Destination);
        if (hasExit)
        {
            _exits[column]++;
        }

        if (visit.IsEntryKnown)
        {
            if (_visitsByDays.Count <= visit.Days)
            {
                CollectionsMarshal.SetCount(_visitsByDays, visit.Days + 1);
            }

            _visitsByDays[visit.Days]++;
            if (hasExit)
            {
                ref int[]? exits = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    _exitsByDays, visit.Days, out _);
                exits ??= new int[_exits.Length];
                exits[column]++;
            }
        }
    }

    /// <summary>Returns the observations.</summary>
    public StageExposure ToExposure(int minimumExits, double confidence)
    {
        var exits = new List<StageExit>
        {
            Exit(DealOutcome.Won, null, WonColumn, confidence), Exit(DealOutcome.Lost, null, LostColumn, confidence),
        };
        for (int i = 0; i < stages.Count; i++)
        {
            if (_exits[FirstMove + i] > 0)
            {
                exits.Add(Exit(DealOutcome.Open, stages[i], FirstMove + i, confidence));
            }
        }

        return new StageExposure
        {
            Stage = stages[stage],
            VisitCount = _visits,
            LateEntryCount = _late,
            Days = _days,
            Exits = exits.ToValueList(),
            IsTimeDependent = IsTimeDependent(minimumExits),
        };
    }

    /// <summary>Returns the stage of the chain.</summary>
    public ChainStage ToStage(int minimumExits)
    {
        var hazards = new List<StageHazards>();
        if (IsTimeDependent(minimumExits))
        {
            int atRisk = 0;
            foreach (int visits in _visitsByDays)
            {
                atRisk += visits;
            }

            int[] none = new int[_exits.Length];
            for (int day = 1; day < _visitsByDays.Count; day++)
            {
                atRisk -= _visitsByDays[day - 1];
                hazards.Add(Hazards(_exitsByDays.GetValueOrDefault(day, none), atRisk));
            }
        }

        hazards.Add(_days == 0 ? StageHazards.Of(0, 0) : Hazards(_exits, _days));
        return new ChainStage { Name = stages[stage], Hazards = hazards.ToValueList() };
    }

    private static int ColumnOf(int destination) => destination switch
    {
        StageVisit.Won => WonColumn,
        StageVisit.Lost => LostColumn,
        _ => FirstMove + destination,
    };

    private static StageHazards Hazards(int[] exits, double days)
    {
        var moves = new double[exits.Length - FirstMove];
        for (int i = 0; i < moves.Length; i++)
        {
            moves[i] = exits[FirstMove + i] / days;
        }

        return StageHazards.Of(exits[WonColumn] / days, exits[LostColumn] / days, moves);
    }

    private bool IsTimeDependent(int minimumExits)
    {
        int known = 0;
        foreach (int[] exits in _exitsByDays.Values)
        {
            foreach (int count in exits)
            {
                known += count;
            }
        }

        return known >= minimumExits;
    }

    private StageExit Exit(DealOutcome outcome, string? to, int column, double confidence) => new(
        outcome,
        to,
        _exits[column],
        _days == 0 ? null : (double)_exits[column] / _days,
        ProportionCalculator.Wilson(_exits[column], _days, confidence));
}
