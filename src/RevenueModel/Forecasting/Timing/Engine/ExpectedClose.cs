using NodaTime;
using RevenueModel.Pipeline;

namespace RevenueModel.Forecasting;

/// <summary>The expected close date of a deal as it stood on any day.</summary>
internal sealed class ExpectedClose
{
    private readonly CloseDateChange[] _changes;
    private readonly LocalDate? _present;

    public ExpectedClose(Opportunity opportunity, DealHistory history)
    {
        _changes = [.. history.CloseDateChanges.OrderBy(static change => change.Changed)];
        _present = opportunity.ExpectedClose;
    }

    /// <summary>Returns the date that was expected at the end of a day, or null if there was none.</summary>
    /// <remarks>Before the first change it is the date from which that change started; without a change it is the
    /// present one, which never moved.</remarks>
    public LocalDate? On(LocalDate day)
    {
        for (int i = _changes.Length - 1; i >= 0; i--)
        {
            if (_changes[i].Changed <= day)
            {
                return _changes[i].To;
            }
        }

        return _changes.Length > 0 ? _changes[0].From : _present;
    }

    /// <summary>Counts the changes up to a day and before the close.</summary>
    public DealSlippage Count(string deal, LocalDate asOf, LocalDate? closed, int? errorAtCreation)
    {
        int pushes = 0;
        int pulls = 0;
        int pushedDays = 0;
        int pulledDays = 0;
        foreach (CloseDateChange change in _changes)
        {
            if (change.Changed > asOf || change.Changed >= closed)
            {
                break;
            }

            pushes += change.Days > 0 ? 1 : 0;
            pulls += change.Days < 0 ? 1 : 0;
            pushedDays += Math.Max(change.Days, 0);
            pulledDays += Math.Max(-change.Days, 0);
        }

        return new DealSlippage
        {
            Deal = deal,
            PushCount = pushes,
            PullCount = pulls,
            PushedDays = pushedDays,
            PulledDays = pulledDays,
            ErrorAtCreation = errorAtCreation,
        };
    }
}
