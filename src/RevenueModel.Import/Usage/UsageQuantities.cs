namespace RevenueModel.Import;

/// <summary>The meaning of the quantities of a usage export.</summary>
public enum UsageQuantities
{
    /// <summary>The usage of the period.</summary>
    Increments = 0,

    /// <summary>Readings of a counter that never goes back. The usage of a month is its last reading less the last
    /// reading before the month. The first reading is where the history begins. A lower reading is refused.</summary>
    Readings = 1,

    /// <summary>Readings of a counter that can restart from zero. A lower reading is taken for usage since a restart,
    /// with a note.</summary>
    ReadingsWithRestarts = 2,
}
