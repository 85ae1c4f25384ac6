namespace RevenueModel.Statistics;

/// <summary>Walks the rows of a table in order of time and keeps the weight at risk, exactly.</summary>
/// <remarks>
/// At a time, events come before censorings and before entries: who is censored at a time is still at risk then, and
/// who enters at a time is not yet. Entries at time zero are at risk at time zero.
/// </remarks>
internal ref struct RiskSet(ReadOnlySpan<SurvivalRow> rows)
{
    private readonly ReadOnlySpan<SurvivalRow> _rows = rows;
    private int _next;
    private decimal _after;

    /// <summary>Gets the present row.</summary>
    public readonly ref readonly SurvivalRow Row => ref _rows[_next - 1];

    /// <summary>Gets the weight at risk at the time of the present row.</summary>
    public decimal AtRisk { get; private set; }

    /// <summary>Gets the weight of all events at the time of the present row.</summary>
    public decimal Events { get; private set; }

    /// <summary>Gets whether the weight at risk changed since the last row with events, other than by these
    /// events.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Moves to the next row that has events.</summary>
    /// <returns><see langword="false"/> after the last one.</returns>
    public bool MoveToEvents()
    {
        decimal expected = _after - Changes();
        while (MoveNext())
        {
            if (Events > 0m)
            {
                IsChanged = AtRisk != expected;
                return true;
            }
        }

        return false;
    }

    /// <summary>Moves to the next row.</summary>
    /// <returns><see langword="false"/> after the last one.</returns>
    public bool MoveNext()
    {
        if (_next >= _rows.Length)
        {
            return false;
        }

        ref readonly SurvivalRow row = ref _rows[_next++];
        AtRisk = row.Time == 0m ? row.Entered : _after;
        Events = row.EventTotal;
        _after = AtRisk - Events - row.Censored + (row.Time == 0m ? 0m : row.Entered);
        return true;
    }

    // What the present row changes besides its events: without it, the next weight at risk is the present one less
    // the events.
    private readonly decimal Changes()
    {
        if (_next == 0)
        {
            return 0m;
        }

        ref readonly SurvivalRow row = ref Row;
        return (row.Time == 0m ? 0m : row.Entered) - row.Censored;
    }
}
