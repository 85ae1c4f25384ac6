namespace RevenueModel.Forecasting;

/// <summary>The days of a deal in a stage, by the stage at the end of each day: the days <c>(From, To]</c>, and the
/// destination on the last one.</summary>
/// <param name="Stage">The position of the stage.</param>
/// <param name="From">The clock day of entry, or the first known one.</param>
/// <param name="To">The clock day of the exit, or the last observed one.</param>
/// <param name="IsEntryKnown">Whether <paramref name="From"/> is the day of entry.</param>
/// <param name="Destination">The position of the next stage, or one of the constants.</param>
internal readonly record struct StageVisit(int Stage, int From, int To, bool IsEntryKnown, int Destination)
{
    /// <summary>The deal was still in the stage.</summary>
    public const int Censored = -1;

    /// <summary>The deal left the stage for an unknown destination.</summary>
    public const int Unknown = -2;

    /// <summary>The deal was won.</summary>
    public const int Won = -3;

    /// <summary>The deal was lost.</summary>
    public const int Lost = -4;

    /// <summary>Gets the number of clock days in the stage.</summary>
    public int Days => To - From;

    /// <summary>Gets whether the exit was observed.</summary>
    public bool HasExit => Destination is >= 0 or Won or Lost;
}
