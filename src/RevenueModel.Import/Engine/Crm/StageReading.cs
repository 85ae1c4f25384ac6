using RevenueModel.Pipeline;

namespace RevenueModel.Import;

/// <summary>The meaning of a value in the stage or status column.</summary>
/// <param name="Outcome">The outcome: open, won or lost.</param>
/// <param name="ProcessStage">The stage of the process, for an open stage.</param>
internal readonly record struct StageReading(DealOutcome Outcome, string? ProcessStage);
