using NodaTime;

namespace RevenueModel.Import;

/// <summary>A row of a stage log.</summary>
/// <param name="Row">The row as a spreadsheet numbers it.</param>
/// <param name="Date">The day of the change.</param>
/// <param name="Time">The nanoseconds since midnight, or 0.</param>
/// <param name="Stage">The stage after the change, or null if the row tells none.</param>
/// <param name="FromStage">The stage before the change, or null if the row tells none.</param>
/// <param name="CloseDate">The close date after the change.</param>
/// <param name="FromCloseDate">The close date before the change.</param>
/// <param name="TellsCloseDate">Whether the row tells the close date.</param>
/// <param name="TellsFrom">Whether the row tells the values before the change.</param>
internal readonly record struct LogEntry(
    int Row,
    LocalDate Date,
    long Time,
    StageReading? Stage,
    StageReading? FromStage,
    LocalDate? CloseDate,
    LocalDate? FromCloseDate,
    bool TellsCloseDate,
    bool TellsFrom);
