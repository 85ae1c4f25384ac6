using Ardalis.GuardClauses;
using RevenueModel.Pipeline;
using RevenueModel.Primitives;

namespace RevenueModel.Forecasting;

/// <summary>The freeze windows that apply to a history. The periods of a chain are whole days, so that there are no
/// pulls.</summary>
internal sealed class HistoryClock
{
    private readonly ClockLines _lines;
    private readonly Func<DealHistory, DealScope>? _scope;

    /// <summary>Creates the clock.</summary>
    /// <param name="clock">The clock, or null for calendar days.</param>
    /// <param name="scope">The scope of a history. Default: only the windows for every deal apply.</param>
    /// <exception cref="ArgumentException">The clock has a pull.</exception>
    public HistoryClock(DealClock? clock, Func<DealHistory, DealScope>? scope)
    {
        if (clock is { Pulls.IsEmpty: false })
        {
            throw DomainGuards.OutOfRange(
                nameof(clock), clock, "a clock without deadline pulls, since a period of the chain is a whole day,");
        }

        _lines = new ClockLines(clock);
        _scope = scope;
    }

    /// <summary>Returns the line of a history.</summary>
    public ClockLine LineOf(DealHistory history) => _lines.IsCalendar
        ? ClockLine.Calendar
        : _lines.LineOf(_scope is null ? null : Guard.Against.Null(_scope(history), "scope"));
}
