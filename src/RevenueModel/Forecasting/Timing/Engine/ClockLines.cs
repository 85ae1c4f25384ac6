using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The lines of a clock, each made once for all deals to which the same windows apply.</summary>
internal sealed class ClockLines
{
    private readonly DealClock? _clock;
    private readonly Func<Opportunity, DealScope>? _scope;
    private readonly Dictionary<ValueList<int>, ClockLine> _lines = [];

    /// <summary>Creates the lines of a clock.</summary>
    /// <param name="clock">The clock, or null for calendar days.</param>
    /// <param name="scope">The scope of a deal. Default: its account, segment and regulation.</param>
    public ClockLines(DealClock? clock, Func<Opportunity, DealScope>? scope = null)
    {
        _clock = clock is { Freezes.IsEmpty: true, Pulls.IsEmpty: true } ? null : clock;
        _scope = scope;
    }

    /// <summary>Gets whether each line counts calendar days.</summary>
    public bool IsCalendar => _clock is null;

    /// <summary>Returns the line of a deal.</summary>
    public ClockLine LineOf(Opportunity opportunity) => _clock is null
        ? ClockLine.Calendar
        : LineOf(_scope is null ? DealScope.Of(opportunity, []) : Guard.Against.Null(_scope(opportunity), "scope"));

    /// <summary>Returns the line of a scope.</summary>
    public ClockLine LineOf(DealScope? scope)
    {
        if (_clock is null)
        {
            return ClockLine.Calendar;
        }

        var applied = new List<int>();
        for (int i = 0; i < _clock.Freezes.Count; i++)
        {
            if (_clock.Freezes[i].Scope is not { } frozen || IsNamed(scope, frozen))
            {
                applied.Add(i);
            }
        }

        for (int i = 0; i < _clock.Pulls.Count; i++)
        {
            if (scope?.Regulation is { } regulation && NameLookup.Same(_clock.Pulls[i].Regulation, regulation))
            {
                applied.Add(_clock.Freezes.Count + i);
            }
        }

        ValueList<int> key = applied;
        if (!_lines.TryGetValue(key, out ClockLine? line))
        {
            line = Create(_clock, applied);
            _lines.Add(key, line);
        }

        return line;
    }

    private static bool IsNamed(DealScope? scope, string name)
    {
        if (scope is not null)
        {
            foreach (string own in scope.Names)
            {
                if (NameLookup.Same(own, name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ClockLine Create(DealClock clock, List<int> applied)
    {
        var freezes = new List<FreezeWindow>();
        var pulls = new List<DeadlinePull>();
        foreach (int i in applied)
        {
            if (i < clock.Freezes.Count)
            {
                freezes.Add(clock.Freezes[i]);
            }
            else
            {
                pulls.Add(clock.Pulls[i - clock.Freezes.Count]);
            }
        }

        return ClockLine.Of(freezes, pulls);
    }
}
